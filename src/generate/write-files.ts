import type { MappedModule } from "./map-field.js";
import { compareNames } from "./metadata/by-api-name.js";
import { nameModules } from "./module-names.js";
import { type Reference, type WrittenModule, writeModule } from "./write-module.js";
import { fitsLine, writeCommentText, writeString } from "./write-text.js";

/** Where generated files will be, and what they import. */
export interface FileOptions {
	/** The name of the only file for everything; without it, each module has its own, beside an `index.ts`. */
	readonly file?: string;
	/** What the files import this library from; `"zoho-bulk-read"` by default. */
	readonly from?: string;
	/**
	 * What the files import `Users` from if the metadata does not describe it, since every owner refers to it;
	 * `"zoho-bulk-read/standard"` by default. With `false`, no path can go through an owner.
	 */
	readonly usersFrom?: string | false;
	/** The extension in the files' imports of each other; `".js"` by default. */
	readonly importExtension?: ".js" | ".ts" | "";
	/** What the first line of each file says. */
	readonly header?: string;
}

/** A generated file. */
export interface GeneratedFile {
	/** Its path relative to the output directory. */
	readonly path: string;
	readonly text: string;
}

/** Writes the files for some modules. */
export function writeFiles(modules: readonly MappedModule[], options: FileOptions): readonly GeneratedFile[] {
	const { file, from = "zoho-bulk-read", importExtension = ".js", header = defaultHeader } = options;
	const elsewhere = describedElsewhere(modules, options);
	const named = nameModules(modules, [...elsewhere.keys()]).map((module) => ({
		...module,
		source: `./${module.file}${importExtension}`,
	}));
	const references = new Map<string, Reference>(elsewhere);
	for (const module of named) references.set(module.apiName, module);
	const written = named.map((module) => ({ ...module, ...writeModule(module, references) }));
	const firstLine = `// ${writeCommentText(header)}\n`;
	return file === undefined
		? writeDirectory(written, from, firstLine)
		: [{ path: file, text: `${firstLine}\n${writeOneFile(written, elsewhere, from)}` }];
}

const defaultHeader = "Made by zoho-bulk-read from the metadata of a Zoho CRM org: do not edit it, generate it again.";

/** The modules that are not written here, but imported. */
function describedElsewhere(
	modules: readonly MappedModule[],
	{ usersFrom = "zoho-bulk-read/standard" }: FileOptions,
): ReadonlyMap<string, Reference> {
	const described = modules.some((module) => module.apiName === "Users");
	if (described || usersFrom === false) return new Map();
	return new Map([["Users", { identifier: "Users", source: usersFrom }]]);
}

interface SourceModule extends WrittenModule, Reference {
	readonly apiName: string;
	readonly file: string;
}

function writeOneFile(
	modules: readonly SourceModule[],
	elsewhere: ReadonlyMap<string, Reference>,
	from: string,
): string {
	const used = [...elsewhere].filter(([apiName]) => modules.some(({ targets }) => targets.has(apiName)));
	const imports = [writeLibraryImport(modules, from), ...used.map(([, reference]) => writeModuleImport(reference))];
	return [imports.join(""), ...modules.map(({ code }) => code)].join("\n");
}

/**
 * Tells the compiler not to check a module's file: its lines are all alike, and checking 100,000 of them takes more
 * than a second. The index is still checked, and imports the library, so that a wrong `from` is reported.
 */
const unchecked = "/* eslint-disable */\n// @ts-nocheck\n";

function writeDirectory(modules: readonly SourceModule[], from: string, firstLine: string): readonly GeneratedFile[] {
	const files = modules.map((module) => {
		const others = [...module.targets].filter(([apiName]) => apiName !== module.apiName);
		const imports = others
			.map(([, reference]) => reference)
			.sort(bySource)
			.map(writeModuleImport);
		const text = `${firstLine}${unchecked}\n${writeLibraryImport([module], from)}${imports.join("")}\n${module.code}`;
		return { path: `${module.file}.ts`, text };
	});
	const exports = modules.map(({ source }) => `export * from ${writeString(source)};\n`).join("");
	const index = `${firstLine}\nimport type {} from ${writeString(from)};\n\n${exports}`;
	return [...files, { path: "index.ts", text: index }].sort((one, other) => compareNames(one.path, other.path));
}

function writeLibraryImport(modules: readonly WrittenModule[], from: string): string {
	const types = new Set(modules.flatMap((module) => [...module.types]));
	const names = [...[...types].map((type) => `type ${type}`), "generatedModule"].sort((one, other) =>
		compareNames(one.replace("type ", ""), other.replace("type ", "")),
	);
	const line = `import { ${names.join(", ")} } from ${writeString(from)};`;
	if (fitsLine(line)) return `${line}\n`;
	return `import {\n${names.map((name) => `\t${name},\n`).join("")}} from ${writeString(from)};\n`;
}

/** Packages, then files. */
function bySource({ source: one }: Reference, { source: other }: Reference): number {
	return Number(one.startsWith(".")) - Number(other.startsWith(".")) || compareNames(one, other);
}

function writeModuleImport({ identifier, source }: Reference): string {
	return `import { ${identifier} } from ${writeString(source)};\n`;
}
