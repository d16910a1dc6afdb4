import type { DataType } from "./comparators.js";
import { byDataType } from "./value-kinds.js";

/**
 * The kind of form control for a value: `"digits"` for whole numbers with more digits than a JavaScript number holds,
 * `"choice"` and `"choices"` for known values, to which an org may have added, `"record"` for the id of a record.
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

/** The kind of form control for each data type. */
export const inputKinds: Readonly<Record<DataType, InputKind>> = /* @__PURE__ */ byDataType<InputKind>({
	integer: "number",
	digits: "digits",
	decimal: "number",
	text: "text",
	choice: "choice",
	choices: "choices",
	day: "date",
	moment: "datetime",
	boolean: "checkbox",
	id: "record",
});
