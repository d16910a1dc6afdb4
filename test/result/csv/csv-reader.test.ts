import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeByteStore } from "../../../src/result/csv/byte-store.js";
import { CsvReader } from "../../../src/result/csv/csv-reader.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { RowParser } from "../../../src/result/rows/row-parser.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { partsOf } from "../streams.js";
import { options, type Reading, read, stores, utf8 } from "./read-csv.js";

/** What the strictest other CSV parser reads; `undefined` if it refuses the text. */
function oracle(csv: string | Uint8Array): (string | null)[][] | undefined {
	const text = Buffer.from(csv).toString();
	// Blank lines at the end, which it takes for records of one cell.
	return parseStrictly(text) ?? parseStrictly(text.replace(/(\r?\n)+$/, ""));
}

function parseStrictly(csv: string): (string | null)[][] | undefined {
	try {
		const records = parse(csv, { bom: true, record_delimiter: ["\n", "\r\n"] }) as string[][];
		return records.map((cells, index) => (index === 0 ? cells : cells.map((cell) => (cell === "" ? null : cell))));
	} catch {
		return undefined;
	}
}

function outcome(csv: string | Uint8Array, reading?: Reading): (string | null)[][] | undefined {
	try {
		return read(csv, reading);
	} catch (error) {
		expect(error).toBeInstanceOf(DamagedResultError);
		return undefined;
	}
}

const cell = fc.oneof(
	fc.string({ maxLength: 40 }),
	fc.string({ unit: "grapheme", maxLength: 40 }),
	fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r\n", "é", "漢", "👩‍🚀", " ", "\uFEFF", "a"), maxLength: 12 }),
	fc.constantFrom("", "x".repeat(12), "x".repeat(13), "x".repeat(24), "x".repeat(25), "x".repeat(37), "é".repeat(50)),
);

const needsQuotes = (text: string): boolean => /[",\n\r]/.test(text);

const table = fc
	.record({ columns: fc.integer({ min: 1, max: 18 }), rows: fc.nat({ max: 6 }) })
	.chain(({ columns, rows }) =>
		fc.record({
			records: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
				minLength: rows + 1,
				maxLength: rows + 1,
			}),
			lineEnd: fc.constantFrom("\n", "\r\n"),
			endsLastLine: fc.boolean(),
			mark: fc.boolean(),
			quoteAll: fc.boolean(),
		}),
	)
	.map(({ records, lineEnd, endsLastLine, mark, quoteAll }) => {
		const write = (text: string): string =>
			quoteAll || needsQuotes(text) || text.startsWith("\uFEFF") ? `"${text.replaceAll('"', '""')}"` : text;
		const lines = records.map((cells) => cells.map(write).join(","));
		return (mark ? "\uFEFF" : "") + lines.join(lineEnd) + (endsLastLine ? lineEnd : "");
	});

describe.each(Object.keys(stores) as (keyof typeof stores)[])("with %s", (store) => {
	test("what any writer writes is read as csv-parse reads it, however it comes in parts", () => {
		fc.assert(
			fc.property(table, fc.integer({ min: 1, max: 64 }), (csv, partLength) => {
				const bytes = utf8(csv);
				const expected = oracle(bytes);
				expect(outcome(bytes, { store, parts: partsOf(bytes, partLength) })).toEqual(expected);
				expect(outcome(bytes, { store })).toEqual(expected);
			}),
			{ numRuns: 400 },
		);
	});

	test("text of any characters is refused where csv-parse refuses it, and else read the same", () => {
		const noise = fc.string({ unit: fc.constantFrom('"', '""', ",", "\n", "\r\n", "a", "é"), maxLength: 30 });
		fc.assert(
			fc.property(noise, fc.integer({ min: 1, max: 8 }), (csv, partLength) => {
				const given = outcome(csv, { store, parts: partsOf(utf8(csv), partLength) });
				expect(given).toEqual(outcome(csv, { store }));
				expect(given).toEqual(oracle(csv));
			}),
			{ numRuns: 3_000 },
		);
	});

	test("bytes that are not UTF-8 are refused, and others are read as TextDecoder reads them", () => {
		const bytes = fc.oneof(
			fc.uint8Array({ minLength: 1, maxLength: 6 }),
			fc
				.array(fc.constantFrom(0x61, 0x80, 0xbf, 0xc1, 0xc2, 0xe0, 0xa0, 0x9f, 0xed, 0xf0, 0x90, 0x8f, 0xf4, 0xf5), {
					maxLength: 8,
				})
				.map((array) => Uint8Array.from(array)),
		);
		const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
		const decode = (cellBytes: Uint8Array): string | undefined => {
			try {
				return decoder.decode(cellBytes);
			} catch {
				return undefined;
			}
		};
		fc.assert(
			fc.property(bytes, fc.constantFrom("", "x".repeat(80)), (cellBytes, padding) => {
				const whole = Buffer.concat([utf8(padding), cellBytes]).filter((byte) => byte !== 0x22);
				const text = decode(whole);
				const csv = Buffer.concat([utf8('column\n"'), whole, utf8('"\n')]);
				expect(outcome(csv, { store })?.[1]).toEqual(text === undefined ? undefined : [text || null]);
			}),
			{ numRuns: 2_000 },
		);
	});
});

test.each([
	["nothing", "", []],
	["a byte order mark", "\uFEFF", []],
	["a header", "Id,Name\n", [["Id", "Name"]]],
	["a header without a line end", "Id,Name", [["Id", "Name"]]],
	[
		"empty cells",
		"a,b\n,\n",
		[
			["a", "b"],
			[null, null],
		],
	],
	[
		"empty cells at the end",
		"a,b\n1,",
		[
			["a", "b"],
			["1", null],
		],
	],
	[
		"an empty quoted cell",
		'a,b\n"",""\n',
		[
			["a", "b"],
			[null, null],
		],
	],
	[
		"blank lines at the end",
		"a,b\n1,2\n\n\r\n\n",
		[
			["a", "b"],
			["1", "2"],
		],
	],
	["blank lines behind the header", "a,b\n\n\n", [["a", "b"]]],
	["empty records of one column", "a\n\n\n", [["a"], [null], [null]]],
	[
		"CRLF and LF",
		"a,b\r\n1,2\n3,4\r\n",
		[
			["a", "b"],
			["1", "2"],
			["3", "4"],
		],
	],
	[
		"a quoted line end",
		'a,b\n"1\r\n2",3\r\n',
		[
			["a", "b"],
			["1\r\n2", "3"],
		],
	],
	["doubled quotes", 'a\n"""x"" said, """\n', [["a"], ['"x" said, "']]],
	["spaces, which are part of a cell", "a\n x \n", [["a"], [" x "]]],
	[
		"a carriage return within a line",
		"a,b\n1\r2,3\n",
		[
			["a", "b"],
			["1\r2", "3"],
		],
	],
] as const)("%s", (_, csv, expected) => {
	expect(read(csv)).toEqual(expected);
	expect(read(csv, { parts: partsOf(utf8(csv), 1) })).toEqual(expected);
});

test.each([
	["a mark at the start, which is none of the first name", "\uFEFFa,b\n1,2\n", ["a", "b"]],
	["a mark before a quoted name", '\uFEFF"a",b\n1,2\n', ["a", "b"]],
	["two marks, of which the second is", "\uFEFF\uFEFFa,b\n1,2\n", ["\uFEFFa", "b"]],
	["a character of which only the last byte is not a mark's", "\uFEFEa,b\n1,2\n", ["\uFEFEa", "b"]],
	["a character that begins like a mark", "\uFB01a,b\n1,2\n", ["\uFB01a", "b"]],
	["a character of which only the middle byte is not a mark's", "\uFB3Fa,b\n1,2\n", ["\uFB3Fa", "b"]],
	["a character that ends like a mark", "\u0EFFa,b\n1,2\n", ["\u0EFFa", "b"]],
	["a short name", "a\n1\n", ["a"]],
])("a header with %s", (_, csv, names) => {
	for (const length of [1, 2, 3, 4, 100]) expect(read("", { parts: partsOf(utf8(csv), length) })[0]).toEqual(names);
});

test("a record is given as soon as its end has arrived", () => {
	const reader = new CsvReader(new TextWindow(64, true), () => parser, 1000);
	const parser = new RowParser({ columns: [{ header: "a", key: "a", dataType: undefined }], missing: [] }, options);
	for (const [part, expected] of [
		["a\n", []],
		["x", []],
		["\n", ["x"]],
		["a longer text of which the end", []],
		[".", []],
		["\n", ["a longer text of which the end."]],
		["y\nz", ["y"]],
		["\nz\n", ["z", "z"]],
	] as const) {
		reader.push(utf8(part));
		expect(parser.takeBatch().map(({ a }) => a)).toEqual(expected);
	}
});

test("a mark that is not at the start is part of its cell", () => {
	const parts = ["a,b\n", "\uFEFFx,1\n", "\uFEFFé,1\n", "\uFEFF"].map(utf8);
	for (const store of Object.keys(stores) as (keyof typeof stores)[]) {
		expect(read("", { parts: [...parts, utf8(",2")], store }).slice(1)).toEqual([
			["\uFEFFx", "1"],
			["\uFEFFé", "1"],
			["\uFEFF", "2"],
		]);
	}
});

test("a store of bytes gives them as text, with Buffer or without", () => {
	for (const make of [...Object.values(stores), makeByteStore]) {
		const store = make(40);
		store.bytes.set(utf8("abc\uFEFFé\uFFFD"));
		store.bytes.set([0x61, 0xff, 0x61], 30);
		expect(store.bytes).toHaveLength(40);
		expect(store.ascii(1, 3)).toBe("bc");
		expect(store.ascii(0, 40)).toHaveLength(40);
		expect(store.utf8(2, 11)).toBe("c\uFEFFé\uFFFD");
		expect(store.utf8(3, 8)).toBe("\uFEFFé");
		expect(store.utf8(30, 33)).toBeUndefined();
		expect(store.utf8(6, 7)).toBeUndefined();
	}
});

test.each([
	["too few cells", "a,b\n1,2\n3\n", "cells: it has 1, but the header has 2"],
	["too few cells, then a quoted line end", 'a,b\n1\n2,"3\n4"\n', "cells: it has 1, but the header has 2"],
	["too many cells", "a,b\n1,2,3\n", "cells: it has more, but the header has 2"],
	["too many cells behind a number", "a,b\n1,2,\n", "cells: it has more, but the header has 2"],
	["an empty line before a record", "a,b\n\n1,2\n", "cells: it has 1, but the header has 2"],
	["an empty line of CRLF before a record", "a,b\r\n1,2\r\n\r\n3,4\r\n", "cells: it has 1, but the header has 2"],
	["a quote within a cell", 'a,b\n1,x"y\n', "there is a quote in a cell that is not quoted"],
	["text behind a closing quote", 'a,b\n"1"x,2\n', "there is text between a closing quote"],
	["a carriage return behind a closing quote", 'a,b\n1,"2"\rx\n', "there is text between a closing quote"],
	["a quote that is never closed", 'a,b\n1,"2\n', "a quote is never closed"],
	["a cell that is not UTF-8", Buffer.from("a,b\n1,\xff\n", "latin1"), "a cell is not UTF-8"],
	["a header that is not UTF-8", Buffer.from("a,\xff\n", "latin1"), "a cell is not UTF-8"],
])("%s is refused", (_, csv, reason) => {
	expect(() => read(csv)).toThrow(reason);
	expect(() => read(csv, { parts: partsOf(Buffer.from(csv), 1) })).toThrow(reason);
});

test("a Buffer that has no more than what is documented gives the same texts", () => {
	const alloc = (length: number) => {
		const bytes = new Uint8Array(length);
		const write = (encoding: "latin1" | "utf8", start: number, end: number): string =>
			Buffer.from(bytes.subarray(start, end)).toString(encoding);
		return Object.assign(bytes, { toString: write });
	};
	const documented = makeByteStore(64, { Buffer: { alloc } });
	const own = makeByteStore(64, { Buffer });
	for (const bytes of [utf8("Köln, 注文, \uFFFD"), Uint8Array.of(0x61, 0xff)]) {
		for (const store of [documented, own]) store.bytes.set(bytes);
		expect(documented.utf8(1, bytes.length)).toBe(own.utf8(1, bytes.length));
		expect(documented.ascii(0, 1)).toBe(own.ascii(0, 1));
	}
});
