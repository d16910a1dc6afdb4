import { describe, expect, test } from "vitest";
import { EMPTY } from "../../../src/criteria/node/empty.js";
import type { Comparator } from "../../../src/schema/comparators.js";
import { methodOf } from "../arbitrary-criteria.js";

describe("values as they are sent", () => {
	test.each<[string, Comparator, unknown[], unknown]>([
		["Integer", "equal", [5], "5"],
		["Integer", "equal", [-0], "0"],
		["Integer", "equal", ["-5"], "-5"],
		["Integer", "in", [[1, 2n, "3", EMPTY]], ["1", "2", "3", "${EMPTY}"]],
		["Big", "equal", [9_999_999_999_999_999_999n], "9999999999999999999"],
		["Big", "equal", ["-9999999999999999999"], "-9999999999999999999"],
		["Decimal", "less_than", [0.1], "0.1"],
		["Decimal", "less_than", [1e21], "1000000000000000000000"],
		["Decimal", "less_than", [1.5e-7], "0.00000015"],
		["Decimal", "less_than", [-1.25e-10], "-0.000000000125"],
		["Decimal", "less_than", [Number.MIN_VALUE], `0.${"0".repeat(323)}5`],
		["Decimal", "less_than", [12n], "12"],
		["Text", "contains", ['"quoted"\n'], '"quoted"\n'],
		["Text", "equal", ["\u{1F600}".repeat(255)], "\u{1F600}".repeat(255)],
		["Day", "equal", ["2024-02-29"], "2024-02-29"],
		["Day", "between", ["2026-01-01", "2026-01-01"], ["2026-01-01", "2026-01-01"]],
		["Moment", "equal", ["2026-01-01T00:00:00+0530"], "2026-01-01T00:00:00+0530"],
		["Moment", "equal", [new Date("2026-01-01T12:30:45.678Z")], "2026-01-01T12:30:45+00:00"],
		[
			"Moment",
			"between",
			["2026-01-01T00:00:00+05:30", "2026-01-01T00:00:00Z"],
			["2026-01-01T00:00:00+05:30", "2026-01-01T00:00:00Z"],
		],
		["Flag", "equal", [false], false],
		["Owner", "equal", [554023000000000001n], "554023000000000001"],
		["Owner", "not_in", [["1", 2n]], ["1", "2"]],
	])("%s %s, %#", (path, comparator, given, value) => {
		expect(methodOf(path, comparator)(...given).toJSON()).toEqual({ api_name: path, comparator, value });
	});
});
