import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeByteStore } from "../../../src/result/csv/byte-store.js";
import { CsvReader } from "../../../src/result/csv/csv-reader.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { RowParser } from "../../../src/result/rows/row-parser.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { partsOf } from "../streams.js";

/** The stores that runtimes with and without Node's `Buffer` use. */
const stores = {
	Buffer: (length: number) => makeByteStore(length, { Buffer }),
	TextDecoder: (length: number) => makeByteStore(length, {}),
};

interface Reading {
	readonly store?: keyof typeof stores;
	readonly parts?: Iterable<Uint8Array>;
	readonly maxCellBytes?: number;
	readonly maxRowBytes?: number;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const options = {
	invalidCells: "error",
	longNumbers: "error",
	quotes: "strict",
	multiSelectDelimiter: ",",
	maxCellBytes: 1000,
	maxRowBytes: 1000,
} as const;

/** The cells of a CSV as text: header first, `null` where a cell is empty. */
function read(csv: string | Uint8Array, reading: Reading = {}): (string | null)[][] {
	const bytes = typeof csv === "string" ? utf8(csv) : csv;
	const window = new TextWindow(64, true, stores[reading.store ?? "Buffer"]);
	const records: (string | null)[][] = [];
	let parser: RowParser | undefined;
	const take = (): void => {
		for (const row of parser?.takeBatch() ?? []) records.push(Object.values(row) as (string | null)[]);
	};
	const reader = new CsvReader(
		window,
		(header) => {
			records.push([...header]);
			const columns = header.map((name, index) => ({ header: name, key: `column ${index}`, dataType: undefined }));
			const { maxCellBytes = 2 ** 20, maxRowBytes = 2 ** 20 } = reading;
			parser = new RowParser({ columns, missing: [] }, { ...options, maxCellBytes, maxRowBytes });
			return parser;
		},
		reading.maxRowBytes ?? 2 ** 20,
	);
	for (const part of reading.parts ?? [bytes]) {
		reader.push(part);
		take();
	}
	reader.end();
	take();
	return records;
}

/** What the strictest parser of the field makes of it; `undefined` where it refuses it. */
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
	["too few cells", "a,b\n1,2\n3\n", "cells: it has 1, and the header has 2"],
	["too few cells, then a quoted line end", 'a,b\n1\n2,"3\n4"\n', "cells: it has 1, and the header has 2"],
	["too many cells", "a,b\n1,2,3\n", "cells: it has more, and the header has 2"],
	["too many cells behind a number", "a,b\n1,2,\n", "cells: it has more, and the header has 2"],
	["an empty line before a record", "a,b\n\n1,2\n", "cells: it has 1, and the header has 2"],
	["an empty line of CRLF before a record", "a,b\r\n1,2\r\n\r\n3,4\r\n", "cells: it has 1, and the header has 2"],
	["a quote within a cell", 'a,b\n1,x"y\n', "a quote stands in a cell that is not quoted"],
	["text behind a closing quote", 'a,b\n"1"x,2\n', "something stands between a closing quote"],
	["a carriage return behind a closing quote", 'a,b\n1,"2"\rx\n', "something stands between a closing quote"],
	["a quote that is never closed", 'a,b\n1,"2\n', "a quote is never closed"],
	["a cell that is not UTF-8", Buffer.from("a,b\n1,\xff\n", "latin1"), "a cell is not UTF-8"],
	["a header that is not UTF-8", Buffer.from("a,\xff\n", "latin1"), "a cell is not UTF-8"],
])("%s is refused", (_, csv, reason) => {
	expect(() => read(csv)).toThrow(reason);
	expect(() => read(csv, { parts: partsOf(Buffer.from(csv), 1) })).toThrow(reason);
});

test("records before a mistake are given", () => {
	const window = new TextWindow(64, true);
	let parser: RowParser | undefined;
	const open = (header: readonly string[]): RowParser => {
		parser = new RowParser(
			{ columns: header.map((name) => ({ header: name, key: name, dataType: undefined })), missing: [] },
			options,
		);
		return parser;
	};
	const reader = new CsvReader(window, open, 1000);
	expect(() => reader.push(utf8("a,b\n1,2\n3,4\n5\n6,7\n"))).toThrow("cells: it has 1");
	expect(parser?.takeBatch()).toEqual([
		{ a: "1", b: "2" },
		{ a: "3", b: "4" },
	]);
	expect(parser?.rows).toBe(2);
});

describe("limits", () => {
	const cellOf = (length: number): string => `a,b\n1,${"x".repeat(length)}\n2,3\n`;

	test("a cell may have so many bytes and no more, quoted or not", () => {
		expect(read(cellOf(1000), { maxCellBytes: 1000 })[1]?.[1]).toHaveLength(1000);
		expect(() => read(cellOf(1001), { maxCellBytes: 1000 })).toThrow(/larger than 1000 bytes.*maxCellBytes/);
		const quoted = `a,b\n"${"x".repeat(999)}",2\n`;
		expect(() => read(quoted, { maxCellBytes: 1000 })).toThrow(/larger than 1000 bytes.*maxCellBytes/);
		const manySmall = `${"a,".repeat(999)}a\n${"1234,".repeat(999)}1\n`;
		expect(read(manySmall, { maxCellBytes: 1000 })[1]).toHaveLength(1000);
	});

	test("a row that goes on and on is refused before much of it is held", () => {
		const parts = (function* (): Generator<Uint8Array> {
			yield utf8('a,b\n1,"');
			for (let part = 0; part < 10_000; part++) yield utf8("x".repeat(1000));
		})();
		let taken = 0;
		const counted = (function* (): Generator<Uint8Array> {
			for (const part of parts) {
				taken += part.length;
				yield part;
			}
		})();
		expect(() => read("", { parts: counted, maxRowBytes: 100_000 })).toThrow(/larger than 100000 bytes.*maxRowBytes/);
		expect(taken).toBeLessThan(250_000);
	});

	test("a long row is not read over and over", () => {
		const cellLength = 12_000_000;
		const parts = partsOf(utf8(`a,b\n1,"${"x".repeat(cellLength)}"\n`), 1000);
		const begun = performance.now();
		const limits = { maxCellBytes: cellLength + 10, maxRowBytes: cellLength + 10 };
		expect(read("", { parts, ...limits })[1]?.[1]).toHaveLength(cellLength);
		expect(performance.now() - begun).toBeLessThan(5000);
	});
});
