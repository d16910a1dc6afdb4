import type { DescribedModule } from "./metadata.js";

/** What a module is called in the generated code. */
export interface ModuleNames {
	/** The name of its interface and its constant. */
	readonly identifier: string;
	/** The file's name without its extension. */
	readonly file: string;
}

/** What generated files import, and what the language keeps for itself: a module of that name is called `...Module`. */
const takenIdentifiers: ReadonlySet<string> = new Set(
	[
		"Integer BigInteger Decimal Currency Percent Text Email Phone Url TextArea AutoNumber DateField DateTime BooleanField",
		"Picklist MultiSelect Lookup Owner User SelectOnly NotExported Undescribed Module generatedModule",
		"any arguments as async await bigint boolean break case catch class const continue debugger declare default delete",
		"do else enum eval export extends false finally for function if implements import in instanceof interface let",
		"never new null number object of package private protected public return static string super switch symbol",
		"this throw true try type typeof undefined unknown var void while with yield",
	].flatMap((names) => names.split(" ")),
);

/** What a directory has a file of its own for, and the names that Windows keeps for devices. */
const takenFiles: ReadonlySet<string> = new Set(["index", "con", "prn", "aux", "nul"]);

/** Names the modules of an org, each differently. */
export function nameModules(modules: readonly DescribedModule[]): ReadonlyMap<string, ModuleNames> {
	const identifiers = new Set<string>();
	const files = new Set<string>();
	return new Map(
		modules.map(({ apiName }) => [
			apiName,
			{
				identifier: firstFree(identifierOf(apiName), identifiers, ""),
				file: firstFree(fileOf(apiName), files, "-"),
			},
		]),
	);
}

function identifierOf(apiName: string): string {
	const name = apiName.replace(/[^\p{ID_Continue}$]+/gu, "_").replace(/^(?!\p{ID_Start}|[$_])/u, "_");
	return takenIdentifiers.has(name) ? `${name}Module` : name;
}

function fileOf(apiName: string): string {
	const name = apiName.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
	return name === "" || takenFiles.has(name) || /^(?:com|lpt)\d$/.test(name) ? `${name}-module`.replace(/^-/, "") : name;
}

function firstFree(name: string, taken: Set<string>, separator: string): string {
	let free = name;
	for (let count = 2; taken.has(free); count++) free = `${name}${separator}${count}`;
	taken.add(free);
	return free;
}
