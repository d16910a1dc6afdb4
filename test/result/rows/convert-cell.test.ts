import { describe, expect, test } from "vitest";
import { convertCell, isNumber, writeCellExpectation } from "../../../src/result/rows/convert-cell.js";
import { isExact } from "../../../src/result/rows/exact-number.js";
import { InvalidCellError } from "../../../src/result/rows/invalid-cell-error.js";
import { type DataType, dataTypes } from "../../../src/schema/comparators.js";

describe("numbers", () => {
	test.each([
		...["0", "7", "-7", "007", "1.0", "1.5", "-1.50", "0.1", "10.01", "1e3", "1E3", "1e+3", "1e-3", "12e10", "1.5e10"],
		...["123456789012", "0.30000000000000004", "1e21", "1.25E-7"],
	])("%s is a decimal", (text) => {
		expect(convertCell(text, "decimal", ",")).toBe(Number(text));
		expect(isNumber(text, "decimal")).toBe(true);
	});

	test.each(["-0", "0.0", "-0.00", "0e5", "-0e1"])("%s is zero, without a sign", (text) => {
		expect(convertCell(text, "decimal", ",")).toBe(0);
		expect(convertCell(text, "integer", ",")).toBe(0);
	});

	test.each([
		...[
			"+1",
			" 1",
			"1 ",
			"x1",
			"1x",
			"1.",
			".5",
			"-.5",
			"-",
			"--1",
			"1.2.3",
			"1.x",
			"1e",
			"1e+",
			"e3",
			"1ee3",
			"1e1.5",
		],
		...["1e*3", "0x10", "1_0", "Infinity", "NaN", "1,5", "1\n", "x", "1.5x", "1.5e3x"],
	])("%j is none", (text) => {
		for (const dataType of ["decimal", "integer", "currency", "percent", "bigint"] as const) {
			expect(convertCell(text, dataType, ",")).toBeUndefined();
			expect(isNumber(text, dataType)).toBe(false);
		}
	});

	test.each<[DataType, string, unknown, boolean]>([
		["integer", "1.5", undefined, false],
		["integer", "1.05", undefined, false],
		["integer", "1.00", 1, true],
		["integer", "1.5e1", 15, false],
		["integer", "9007199254740993", undefined, true],
		["integer", "9007199254740993.0", undefined, true],
		["integer", "-9007199254740993", undefined, true],
		["decimal", "9007199254740993", undefined, true],
		["decimal", "1e999", undefined, true],
		["currency", "1234567890123456.78", undefined, true],
		["bigint", "9007199254740993", "9007199254740993", false],
		["bigint", "-12.000", "-12", false],
		["bigint", "12.", undefined, false],
		["bigint", "12.01", undefined, false],
		["bigint", "12.10", undefined, false],
		["bigint", "1e3", undefined, false],
		["text", "9007199254740993", "9007199254740993", false],
		["date", "20240101", undefined, false],
	])("%s, %s: %j, and a number nevertheless: %s", (dataType, text, value, isOne) => {
		expect(convertCell(text, dataType, ",")).toBe(value);
		expect(isNumber(text, dataType)).toBe(isOne);
	});
});

describe("whether a number is what a text says", () => {
	test.each<[string, number]>([
		["1", 1],
		["-1.50", -1.5],
		["0010", 10],
		["1000", 1e3],
		["1e3", 1000],
		["0.001e6", 1000],
		["1e-3", 0.001],
		["0.00", 0],
		["-0", -0],
		["0e9", 0],
		["100000000000000000000000", 1e23],
		["0.0000001", 1e-7],
	])("%s is %d", (text, value) => expect(isExact(text, value)).toBe(true));

	test.each<[string, number]>([
		["9007199254740993", 9007199254740992],
		["1", 10],
		["10", 1],
		["1.5", 15],
		["0.15", 1.5],
		["1e3", 1],
		["1e3", 100],
		["0", 5],
		["5", 0],
		["1e999", Number.POSITIVE_INFINITY],
		["", Number.NaN],
		["x", 5],
		["5x", 5],
		["x5", 5],
		["1.5", 1.4999999999999998],
	])("%s is not %d", (text, value) => expect(isExact(text, value)).toBe(false));
});

describe("days and moments", () => {
	test.each(["2024-02-29", "2000-02-29", "2023-12-31", "0001-01-01", "9999-10-10"])("%s is a day", (text) => {
		expect(convertCell(text, "date", ",")).toBe(text);
		expect(convertCell(`${text}T00:00:00Z`, "datetime", ",")).toBe(`${text}T00:00:00Z`);
	});

	test.each([
		...["2023-02-29", "1900-02-29", "2024-00-10", "2024-13-10", "2024-10-00", "2024-04-31", "2024-1-10", "2024-10-1"],
		...[
			"024-10-10",
			"12024-10-10",
			"x2024-10-10",
			"2024-10-10x",
			"2024/10/10",
			"2024-1x-10",
			"2024-10-1x",
			"x024-10-10",
		],
		...["2024-x1-10", "2024-10-x1", "20241010", "2024-10-10T00:00:00Z"],
	])("%s is none", (text) => {
		expect(convertCell(text, "date", ",")).toBeUndefined();
		expect(convertCell(`${text}T00:00:00Z`, "datetime", ",")).toBeUndefined();
	});

	test.each([
		...["00:00:00Z", "09:30:00+05:30", "19:59:59-08:00", "20:10:10+0530", "23:59:59.5Z", "23:00:00.123456-23:59"],
		...["13:01:09+19:00", "13:01:09-20:09"],
	])("T%s is a time", (time) => {
		expect(convertCell(`2024-02-29T${time}`, "datetime", ",")).toBe(`2024-02-29T${time}`);
	});

	test.each([
		...["24:00:00Z", "30:00:00Z", "1x:00:00Z", "2x:00:00Z", "x0:00:00Z", "0:00:00Z", "000:00:00Z", "x00:00:00Z"],
		...[
			"00:60:00Z",
			"00:x0:00Z",
			"00:0x:00Z",
			"00:0:00Z",
			"00:00:60Z",
			"00:00:x0Z",
			"00:00:0xZ",
			"00:00Z",
			"00-00:00Z",
		],
		...["00:00:00", "00:00:00z", "00:00:00X", "00:00:00ZZ", "00:00:00Z ", "00:00:00.Z", "00:00:00.xZ", "00:00:00,5Z"],
		...["00:00:00x5Z", "00:00:00+24:00", "00:00:00+30:00", "00:00:00+x1:00", "00:00:00+1x:00", "00:00:00+2x:00"],
		...["00:00:00+05:60", "00:00:00+05:x0", "00:00:00+05:0x", "00:00:00+05", "00:00:00+05:3", "00:00:00+05:300"],
		...["00:00:00*05:30", "00:00:00+05;30", "00:00:00+05::30"],
	])("T%s is none", (time) => {
		expect(convertCell(`2024-02-29T${time}`, "datetime", ",")).toBeUndefined();
	});

	test.each(["2024-02-29 00:00:00Z", "2024-02-29t00:00:00Z", "2024-02-29", "2024-02-2900:00:00Z", "T00:00:00Z"])(
		"%s is no moment",
		(text) => expect(convertCell(text, "datetime", ",")).toBeUndefined(),
	);
});

test("true and false are in upper or lower case", () => {
	expect(["true", "TRUE", "True"].map((text) => convertCell(text, "boolean", ","))).toEqual([true, true, true]);
	expect(["false", "FALSE"].map((text) => convertCell(text, "boolean", ","))).toEqual([false, false]);
	for (const text of ["", "yes", "1", "tru", "true ", "xfalse"]) {
		expect(convertCell(text, "boolean", ",") ?? undefined).toBeUndefined();
	}
});

test("other texts stay as they are, and lists are parted", () => {
	for (const dataType of ["text", "email", "phone", "picklist", "autonumber", "lookup", undefined] as const) {
		expect(convertCell(" 1;2 ", dataType, ";")).toBe(" 1;2 ");
	}
	expect(convertCell("a;b;", "multi-select", ";")).toEqual(["a", "b", ""]);
});

test("an empty text is null, whatever the data type", () => {
	for (const dataType of [...dataTypes, undefined]) expect(convertCell("", dataType, ",")).toBeNull();
});

test.each<[DataType, string]>([
	["integer", "a whole number that JavaScript can hold exactly"],
	["bigint", "a whole number in plain digits"],
	["decimal", "a number that JavaScript can hold exactly"],
	["currency", "a number that JavaScript can hold exactly"],
	["percent", "a number that JavaScript can hold exactly"],
	["text", "text"],
	["picklist", "text"],
	["multi-select", "text"],
	["lookup", "text"],
	["date", "a day like 2026-01-31"],
	["datetime", "a date-time with an offset like 2026-01-31T09:30:00+05:30"],
	["boolean", "true or false"],
])("what is expected of %s: %s", (dataType, expectation) => expect(writeCellExpectation(dataType)).toBe(expectation));

test("a cell that does not fit is shown, up to some length, with what to do", () => {
	const message = (text: string, isLong?: boolean): string => {
		const error = new InvalidCellError(
			{ row: 2, column: 'a"b', dataType: "date", text, ...(isLong && { isLong }) },
			"a day",
		);
		expect(error).toMatchObject({ name: "InvalidCellError", row: 2, column: 'a"b', dataType: "date", text });
		return error.message;
	};
	const begin = 'Row 2, column "a\\"b": ';
	const end =
		' does not fit the data type date, which is a day. Generate the module again, or read with invalidCells: "text".';
	expect(message("soon")).toBe(`${begin}"soon"${end}`);
	expect(message("x".repeat(58))).toBe(`${begin}"${"x".repeat(58)}"${end}`);
	expect(message("x".repeat(59))).toBe(`${begin}"${"x".repeat(55)}..."${end}`);
	expect(message("9".repeat(20), true)).toBe(
		`${begin}"${"9".repeat(20)}" does not fit the data type date, which is a day. Read with longNumbers: "text" to get such numbers as text, digit by digit.`,
	);
});
