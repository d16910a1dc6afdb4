import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/criteria/evaluate/evaluate.js";
import { and, or } from "../../src/criteria/node/and-or.js";
import type { Criteria } from "../../src/criteria/node/criteria.js";
import type { WireCriteria } from "../../src/criteria/node/criteria-json.js";
import { InvalidCriteriaError } from "../../src/criteria/node/invalid-criteria-error.js";
import { not } from "../../src/criteria/node/not.js";
import { parseCriteria } from "../../src/criteria/read/parse-criteria.js";
import { limits } from "../../src/facts/limits.js";
import type { Comparator } from "../../src/schema/comparators.js";
import { arbitraryCondition, arbitraryCriteria } from "./arbitrary-criteria.js";
import { arbitraryRecord, pooledValue } from "./arbitrary-record.js";
import { Everything } from "./every-data-type.js";

const print = (criteria: Criteria | undefined): unknown => JSON.parse(JSON.stringify(criteria));

describe("what the builder makes", () => {
	test("is read back, and printed again as it was", () => {
		fc.assert(
			fc.property(arbitraryCriteria(), (criteria) => {
				const text = JSON.stringify(criteria);
				const read = parseCriteria(Everything, JSON.parse(text));
				expect(JSON.stringify(read)).toBe(text);
				expect(read.size).toBe(criteria.size);
				expect(read.fields).toEqual(criteria.fields);
			}),
			{ numRuns: 2_000 },
		);
	});

	test("has no group of one, no group in a group of the same operator, and no more conditions than the API takes", () => {
		fc.assert(
			fc.property(arbitraryCriteria(), (criteria) => {
				const seen = survey(criteria.toJSON());
				expect(seen.smallestGroup).toBeGreaterThan(1);
				expect(seen.nestsSameOperator).toBe(false);
				expect(seen.conditions).toBe(criteria.size);
				expect(seen.conditions).toBeLessThanOrEqual(limits.conditions);
			}),
			{ numRuns: 2_000 },
		);
	});

	test("is refused with more conditions than the API takes, whichever way it is joined", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(and, or),
				arbitraryCondition(),
				fc.array(arbitraryCondition(), { minLength: limits.conditions, maxLength: 40 }),
				(join, first, others) => {
					expect(() => join(first, ...others)).toThrow(InvalidCriteriaError);
					expect(() => others.reduce((joined, other) => joined.and(other), first)).toThrow(InvalidCriteriaError);
				},
			),
			{ numRuns: 50 },
		);
	});
});

describe("and, or", () => {
	const three = fc
		.tuple(arbitraryCriteria(), arbitraryCriteria(), arbitraryCriteria())
		.filter((criteria) => criteria.reduce((sum, { size }) => sum + size, 0) <= limits.conditions);

	test("are associative, as methods and as functions", () => {
		fc.assert(
			fc.property(three, fc.constantFrom("and" as const, "or" as const), ([a, b, c], operator) => {
				const join = operator === "and" ? and : or;
				const flat = print(join(a, b, c));
				expect(print(join(join(a, b), c))).toEqual(flat);
				expect(print(join(a, join(b, c)))).toEqual(flat);
				expect(print(a[operator](b)[operator](c))).toEqual(flat);
				expect(print(a[operator](b, c))).toEqual(flat);
				expect(print(a[operator](b[operator](c)))).toEqual(flat);
			}),
		);
	});

	test("do not change what they join", () => {
		fc.assert(
			fc.property(three, ([a, b, c]) => {
				const before = [a, b, c].map(print);
				a.and(b, c);
				a.or(b).or(c);
				expect([a, b, c].map(print)).toEqual(before);
			}),
		);
	});
});

describe("not", () => {
	test("matches exactly the other records, where every field has a value", () => {
		const source = { value: pooledValue, comparator: hasOpposite };
		fc.assert(
			fc.property(
				arbitraryCriteria(source),
				fc.array(arbitraryRecord({ empties: false }), { minLength: 20, maxLength: 20 }),
				(criteria, records) => {
					const before = print(criteria);
					const opposite = not(criteria);
					expect(print(criteria)).toEqual(before);
					expect(opposite.size).toBe(criteria.size);
					expect(print(not(opposite))).toEqual(print(criteria));
					expect(records.map(evaluate(opposite))).toEqual(records.map((record) => !evaluate(criteria)(record)));
				},
			),
			{ numRuns: 1_000 },
		);
	});
});

const hasOpposite = (comparator: Comparator): boolean => comparator !== "starts_with" && comparator !== "ends_with";

interface Survey {
	readonly conditions: number;
	readonly smallestGroup: number;
	readonly nestsSameOperator: boolean;
}

function survey(criteria: WireCriteria): Survey {
	if ("api_name" in criteria)
		return { conditions: 1, smallestGroup: Number.POSITIVE_INFINITY, nestsSameOperator: false };
	const members = criteria.group.map(survey);
	return {
		conditions: members.reduce((sum, { conditions }) => sum + conditions, 0),
		smallestGroup: Math.min(criteria.group.length, ...members.map(({ smallestGroup }) => smallestGroup)),
		nestsSameOperator:
			members.some(({ nestsSameOperator }) => nestsSameOperator) ||
			criteria.group.some((member) => "group" in member && member.group_operator === criteria.group_operator),
	};
}
