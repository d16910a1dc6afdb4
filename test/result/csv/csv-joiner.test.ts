import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvJoiner } from "../../../src/result/csv/csv-joiner.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";

interface Joined {
	readonly text: string;
	/** Records of each page. */
	readonly records: readonly number[];
}

/** Joins pages that arrive in parts of this many bytes. */
function join(pages: readonly string[], partLength: number): Joined {
	const written: Uint8Array[] = [];
	const records: number[] = [];
	let header: string | undefined;
	for (const page of pages) {
		const bytes = new TextEncoder().encode(page);
		const joiner = new CsvJoiner(header);
		for (let at = 0; at < bytes.length; at += partLength)
			written.push(...joiner.push(bytes.subarray(at, at + partLength)));
		written.push(...joiner.end());
		records.push(joiner.records);
		header = joiner.header;
	}
	return { text: Buffer.concat(written).toString(), records };
}

const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r\n", "é", "漢", " ") }));
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Pages of the same columns, each written with either line end, its last one left out or not. */
const pages = fc.record({
	header: fc.array(cell, { minLength: 1, maxLength: 3 }),
	records: fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
	lineEnd: fc.constantFrom("\n", "\r\n"),
	endsLastLine: fc.boolean(),
	partLength: fc.integer({ min: 1, max: 40 }),
});

test("whatever the pages, and however they come in parts: the header once, every record once, each counted", () => {
	fc.assert(
		fc.property(pages, ({ header, records, lineEnd, endsLastLine, partLength }) => {
			const head = header.map(quoted).join(",");
			const texts = records.map((cells) => {
				const lines = [head, ...cells.map(quoted)].join(lineEnd);
				return endsLastLine ? lines + lineEnd : lines;
			});
			const joined = join(texts, partLength);
			expect(joined.records).toEqual(records.map((cells) => cells.length));
			const lines = [head, ...records.flat().map(quoted)];
			let rest = joined.text;
			for (const line of lines) {
				expect(rest.startsWith(line)).toBe(true);
				rest = rest.slice(line.length);
				const end = /^\r?\n/.exec(rest)?.[0] ?? "";
				expect(end).toMatch(endsLastLine ? new RegExp(`^${lineEnd}$`) : /\n$/);
				rest = rest.slice(end.length);
			}
			expect(rest).toBe("");
		}),
		{ numRuns: 500 },
	);
});

describe("what is passed on byte for byte", () => {
	test.each([
		["a byte order mark, which stands once", ["\uFEFFId,A\n1,x\n", "\uFEFFId,A\n2,y\n"], "\uFEFFId,A\n1,x\n2,y\n"],
		["line ends of two bytes", ["Id\r\n1\r\n", "Id\r\n2\r\n"], "Id\r\n1\r\n2\r\n"],
		["a page without records", ["Id\n1\n", "Id\n", "Id\n2\n"], "Id\n1\n2\n"],
		["a last line that is not ended, which is", ["Id\n1", "Id\n2"], "Id\n1\n2\n"],
		["a line feed in quotes, in the header too", ['"I\nd"\n"1\n"\n', '"I\nd"\n2\n'], '"I\nd"\n"1\n"\n2\n'],
		["a header alone, without line end", ["Id"], "Id\n"],
		["nothing", [""], ""],
		["a header alone behind a page, without line end", ["Id\n1\n", "Id"], "Id\n1\n"],
		["nothing behind a page", ["Id\n1\n", ""], "Id\n1\n"],
		["nothing before a page", ["", "Id\n1\n"], "Id\n1\n"],
		["pages of different line ends", ["Id\r\n1\r\n", "Id\n2\n", "Id\r\n3"], "Id\r\n1\r\n2\n3\n"],
		["a mark on the first page alone", ["\uFEFFId\n1\n", "Id\n2\n"], "\uFEFFId\n1\n2\n"],
		["characters of several bytes", ["名,é\n1,王\n", "名,é\n2,王\n"], "名,é\n1,王\n2,王\n"],
		["a carriage return at the end of the file", ["Id\n1\n\r"], "Id\n1\n"],
		["quotes at every place of a line", ['"a""",b"\n"""1""",2""\n'], '"a""",b"\n"""1""",2""\n'],
		["carriage returns before a record", ["Id\n\r\r\n\r1\n"], "Id\n\r\r\n\r1\n"],
		["blank lines, which are left out", ["Id,A\n1,x\n\n\r\n", "Id,A\n\n2,y\n\n3,z\n"], "Id,A\n1,x\n2,y\n3,z\n"],
		["blank lines in quotes", ['Id,A\n1,"\n\n"\n\n'], 'Id,A\n1,"\n\n"\n'],
		["a carriage return that ends no line", ["Id,A\n\r1,x\n"], "Id,A\n\r1,x\n"],
		["stray quotes", ['Id,A\n1,5" pipe\n2,"A"B"\n3,say "hi"\n'], 'Id,A\n1,5" pipe\n2,"A"B"\n3,say "hi"\n'],
	])("%s", (_name, given, expected) => {
		for (const partLength of [1, 2, 3, 100]) expect(join(given, partLength).text).toBe(expected);
	});
});

test.each([
	["stray quotes", 'Id,A\n1,5" pipe\n2,"A"B"\n3,say "hi"\n4,""\n', 4],
	["a quote behind a byte order mark", '\uFEFF"I\nd",A\n1,x\n', 1],
	["blank lines", "Id,A\n1,x\n\n\r\n2,y\n\n", 2],
	["a quoted line end behind a doubled quote", 'Id\n"a""\n"\n"\n"\n', 2],
	["a quoted line end behind a comma", 'Id,A\n1,"\n"\n2,x"\n', 2],
	["a stray quote behind a closed cell", 'Id,A\n"1"x"\n2,y\n', 2],
	["a last line that is not ended", "Id\n1\n2", 2],
	["a carriage return alone behind the last", "Id\n1\n\r", 1],
	["nothing", "", 0],
	["a quote behind a carriage return, which opens nothing", 'Id\n\r"a\n2\n', 2],
	["a quote behind a mark that is not at the start", 'Id,\uFEFF"x\n1,y\n', 1],
])("records are counted: %s", (_, page, records) => {
	for (const partLength of [1, 2, 3, 100]) expect(join([page], partLength).records).toEqual([records]);
});

test("nothing empty is written, and records are counted as they begin", () => {
	const joiner = new CsvJoiner(undefined);
	expect(joiner.header).toBeUndefined();
	const push = (text: string): string[] => joiner.push(Buffer.from(text)).map((part) => Buffer.from(part).toString());
	expect([push(""), push("I"), push("")]).toEqual([[], [], []]);
	expect(joiner.header).toBeUndefined();
	expect(push("d\n")).toEqual(["I", "d\n"]);
	expect(joiner.header).toBe("Id");
	expect([push(""), push("\n"), push("\r"), push("\n")]).toEqual([[], [], [], []]);
	expect(joiner.records).toBe(0);
	expect(push("\n\n1")).toEqual(["1"]);
	expect(joiner.records).toBe(1);
	expect(push("2\n\n3\n\n")).toEqual(["2\n", "3\n"]);
	expect(joiner.end()).toEqual([]);
	const next = new CsvJoiner("Id");
	expect(next.header).toBe("Id");
	expect(next.push(Buffer.from("Id\n"))).toEqual([]);
	expect(next.end()).toEqual([]);
	expect(new CsvJoiner("Id").end()).toEqual([]);
});

test("a page with other columns is an error, not a file whose rows do not fit", () => {
	expect(() => join(["Id,A\n1,x\n", "Id,B\n2,y\n"], 4)).toThrow(DamagedResultError);
	for (const other of ["Id,B\n2,y\n", "Id\n", "Id,A,\n", "id,A\n", "A,Id"]) {
		expect(() => join(["Id,A\n1,x\n", other], 4)).toThrow(
			"damaged in its header: its columns differ from those of the pages before",
		);
	}
});
