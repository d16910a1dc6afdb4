import { describe, expect, test } from "vitest";
import { and, or } from "../../../src/criteria/node/and-or.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import { asNode, type FieldReference } from "../../../src/criteria/node/criteria-node.js";
import { InvalidCriteriaError } from "../../../src/criteria/node/invalid-criteria-error.js";
import { conditionOnList, divideLists, listOf } from "../../../src/criteria/node/long-list.js";
import { Everything } from "../every-data-type.js";

const { where } = Everything;
const reference: FieldReference = { module: Everything, path: "Text", field: Everything.fields.get("Text") };

const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index}`);
const list = (comparator: "in" | "not_in", value: readonly string[], api_name = "Text") => ({
	api_name,
	comparator,
	value,
});

describe("a list of values takes as many conditions as it needs", () => {
	test.each([
		["in", 2, list("in", ["0", "1"])],
		["in", 3, list("in", ["0", "1", "2"])],
		["not_in", 3, list("not_in", ["0", "1", "2"])],
		["in", 4, { group_operator: "or", group: [list("in", ["0", "1", "2"]), list("in", ["3"])] }],
		["not_in", 4, { group_operator: "and", group: [list("not_in", ["0", "1", "2"]), list("not_in", ["3"])] }],
		["in", 6, { group_operator: "or", group: [list("in", ["0", "1", "2"]), list("in", ["3", "4", "5"])] }],
	] as const)("%s %i values, three to a list", (comparator, count, expected) => {
		const node = conditionOnList(reference, comparator, numbers(count), 3);
		expect(node.toJSON()).toEqual(expected);
		expect(node.size).toBe(Math.ceil(count / 3));
	});

	test("and a list takes as many as the API's page says", () => {
		expect(where("Text").in(numbers(20)).size).toBe(1);
		expect(where("Text").in(numbers(21)).size).toBe(2);
		expect(where("Text").notIn(numbers(20)).size).toBe(1);
		expect(where("Text").notIn(numbers(21)).size).toBe(2);
	});

	test("wanted values may be too many for one job, unwanted ones may not", () => {
		expect(conditionOnList(reference, "in", numbers(26), 1).size).toBe(26);
		expect(conditionOnList(reference, "not_in", numbers(25), 1).size).toBe(25);
		try {
			conditionOnList(reference, "not_in", numbers(26 * 20), 20);
			expect.unreachable();
		} catch (error) {
			expect(error).toBeInstanceOf(InvalidCriteriaError);
			expect(error).toMatchObject({
				issues: [
					{
						code: "CRITERIA_LIMIT_EXCEEDED",
						message:
							"Text: 520 values need 26 lists, each of which is a condition, but the API takes at most 25 conditions.",
						path: [],
						field: "Text",
						given: 520,
						limit: 25,
					},
				],
			});
		}
	});
});

const short = where("Text").in(["a", "b"]);
const more = where("Text").in(["c"]);

test.each<[string, Criteria, string[] | undefined]>([
	["one list", short, ["a", "b"]],
	["several of one field, joined with or", or(short, more, where("Text").in(["d"])), ["a", "b", "c", "d"]],
	["several of one field, joined with and", and(short, more), undefined],
	["lists of two fields", or(short, where("Email").in(["c"])), undefined],
	["a list and another comparator", or(short, where("Text").notIn(["c"])), undefined],
	["another comparator and a list", or(where("Text").equal("c"), short), undefined],
	["another comparator", where("Text").equal("c"), undefined],
	["a list that is not in", where("Text").notIn(["c"]), undefined],
	["a list that was written raw, as one value", where.raw("Text", "in", "a"), undefined],
	["a list beside a group", or(short, and(more, where("Email").isEmpty())), undefined],
	["a group beside a list", or(and(more, where("Email").isEmpty()), short), undefined],
])("the values of %s", (_what, criteria, expected) => {
	const node = asNode(criteria);
	const found = listOf(node);
	expect(found?.values).toEqual(expected);
	if (found !== undefined) expect(found.reference).toMatchObject({ module: Everything, path: "Text" });
});

const twice = (join: "and" | "or", comparator: "in" | "not_in") => ({
	group_operator: join,
	group: [list(comparator, ["0", "1"]), list(comparator, ["2"])],
});

test.each<[string, boolean, Criteria]>([
	["lists of one field, joined with or", true, or(short, more)],
	["lists of one field, joined with and", false, and(short, more)],
	["lists of two fields", false, or(short, where("Email").in(["c"]))],
	["another comparator and a list", false, or(where("Text").equal("c"), short)],
	["a list and another comparator", false, or(short, where("Text").notIn(["c"]))],
	["a list and a group", false, or(short, and(more, where("Email").isEmpty()))],
])("%s can be divided: %s", (_what, expected, criteria) => {
	const node = asNode(criteria);
	expect(node.kind === "group" && node.isOneList).toBe(expected);
	// Only what can be divided leaves room for so many others.
	const others = numbers(25 - criteria.size).map((value) => where("Phone").equal(value));
	const join = (): unknown => and(criteria as Criteria<"Everything">, ...others, where("Flag").equal(true));
	if (expected) expect(join).not.toThrow();
	else expect(join).toThrow("26 conditions are more than");
});

test.each<[string, Criteria, unknown]>([
	["a list of wanted values", where("Text").in(numbers(3)), twice("or", "in")],
	["a list of unwanted values", where("Text").notIn(numbers(3)), twice("and", "not_in")],
	["a list that fits", where("Text").notIn(numbers(2)), list("not_in", numbers(2))],
	[
		"two lists, made again from all their values",
		or(where("Text").in(["0"]), where("Text").in(["1", "2"])),
		twice("or", "in"),
	],
	["no list", where("Text").equal("a"), { api_name: "Text", comparator: "equal", value: "a" }],
	[
		"a text beside not_in",
		where.raw("Text", "not_in", "abc"),
		{ api_name: "Text", comparator: "not_in", value: "abc" },
	],
	[
		"a range",
		where("Day").between("2026-01-01", "2026-01-02"),
		{ api_name: "Day", comparator: "between", value: ["2026-01-01", "2026-01-02"] },
	],
	[
		"lists among others",
		and(where("Text").in(numbers(3)), where("Text").notIn(numbers(3)), where("Email").isEmpty()),
		{
			group_operator: "and",
			group: [
				twice("or", "in"),
				...twice("and", "not_in").group,
				{ api_name: "Email", comparator: "equal", value: "${EMPTY}" },
			],
		},
	],
])("divided into lists of two: %s", (_what, criteria, expected) => {
	expect(divideLists(asNode(criteria), 2).toJSON()).toEqual(expected);
});

describe("more conditions than the API takes", () => {
	const long = where("Text").in(numbers(30 * 20));
	const longer = where("Email").in(numbers(31 * 20).map((name) => `${name}@example.com`));
	const others = (count: number): Criteria<"Everything">[] =>
		numbers(count).map((value) => where("Phone").equal(value));
	const tooMany = (size: number): string =>
		`${size} conditions are more than the 25 that the API takes. Use in(...) for a list of values, a custom view, or several jobs.`;

	test("are a filter where one long list can be divided among jobs", () => {
		expect(long.size).toBe(30);
		expect(and(long, ...others(24)).size).toBe(54);
		expect(and(...others(24), long)?.size).toBe(54);
	});

	test.each<[string, number, () => unknown]>([
		["no room is left for one value of the list", 55, () => and(long, ...others(25))],
		["the list is an alternative", 31, () => or(long, ...others(1))],
		["two lists are too long", 61, () => and(long, longer)],
		["no condition is a list", 26, () => and(...others(26))],
	])("are refused where %s", (_why, size, build) => {
		expect(build).toThrow(
			new InvalidCriteriaError([
				{ code: "CRITERIA_LIMIT_EXCEEDED", message: tooMany(size), path: [], given: size, limit: 25 },
			]),
		);
	});

	test("the longest list counts, wherever it stands", () => {
		const shorter = where("Email").in(numbers(20 * 20).map((name) => `${name}@example.com`));
		expect(and(long, shorter).size).toBe(50);
		expect(and(shorter, long).size).toBe(50);
	});
});
