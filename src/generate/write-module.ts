import type { DataType } from "../schema/comparators.js";
import { packField } from "../schema/packed-fields.js";
import type { MappedField } from "./map-field.js";
import type { DescribedModule, FieldMetadata } from "./metadata.js";
import type { ModuleNames } from "./module-names.js";
import { fieldDoc, moduleDoc, writeDoc } from "./write-doc.js";
import { writeKey, writeString, writeTemplateLine } from "./write-text.js";

/** Columns that a line may have; a tab counts as two. */
const lineWidth = 120;

/** A module ready to be written: its fields are mapped, in the order in which they are written. */
export interface MappedModule {
	readonly module: DescribedModule;
	readonly names: ModuleNames;
	readonly fields: readonly { readonly metadata: FieldMetadata; readonly mapped: MappedField }[];
}

/** A module's code, and what the file that holds it must import. */
export interface WrittenModule {
	readonly code: string;
	/** Names of this library's types. */
	readonly types: ReadonlySet<string>;
	/** API names of the modules that its lookups refer to. */
	readonly targets: ReadonlySet<string>;
}

/** Finds the name under which a module is described; undefined where it is not. */
export type IdentifierOf = (apiName: string) => string | undefined;

/** Writes the interface of a module's fields and the constant beside it. */
export function writeModule({ module, names, fields }: MappedModule, identifierOf: IdentifierOf): WrittenModule {
	const types = new Set(["Module"]);
	const targets = new Map<string, string>();
	const properties: string[] = [];
	const packed: string[] = [];
	for (const { metadata, mapped } of fields) {
		const target = mapped.target === undefined ? undefined : identifierOf(mapped.target);
		if (mapped.target !== undefined && target !== undefined) targets.set(mapped.target, target);
		const type = fieldType(mapped, target);
		for (const name of type.names) types.add(name);
		properties.push(
			`${writeDoc(fieldDoc(metadata, mapped, target !== undefined), "\t")}${writeProperty(mapped.apiName, type)}`,
		);
		packed.push(packField(target === undefined ? withoutTarget(mapped) : mapped));
	}
	const doc = writeDoc(moduleDoc(module), "");
	const body = properties.length === 0 ? "{}" : `{\n${properties.join("")}}`;
	const { identifier } = names;
	return {
		types,
		targets: new Set(targets.keys()),
		code: [
			`${doc}export interface ${identifier} ${body}\n`,
			`${doc}export const ${identifier}: Module<${writeString(module.apiName)}, ${identifier}> = ${pure} generatedModule(`,
			`\t${writeString(module.apiName)},`,
			`\t\`${packed.map((line) => `\n\t${writeTemplateLine(line)}`).join("")}\n\t\`,`,
			`\t() => ${writeTargets(targets)},`,
			");\n",
		].join("\n"),
	};
}

/** Lets a bundler drop a module that nothing uses. */
const pure = "/* @__PURE__ */";

function withoutTarget({ target: _, ...field }: MappedField): MappedField {
	return field;
}

const typeByDataType: Readonly<Record<DataType, string>> = {
	integer: "Integer",
	bigint: "BigInteger",
	decimal: "Decimal",
	currency: "Currency",
	percent: "Percent",
	text: "Text",
	email: "Email",
	phone: "Phone",
	url: "Url",
	picklist: "Picklist",
	"multi-select": "MultiSelect",
	textarea: "TextArea",
	autonumber: "AutoNumber",
	date: "DateField",
	datetime: "DateTime",
	boolean: "BooleanField",
	lookup: "Lookup",
	owner: "Owner",
	user: "User",
};

/** A type as it will be written: a name, and the arguments that may be broken over lines. */
interface WrittenType {
	readonly name: string;
	/** The members of the union that is the type's one argument. */
	readonly union: readonly string[];
	/** This library's types that it names. */
	readonly names: readonly string[];
}

function fieldType(field: MappedField, target: string | undefined): WrittenType {
	const { dataType, restriction } = field;
	if (restriction !== undefined) {
		const name = restriction === "export" ? "NotExported" : "SelectOnly";
		return { name, union: [writeString(dataType)], names: [name] };
	}
	const name = typeByDataType[dataType];
	if (dataType === "lookup" || dataType === "owner" || dataType === "user") {
		if (target !== undefined) return { name, union: [target], names: [name] };
		const argument = field.target === undefined ? "" : `<${writeString(field.target)}>`;
		return { name, union: [`Undescribed${argument}`], names: [name, "Undescribed"] };
	}
	return { name, union: field.values.map(writeString), names: [name] };
}

function writeProperty(apiName: string, { name, union }: WrittenType): string {
	const key = `\t${writeKey(apiName)}: ${name}`;
	if (union.length === 0) return `${key};\n`;
	const line = `${key}<${union.join(" | ")}>;\n`;
	const [only = ""] = union;
	const breaks = union.length > 1 || only.endsWith(">");
	if (!breaks || columns(line) <= lineWidth) return line;
	return `${key}<\n${union.map((member) => `\t\t${union.length > 1 ? "| " : ""}${member}\n`).join("")}\t>;\n`;
}

function columns(line: string): number {
	return line.replace(/\n$/, "").replaceAll("\t", "  ").length;
}

function writeTargets(targets: ReadonlyMap<string, string>): string {
	const properties = [...targets].map(([apiName, identifier]) =>
		apiName === identifier ? identifier : `${writeKey(apiName)}: ${identifier}`,
	);
	if (properties.length === 0) return "({})";
	const line = `({ ${properties.join(", ")} })`;
	if (columns(`\t() => ${line},`) <= lineWidth) return line;
	return `({\n${properties.map((property) => `\t\t${property},\n`).join("")}\t})`;
}
