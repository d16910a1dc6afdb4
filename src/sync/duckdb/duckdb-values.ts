import type { CopyType } from "../copy/copy-column.js";
import { quoteText } from "../copy/copy-sql.js";

/** DuckDB's type for each type of column. */
export function duckdbTypes(decimals: "double" | "exact"): Readonly<Record<CopyType, string>> {
	return {
		text: "VARCHAR",
		integer: "BIGINT",
		number: decimals === "exact" ? "DECIMAL(28, 9)" : "DOUBLE",
		date: "DATE",
		moment: "TIMESTAMPTZ",
		boolean: "BOOLEAN",
		list: "VARCHAR[]",
	};
}

/** DuckDB's casts accept too much: they round 12.6 to a whole number, and read a moment without a zone. */
const patterns: Readonly<Partial<Record<CopyType, string>>> = {
	integer: String.raw`-?\d+(\.0+)?`,
	number: String.raw`-?\d+(\.\d+)?([eE][+-]?\d+)?`,
	date: String.raw`\d{4}-\d\d-\d\d`,
	moment: String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)`,
};

/** Makes the value of a cell; NULL if the cell is empty or does not fit. */
export function cellValue(cell: string, type: CopyType, sqlType: string, listDelimiter: string): string {
	if (type === "text") return cell;
	if (type === "list") return `string_split(${cell}, ${quoteText(listDelimiter)})`;
	if (type === "boolean") return `CASE lower(${cell}) WHEN 'true' THEN true WHEN 'false' THEN false END`;
	const fits = `regexp_full_match(${cell}, ${quoteText(patterns[type] ?? "")})`;
	return `CASE WHEN ${fits} THEN TRY_CAST(${cell} AS ${sqlType}) END`;
}

/** Whether there are texts that do not fit a type. */
export function isChecked(type: CopyType): boolean {
	return type !== "text" && type !== "list";
}

/** Whether a cell of a checked type is not empty and does not fit. */
export function isUnfit(cell: string, type: CopyType, sqlType: string): string {
	return `(${cell} IS NOT NULL AND (${cellValue(cell, type, sqlType, "")}) IS NULL)`;
}
