import { describe, expect, test } from "vitest";
import {
	type CsvCell,
	find,
	findClosingQuote,
	halveQuotes,
	nowhere,
	readCell,
} from "../../../src/result/csv/csv-cell.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { utf8 } from "./read-csv.js";

function windowOf(csv: string | Uint8Array): TextWindow {
	const window = new TextWindow(64, true);
	window.advance(0, typeof csv === "string" ? utf8(csv) : csv);
	window.refresh();
	return window;
}

/** The first cell of a text, or the reason why there is none. */
function cellOf(
	csv: string | Uint8Array,
	isFileEnd: boolean,
	quotes?: "strict" | "lenient",
): CsvCell | string | undefined {
	try {
		return readCell(windowOf(csv), 0, isFileEnd, quotes);
	} catch (error) {
		expect(error).toBeInstanceOf(DamagedResultError);
		return (error as DamagedResultError).reason;
	}
}

const cell = (text: string, end: number, isLast: boolean): CsvCell => ({ text, end, isLast });

describe("a cell that ends in what has arrived", () => {
	test.each<[string, CsvCell]>([
		[",", cell("", 0, false)],
		["\n", cell("", 0, true)],
		["\r\n", cell("", 1, true)],
		["a,b", cell("a", 1, false)],
		["a\nb", cell("a", 1, true)],
		["a\r\nb", cell("a", 2, true)],
		["a\rb,c", cell("a\rb", 3, false)],
		["a\r,c", cell("a\r", 2, false)],
		["\r\r\n", cell("\r", 2, true)],
		["王,b", cell("王", 3, false)],
		['"",b', cell("", 2, false)],
		['"a",b', cell("a", 3, false)],
		['"a"\nb', cell("a", 3, true)],
		['"a"\r\nb', cell("a", 4, true)],
		['"a,b\n",c', cell("a,b\n", 6, false)],
		['"a""b",c', cell('a"b', 6, false)],
		['"""",c', cell('"', 4, false)],
		['"""""",c', cell('""', 6, false)],
		['"王",c', cell("王", 5, false)],
	])("%j", (csv, expected) => {
		for (const isFileEnd of [true, false]) {
			for (const quotes of ["strict", "lenient", undefined] as const) {
				expect(cellOf(csv, isFileEnd, quotes)).toEqual(expected);
			}
		}
	});
});

describe("a cell that may go on", () => {
	test.each<[string, CsvCell | string]>([
		["", cell("", 0, true)],
		["a", cell("a", 1, true)],
		["a\r", cell("a\r", 2, true)],
		['"a"', cell("a", 3, true)],
		['""', cell("", 2, true)],
		['"a""b"', cell('a"b', 6, true)],
		['"', "a quote is never closed"],
		['"a', "a quote is never closed"],
		['"a""', "a quote is never closed"],
		['"a,b\n', "a quote is never closed"],
	])("is read at the end of the file, and waited for before it: %j", (csv, expected) => {
		expect(cellOf(csv, true)).toEqual(expected);
		expect(cellOf(csv, false)).toBeUndefined();
	});

	test('also if only its line end is missing: "a" and a carriage return', () => {
		expect(cellOf('"a"\r', false)).toBeUndefined();
		expect(cellOf('"a"\r', true)).toBe("there is text between a closing quote and the next comma");
		expect(cellOf('"a"\r', true, "lenient")).toEqual(cell("a\r", 4, true));
	});
});

describe("quotes that are not allowed", () => {
	const inside = "there is a quote in a cell that is not quoted";
	const behind = "there is text between a closing quote and the next comma";
	test.each<[string, string, CsvCell]>([
		['a"b,', inside, cell('a"b', 3, false)],
		['a",', inside, cell('a"', 2, false)],
		['a"\n', inside, cell('a"', 2, true)],
		['"a"b,', behind, cell("ab", 4, false)],
		['"a" ,', behind, cell("a ", 4, false)],
		['"a"\r,', behind, cell("a\r", 4, false)],
		['"a"b\r\nc', behind, cell("ab", 5, true)],
		['"a"b"c",', behind, cell('ab"c"', 7, false)],
		['"a"b""c,', behind, cell('ab""c', 7, false)],
		['"a""b"c\n', behind, cell('a"bc', 7, true)],
	])("%j", (csv, reason, expected) => {
		for (const isFileEnd of [true, false]) {
			expect(cellOf(csv, isFileEnd)).toBe(reason);
			expect(cellOf(csv, isFileEnd, "lenient")).toEqual(expected);
		}
	});

	test("may go on as well, where they are characters", () => {
		for (const csv of ['"a"bc', '"a"b"c"']) {
			expect(cellOf(csv, false, "lenient")).toBeUndefined();
			expect(cellOf(csv, true, "lenient")).toEqual(cell(csv.replace(/^"a"/, "a"), csv.length, true));
		}
	});

	test("are said to be mended by nothing but reading them as characters", () => {
		expect(() => readCell(windowOf('a"b,'), 0, true)).toThrow(
			'Zoho wrote the file this way, and would do so again. To read such quotes as characters, use quotes: "lenient".',
		);
	});
});

test("what is not UTF-8 is refused, quoted or not", () => {
	for (const csv of ["a\xff,", '"a\xff",']) {
		expect(cellOf(Buffer.from(csv, "latin1"), true)).toBe("a cell is not UTF-8");
	}
});

test("a cell is read from where it begins", () => {
	const window = windowOf('x,"a,""b",c\nd');
	expect(readCell(window, 2, false)).toEqual(cell('a,"b', 9, false));
	expect(readCell(window, 10, false)).toEqual(cell("c", 11, true));
	expect(readCell(window, 12, true)).toEqual(cell("d", 13, true));
	expect(readCell(window, 13, true)).toEqual(cell("", 13, true));
});

test("nothing behind the end is read", () => {
	const window = windowOf('a,b"c,d"e');
	window.advance(0, utf8(""));
	window.advance(2, new Uint8Array());
	window.length = 1;
	window.refresh();
	expect(readCell(window, 0, true)).toEqual(cell("b", 1, true));
	expect(readCell(window, 1, true)).toEqual(cell("", 1, true));
	expect(readCell(window, 1, false)).toBeUndefined();
});

test("where a quoted cell is closed", () => {
	expect(["a", 'a"', 'a""', 'a""b"', '""""""'].map((text) => findClosingQuote(windowOf(text), 0))).toEqual([
		1, 1, 3, 4, 6,
	]);
	expect(findClosingQuote(windowOf('"a"b'), 1)).toBe(2);
});

test("the next of what is looked for", () => {
	expect([find("abcb", "b", 0, nowhere), find("abcb", "b", 2, nowhere), find("abcb", "b", 4, 9)]).toEqual([1, 3, 9]);
	expect(find("b", "b", 0, nowhere)).toBe(0);
	expect(halveQuotes('a""b""""c')).toBe('a"b""c');
});
