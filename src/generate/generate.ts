import { type MappedField, mapField } from "./map-field.js";
import type { DescribedModule, FieldMetadata } from "./metadata.js";
import { nameModules } from "./module-names.js";
import { type MappedModule, type WrittenModule, writeModule } from "./write-module.js";
import { writeString } from "./write-text.js";

/** A file that was generated. */
export interface GeneratedFile {
	/** Its path below the directory that it is written to. */
	readonly path: string;
	readonly text: string;
}

export interface GenerateOptions {
	/** The name of the one file that holds everything; without it, each module has its own, beside an `index.ts`. */
	readonly file?: string;
	/** What the generated files import this library's types from. */
	readonly from?: string;
}

/** Something that the metadata holds and that this library does not know, or had to leave out. */
export interface GenerateWarning {
	readonly module: string;
	readonly field?: string;
	readonly message: string;
}

/** The generated files, and what there is to say about them. */
export interface Generated {
	readonly files: readonly GeneratedFile[];
	readonly warnings: readonly GenerateWarning[];
}

export function generateModules(modules: readonly DescribedModule[], options: GenerateOptions = {}): Generated {
	const { file, from = "zoho-bulk-read" } = options;
	const warnings: GenerateWarning[] = [];
	const sorted = [...modules].sort(byApiName);
	const names = nameModules(sorted);
	const mapped = sorted.map((module): MappedModule => ({
		module,
		names: names.get(module.apiName) ?? { identifier: "", file: "" },
		fields: [...module.fields].sort(byApiName).map((metadata) => ({ metadata, mapped: mapField(metadata, module.apiName, true) })),
	}));
	const identifierOf = (apiName: string) => names.get(apiName)?.identifier;
	const files = mapped.map((module) => {
		const written = writeModule(module, identifierOf);
		const imports = [...written.targets]
			.filter((target) => target !== module.module.apiName)
			.map((target) => `import { ${identifierOf(target)} } from "./${names.get(target)?.file}.js";\n`)
			.join("");
		return {
			path: `${module.names.file}.ts`,
			text: `${writeImport(written.types, from)}${imports}\n${written.code}`,
		};
	});
	const index = mapped.map((module) => `export * from "./${module.names.file}.js";\n`).join("");
	return { files: [...files, { path: "index.ts", text: index }], warnings };
}

function writeImport(types: ReadonlySet<string>, from: string): string {
	const names = [...types, "generatedModule"]
		.sort((one, other) => compare(one.toLowerCase(), other.toLowerCase()))
		.map((name) => (name === "generatedModule" ? name : `type ${name}`));
	const line = `import { ${names.join(", ")} } from ${writeString(from)};\n`;
	if (line.length <= 121) return line;
	return `import {\n${names.map((name) => `\t${name},\n`).join("")}} from ${writeString(from)};\n`;
}

function byApiName(one: { readonly apiName: string }, other: { readonly apiName: string }): number {
	return compare(one.apiName.toLowerCase(), other.apiName.toLowerCase()) || compare(one.apiName, other.apiName);
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
