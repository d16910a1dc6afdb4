import { describe, expect, expectTypeOf, test } from "vitest";
import { describe as say } from "../../../src/criteria/describe/describe.js";
import { and, or } from "../../../src/criteria/node/and-or.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import { InvalidCriteriaError } from "../../../src/criteria/node/invalid-criteria-error.js";
import { not } from "../../../src/criteria/node/not.js";
import { parseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import { Everything } from "../every-data-type.js";

const { where } = Everything;

describe("not", () => {
	test.each([
		[where("Text").equal("a"), where("Text").notEqual("a")],
		[where("Text").in(["a", "b"]), where("Text").notIn(["a", "b"])],
		[where("Text").contains("a"), where("Text").notContains("a")],
		[where("Text").isEmpty(), where("Text").isNotEmpty()],
		[where("Integer").lessThan(5), where("Integer").greaterEqual(5)],
		[where("Integer").lessEqual(5), where("Integer").greaterThan(5)],
		[where("Day").between("2026-01-01", "2026-01-02"), where("Day").notBetween("2026-01-01", "2026-01-02")],
		[where("Flag").equal(true), where("Flag").equal(false)],
	])("%#: %s", (criteria, opposite) => {
		expect(not(criteria).toJSON()).toEqual(opposite.toJSON());
		expect(not(opposite).toJSON()).toEqual(criteria.toJSON());
	});

	test("turns and into or, down to the conditions", () => {
		const criteria = and(where("Text").equal("a"), or(where("Flag").equal(true), where("Integer").lessThan(5)));
		expect(say(not(criteria))).toBe('Text is not "a", or (Flag is false, and Integer is at least 5)');
		expect(not(criteria).size).toBe(3);
		expectTypeOf(not(criteria)).toEqualTypeOf<Criteria<"Everything">>();
	});

	test("keeps a boolean that was read as text as text", () => {
		const read = parseCriteria(Everything, { api_name: "Flag", comparator: "equal", value: "false" });
		expect(not(read).toJSON()).toEqual({ api_name: "Flag", comparator: "equal", value: "true" });
	});

	test("turns round the comparator of a boolean where it is not equal", () => {
		const raw = where.raw("Flag", "not_equal", true);
		expect(not(raw).toJSON()).toEqual({ api_name: "Flag", comparator: "equal", value: true });
	});

	test("lists every condition that has no opposite", () => {
		const criteria = or(
			where("Text").startsWith("a"),
			where("Text").equal("a"),
			and(where("Email").endsWith("b"), where.raw("Odd", "equal", "x"), where.raw("Text", "like", "x")),
			where.raw("Flag", "equal", "maybe"),
		);
		try {
			not(criteria);
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof InvalidCriteriaError)) throw error;
			for (const { code, path } of error.issues) {
				expect({ code, path }).toEqual({ code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED", path: [] });
			}
			expect(error.issues.map(({ message }) => message)).toEqual([
				'Text starts_with "a": the API has no opposite of this.',
				'Email ends_with "b": the API has no opposite of this.',
				'Odd equal "x": the API has no opposite of this.',
				'Text like "x": the API has no opposite of this.',
				'Flag equal "maybe": the API has no opposite of this.',
			]);
		}
	});
});
