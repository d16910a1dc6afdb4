import type { DataType } from "./comparators.js";
import { byDataType } from "./value-kinds.js";

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
