import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isExact } from "../../../src/result/rows/exact-number.js";
import { InvalidCellError } from "../../../src/result/rows/invalid-cell-error.js";
import type { ReadRowsOptions } from "../../../src/result/rows/read-options.js";
import { dataTypes } from "../../../src/schema/comparators.js";
import { rowsOf } from "../rows-of.js";

/** Reads one cell: its value, or `"invalid"`. */
async function cellValue(field: string, cell: string, options?: ReadRowsOptions): Promise<unknown> {
	try {
		const rows = await rowsOf(`Id,${field},Other\n1,${cell},x\n`, options);
		expect(rows).toHaveLength(1);
		return rows[0]?.[field];
	} catch (error) {
		if (error instanceof InvalidCellError) return "invalid";
		throw error;
	}
}

const invalid = "invalid";

describe.each([
	["integer", "12", 12],
	["integer", "0", 0],
	["integer", "-12", -12],
	["integer", "-0", 0],
	["integer", "007", 7],
	["integer", "123456789", 123456789],
	["integer", "9007199254740991", 9007199254740991],
	["integer", "9007199254740992", invalid],
	["integer", "9007199254740993", invalid],
	["integer", "1.5", invalid],
	["integer", "12.0", 12],
	["integer", "-0.000", 0],
	["integer", "1e3", 1000],
	["integer", "1.2E7", 12000000],
	["integer", "12.5e1", 125],
	["integer", "12.5e0", invalid],
	["integer", "9007199254740993.0", invalid],
	["integer", "1e16", invalid],
	["integer", "12.", invalid],
	["integer", "12 ", invalid],
	["integer", "+12", invalid],
	["integer", "-", invalid],
	["integer", "1_000", invalid],
	["integer", '"1,000"', invalid],
	["integer", "0x10", invalid],
	["decimal", "1.5", 1.5],
	["decimal", "-0.10", -0.1],
	["decimal", "0.1", 0.1],
	["decimal", "1000000", 1000000],
	["decimal", "123456789012345.6", 123456789012345.6],
	["decimal", "0.30000000000000004", 0.30000000000000004],
	["decimal", "1.0E7", 10000000],
	["decimal", "1e-7", 1e-7],
	["decimal", "5.", invalid],
	["decimal", ".5", invalid],
	["decimal", "1.2.3", invalid],
	["decimal", "NaN", invalid],
	["decimal", "Infinity", invalid],
	["decimal", "1e999", invalid],
	["decimal", '"1,5"', invalid],
	["currency", "1234.56", 1234.56],
	["currency", "99999999999.99", 99999999999.99],
	["currency", "1234567890123456.78", invalid],
	["currency", "$5", invalid],
	["percent", "12.5", 12.5],
	["percent", "12%", invalid],
	["bigint", "554023000000470421", "554023000000470421"],
	["bigint", "-1", "-1"],
	["bigint", "12.0", "12"],
	["bigint", "12.5", invalid],
	["bigint", "12a", invalid],
	["text", "true", "true"],
	["text", "12", "12"],
	["text", "01234", "01234"],
	["text", "2020-01-01", "2020-01-01"],
	["phone", "+91 98765 43210", "+91 98765 43210"],
	["email", "ngozi@example.com", "ngozi@example.com"],
	["url", "https://example.com/?a=b", "https://example.com/?a=b"],
	["picklist", "-None-", "-None-"],
	["textarea", '"a\nb ""c"""', 'a\nb "c"'],
	["autonumber", "LD-000012", "LD-000012"],
	["autonumber", "000012", "000012"],
	["multi_select", '"a,b"', ["a", "b"]],
	["multi_select", "a", ["a"]],
	["multi_select", "a;b", ["a;b"]],
	["date", "2024-02-29", "2024-02-29"],
	["date", "2023-02-29", invalid],
	["date", "1900-02-29", invalid],
	["date", "2000-02-29", "2000-02-29"],
	["date", "2024-13-01", invalid],
	["date", "2024-00-01", invalid],
	["date", "2024-04-31", invalid],
	["date", "2024-04-00", invalid],
	["date", "2024-4-1", invalid],
	["date", "01/02/2024", invalid],
	["date", "2024-04-30T00:00:00+05:30", invalid],
	["datetime", "2024-02-29T23:59:59+05:30", "2024-02-29T23:59:59+05:30"],
	["datetime", "2024-02-29T23:59:59-08:00", "2024-02-29T23:59:59-08:00"],
	["datetime", "2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"],
	["datetime", "2024-02-29T23:59:59.123Z", "2024-02-29T23:59:59.123Z"],
	["datetime", "2024-02-29T23:59:59+0530", "2024-02-29T23:59:59+0530"],
	["datetime", "2024-02-29T23:59:59", invalid],
	["datetime", "2024-02-30T23:59:59Z", invalid],
	["datetime", "2024-02-29T24:00:00+00:00", invalid],
	["datetime", "2024-02-29T23:60:00+00:00", invalid],
	["datetime", "2024-02-29T23:59:60+00:00", invalid],
	["datetime", "2024-02-29T23:59:59+24:00", invalid],
	["datetime", "2024-02-29 23:59:59+00:00", invalid],
	["datetime", "2024-02-29", invalid],
	["boolean", "true", true],
	["boolean", "false", false],
	["boolean", "TRUE", true],
	["boolean", "False", false],
	["boolean", "yes", invalid],
	["boolean", "1", invalid],
	["boolean", "trueish", invalid],
	["lookup", "554023000000470421", "554023000000470421"],
	["owner", "554023000000470421", "554023000000470421"],
	["user", "554023000000470421", "554023000000470421"],
	["lookup.last_name", "Okafor", "Okafor"],
	["$converted", "true", true],
	["Not_Described", "true", "true"],
] as const)("a cell of %s that holds %s", (field, cell, expected) => {
	test(`gives ${JSON.stringify(expected)}, quoted or not, in whatever column`, async () => {
		expect(await cellValue(field, cell)).toEqual(expected);
		const quoted = cell.startsWith('"') ? cell : `"${cell}"`;
		expect(await cellValue(field, quoted)).toEqual(expected);
		const [row] = await rowsOf(`Id,${field}\r\n1,${cell}\r\n`, { invalidCells: "text" });
		const text = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
		expect(row?.[field]).toEqual(expected === invalid ? text : expected);
	});
});

test("an empty cell is null, whatever the data type", async () => {
	const fields = dataTypes.map((dataType) => dataType.replace("-", "_"));
	const cells = fields.map((_, index) => (index % 2 === 0 ? "" : '""'));
	const [row] = await rowsOf(`Id,${fields.join(",")}\n1,${cells.join(",")}\n`);
	expect(row).toEqual({ Id: "1", ...Object.fromEntries(fields.map((field) => [field, null])) });
});

test("an invalid cell is an error that names row, column, data type and text, after the rows before it", async () => {
	const csv = 'Id,currency\n1,5\n2,"3,50"\n3,7\n';
	const error: unknown = await rowsOf(csv).catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(InvalidCellError);
	expect(error).toMatchObject({ row: 2, column: "currency", dataType: "currency", text: "3,50" });
	expect((error as Error).message).toMatchInlineSnapshot(
		`"Row 2, column "currency": "3,50" does not fit the data type currency, which is a number that JavaScript can hold exactly. Generate the module again, or read with invalidCells: "text"."`,
	);
	expect(await rowsOf(csv, { invalidCells: "text" })).toEqual([
		{ Id: "1", currency: 5 },
		{ Id: "2", currency: "3,50" },
		{ Id: "3", currency: 7 },
	]);
	const long = await rowsOf(`Id,currency\n1,${"x".repeat(500)}\n`).catch((reason: unknown) => reason);
	expect((long as InvalidCellError).text).toHaveLength(500);
	expect((long as Error).message.length).toBeLessThan(300);
});

test("the values of a multi-select are parted at the delimiter that is told", async () => {
	expect(await cellValue("multi_select", "a;b c;d", { multiSelectDelimiter: ";" })).toEqual(["a", "b c", "d"]);
	expect(await cellValue("multi_select", '"Food, and more;b"', { multiSelectDelimiter: ";" })).toEqual([
		"Food, and more",
		"b",
	]);
	for (const [cell, multiSelectDelimiter, values] of [
		["Food", ",", ["Food"]],
		['"Food"', ",", ["Food"]],
		['"Food,Drink"', ",", ["Food", "Drink"]],
		["Food; Drink", ",", ["Food; Drink"]],
		['"Food, Drink"', ", ", ["Food", "Drink"]],
		['"a ""b"",c"', ",", ['a "b"', "c"]],
		['"a;,b"', ";,", ["a", "b"]],
	] as const) {
		expect(await cellValue("multi_select", cell, { multiSelectDelimiter }), cell).toEqual(values);
	}
});

test("a number is exact when writing it again gives the same digits", () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
			expect(isExact(String(value), value)).toBe(true);
			if (Number.isInteger(value) && Math.abs(value) < 1e20) expect(isExact(`${value}.000`, value)).toBe(true);
		}),
	);
	fc.assert(
		fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), (integer) => {
			const text = String(integer);
			expect(isExact(text, Number(text))).toBe(shortest(Number(text)) === text.replace(/0+$/, ""));
		}),
	);
});

/** The digits of a whole number as JavaScript writes it, without zeros at the end. */
function shortest(value: number): string {
	return value === 0 ? "" : value.toExponential().replace(/e.*$/, "").replace(".", "").replace(/0+$/, "");
}
