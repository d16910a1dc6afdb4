/** What a module is called in the generated code. */
export interface ModuleName {
	/** The name of its interface and its constant. */
	readonly identifier: string;
	/** The name of its file, without the extension. */
	readonly file: string;
}

/** What generated files import, and what the language keeps for itself: a module of that name is called `...Module`. */
const takenIdentifiers: ReadonlySet<string> = new Set(
	[
		"AutoNumber BigInteger BooleanField Currency DateField DateTime Decimal Email Integer Lookup Module MultiSelect",
		"NotExported Owner Percent Phone Picklist SelectOnly Text TextArea Undescribed Url User generatedModule",
		"any arguments as async await bigint boolean break case catch class const continue debugger declare default delete",
		"do else enum eval export extends false finally for function if implements import in instanceof interface let",
		"never new null number object package private protected public return static string super switch symbol this",
		"throw true try type typeof undefined unknown var void while with yield",
	].flatMap((names) => names.split(" ")),
);

/** The file that a directory begins with, and the names that Windows keeps for devices. */
const takenFiles = /^(?:|index|con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Names modules, each differently.
 *
 * @param modules - the modules, each of another API name.
 * @param reserved - identifiers that are in use already.
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
	const name = apiName.replace(/[^\p{ID_Continue}$]+/gu, "_").replace(/^(?![\p{ID_Start}$_])/u, "_");
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
