import type { Comparator } from "./comparators.js";

/** The kind of value that is compared. */
export type Comparable = number | bigint | string | boolean;

/** How a comparator decides, for `evaluate`. */
export interface Comparison {
	/** Makes the test of a value from the values of the condition. */
	readonly makeTest: <Compared extends Comparable>(expected: readonly Compared[]) => (value: Compared) => boolean;
	/**
	 * `${EMPTY}` sorts before every value: whether an empty field matches when compared with it, and whether a filled
	 * one does.
	 */
	readonly againstEmpty: { readonly none: boolean; readonly some: boolean };
	/** Whether the comparator matches where this test fails, for records with a value. */
	readonly negated: boolean;
}

const isOneOf: Comparison = { makeTest: oneOf, againstEmpty: { none: true, some: false }, negated: false };

const isBetween: Comparison = {
	makeTest: ([first, last]) =>
		first === undefined || last === undefined ? nothing : (value) => value >= first && value <= last,
	againstEmpty: { none: true, some: false },
	negated: false,
};

const isContained: Comparison = {
	makeTest: ([part]) =>
		typeof part === "string" ? (value) => typeof value === "string" && value.includes(part) : nothing,
	againstEmpty: { none: true, some: false },
	negated: false,
};

const negationOf = (comparison: Comparison): Comparison => ({ ...comparison, negated: true });

/** How each comparator decides. It stands by itself: who builds conditions needs none of it. */
export const comparisons: Readonly<Record<Comparator, Comparison>> = {
	equal: isOneOf,
	not_equal: /* @__PURE__ */ negationOf(isOneOf),
	in: isOneOf,
	not_in: /* @__PURE__ */ negationOf(isOneOf),
	less_than: {
		makeTest: ([bound]) => (bound === undefined ? nothing : (value) => value < bound),
		againstEmpty: { none: false, some: false },
		negated: false,
	},
	less_equal: {
		makeTest: ([bound]) => (bound === undefined ? nothing : (value) => value <= bound),
		againstEmpty: { none: true, some: false },
		negated: false,
	},
	greater_than: {
		makeTest: ([bound]) => (bound === undefined ? nothing : (value) => value > bound),
		againstEmpty: { none: false, some: true },
		negated: false,
	},
	greater_equal: {
		makeTest: ([bound]) => (bound === undefined ? nothing : (value) => value >= bound),
		againstEmpty: { none: true, some: true },
		negated: false,
	},
	contains: isContained,
	not_contains: /* @__PURE__ */ negationOf(isContained),
	starts_with: {
		makeTest: ([part]) =>
			typeof part === "string" ? (value) => typeof value === "string" && value.startsWith(part) : nothing,
		againstEmpty: { none: true, some: false },
		negated: false,
	},
	ends_with: {
		makeTest: ([part]) =>
			typeof part === "string" ? (value) => typeof value === "string" && value.endsWith(part) : nothing,
		againstEmpty: { none: true, some: false },
		negated: false,
	},
	between: isBetween,
	not_between: /* @__PURE__ */ negationOf(isBetween),
};

/** Makes the test for being one of several values. */
export function oneOf<Value>(expected: readonly Value[]): (value: Value) => boolean {
	const [only] = expected;
	if (expected.length === 1) return (value) => value === only;
	const values = new Set(expected);
	return (value) => values.has(value);
}

function nothing(): false {
	return false;
}
