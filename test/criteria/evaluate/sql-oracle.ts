import type { WireCondition, WireCriteria, WireScalar } from "../../../src/criteria/node/criteria-json.js";
import type { DataType } from "../../../src/schema/comparators.js";
import type { FlatRecord } from "../arbitrary-record.js";
import { Everything, pathsOf } from "../every-data-type.js";

/** The assumptions of `evaluate`, as this oracle understands them. */
export interface SqlAssumptions {
	readonly caseSensitive?: boolean;
	readonly emptyMatchesNot?: boolean;
	readonly whole?: boolean;
	readonly emptyInListIsText?: boolean;
}

const dataTypes = new Map(pathsOf(Everything).map(({ path, dataType }) => [path, dataType]));
const paths = [...dataTypes.keys()];

/** Writes SQL that recreates the table of records. A multi-select is a JSON list, and also one text. */
export function writeTable(records: readonly FlatRecord[]): string {
	const columns = ["id", ...paths.map(quotedName), '"Tags whole"'].join(", ");
	const rows = records.map((record, id) => {
		const cells = paths.map((path) => writeCell(dataTypes.get(path), record[path] ?? null));
		const tags = record.Tags;
		return `(${[id, ...cells, Array.isArray(tags) ? text(tags.join(",")) : "NULL"].join(", ")})`;
	});
	return `DROP TABLE IF EXISTS records; CREATE TABLE records (${columns}); INSERT INTO records VALUES ${rows.join(", ")};`;
}

function writeCell(dataType: DataType | undefined, value: FlatRecord[string]): string {
	if (value === null) return "NULL";
	return Array.isArray(value) ? text(JSON.stringify(value)) : writeScalar(dataType, value as WireScalar);
}

/**
 * Writes a value so that SQLite compares it as the data type asks for: moments and digits as integers, decimals as
 * numbers.
 */
function writeScalar(dataType: DataType | undefined, value: WireScalar): string {
	switch (dataType) {
		case "integer":
		case "bigint":
			return `CAST(${text(String(value))} AS INTEGER)`;
		case "decimal":
		case "currency":
		case "percent":
			return `CAST(${text(String(value))} AS REAL)`;
		case "boolean":
			return String(value) === "true" ? "1" : "0";
		case "datetime":
			return `unixepoch(${text(String(value))})`;
		default:
			return text(String(value));
	}
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const quotedName = (path: string): string => `"${path}"`;

/** Writes a filter as the condition of a `WHERE`. */
export function writeSql(criteria: WireCriteria, assumptions: SqlAssumptions): string {
	if ("api_name" in criteria) return writeCondition(criteria, assumptions);
	return `(${criteria.group.map((member) => writeSql(member, assumptions)).join(` ${criteria.group_operator} `)})`;
}

const EMPTY = "${EMPTY}";

function writeCondition(condition: WireCondition, assumptions: SqlAssumptions): string {
	const dataType = dataTypes.get(condition.api_name);
	const isMulti = dataType === "multi-select";
	const column = isMulti && assumptions.whole ? '"Tags whole"' : quotedName(condition.api_name);
	const { comparator } = condition;
	if (condition.value === EMPTY) return writeAgainstEmpty(column, comparator);

	const given = Array.isArray(condition.value) ? condition.value : [condition.value as WireScalar];
	const asksForEmpty = assumptions.emptyInListIsText !== true && given.includes(EMPTY);
	const isNumeric = dataType !== undefined && !textual.has(dataType);
	const values = given.filter((value) => value !== EMPTY || !(asksForEmpty || isNumeric));
	const written = values.map((value) => folded(dataType, writeScalar(dataType, value), assumptions));

	const negated = comparator.startsWith("not_");
	const positive = negated ? comparator.slice("not_".length) : comparator;
	const each = isMulti && !assumptions.whole;
	const compared = folded(dataType, each ? "value" : column, assumptions);
	const test = each
		? `EXISTS (SELECT 1 FROM json_each(${column}) WHERE ${writeTest(compared, positive, written)})`
		: writeTest(compared, positive, written);

	if (!negated) return asksForEmpty ? `(${column} IS NULL OR ${test})` : `(${column} IS NOT NULL AND ${test})`;
	return assumptions.emptyMatchesNot && !asksForEmpty
		? `(${column} IS NULL OR NOT (${test}))`
		: `(${column} IS NOT NULL AND NOT (${test}))`;
}

/** No value sorts before every value, as with NULLS FIRST. */
function writeAgainstEmpty(column: string, comparator: string): string {
	switch (comparator) {
		case "less_than":
			return "0";
		case "greater_equal":
			return "1";
		case "not_equal":
		case "not_contains":
		case "greater_than":
			return `${column} IS NOT NULL`;
		default:
			return `${column} IS NULL`;
	}
}

function writeTest(compared: string, comparator: string, values: readonly string[]): string {
	const [first, second] = values;
	switch (comparator) {
		case "equal":
			return `${compared} = ${first}`;
		case "in":
			return `${compared} IN (${values.join(", ")})`;
		case "contains":
			return `instr(${compared}, ${first}) > 0`;
		case "starts_with":
			return `substr(${compared}, 1, length(${first})) = ${first}`;
		case "ends_with":
			return `substr(${compared}, -length(${first})) = ${first}`;
		case "less_than":
			return `${compared} < ${first}`;
		case "less_equal":
			return `${compared} <= ${first}`;
		case "greater_than":
			return `${compared} > ${first}`;
		case "greater_equal":
			return `${compared} >= ${first}`;
		case "between":
			return `${compared} BETWEEN ${first} AND ${second}`;
		default:
			throw new TypeError(`The oracle does not know ${comparator}.`);
	}
}

const textual: ReadonlySet<DataType> = new Set([
	"text",
	"email",
	"phone",
	"url",
	"picklist",
	"multi-select",
	"textarea",
	"autonumber",
]);

function folded(dataType: DataType | undefined, sql: string, { caseSensitive }: SqlAssumptions): string {
	return dataType !== undefined && textual.has(dataType) && caseSensitive !== true ? `lower(${sql})` : sql;
}
