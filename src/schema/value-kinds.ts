import { tableOf } from "../facts/table.js";
import { type DataType, dataTypes } from "./comparators.js";

/**
 * What a value is, whatever the data type is called. Data types of one kind are written, read, compared, stored and asked for
 * alike; each room says in one table by kind how it does that.
 */
export type ValueKind =
	| "integer"
	| "digits"
	| "decimal"
	| "text"
	| "choice"
	| "choices"
	| "day"
	| "moment"
	| "boolean"
	| "id";

/**
 * The kind of each data type's values. `"digits"` are whole numbers of more digits than a JavaScript number holds, `"choice"` and
 * `"choices"` texts of which an org knows some, `"id"` that of a record.
 */
export const valueKinds: Readonly<Record<DataType, ValueKind>> = {
	integer: "integer",
	bigint: "digits",
	decimal: "decimal",
	currency: "decimal",
	percent: "decimal",
	text: "text",
	email: "text",
	phone: "text",
	url: "text",
	picklist: "choice",
	"multi-select": "choices",
	textarea: "text",
	autonumber: "text",
	date: "day",
	datetime: "moment",
	boolean: "boolean",
	lookup: "id",
	owner: "id",
	user: "id",
};

/** A table by data type, from one by kind. */
export function byDataType<Entry>(byKind: Readonly<Record<ValueKind, Entry>>): Readonly<Record<DataType, Entry>> {
	return tableOf(dataTypes, (dataType) => byKind[valueKinds[dataType]]);
}
