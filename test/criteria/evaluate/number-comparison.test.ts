import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import { compareDigits } from "../../../src/criteria/evaluate/number-comparison.js";
import type { Comparator } from "../../../src/schema/comparators.js";
import { methodOf } from "../arbitrary-criteria.js";
import { Everything } from "../every-data-type.js";

describe("numbers that stand as text are compared exactly", () => {
	const big = "9007199254740993";

	test.each<[string, Comparator, unknown, unknown, boolean]>([
		["Currency", "equal", big, "9007199254740992", false],
		["Currency", "equal", big, "9007199254740993.00", true],
		["Currency", "not_equal", big, "9007199254740992", true],
		["Currency", "less_than", big, "9007199254740992.9", true],
		["Currency", "greater_than", big, "9007199254740993.0000000001", true],
		["Currency", "greater_equal", big, "9007199254740992.9999999999", false],
		["Currency", "in", ["1", big], "9007199254740992", false],
		["Currency", "in", ["1", big], "1.0", true],
		["Decimal", "equal", "0.1", "0.1000000000000000001", false],
		["Decimal", "equal", "0.1000000000000000001", "0.1", false],
		["Decimal", "less_equal", "-0.1", "-0.1000000000000000001", true],
		["Decimal", "equal", "0", "-0.000000000000000000", true],
		["Percent", "equal", "10", 10, true],
		["Integer", "equal", big, 9_007_199_254_740_992, true],
		["Integer", "equal", big, 9_007_199_254_740_993n, true],
		["Integer", "equal", big, 9_007_199_254_740_992n, false],
		["Currency", "in", [big, "1", "5"], "5.0000000000000000000", true],
		["Currency", "in", [big, "1", "5"], "7.0000000000000000000", false],
		["Currency", "in", [big, "1"], "99999999999999999999", false],
		["Currency", "not_in", [big, "1"], "99999999999999999999", true],
		["Currency", "less_than", big, "00000000000000000001", true],
		["Currency", "greater_than", big, "10000000000000000000", true],
		["Currency", "less_than", `-${big}`, "-10000000000000000000", true],
	])("%s %s %s, %s: %s", (path, comparator, asked, value, matches) => {
		expect(evaluate(methodOf(path, comparator)(asked))({ [path]: value })).toBe(matches);
	});

	test.each<[string, unknown, readonly string[]]>([
		["equal", 0.1, ["0.1", "0.10000000000000000"]],
		["equal", 1e21, ["1000000000000000000000"]],
		["equal", "many", []],
		["less_than", "many", []],
		["equal", true, []],
	])("raw %s %j", (comparator, asked, matching) => {
		const values = ["0", "0.1", "0.10000000000000000", "00000000000000000", "1000000000000000000000", "many"];
		const matches = evaluate(Everything.where.raw("Currency", comparator, asked as number));
		expect(values.filter((Currency) => matches({ Currency }))).toEqual(matching);
	});

	test("like numbers of a hundred decimals, counted in the last one", () => {
		const scaled = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
		const write = (number: bigint): string => {
			const digits = String(number < 0n ? -number : number).padStart(13, "0");
			return `${number < 0n ? "-" : ""}${digits.slice(0, -12)}.${digits.slice(-12)}`;
		};
		fc.assert(
			fc.property(scaled, fc.oneof(scaled, fc.constantFrom(-1n, 0n, 1n)), (one, difference) => {
				const other = difference > 1n || difference < -1n ? difference : one + difference;
				const order = compareDigits(write(one), write(other));
				expect(Math.sign(order)).toBe(one < other ? -1 : one > other ? 1 : 0);
			}),
		);
	});
});
