import { limits } from "../../facts/limits.js";
import type { DataType } from "../../schema/comparators.js";
import { byDataType } from "../../schema/value-kinds.js";
import { valuePatterns } from "../build/value-pattern.js";
import { emptyText } from "../node/empty.js";
import type { JsonSchema } from "./json-schema.js";

/** What each data type accepts from JSON, as JSON Schema: the twin of `readValue`. */
export const valueSchemas: Readonly<Record<DataType, JsonSchema>> = /* @__PURE__ */ writeValueSchemas();

function writeValueSchemas(): Readonly<Record<DataType, JsonSchema>> {
	const empty: JsonSchema = { const: emptyText };
	const matching = (pattern: string): JsonSchema => ({ type: "string", pattern });
	const wholeNumber: JsonSchema = {
		type: "integer",
		minimum: Number.MIN_SAFE_INTEGER,
		maximum: Number.MAX_SAFE_INTEGER,
	};
	const text: JsonSchema = { type: "string", maxLength: limits.textLength };
	return byDataType<JsonSchema>({
		integer: { anyOf: [wholeNumber, matching(valuePatterns.integer), empty] },
		digits: { anyOf: [wholeNumber, matching(valuePatterns.bigint), empty] },
		decimal: { anyOf: [{ type: "number" }, matching(valuePatterns.decimal), empty] },
		text,
		choice: text,
		choices: text,
		day: { anyOf: [matching(valuePatterns.date), empty] },
		moment: { anyOf: [matching(valuePatterns.dateTime), matching(valuePatterns.date), empty] },
		boolean: { enum: [true, false, "true", "false"] },
		id: { anyOf: [{ ...wholeNumber, minimum: 0 }, matching(valuePatterns.recordId), empty] },
	});
}
