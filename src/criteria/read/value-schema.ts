import { limits } from "../../facts/limits.js";
import type { DataType } from "../../schema/comparators.js";
import { valuePatterns } from "../build/value-pattern.js";
import { emptyText } from "../node/empty.js";
import type { JsonSchema } from "./json-schema.js";

const empty: JsonSchema = { const: emptyText };
const matching = (pattern: string): JsonSchema => ({ type: "string", pattern });
const wholeNumber: JsonSchema = {
	type: "integer",
	minimum: Number.MIN_SAFE_INTEGER,
	maximum: Number.MAX_SAFE_INTEGER,
};

const decimal: JsonSchema = { anyOf: [{ type: "number" }, matching(valuePatterns.decimal), empty] };
const text: JsonSchema = { type: "string", maxLength: limits.textLength };
const recordId: JsonSchema = { anyOf: [{ ...wholeNumber, minimum: 0 }, matching(valuePatterns.recordId), empty] };

/** What each data type takes when it is read, as JSON Schema: the twin of `readValue`. */
export const valueSchemas: Readonly<Record<DataType, JsonSchema>> = {
	integer: { anyOf: [wholeNumber, matching(valuePatterns.integer), empty] },
	bigint: { anyOf: [wholeNumber, matching(valuePatterns.bigint), empty] },
	decimal,
	currency: decimal,
	percent: decimal,
	text,
	email: text,
	phone: text,
	url: text,
	picklist: text,
	"multi-select": text,
	textarea: text,
	autonumber: text,
	date: { anyOf: [matching(valuePatterns.date), empty] },
	datetime: { anyOf: [matching(valuePatterns.dateTime), matching(valuePatterns.date), empty] },
	boolean: { enum: [true, false, "true", "false"] },
	lookup: recordId,
	owner: recordId,
	user: recordId,
};
