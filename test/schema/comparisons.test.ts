import { describe, expect, test } from "vitest";
import { type Comparator, comparators } from "../../src/schema/comparators.js";
import { type Comparable, comparisons, oneOf } from "../../src/schema/comparisons.js";

const numbers = [1, 2, 3, 4, 5];
const texts = ["", "a", "ab", "b", "ba", "undefined"];

describe("which values pass a comparator's test, before it is negated", () => {
	test.each<[Comparator, readonly Comparable[], readonly Comparable[], readonly Comparable[]]>([
		["equal", [3], numbers, [3]],
		["not_equal", [3], numbers, [3]],
		["in", [2, 4], numbers, [2, 4]],
		["not_in", [2, 4], numbers, [2, 4]],
		["in", [], numbers, []],
		["less_than", [3], numbers, [1, 2]],
		["less_equal", [3], numbers, [1, 2, 3]],
		["greater_than", [3], numbers, [4, 5]],
		["greater_equal", [3], numbers, [3, 4, 5]],
		["between", [2, 4], numbers, [2, 3, 4]],
		["not_between", [2, 4], numbers, [2, 3, 4]],
		["contains", ["a"], texts, ["a", "ab", "ba"]],
		["not_contains", ["a"], texts, ["a", "ab", "ba"]],
		["starts_with", ["a"], texts, ["a", "ab"]],
		["ends_with", ["a"], texts, ["a", "ba"]],
		["between", ["a", "b"], texts, ["a", "ab", "b"]],
	])("%s %j", (comparator, expected, candidates, passing) => {
		expect(candidates.filter(comparisons[comparator].makeTest(expected))).toEqual(passing);
	});

	test.each(comparators)("%s nothing: none passes", (comparator) => {
		const check = comparisons[comparator].makeTest<Comparable>([]);
		for (const value of [...numbers, ...texts, true]) expect(check(value)).toBe(false);
	});

	test.each(["between", "not_between"] as const)("%s one value: none passes", (comparator) => {
		expect(numbers.filter(comparisons[comparator].makeTest([2]))).toEqual([]);
	});

	test.each(["contains", "not_contains", "starts_with", "ends_with"] as const)(
		"%s is of texts: no number passes, and nothing passes a number",
		(comparator) => {
			const { makeTest } = comparisons[comparator];
			expect(makeTest<Comparable>(["5"])(5)).toBe(false);
			expect(makeTest<Comparable>([5])("5")).toBe(false);
			expect(makeTest<Comparable>(["5"])("5")).toBe(true);
		},
	);
});

test("one of one, of several, and of none", () => {
	expect(numbers.filter(oneOf([2]))).toEqual([2]);
	expect(numbers.filter(oneOf([2, 5, 9]))).toEqual([2, 5]);
	expect(numbers.filter(oneOf<number>([]))).toEqual([]);
	// A set finds what is not equal to itself; a single value is compared.
	expect([oneOf([Number.NaN])(Number.NaN), oneOf([Number.NaN, 1])(Number.NaN)]).toEqual([false, true]);
});

test("which comparators match the rest, and what an empty field is to each", () => {
	const rows = comparators.map((comparator) => {
		const { negated, againstEmpty } = comparisons[comparator];
		return [comparator, negated, againstEmpty.none, againstEmpty.some];
	});
	expect(rows).toEqual([
		["equal", false, true, false],
		["not_equal", true, true, false],
		["in", false, true, false],
		["not_in", true, true, false],
		["less_than", false, false, false],
		["less_equal", false, true, false],
		["greater_than", false, false, true],
		["greater_equal", false, true, true],
		["contains", false, true, false],
		["not_contains", true, true, false],
		["starts_with", false, true, false],
		["ends_with", false, true, false],
		["between", false, true, false],
		["not_between", true, true, false],
	]);
});
