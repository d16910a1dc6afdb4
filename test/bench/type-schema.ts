/** How large a generated org is. */
export interface SchemaSize {
	readonly modules: number;
	readonly fields: number;
	/** The first fields of each module that are lookups, to the modules that follow. */
	readonly lookups: number;
}

/** What a condition may be about, apart from lookups. */
export type Kind = "text" | "picklist" | "number" | "date" | "date-time";

interface Column {
	readonly kind: Kind;
	/** Our descriptor. A picklist has values of its own, as in an org. */
	readonly descriptor: (field: number) => string;
	/** The type of a Kysely column. */
	readonly kysely: string;
	/** The call that makes a Drizzle column. */
	readonly drizzle: string;
}

const plain = (kind: Kind, descriptor: string, kysely = "string", drizzle = "text()"): Column => ({
	kind,
	descriptor: () => descriptor,
	kysely,
	drizzle,
});

const picklist: Column = {
	kind: "picklist",
	descriptor: (field) => `Picklist<"A" | "B" | "Value ${field}">`,
	kysely: '"A" | "B" | "C"',
	drizzle: 'text({ enum: ["A", "B", "C"] })',
};

/** The fields that are not lookups, over and over: two of each kind. */
const columns: readonly Column[] = [
	plain("text", "Text"),
	picklist,
	plain("date-time", "DateTime"),
	plain("number", "Integer", "number", "integer()"),
	plain("date", "DateField"),
	plain("text", "Email"),
	picklist,
	plain("date-time", "DateTime"),
	plain("number", "Currency", "number", "integer()"),
	plain("date", "DateField"),
];

function columnAt(field: number): Column {
	const column = columns[field % columns.length];
	if (column === undefined) throw new RangeError(`There is no field ${field}.`);
	return column;
}

/** The names of the fields of a kind. */
export function fieldsOf(kind: Kind, { fields, lookups }: SchemaSize): string[] {
	const those: string[] = [];
	for (let field = lookups; field < fields; field++) {
		if (columnAt(field).kind === kind) those.push(`Field_${field}`);
	}
	return those;
}

const lines = (count: number, write: (index: number) => string): string =>
	Array.from({ length: count }, (_, index) => write(index)).join("\n");

/** The org as our modules. */
export function writeModules({ modules, fields, lookups }: SchemaSize): string {
	const descriptor = (module: number, field: number): string =>
		field < lookups ? `Lookup<M${(module + field + 1) % modules}>` : columnAt(field).descriptor(field);
	return `import type { Currency, DateField, DateTime, Email, Integer, Lookup, Module, Picklist, Text } from "zoho-bulk-read";
${lines(
	modules,
	(module) => `export interface M${module} {
${lines(fields, (field) => `	Field_${field}: ${descriptor(module, field)};`)}
}
export declare const M${module}: Module<"M${module}", M${module}>;`,
)}
`;
}

/** The org as Kysely's tables; a lookup is the id that it holds. */
export function writeKyselyTables({ modules, fields, lookups }: SchemaSize): string {
	const type = (field: number): string => (field < lookups ? "string" : columnAt(field).kysely);
	return `import type { Kysely } from "kysely";
${lines(
	modules,
	(module) => `export interface M${module} {
${lines(fields, (field) => `	Field_${field}: ${type(field)};`)}
}`,
)}
export interface Database {
${lines(modules, (module) => `	M${module}: M${module};`)}
}
export declare const db: Kysely<Database>;
`;
}

/** The org as Drizzle's tables: only the first, since their types are inferred from calls, which takes it minutes for many. */
export function writeDrizzleTable({ fields, lookups }: SchemaSize): string {
	const column = (field: number): string => (field < lookups ? "text()" : columnAt(field).drizzle);
	return `import { integer, pgTable, text } from "drizzle-orm/pg-core";
export const M0 = pgTable("M0", {
${lines(fields, (field) => `	Field_${field}: ${column(field)},`)}
});
`;
}
