import { libraryNames } from "./field-type.js";

/** The names of a module in the generated code. */
export interface ModuleName {
	/** The name of its interface and its constant. */
	readonly identifier: string;
	/** The name of its file, without the extension. */
	readonly file: string;
}

/**
 * Words that cannot name an interface and a constant, or would shadow an import of generated files: such a module is
 * called `...Module`.
 */
const takenIdentifiers: ReadonlySet<string> = new Set([
	...libraryNames,
	...[
		"any arguments await bigint boolean break case catch class const continue debugger default delete do else enum",
		"eval export extends false finally for function if implements import in instanceof interface let never new null",
		"number object package private protected public return static string super switch symbol this throw true try",
		"typeof undefined unknown var void while with yield __proto__",
	].flatMap((names) => names.split(" ")),
]);

/** The index file of a directory, and the names that Windows reserves for devices. */
const takenFiles = /^(?:|index|con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Gives each module a different name.
 *
 * @param modules - the modules, each with a different API name.
 * @param reserved - identifiers that are already in use.
 */
export function nameModules<Module extends { readonly apiName: string }>(
	modules: readonly Module[],
	reserved: readonly string[],
): readonly (Module & ModuleName)[] {
	const identifiers = new Set(reserved);
	const files = new Set<string>();
	return modules.map((module) => ({
		...module,
		identifier: firstFree(identifierOf(module.apiName), "_", identifiers),
		file: firstFree(fileOf(module.apiName), "-", files),
	}));
}

function identifierOf(apiName: string): string {
	const name = apiName.replace(/[^\w$]+/g, "_").replace(/^(?=\d)/, "_");
	return takenIdentifiers.has(name) ? `${name}Module` : name;
}

function fileOf(apiName: string): string {
	const name = apiName
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
	return takenFiles.test(name) ? `module-${name}` : name;
}

function firstFree(name: string, separator: string, taken: Set<string>): string {
	let free = name;
	for (let count = 2; taken.has(free); count++) free = `${name}${separator}${count}`;
	taken.add(free);
	return free;
}
