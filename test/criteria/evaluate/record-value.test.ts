import { expect, test } from "vitest";
import {
	asBigInt,
	asBoolean,
	asDay,
	asId,
	asMoment,
	asNumber,
	asText,
	asTexts,
	isDayText,
	isDecimalText,
	type ReadAs,
} from "../../../src/criteria/evaluate/record-value.js";

const others = [null, undefined, {}, [], () => 1, Symbol("x")];
const india = 330;

test.each<[string, ReadAs<unknown>, readonly (readonly [given: unknown, read: unknown])[]]>([
	[
		"a number",
		asNumber,
		[
			[5, 5],
			[-0.5, -0.5],
			[Number.NaN, undefined],
			[12n, 12],
			["12", 12],
			["-1.50", -1.5],
			["", undefined],
			["1e3", undefined],
			[" 1", undefined],
			["1.", undefined],
			["0x1", undefined],
			[true, undefined],
			[new Date(5), undefined],
		],
	],
	[
		"a whole number of any length",
		asBigInt,
		[
			[12n, 12n],
			[5, 5n],
			[1.5, undefined],
			[2 ** 53, undefined],
			["9007199254740993", 9007199254740993n],
			["-7", -7n],
			["1.5", undefined],
			["", undefined],
			["0x1", undefined],
			[true, undefined],
			[["1"], undefined],
		],
	],
	[
		"an id",
		asId,
		[
			["12", "12"],
			["0012", "12"],
			["0", "0"],
			["000", "0"],
			["100", "100"],
			["Boyle", "Boyle"],
			["", undefined],
			[12n, "12"],
			[12, "12"],
			[1.5, undefined],
			[2 ** 53, undefined],
			[{ id: "012" }, "12"],
			[{ id: { id: 5 } }, "5"],
			[{ id: null }, undefined],
			[{ name: "Boyle" }, undefined],
			[true, undefined],
		],
	],
	[
		"a text",
		asText,
		[
			["a", "a"],
			["", undefined],
			[" ", " "],
			[5, "5"],
			[5n, "5"],
			[false, "false"],
			[["a"], undefined],
		],
	],
	[
		"several texts",
		asTexts,
		[
			[
				["a", "b"],
				["a", "b"],
			],
			[
				["a", "", null, 5],
				["a", "5"],
			],
			[[null, ""], undefined],
			["a;b", ["a;b"]],
			[5, ["5"]],
			["", undefined],
		],
	],
	[
		"true or false",
		asBoolean,
		[
			[true, true],
			[false, false],
			["true", true],
			["false", false],
			["True", undefined],
			["", undefined],
			[1, undefined],
		],
	],
	[
		"a day in India",
		asDay(india),
		[
			["2026-01-01", "2026-01-01"],
			["2026-02-31", "2026-02-31"],
			["2026/01/01", undefined],
			["2026-01-01T18:29:59Z", "2026-01-01"],
			["2026-01-01T18:30:00Z", "2026-01-02"],
			[new Date("2026-01-01T18:30:00Z"), "2026-01-02"],
			[new Date(Number.NaN), undefined],
			["", undefined],
			["soon", undefined],
			[0, undefined],
		],
	],
	[
		"a moment in India",
		asMoment(india),
		[
			["1970-01-01T00:00:01Z", 1000],
			["1970-01-01", -330 * 60_000],
			[new Date(5), 5],
			[new Date(Number.NaN), undefined],
			["soon", undefined],
			[5, undefined],
		],
	],
])("%s", (_what, read, cases) => {
	expect(cases.map(([given]) => [given, read(given)])).toEqual(cases);
	expect(others.map(read)).toEqual(others.map(() => undefined));
});

test("the form of a day, and of a number", () => {
	const days = ["2026-01-01", "2026-99-99", "2026-1-001", "2026-01/01", "2026/01-01", "2026-01-011", "26-01-2001", ""];
	expect(days.filter(isDayText)).toEqual(["2026-01-01", "2026-99-99"]);
	expect(["1", "-1.5", "01", "1.", ".5", "+1", "1e3", "", "1 "].filter(isDecimalText)).toEqual(["1", "-1.5", "01"]);
});
