import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import type { EvaluateOptions } from "../../../src/criteria/evaluate/evaluate-options.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import { EMPTY } from "../../../src/criteria/node/empty.js";
import { InvalidCriteriaError } from "../../../src/criteria/node/invalid-criteria-error.js";
import { parseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import { Everything } from "../every-data-type.js";

const { where } = Everything;

/** The values that a condition on one field matches. */
function matched(criteria: Criteria, values: readonly unknown[], options: EvaluateOptions = {}): unknown[] {
	const [path = ""] = criteria.fields;
	const matches = evaluate(criteria, options);
	return values.filter((value) => matches({ [path]: value }));
}

describe("values", () => {
	test("date-times compare as moments, whatever their offsets", () => {
		const noon = where("Moment").equal("2026-01-01T12:00:00+00:00");
		const same = [
			"2026-01-01T12:00:00Z",
			"2026-01-01T17:30:00+05:30",
			"2026-01-01T04:00:00-0800",
			new Date("2026-01-01T12:00:00Z"),
		];
		const other = [
			"2026-01-01T12:00:00+05:30",
			"2026-01-01T12:00:00.001Z",
			"2026-01-01",
			new Date(Number.NaN),
			"noon",
			0,
		];
		expect(matched(noon, [...same, ...other])).toEqual(same);
		const before = where("Moment").lessThan("2026-01-01T12:00:00Z");
		expect(matched(before, ["2026-01-01T17:29:59+05:30", "2026-01-01T17:30:00+05:30"])).toEqual([
			"2026-01-01T17:29:59+05:30",
		]);
	});

	test("ids and bigints compare digit by digit, and never through a float", () => {
		const [lost, kept] = ["9007199254740992", "9007199254740993"] as const;
		expect(matched(where("Owner").equal(kept), [lost, kept, BigInt(kept), 2 ** 53])).toEqual([kept, BigInt(kept)]);
		expect(matched(where("Owner").in([kept, "7"]), [lost, "007", 7, { id: "7" }, { id: kept }, {}])).toEqual([
			"007",
			7,
			{ id: "7" },
			{ id: kept },
		]);
		expect(matched(where("Big").greaterThan(lost), [lost, kept, BigInt(kept), "9999999999999999999"])).toEqual([
			kept,
			BigInt(kept),
			"9999999999999999999",
		]);
		expect(matched(where("Big").lessThan("-9007199254740992"), ["-9007199254740993", "-9007199254740992"])).toEqual([
			"-9007199254740993",
		]);
	});

	test("decimals compare as numbers", () => {
		expect(matched(where("Currency").equal("1.50"), [1.5, "1.5", "1.500", 1.51, "one", Number.NaN])).toEqual([
			1.5,
			"1.5",
			"1.500",
		]);
		expect(matched(where("Percent").in([10, 20]), [10, "20", 30])).toEqual([10, "20"]);
	});

	test("a list of more values than are searched one by one", () => {
		const many = Array.from({ length: 40 }, (_, index) => index);
		expect(matched(where("Integer").in(many), [0, 39, 40, -1])).toEqual([0, 39]);
		expect(matched(where("Integer").notIn(many), [0, 39, 40, -1, null])).toEqual([40, -1]);
	});

	test("a value that does not fit the data type counts as missing", () => {
		for (const [criteria, value] of [
			[where("Integer").isEmpty(), "many"],
			[where("Integer").isEmpty(), "0x10"],
			[where("Currency").isEmpty(), " 5"],
			[where("Currency").isEmpty(), Number.NaN],
			[where("Big").isEmpty(), "1.5"],
			[where("Moment").isEmpty(), "soon"],
			[where("Day").isEmpty(), "today"],
			[where("Owner").isEmpty(), {}],
			[where("Text").isEmpty(), {}],
			[where("Tags").isEmpty(), []],
		] as const) {
			expect(matched(criteria, [value])).toEqual([value]);
		}
	});
});

describe("paths", () => {
	const byName = evaluate(where("Owner.last_name").equal("Boyle"));

	test("are keys, or lead through nested objects", () => {
		expect(byName({ "Owner.last_name": "Boyle" })).toBe(true);
		expect(byName({ Owner: { last_name: "Boyle" } })).toBe(true);
		expect(byName({ "Owner.last_name": null, Owner: { last_name: "Boyle" } })).toBe(false);
		for (const record of [{}, { Owner: null }, { Owner: "554023000000000001" }, { Owner: { name: "Boyle" } }]) {
			expect(byName(record)).toBe(false);
		}
	});

	test("are followed by an accessor of one's own", () => {
		const users: Record<string, Record<string, unknown>> = { "1": { last_name: "Boyle" }, "2": { last_name: "Smith" } };
		const read = (record: Readonly<Record<string, unknown>>, path: string): unknown => {
			const [lookup = "", field] = path.split(".");
			return field === undefined ? record[lookup] : users[String(record[lookup])]?.[field];
		};
		const matches = evaluate(where("Owner.last_name").equal("Boyle").and(where("Owner").equal("1")), { read });
		expect([{ Owner: "1" }, { Owner: "2" }, {}].map(matches)).toEqual([true, false, false]);
	});

	test("find no value in what objects inherit", () => {
		const fields = new Map(
			["constructor", "toString", "__proto__"].map((name) => [
				name,
				{ apiName: name, dataType: "text" as const, filterable: true, exportable: true, values: [] },
			]),
		);
		const module = { apiName: "Odd", hops: 1 as const, fields };
		for (const api_name of fields.keys()) {
			const condition = parseCriteria(module, { api_name, comparator: "not_equal", value: EMPTY });
			expect(evaluate(condition)({})).toBe(false);
		}
	});

	test("of an export's own id column", () => {
		const module = {
			apiName: "Leads",
			hops: 1 as const,
			fields: new Map([
				["id", { apiName: "id", dataType: "bigint" as const, filterable: true, exportable: true, values: [] }],
			]),
		};
		const matches = evaluate(parseCriteria(module, { api_name: "id", comparator: "equal", value: "7" }));
		expect([{ id: "7" }, { Id: "7" }, { Id: "8" }].map(matches)).toEqual([true, true, false]);
	});
});

describe("assumptions", () => {
	const texts = ["Web", "web", "Website", "a web", null, undefined, ""];
	const empties = [null, undefined, ""];

	test("text is compared whatever its case, or not", () => {
		expect(matched(where("Text").equal("WEB"), texts)).toEqual(["Web", "web"]);
		expect(matched(where("Text").in(["WEB", "WEBSITE"]), texts)).toEqual(["Web", "web", "Website"]);
		expect(matched(where("Text").contains("WEB"), texts)).toEqual(["Web", "web", "Website", "a web"]);
		expect(matched(where("Text").startsWith("w"), texts)).toEqual(["Web", "web", "Website"]);
		expect(matched(where("Text").endsWith("WEB"), texts)).toEqual(["Web", "web", "a web"]);
		expect(matched(where("Text").equal("Web"), texts, { caseSensitive: true })).toEqual(["Web"]);
		expect(matched(where("Text").startsWith("w"), texts, { caseSensitive: true })).toEqual(["web"]);
		// The lower case of the capital İ has two characters; the Kelvin sign's is the letter k.
		expect(matched(where("Text").equal("İ"), ["i̇", "İ", "i"])).toEqual(["i̇", "İ"]);
		expect(matched(where("Text").equal("i̇"), ["i̇", "İ", "i"])).toEqual(["i̇", "İ"]);
		expect(matched(where("Text").equal("k"), ["K", "\u212a", "kk"])).toEqual(["K", "\u212a"]);
	});

	test("no value matches no negation of a value, or every one", () => {
		for (const criteria of [
			where("Text").notEqual("web"),
			where("Text").notIn(["web"]),
			where("Text").notContains("web"),
		]) {
			expect(matched(criteria, empties)).toEqual([]);
			expect(matched(criteria, empties, { emptyMatchesNot: true })).toEqual(empties);
		}
		const notBetween = where("Day").notBetween("2026-01-01", "2026-01-31");
		expect(matched(notBetween, [null, "2026-02-01", "2026-01-15"])).toEqual(["2026-02-01"]);
		expect(matched(notBetween, [null, "2026-01-15"], { emptyMatchesNot: true })).toEqual([null]);
		expect(matched(where("Flag").equal(false), [null, false, "false", true, "true"])).toEqual([false, "false"]);
	});

	test("EMPTY comes before every value", () => {
		const numbers = [null, -5, 0, 5];
		expect(matched(where("Integer").isEmpty(), numbers)).toEqual([null]);
		expect(matched(where("Integer").isNotEmpty(), numbers)).toEqual([-5, 0, 5]);
		expect(matched(where("Integer").lessThan(EMPTY), numbers)).toEqual([]);
		expect(matched(where("Integer").lessEqual(EMPTY), numbers)).toEqual([null]);
		expect(matched(where("Integer").greaterThan(EMPTY), numbers)).toEqual([-5, 0, 5]);
		expect(matched(where("Integer").greaterEqual(EMPTY), numbers)).toEqual(numbers);
		expect(matched(where("Text").contains(EMPTY), texts)).toEqual(empties);
		expect(matched(where("Text").notContains(EMPTY), ["a", null])).toEqual(["a"]);
	});

	test("EMPTY in a list is no value, or text", () => {
		const values = ["a", "b", null, "${EMPTY}"];
		expect(matched(where("Text").in(["a", EMPTY]), values)).toEqual(["a", null]);
		expect(matched(where("Text").notIn(["a", EMPTY]), values)).toEqual(["b", "${EMPTY}"]);
		expect(matched(where("Text").in(["a", EMPTY]), values, { emptyInList: "literal" })).toEqual(["a", "${EMPTY}"]);
		expect(matched(where("Text").notIn(["a", EMPTY]), values, { emptyInList: "literal" })).toEqual(["b"]);
		expect(matched(where("Integer").notIn([1, EMPTY]), [1, 2, null], { emptyInList: "literal" })).toEqual([2]);
	});

	test("a multi-select is any of its values, or one text", () => {
		const values = [["red"], ["red", "green"], ["green"], [], null, "red"];
		expect(matched(where("Tags").equal("red"), values)).toEqual([["red"], ["red", "green"], "red"]);
		expect(matched(where("Tags").notEqual("red"), values)).toEqual([["green"]]);
		expect(matched(where("Tags").contains("gre"), values)).toEqual([["red", "green"], ["green"]]);
		const whole = { multiSelect: "whole" } as const;
		expect(matched(where("Tags").equal("red"), values, whole)).toEqual([["red"], "red"]);
		expect(matched(where("Tags").equal("red,green"), values, whole)).toEqual([["red", "green"]]);
		expect(matched(where("Tags").equal("red;green"), values, { ...whole, multiSelectSeparator: ";" })).toEqual([
			["red", "green"],
		]);
	});

	test("a day begins at an offset", () => {
		const moments = ["2025-12-31T18:29:59Z", "2025-12-31T18:30:00Z", new Date("2026-01-01T00:00:00Z")];
		expect(matched(where("Day").equal("2026-01-01"), moments)).toEqual(moments.slice(2));
		expect(matched(where("Day").equal("2026-01-01"), moments, { dayOffset: "+05:30" })).toEqual(moments.slice(1));
		const bareDay = parseCriteria(Everything, { api_name: "Moment", comparator: "greater_equal", value: "2026-01-01" });
		expect(matched(bareDay, moments)).toEqual(moments.slice(2));
		expect(matched(bareDay, moments, { dayOffset: "+05:30" })).toEqual(moments.slice(1));
		expect(matched(where("Moment").lessThan("2025-12-31T18:30:01Z"), ["2026-01-01"], { dayOffset: "+05:30" })).toEqual([
			"2026-01-01",
		]);
		expect(() => evaluate(bareDay, { dayOffset: "India" })).toThrow(RangeError);
	});
});

describe("raw conditions", () => {
	test("are evaluated where their field and comparator are known", () => {
		expect(matched(where.raw("Text", "equal", "web"), ["Web", "mail"])).toEqual(["Web"]);
		expect(matched(where.raw("Integer", "equal", "many"), [1, null])).toEqual([]);
	});

	test.each([
		[where.raw("Unknown", "equal", "a"), "its field is not known"],
		[where.raw("Text", "sounds_like", "a"), "its comparator is not known"],
		[where.raw("Text", "equal", ["a", "b"]), "this comparator takes one value, not a list"],
	])("are refused otherwise", (criteria, reason) => {
		expect(() => evaluate(criteria)).toThrow(InvalidCriteriaError);
		expect(() => evaluate(criteria)).toThrow(reason);
	});
});
