/** How large a generated org is. */
export interface SchemaSize {
	readonly modules: number;
	readonly fields: number;
	/** The first fields of each module that are lookups, to the modules that follow. */
	readonly lookups: number;
}

const descriptors = [
	"Text",
	'Picklist<"A" | "B" | "C">',
	"DateTime",
	"Integer",
	"BooleanField",
	"Email",
	"Currency",
	"DateField",
	"Phone",
	"Text",
] as const;

/** A kind of field that every generated module has. */
export type Kind = "Text" | "Picklist" | "DateTime" | "Integer" | "DateField";

/** The name of one of the fields of a kind: the `index`th, over again where there are fewer. */
export function fieldOf(kind: Kind, index: number, { fields, lookups }: SchemaSize): string {
	const those: number[] = [];
	for (let field = lookups; field < fields; field++) {
		if (descriptors[field % descriptors.length]?.startsWith(kind)) those.push(field);
	}
	return `Field_${those[index % those.length]}`;
}

/** How many fields of a kind a module has. */
export function fieldCount(kind: Kind, { fields, lookups }: SchemaSize): number {
	let count = 0;
	for (let field = lookups; field < fields; field++) {
		if (descriptors[field % descriptors.length]?.startsWith(kind)) count++;
	}
	return count;
}

const names = (count: number, write: (index: number) => string): string =>
	Array.from({ length: count }, (_, index) => write(index)).join("\n");

/** The org as our modules. */
export function writeModules({ modules, fields, lookups }: SchemaSize): string {
	const type = (module: number, field: number): string =>
		field < lookups
			? `Lookup<M${(module + field + 1) % modules}>`
			: (descriptors[field % descriptors.length] ?? "Text");
	return `import type {
	BooleanField, Currency, DateField, DateTime, Email, Integer, Lookup, Module, Phone, Picklist, Text,
} from "../../../src/index.js";
${names(
	modules,
	(module) => `export interface M${module} {
${names(fields, (field) => `	Field_${field}: ${type(module, field)};`)}
}
export declare const M${module}: Module<"M${module}", M${module}>;`,
)}
`;
}

const columnTypes: Readonly<Record<string, string>> = {
	Integer: "number",
	Currency: "number",
	BooleanField: "boolean",
	'Picklist<"A" | "B" | "C">': '"A" | "B" | "C"',
};

/** The org as Kysely's tables. */
export function writeKyselyTables({ modules, fields }: SchemaSize): string {
	return `import type { Kysely } from "kysely";
${names(
	modules,
	(module) => `export interface M${module} {
${names(fields, (field) => `	Field_${field}: ${columnTypes[descriptors[field % descriptors.length] ?? ""] ?? "string"};`)}
}`,
)}
export interface Database {
${names(modules, (module) => `	M${module}: M${module};`)}
}
export declare const db: Kysely<Database>;
`;
}

/** The org as Drizzle's tables: only the first, since its types are inferred from calls. */
export function writeDrizzleTable({ fields }: SchemaSize): string {
	const column = (field: number): string => {
		const type = columnTypes[descriptors[field % descriptors.length] ?? ""];
		return type === "number" ? "integer()" : type === "boolean" ? "boolean()" : "text()";
	};
	return `import { boolean, integer, pgTable, text } from "drizzle-orm/pg-core";
export const M0 = pgTable("M0", {
${names(fields, (field) => `	Field_${field}: ${column(field)},`)}
});
`;
}
