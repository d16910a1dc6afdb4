import type { Job } from "../../job/any-job.js";
import type { DataType } from "../../schema/comparators.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../schema/path.js";
import { byDataType } from "../../schema/value-kinds.js";

/**
 * The type of a copy's column: `"text"`; `"integer"`, a whole number; `"number"`, an amount with decimals; `"date"`, a
 * day; `"moment"`, a day and time with its zone; `"boolean"`; `"list"`, a list of texts.
 */
export type CopyType = "text" | "integer" | "number" | "date" | "moment" | "boolean" | "list";

/** A column of a copy. */
export interface CopyColumn {
	/** The path that the job selects, or the column's name in the file: `"Owner.last_name"`. */
	readonly name: string;
	/** The type of its cells. */
	readonly type: CopyType;
}

/** The column of the record's id: the first of every copy. */
export const idColumn: CopyColumn = { name: "Id", type: "text" };

/** Ids and bigints are text, because they have more digits than most programs can handle. */
const typeByDataType: Readonly<Record<DataType, CopyType>> = byDataType<CopyType>({
	integer: "integer",
	digits: "text",
	decimal: "number",
	text: "text",
	choice: "text",
	choices: "list",
	day: "date",
	moment: "moment",
	boolean: "boolean",
	id: "text",
});

/** The columns of a job: the id, then what it selects, or every field of its module. */
export function columnsOf({ module, selection }: Job<unknown>): readonly CopyColumn[] {
	const paths = selection ?? [...module.fields.values()].filter(isExported).map(({ apiName }) => apiName);
	return [idColumn, ...paths.filter((path) => path !== "id").map((path) => columnAt(module, path))];
}

/** The column for a path; text if the module does not describe it. */
export function columnAt(module: AnyModule, path: string): CopyColumn {
	const found = resolvePath(module, path);
	return { name: path, type: isPathProblem(found) ? "text" : typeByDataType[found.field.dataType] };
}

const isExported = ({ exportable }: { readonly exportable: boolean }): boolean => exportable;
