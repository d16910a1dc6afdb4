import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRows } from "../../../src/result/rows/read-rows.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { zipped } from "../archives.js";
import { columnsOf, rowsOf, type TestRow } from "../rows-of.js";
import { collect, streamOf } from "../streams.js";

const lenient = { quotes: "lenient" } as const;

describe("quotes that CSV does not allow", () => {
	test.each([
		['say "hi"', 'say "hi"'],
		['5" pipe', '5" pipe'],
		['x"', 'x"'],
		['"A"B', "AB"],
		['"A"B"C"', 'AB"C"'],
		['"A" "B"', 'A "B"'],
		['"A, ""b""" c', 'A, "b" c'],
		['"A\nB"C', "A\nBC"],
		['""x', "x"],
		['"A"é', "Aé"],
	])("are characters on demand: %s", async (cell, expected) => {
		for (const end of ["\n", "\r\n"]) {
			const between = `Id,text,url,currency${end}1,x,y,1${end}2,${cell},"z",2${end}3,"v",w,3${end}`;
			const [, row, after] = await rowsOf(between, lenient);
			expect(row).toEqual({ Id: "2", text: expected, url: "z", currency: 2 });
			expect(after).toEqual({ Id: "3", text: "v", url: "w", currency: 3 });
			const last = `Id,text${end}1,${cell}`;
			expect(await rowsOf(last, lenient)).toEqual([{ Id: "1", text: expected }]);
			expect(await rowsOf(last + end + end, lenient)).toEqual([{ Id: "1", text: expected }]);
			const error: unknown = await rowsOf(between).catch((reason: unknown) => reason);
			expect(error).toBeInstanceOf(DamagedResultError);
			expect((error as Error).message).toMatch(/row 2.*quotes: "lenient"/);
			expect((error as Error).message).not.toContain("submit");
		}
	});

	test("stay damage where a quote is never closed, or the number of cells is wrong", async () => {
		await expect(rowsOf('Id,text\n1,"x\n', lenient)).rejects.toThrow("a quote is never closed");
		await expect(rowsOf('Id,text\n1,x"y,z\n', lenient)).rejects.toThrow("cells: it has more");
		await expect(rowsOf('Id,text\nx"y\n', lenient)).rejects.toThrow("cells: it has 1");
	});

	test("do not hide a damaged archive, a wrong count, or a cell that does not fit", async () => {
		const csv = 'Id,text,currency\n1,5" pipe,2\n';
		const archive = zipped(csv);
		const cut = streamOf(archive.subarray(0, archive.length - 30));
		await expect(collect(readRows(cut, columnsOf(csv), lenient))).rejects.toBeInstanceOf(DamagedResultError);
		await expect(rowsOf(csv, { ...lenient, count: 2 })).rejects.toThrow("it has 1 rows, but Zoho counted 2");
		await expect(rowsOf('Id,text,currency\n1,5" pipe,many\n', lenient)).rejects.toThrow('Row 1, column "currency"');
	});

	test("what is read strictly is read leniently the same, in whatever parts it comes", async () => {
		const cell = fc.oneof(
			fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r\n", "a", "é"), maxLength: 6 }).map((text) => {
				return `"${text.replaceAll('"', '""')}"`;
			}),
			fc.string({ unit: fc.constantFrom('"', "a", "é", " "), maxLength: 6 }),
		);
		const records = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(records, fc.integer({ min: 1, max: 20 }), async (lines, partLength) => {
				const csv = `Id,text,url\n${lines.map(([one, other], index) => `${index},${one},${other}\n`).join("")}`;
				const read = (options: object, length: number): Promise<TestRow[] | string> =>
					collect(readRows<TestRow>(streamOf(zipped(csv), length), columnsOf(csv), options)).catch(
						(error: Error) => error.message,
					);
				const strict = await read({}, 65_536);
				const loose = await read(lenient, 65_536);
				expect(await read(lenient, partLength)).toEqual(loose);
				if (typeof strict !== "string") expect(loose).toEqual(strict);
			}),
			{ numRuns: 60 },
		);
	});
});

describe("numbers with more digits than a JavaScript number holds", () => {
	const csv = "Id,currency,integer,decimal\n1,1234567890123456.78,9007199254740993,1.5\n";

	test("are errors that name the way to have them", async () => {
		const error: unknown = await rowsOf(csv).catch((reason: unknown) => reason);
		expect((error as Error).message).toMatchInlineSnapshot(
			`"Row 1, column "currency": "1234567890123456.78" does not fit the data type currency, which is a number that JavaScript can hold exactly. Read with longNumbers: "text" to get such numbers as text, digit by digit."`,
		);
	});

	test("are text on demand, while others stay numbers and what is no number stays an error", async () => {
		expect(await rowsOf(csv, { longNumbers: "text" })).toEqual([
			{ Id: "1", currency: "1234567890123456.78", integer: "9007199254740993", decimal: 1.5 },
		]);
		for (const [field, cell] of [
			["integer", "1.5"],
			["currency", "many"],
			["boolean", "2"],
			["date", "2024-13-01"],
		]) {
			await expect(rowsOf(`Id,${field}\n1,${cell}\n`, { longNumbers: "text" })).rejects.toThrow(
				'read with invalidCells: "text"',
			);
		}
	});
});
