import { describe, expect, test } from "vitest";
import { InvalidCriteriaError } from "../../../src/criteria/node/invalid-criteria-error.js";
import { parseCriteria, safeParseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import type { AnyModule } from "../../../src/schema/module-schema.js";
import { Everything } from "../every-data-type.js";
import { good, issuesOf, reported } from "./reported-issues.js";

describe("what is refused", () => {
	const condition = (change: object): object => ({ ...good, ...change });

	test.each<[string, unknown, string[]]>([
		["null", null, ["criteria: INVALID_CRITERIA"]],
		["text", "Text equal a", ["criteria: INVALID_CRITERIA"]],
		["a list", [good], ["criteria: INVALID_CRITERIA"]],
		["nothing", {}, ["criteria: AMBIGUOUS_CRITERIA"]],
		["a condition and a group at once", { ...good, group: [good, good] }, ["criteria: AMBIGUOUS_CRITERIA"]],
		["a name alone", { api_name: "Text" }, ["criteria: AMBIGUOUS_CRITERIA", "criteria: AMBIGUOUS_CRITERIA"]],
		["no name", { comparator: "equal", value: "a" }, ["criteria: AMBIGUOUS_CRITERIA"]],
		["two names", condition({ field: { api_name: "Text" } }), ["criteria: AMBIGUOUS_CRITERIA"]],
		["no comparator", { api_name: "Text", value: "a" }, ["criteria: AMBIGUOUS_CRITERIA"]],
		["no group", { group_operator: "and" }, ["criteria: AMBIGUOUS_CRITERIA"]],
		["no operator", { group: [good, good] }, ["criteria: AMBIGUOUS_CRITERIA"]],
		["a group that is no list", { group_operator: "and", group: good }, ["criteria.group: INVALID_CRITERIA"]],
		[
			"another operator",
			{ group_operator: "AND", group: [good, good] },
			["criteria.group_operator: GROUP_OPERATOR_NOT_SUPPORTED"],
		],
		["another key", condition({ type: "text" }), ["criteria.type: INVALID_CRITERIA"]],
		["a name that is no text", condition({ api_name: 1 }), ["criteria.api_name: INVALID_CRITERIA"]],
		[
			"a field without a name",
			{ field: { id: "1" }, comparator: "equal", value: "a" },
			["criteria.field: INVALID_CRITERIA"],
		],
		["an unknown field", condition({ api_name: "Txet" }), ["criteria.api_name: FIELD_IN_CRITERIA_NOT_AVAILABLE"]],
		[
			"an unknown field in v8's spelling",
			{ field: { api_name: "Txet" }, comparator: "equal", value: "a" },
			["criteria.field.api_name: FIELD_IN_CRITERIA_NOT_AVAILABLE"],
		],
		[
			"a path through two lookups",
			condition({ api_name: "Account.Parent.last_name" }),
			["criteria.api_name: FIELD_IN_CRITERIA_NOT_AVAILABLE"],
		],
		[
			"a comparator of other data types",
			condition({ comparator: "between", value: ["a", "b"] }),
			["criteria.comparator: FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED"],
		],
		[
			"an unknown comparator",
			condition({ comparator: "is" }),
			["criteria.comparator: FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED"],
		],
		[
			"a list for one",
			condition({ value: ["a"] }),
			["criteria.value: COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"],
		],
		[
			"one for a list",
			condition({ comparator: "in" }),
			["criteria.value: COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"],
		],
		[
			"an empty list",
			condition({ comparator: "in", value: [] }),
			["criteria.value: COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"],
		],
		[
			"a range of three",
			{ api_name: "Day", comparator: "between", value: ["2026-01-01", "2026-01-02", "2026-01-03"] },
			["criteria.value: COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"],
		],
		[
			"a range that ends before it begins",
			{ api_name: "Moment", comparator: "between", value: ["2026-01-01T00:00:00Z", "2026-01-01T01:00:00+05:30"] },
			["criteria.value: COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"],
		],
		[
			"values of another type, each by its place",
			{ api_name: "Integer", comparator: "in", value: ["1", "one", 1.5] },
			[
				"criteria.value[1]: FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
				"criteria.value[2]: FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
			],
		],
		["null as a value", condition({ value: null }), ["criteria.value: VALUE_IN_CRITERIA_NOT_SUPPORTED"]],
		[
			"a text that is too long",
			condition({ value: "x".repeat(256) }),
			["criteria.value: VALUE_IN_CRITERIA_NOT_SUPPORTED"],
		],
		[
			"an id as a number that may have been rounded",
			{ api_name: "Owner", comparator: "equal", value: 2 ** 53 },
			["criteria.value: FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"],
		],
	])("%s", (_, json, expected) => {
		expect(reported(json)).toEqual(expected);
	});

	test("is listed whole, with what stands where, what was given and what would do", () => {
		const json = {
			group_operator: "xor",
			group: [
				{ api_name: "Intger", comparator: "equal", value: 1 },
				{ group_operator: "and", group: [{ api_name: "Flag", comparator: "not_equal", value: true }] },
				null,
			],
		};
		expect(issuesOf(json)).toMatchObject([
			{ path: ["criteria", "group_operator"], criteria: json, given: "xor", allowed: ["and", "or"] },
			{
				path: ["criteria", "group", 0, "api_name"],
				criteria: json.group[0],
				field: "Intger",
				allowed: ["Integer"],
				message: '"Intger" is not a field of Everything. Did you mean "Integer"?',
			},
			{ path: ["criteria", "group", 1, "group"], criteria: json.group[1], code: "AMBIGUOUS_GROUP_IN_CRITERIA" },
			{
				path: ["criteria", "group", 1, "group", 0, "comparator"],
				field: "Flag",
				comparator: "not_equal",
				allowed: ["equal"],
				message: "Flag not_equal: a boolean field does not take the comparator not_equal. Allowed: equal.",
			},
			{ path: ["criteria", "group", 2], given: null },
		]);
	});

	test("is thrown with a line for each mistake", () => {
		const json = { group_operator: "and", group: [1, { ...good, value: 2 }] };
		const thrown = (): unknown => parseCriteria(Everything, json);
		expect(thrown).toThrow(InvalidCriteriaError);
		expect(thrown).toThrow(
			/^criteria\.group\[0\]: 1 is not a filter\. .*\ncriteria\.group\[1\]\.value: Text equal 2: this is not a string\. .*$/,
		);
	});

	test("a field that cannot be filtered", () => {
		const module: AnyModule = {
			apiName: "Locked",
			hops: 1,
			fields: new Map([
				["Secret", { apiName: "Secret", dataType: "text", filterable: false, exportable: true, values: [] }],
			]),
		};
		const parsed = safeParseCriteria(module, { api_name: "Secret", comparator: "equal", value: "a" });
		expect(parsed).toMatchObject({ success: false, issues: [{ code: "FIELD_IN_CRITERIA_NOT_SUPPORTED" }] });
	});

	test("more conditions than the API takes", () => {
		const group = (count: number): unknown => ({ group_operator: "or", group: Array(count).fill(good) });
		expect(reported(group(25))).toEqual([]);
		expect(issuesOf(group(26))).toMatchObject([
			{ path: ["criteria"], code: "CRITERIA_LIMIT_EXCEEDED", given: 26, limit: 25 },
		]);
		const spread = { group_operator: "and", group: [group(13), group(13)] };
		expect(reported(spread)).toEqual(["criteria: CRITERIA_LIMIT_EXCEEDED"]);
	});
});

describe("what is hostile", () => {
	test("nests deep: 50 levels are read, and not one more", () => {
		const nested = (levels: number): unknown =>
			levels === 0 ? good : { group_operator: levels % 2 ? "and" : "or", group: [nested(levels - 1)] };
		expect(reported(nested(50), { allowGroupOfOne: true })).toEqual([]);
		expect(issuesOf(nested(51), { allowGroupOfOne: true })).toMatchObject([{ code: "INVALID_CRITERIA" }]);
		let deep: unknown = good;
		for (let level = 0; level < 100_000; level++) deep = { group_operator: "and", group: [good, deep] };
		expect(issuesOf(deep)).toMatchObject([
			{ message: "Groups are nested deeper than 50, and are not read any further." },
			{},
		]);
	});

	test("holds itself", () => {
		const json = { group_operator: "and", group: [] as unknown[] };
		json.group.push(json, json, json);
		expect(issuesOf(json).length).toBeGreaterThan(0);
	});

	test("is huge: reading and reporting stop", () => {
		const manyMembers = { group_operator: "and", group: Array(1_000_000).fill({ group_operator: "and", group: [] }) };
		expect(issuesOf(manyMembers)).toHaveLength(100);
		expect(issuesOf({ group_operator: "and", group: Array(1_000_000).fill(good) })).toMatchObject([
			{ code: "CRITERIA_LIMIT_EXCEEDED" },
		]);
		const wrongValues = { api_name: "Integer", comparator: "in", value: Array(1_000_000).fill("x") };
		expect(issuesOf(wrongValues)).toHaveLength(100);
		const manyKeys = {
			...good,
			...Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`x${index}`, 1])),
		};
		expect(issuesOf(manyKeys)).toHaveLength(100);
		const longName = { ...good, api_name: "x".repeat(10_000_000) };
		expect(new InvalidCriteriaError(issuesOf(longName)).message.length).toBeLessThan(1_000);
		const longKey = { ...good, ["y".repeat(10_000_000)]: 1 };
		expect(new InvalidCriteriaError(issuesOf(longKey)).message.length).toBeLessThan(1_000);
		expect(issuesOf({ ...good, comparator: "z".repeat(10_000_000) })[0]?.message.length).toBeLessThan(1_000);
	});

	test("names what every object inherits", () => {
		for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "Owner.__proto__", "__proto__.x"]) {
			expect(reported({ ...good, api_name: name })).toEqual(["criteria.api_name: FIELD_IN_CRITERIA_NOT_AVAILABLE"]);
			expect(reported({ ...good, comparator: name })).toEqual([
				"criteria.comparator: FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
			]);
		}
		const withProto = JSON.parse(
			'{ "api_name": "Text", "comparator": "equal", "value": "a", "__proto__": { "x": 1 } }',
		);
		expect(reported(withProto)).toEqual(["criteria.__proto__: INVALID_CRITERIA"]);
		const inherited = Object.create(good) as unknown;
		expect(reported(inherited)).toEqual(["criteria: AMBIGUOUS_CRITERIA"]);
		expect(({} as { x?: unknown }).x).toBeUndefined();
	});
});
