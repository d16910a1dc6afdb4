import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import type { EvaluateOptions } from "../../../src/criteria/evaluate/evaluate-options.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import { EMPTY } from "../../../src/criteria/node/empty.js";
import { parseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import { arbitraryCriteria } from "../arbitrary-criteria.js";
import { arbitraryRecord, pooledValue } from "../arbitrary-record.js";
import { Everything } from "../every-data-type.js";
import { nested, restated } from "../record-shapes.js";

const { where } = Everything;
const sensitive = { caseSensitive: true };

test("the short cuts decide nothing by themselves", () => {
	// Your own accessor switches them off.
	const read = (record: Readonly<Record<string, unknown>>, path: string): unknown => {
		if (record[path] !== undefined) return record[path];
		const [lookup = "", field = ""] = path.split(".");
		const target = record[lookup];
		return typeof target === "object" && target !== null ? Reflect.get(target, field) : undefined;
	};
	const options = fc.record({
		caseSensitive: fc.boolean(),
		emptyMatchesNot: fc.boolean(),
		multiSelect: fc.constantFrom("any" as const, "whole" as const),
		emptyInList: fc.constantFrom("empty" as const, "literal" as const),
		dayOffset: fc.constantFrom("Z", "+05:30", "-0800"),
	});
	const records = fc.array(arbitraryRecord({ empties: true }), { minLength: 10, maxLength: 10 });
	fc.assert(
		fc.property(arbitraryCriteria({ value: pooledValue }), records, options, (criteria, flat, chosen) => {
			const [short, general] = [evaluate(criteria, chosen), evaluate(criteria, { ...chosen, read })];
			for (const record of [...flat, ...flat.map(nested), ...flat.map(restated)])
				expect(short(record)).toBe(general(record));
		}),
		{ numRuns: 500 },
	);
});

test.each<[string, Criteria, unknown, boolean, EvaluateOptions?]>([
	["a text that says EMPTY is a text", where("Text").isEmpty(), "${EMPTY}", false],
	["a text that says EMPTY is a text", where("Text").isNotEmpty(), "${EMPTY}", true],
	["an id is an id", where("Owner").equal(EMPTY), "554023000000000001", false],
	["no day is empty", where("Day").lessEqual(EMPTY), "2026-01-01", false],
	["a number is compared as it is printed", where("Text").equal("5"), 5, true, sensitive],
	["no text equals no text", where.raw("Text", "equal", ""), "", false, sensitive],
	["no text equals no text", where.raw("Text", "equal", ""), "", false],
	["no text is not another", where("Text").notEqual("a"), "", false],
	["another comparator of a boolean", where.raw("Flag", "not_equal", true), true, false],
	["another comparator of a boolean", where.raw("Flag", "not_equal", true), false, true],
	[
		"a boolean as text",
		parseCriteria(Everything, { api_name: "Flag", comparator: "equal", value: "true" }),
		true,
		true,
	],
	[
		"a boolean as text",
		parseCriteria(Everything, { api_name: "Flag", comparator: "equal", value: "false" }),
		true,
		false,
	],
	["no number", where.raw("Integer", "equal", "many"), 5, false],
	["nothing is no number", where("Integer").equal(0), null, false],
	["nothing is no number", where("Integer").lessThan(1), null, false],
	["nothing is no number", where("Integer").lessEqual(1), null, false],
	["nothing is no number", where("Integer").greaterThan(-1), null, false],
	["nothing is no number", where("Integer").greaterEqual(-1), null, false],
	["digits that begin with a zero", where("Owner").equal("12"), "0012", true],
	["a text that is no day", where("Day").notEqual("2026-01-01"), "2026-1-001", false],
])("%#: %s", (_what, criteria, value, expected, options = {}) => {
	const [path = ""] = criteria.fields;
	expect(evaluate(criteria, options)({ [path]: value })).toBe(expected);
	const read = (record: object, name: string): unknown => Reflect.get(record, name);
	expect(evaluate(criteria, { ...options, read })({ [path]: value })).toBe(expected);
});

describe("a value of the usual type is read once, and decided there", () => {
	test.each<[string, Criteria, unknown, unknown, EvaluateOptions?]>([
		["number", where("Integer").equal(5), 5, 6],
		["number", where("Integer").lessThan(5), 4, 5],
		["number", where("Integer").lessEqual(5), 5, 6],
		["number", where("Integer").greaterThan(5), 6, 5],
		["number", where("Integer").greaterEqual(5), 5, 4],
		["boolean", where("Flag").equal(true), true, false],
		["text", where("Text").equal("a"), "A", "b"],
		["text", where("Text").equal("a"), "a", "A", sensitive],
		["text", where("Picklist").notContains("a"), "b", "ba"],
		["day", where("Day").greaterThan("2026-01-01"), "2026-01-02", "2026-01-01"],
		["id", where("Owner").notEqual("1"), "2", "1"],
	])("%#: a %s", (_type, criteria, matching, other, options = {}) => {
		const [path = ""] = criteria.fields;
		const matches = evaluate(criteria, options);
		for (const [value, expected] of [
			[matching, true],
			[other, false],
		]) {
			let reads = 0;
			const record = Object.defineProperty({}, path, {
				get() {
					reads += 1;
					return value;
				},
			});
			expect(matches(record)).toBe(expected);
			expect(reads).toBe(1);
		}
	});
});
