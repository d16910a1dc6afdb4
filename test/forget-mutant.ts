// Stryker switches a mutant on before the first test of a file, and never off, so that it would still be on while the next file
// is loaded. If that file then throws while it is loaded, no test reports it.

declare global {
	/** Stryker's own, where it runs. */
	var __stryker__: { activeMutant?: string | undefined } | undefined;
}

if (globalThis.__stryker__ !== undefined) globalThis.__stryker__.activeMutant = undefined;

export {};
