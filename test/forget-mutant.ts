// Stryker switches a mutant on before the first test of a file, and never off: the next file would be loaded with it. What a file
// makes while it is loaded could then throw, which no test of it would report.

declare global {
	/** Stryker's own, where it runs. */
	var __stryker__: { activeMutant?: string | undefined } | undefined;
}

if (globalThis.__stryker__ !== undefined) globalThis.__stryker__.activeMutant = undefined;

export {};
