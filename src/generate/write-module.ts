import { packField } from "../schema/packed-fields.js";
import { type FieldType, fieldType } from "./field-type.js";
import type { MappedModule } from "./map-field.js";
import type { ModuleName } from "./module-names.js";
import { fieldDoc, moduleDoc, writeDoc } from "./write-doc.js";
import { fitsLine, writeKey, writeString, writeTemplateLine } from "./write-text.js";

/** How generated code refers to a module. */
export interface Reference {
	/** The name of its interface and its constant. */
	readonly identifier: string;
	/** What both are imported from. */
	readonly source: string;
}

/** A module's code, and what its file must import. */
export interface WrittenModule {
	readonly code: string;
	/** Names of this library's types. */
	readonly types: ReadonlySet<string>;
	/** The modules that its lookups refer to, by API name. */
	readonly targets: ReadonlyMap<string, Reference>;
}

/**
 * Writes the interface of a module's fields and the constant beside it.
 *
 * @param module - the module, mapped and named.
 * @param described - how to refer to the described modules, by API name.
 */
export function writeModule(
	module: MappedModule & ModuleName,
	described: ReadonlyMap<string, Reference>,
): WrittenModule {
	const types = new Set(["Module"]);
	const targets = new Map<string, Reference>();
	let properties = "";
	let packed = "";
	for (const field of module.fields) {
		const { target: apiName, ...untargeted } = field;
		const target = apiName === undefined ? undefined : described.get(apiName);
		if (apiName !== undefined && target !== undefined) targets.set(apiName, target);
		const type = fieldType(field, target?.identifier);
		for (const name of type.imports) types.add(name);
		properties += `${writeDoc(fieldDoc(field, target !== undefined), "\t")}${writeProperty(field.apiName, type)}`;
		packed += `\n\t${writeTemplateLine(packField(target === undefined ? untargeted : field))}`;
	}
	const { identifier } = module;
	const apiName = writeString(module.apiName);
	const doc = writeDoc(moduleDoc(module), "");
	const code = `${doc}export interface ${identifier} {
${properties}}

${doc}export const ${identifier}: Module<${apiName}, ${identifier}> = /* @__PURE__ */ generatedModule(
	${apiName},
	\`${packed}
	\`,
	() => ${writeTargets(targets)},
);
`;
	return { code, types, targets };
}

/** A property of the interface, with line breaks where formatters would put them. */
function writeProperty(apiName: string, { name, union }: FieldType): string {
	const start = `\t${writeKey(apiName)}: ${name}`;
	if (union.length === 0) return `${start};\n`;
	const line = `${start}<${union.join(" | ")}>;`;
	const breakable = union.length > 1 || union[0]?.endsWith(">") === true;
	if (!breakable || fitsLine(line)) return `${line}\n`;
	const inner = `\t\t${union.join(" | ")}`;
	const broken = fitsLine(inner) || union.length === 1 ? inner : union.map((member) => `\t\t| ${member}`).join("\n");
	return `${start}<\n${broken}\n\t>;\n`;
}

function writeTargets(targets: ReadonlyMap<string, Reference>): string {
	if (targets.size === 0) return "({})";
	const properties = [...targets].map(([apiName, { identifier }]) =>
		apiName === identifier ? identifier : `[${writeString(apiName)}]: ${identifier}`,
	);
	const line = `({ ${properties.join(", ")} })`;
	if (fitsLine(`\t() => ${line},`)) return line;
	return `({\n${properties.map((property) => `\t\t${property},\n`).join("")}\t})`;
}
