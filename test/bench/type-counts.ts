import type { TypeProject } from "./type-project.js";
import { fieldsOf, type Kind, type SchemaSize } from "./type-schema.js";

/** The start of the file, which is not counted. */
export const head: string = `import * as org from "./modules.js";
import { and, bulkRead, type Row } from "zoho-bulk-read";
const { where } = org.M0;`;

/** Counts the compiler's instantiations for each kind of thing that users write. */
export function countInstantiations(project: TypeProject, size: SchemaSize): Record<string, number> {
	const count = (...statements: readonly string[]): number =>
		project.cost(
			`${head}\n${statements.map((statement, index) => `export const c${index} = ${statement};`).join("\n")}`,
		).instantiations;
	/** What one more costs where others like it stand already, each about a field and with values of its own. */
	const oneMore = (statements: readonly string[]): number => {
		const some = statements.slice(0, statements.length >> 1);
		return (count(...statements) - count(...some)) / (statements.length - some.length);
	};
	const each = (kind: Kind, write: (field: string, index: number) => string): string[] =>
		fieldsOf(kind, size).slice(0, 40).map(write);

	const nothing = count();
	const first = count(mixed(size)[0] ?? "");
	const select = (module: string, from: number): string => `bulkRead(org.${module}).select(${selection(size, from)})`;
	const selected = count(select("M0", 0));
	return {
		"own field": oneMore(each("text", (field) => `where("${field}").equal("x")`)),
		picklist: oneMore(each("picklist", (field) => `where("${field}").equal("A")`)),
		"list of a picklist": oneMore(each("picklist", (field) => `where("${field}").in(["A", "B"])`)),
		lookup: oneMore(Array.from({ length: size.lookups }, (_, index) => `where("Field_${index}").equal("1")`)),
		"through a lookup": oneMore(
			each("text", (field, index) => `where("${lookupAt(index, size)}.${field}").contains("x")`),
		),
		date: oneMore(each("date", (field, index) => `where("${field}").equal("${day(2026, index)}")`)),
		"date of another decade": oneMore(each("date", (field, index) => `where("${field}").equal("${day(1990, index)}")`)),
		"pair of dates": oneMore(
			each("date", (field, index) => `where("${field}").between("${day(2025, index)}", "${day(2026, index)}")`),
		),
		"date-time": oneMore(each("date-time", (field, index) => `where("${field}").equal("${moment(2026, index)}")`)),
		"pair of date-times": oneMore(
			each(
				"date-time",
				(field, index) => `where("${field}").between("${moment(2025, index)}", "${moment(2026, index)}")`,
			),
		),
		"first of all": first - nothing,
		"first of another module": count(mixed(size)[0] ?? "", 'org.M1.where("Field_20").equal("x")') - first,
		"25 mixed": count(`and(${mixed(size).join(", ")})`) - nothing,
		"select 10, first of all": selected - nothing,
		"select 10, another module": count(select("M0", 0), select("M1", 0)) - selected,
		"select 10, once more": count(select("M0", 0), select("M0", 10)) - selected,
		"row of 10": count(select("M0", 0), "null as unknown as Row<typeof c0>", "c1.Id") - selected,
		"row of a module": count("null as unknown as Row<typeof org.M0>", "c0.Id") - nothing,
	};
}

/** 25 conditions of five kinds in turn, each about a field of its own. */
function mixed(size: SchemaSize): string[] {
	const at = (kind: Kind, index: number): string => fieldsOf(kind, size)[index] ?? "";
	const kinds: readonly ((index: number) => string)[] = [
		(index) => `where("${at("text", index)}").equal("x")`,
		(index) => `where("${at("picklist", index)}").in(["A"])`,
		(index) => `where("${lookupAt(index, size)}.${at("text", index)}").contains("x")`,
		(index) => `where("${at("number", index)}").lessThan(${index})`,
		(index) => `where("${at("date-time", index)}").between("${moment(2025, index)}", "${moment(2026, index)}")`,
	];
	return Array.from({ length: 25 }, (_, index) => kinds[index % 5]?.(Math.floor(index / 5)) ?? "");
}

/** Ten paths, every third through a lookup. */
function selection(size: SchemaSize, from: number): string {
	const paths = Array.from({ length: 10 }, (_, index) => {
		const field = `Field_${size.lookups + from + index}`;
		return index % 3 === 0 ? `${lookupAt(from + index, size)}.${field}` : field;
	});
	return paths.map((path) => `"${path}"`).join(", ");
}

const lookupAt = (index: number, { lookups }: SchemaSize): string => `Field_${index % lookups}`;

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** Another day for each index. */
const day = (year: number, index: number): string =>
	`${year}-${twoDigits((index % 12) + 1)}-${twoDigits((index % 28) + 1)}`;

/** Another moment for each index. */
const moment = (year: number, index: number): string =>
	`${day(year, index)}T${twoDigits(index % 24)}:${twoDigits(index % 60)}:00+05:30`;
