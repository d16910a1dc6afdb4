import type { DataType } from "./comparators.js";

/**
 * What a form asks a value of a field with: `"digits"` for whole numbers of more digits than a JavaScript number holds,
 * `"choice"` and `"choices"` for known values among which an org may have more, `"record"` for the id of a record.
 */
export type InputKind =
	| "number"
	| "digits"
	| "text"
	| "choice"
	| "choices"
	| "date"
	| "datetime"
	| "checkbox"
	| "record";

/** What a form asks a value of each data type with. */
export const inputKinds: Readonly<Record<DataType, InputKind>> = {
	integer: "number",
	bigint: "digits",
	decimal: "number",
	currency: "number",
	percent: "number",
	text: "text",
	email: "text",
	phone: "text",
	url: "text",
	picklist: "choice",
	"multi-select": "choices",
	textarea: "text",
	autonumber: "text",
	date: "date",
	datetime: "datetime",
	boolean: "checkbox",
	lookup: "record",
	owner: "record",
	user: "record",
};
