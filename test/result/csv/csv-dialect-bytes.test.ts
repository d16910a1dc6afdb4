import { describe, expect, test } from "vitest";
import { type CsvDialect, CsvDialectWriter } from "../../../src/result/csv/csv-dialect.js";
import { writeAs } from "./write-as.js";

const encoder = new TextEncoder();

describe("whatever grows most has room", () => {
	const always = { delimiter: ";", quote: "always", lineEnding: "crlf", bom: true, safeForSpreadsheets: true } as const;
	const needed = { ...always, quote: "needed" } as const;
	test.each<[string, CsvDialect, string, string]>([
		["empty cells", always, ",", '"";'],
		["empty lines", always, "\n", '""\r\n'],
		["formulas", always, "=,", '"\'=";'],
		["lines of formulas", always, "=\n", '"\'="\r\n'],
		["delimiters", needed, ";,", '";";'],
		["formulas with delimiters", needed, "=;\n", '"\'=;"\r\n'],
		["stray quotes", needed, 'a",', '"a""";'],
		["many stray quotes", needed, `a${'"'.repeat(500)}\n`, `"a${'"'.repeat(1000)}"\r\n`],
		["stray quotes behind a closed one", always, `""b${'"'.repeat(500)},`, `"b${'"'.repeat(1000)}";`],
		["formulas with stray quotes", needed, '=",', '"\'=""";'],
	])("%s", (_, dialect, piece, written) => {
		for (const times of [1, 2, 40]) {
			const end = piece.endsWith("\n") ? ["", ""] : ["x\n", dialect.quote === "always" ? '"x"\r\n' : "x\r\n"];
			const csv = piece.repeat(times) + end[0];
			for (const size of [1, 2, 3, 501, csv.length]) {
				expect(writeAs(dialect, csv, size)).toBe(`\uFEFF${written.repeat(times)}${end[1]}`);
			}
		}
	});
});

describe("a byte order mark is one at the file's start alone, and whole", () => {
	const bytesOf = (dialect: CsvDialect, parts: readonly (readonly number[])[], isFileStart = true): number[] => {
		const writer = new CsvDialectWriter(dialect);
		writer.begin(isFileStart);
		return parts.flatMap((part) => [...writer.push(Uint8Array.from(part))]);
	};
	const semicolon = { delimiter: ";" };
	test.each<[string, readonly (readonly number[])[], number[]]>([
		["in one part", [[0xef, 0xbb, 0xbf, 0x61, 0x0a]], [0x61, 0x0a]],
		["in parts", [[], [0xef], [0xbb], [0xbf], [0x61, 0x0a]], [0x61, 0x0a]],
		["in two parts", [[0xef, 0xbb], [0xbf, 0x61], [0x0a]], [0x61, 0x0a]],
		[
			"of which a byte is missing",
			[
				[0xef, 0xbb],
				[0x61, 0x0a],
			],
			[0xef, 0xbb, 0x61, 0x0a],
		],
		["of which the last differs", [[0xef], [0xbb, 0xbe], [0x0a]], [0xef, 0xbb, 0xbe, 0x0a]],
		[
			"of which the second differs",
			[
				[0xef, 0xbc],
				[0xbf, 0x0a],
			],
			[0xef, 0xbc, 0xbf, 0x0a],
		],
		["of which the first differs", [[0xee, 0xbb, 0xbf, 0x0a]], [0xee, 0xbb, 0xbf, 0x0a]],
		["in the second line", [[0x0a], [0xef, 0xbb, 0xbf, 0x0a]], [0x0a, 0xef, 0xbb, 0xbf, 0x0a]],
		["twice", [[0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x0a]], [0xef, 0xbb, 0xbf, 0x0a]],
	])("%s", (_, parts, written) => {
		const mark = [0xef, 0xbb, 0xbf];
		expect(bytesOf(semicolon, parts)).toEqual(written);
		expect(bytesOf({ ...semicolon, bom: true }, parts)).toEqual([...mark, ...written]);
		expect(bytesOf({ ...semicolon, bom: true }, parts, false)).toEqual(parts.flat());
	});
});

test("a file of a byte order mark alone has one, or none", () => {
	expect(writeAs({ bom: true }, "\uFEFF")).toBe("\uFEFF");
	expect(writeAs({ delimiter: ";" }, "\uFEFF")).toBe("");
});

test("what a part leaves behind is not read with the next", () => {
	const writer = new CsvDialectWriter({ safeForSpreadsheets: true });
	writer.begin(false);
	const write = (csv: string): string => new TextDecoder().decode(writer.push(encoder.encode(csv)));
	expect(write("12345678\n")).toBe("12345678\n");
	expect(write("-\n")).toBe("'-\n");
	expect(write("a\n-1,\n")).toBe("a\n-1,\n");
	expect(write("\r\n\n\r\n")).toBe("\n\n\n");
});

test("a writer begins each page anew", () => {
	const writer = new CsvDialectWriter({ delimiter: ";" });
	for (const broken of ['a,"b', 'a,"b"c', "a;", 'a"']) {
		writer.begin(true);
		writer.push(encoder.encode(broken));
		writer.begin(false);
		expect(new TextDecoder().decode(writer.push(encoder.encode('x,"y,z"\n')))).toBe('x;"y,z"\n');
	}
});
