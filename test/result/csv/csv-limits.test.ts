import { describe, expect, test } from "vitest";
import { CsvDialectWriter } from "../../../src/result/csv/csv-dialect.js";
import { CsvReader } from "../../../src/result/csv/csv-reader.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { RowParser } from "../../../src/result/rows/row-parser.js";
import { partsOf } from "../streams.js";
import { options, read, utf8 } from "./read-csv.js";

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

	test("a row is refused as soon as it is too long, however long it may be", () => {
		for (const maxRowBytes of [10_000, 150_000, 200_000, 300_000]) {
			let taken = 0;
			const parts = (function* (): Generator<Uint8Array> {
				yield utf8('a,b\n1,"');
				for (; ; taken += 1000) yield utf8("x".repeat(1000));
			})();
			expect(() => read("", { parts, maxRowBytes })).toThrow("maxRowBytes");
			expect(taken).toBeGreaterThan(maxRowBytes - 2000);
			expect(taken).toBeLessThan(maxRowBytes + 2000);
		}
	});

	test("a row may have so many bytes and no more", () => {
		const csv = `a,b\n1,"${"x".repeat(95)}"\n`;
		expect(read(csv, { maxRowBytes: 100 })).toHaveLength(2);
		expect(() => read(csv, { maxRowBytes: 99 })).toThrow(/larger than 99 bytes.*maxRowBytes/);
	});

	test("so many bytes are held without a record's end, and no more", () => {
		const endless = { parse: (_window: TextWindow, start: number): number => start };
		const reader = new CsvReader(new TextWindow(64, true), () => endless, 100);
		reader.push(utf8("a,b\n"));
		reader.push(new Uint8Array(60));
		reader.push(new Uint8Array(40));
		expect(() => reader.push(new Uint8Array(1))).toThrow(/larger than 100 bytes.*maxRowBytes/);
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

test("a cell that is rewritten in another dialect is refused before it fills the memory", () => {
	const writer = new CsvDialectWriter({ delimiter: ";" });
	writer.begin(true);
	const part = new Uint8Array(2 ** 22).fill(0x61);
	writer.push(utf8('"'));
	expect(() => {
		for (let turn = 0; turn < 8; turn++) writer.push(part);
	}).toThrow("maxCellBytes");
});
