import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvDialect, isFormula } from "../../../src/result/csv/csv-dialect.js";
import { writeAs } from "./write-as.js";

/** Writes CSV as Zoho does. */
function writeCsv(records: readonly (readonly string[])[]): string {
	const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	return records.map((cells) => `${cells.map(cell).join(",")}\n`).join("");
}

describe("each choice", () => {
	test.each<[CsvDialect, string, string]>([
		[{}, 'a,"b,c"\n', 'a,"b,c"\n'],
		[{ delimiter: ";" }, 'a,"b,c"\n', 'a;"b,c"\n'],
		[{ delimiter: ";" }, "a;b,c\n", '"a;b";c\n'],
		[{ delimiter: "\t" }, "a\tb,c\n", '"a\tb"\tc\n'],
		[{ quote: "always" }, 'a,,"b""c"\n', '"a","","b""c"\n'],
		[{ quote: "always" }, "\n", '""\n'],
		[{ lineEnding: "crlf" }, 'a,"b\nc"\nd,e\r\n', 'a,"b\nc"\r\nd,e\r\n'],
		[{ lineEnding: "lf", bom: true }, "a\r\n", "\uFEFFa\n"],
		[{ bom: true }, "\uFEFFa\n", "\uFEFFa\n"],
		[{ delimiter: ";" }, "\uFEFFa\n", "a\n"],
		[
			{ safeForSpreadsheets: true },
			'=1+1,+1,-1,-1.5,-x,@a,a=,"=""a"""\n',
			'\'=1+1,\'+1,-1,-1.5,\'-x,\'@a,a=,"\'=""a"""\n',
		],
		[{ safeForSpreadsheets: true, quote: "always" }, "=1,-\n", '"\'=1","\'-"\n'],
		[{ safeForSpreadsheets: true }, '"\t=1","\r",""\n', '"\'\t=1","\'\r",""\n'],
		[
			{ delimiter: ";" },
			'5" pipe,a"b"c,x"\n"A"B,"A"B"C","A"" ""x"B\n',
			'"5"" pipe";"a""b""c";"x"""\n"AB";"AB""C""";"A"" ""xB"\n',
		],
		[{ quote: "always" }, '5",""x,"A"\r\n"A"\rB,"" "\r\n', '"5""","x","A"\n"A\rB"," """\n'],
		[{ safeForSpreadsheets: true }, '-5","="A,"" =\n', '"\'-5""","\'=A"," ="\n'],
	])("%j: %j becomes %j", (dialect, csv, expected) => {
		for (const size of [1, 2, 3, 100]) expect(writeAs(dialect, csv, size)).toBe(expected);
	});

	test("a page that is not the first gets no mark", () => {
		expect(writeAs({ bom: true }, "a\n", 1, false)).toBe("a\n");
	});
});

test.each([
	...["=1", "+1", "-", "-x", "-1x", "-1-1", "@a", "\tx", "\rx", "=", "-1,5", "+1.5", "-.5x", "-1e5"].map((cell) => [
		cell,
		true,
	]),
	...["", "a", "1", "-1", "-1.5", "-.5", "-0", "-9", "-10.90", "a=1", "1-1", " =1", "'=1", "\n=1", "\u00a0=1"].map(
		(cell) => [cell, false],
	),
] as const)("a spreadsheet takes %j for a formula: %s", (cell, expected) => {
	expect(isFormula(cell as string)).toBe(expected);
	const quoted = writeAs({ quote: "always", safeForSpreadsheets: true }, `"${cell}"\n`);
	expect(quoted).toBe(expected ? `"'${cell}"\n` : `"${cell}"\n`);
});

const text = fc.oneof(
	fc.string({
		unit: fc.constantFrom("a", ",", ";", "\t", '"', "\n", "\r", "=", "+", "-", "@", "1", ".", " ", "ü", "名"),
	}),
	fc.constantFrom("", "-12.5", "=cmd|' /C calc'!A0", "\uFEFF"),
);
const table = fc
	.integer({ min: 1, max: 4 })
	.chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
const dialects = fc.record({
	delimiter: fc.constantFrom(",", ";", "\t", "|", ":"),
	quote: fc.constantFrom("needed" as const, "always" as const),
	lineEnding: fc.constantFrom("lf" as const, "crlf" as const),
	bom: fc.boolean(),
	safeForSpreadsheets: fc.boolean(),
});

test("another parser reads the same cells, however the bytes are cut", () => {
	fc.assert(
		fc.property(table, dialects, fc.integer({ min: 1, max: 30 }), (records, dialect, size) => {
			// One empty cell alone is an empty line, which no parser can tell from none.
			fc.pre(records.every((cells) => cells.length > 1 || cells[0] !== ""));
			const written = writeAs(dialect, writeCsv(records), size);
			expect(written.startsWith("\uFEFF") && dialect.bom).toBe(dialect.bom);
			const read = parse(dialect.bom ? written.slice(1) : written, {
				delimiter: dialect.delimiter,
				record_delimiter: dialect.lineEnding === "crlf" ? "\r\n" : "\n",
			});
			const isMark = (row: number, column: number, cell: string): boolean =>
				row + column === 0 && !/[",\r\n]/.test(cell);
			const expected = records.map((cells, row) =>
				cells.map((cell, column) => {
					// A byte order mark at the start of the file does not belong to the first cell.
					const kept = isMark(row, column, cell) ? cell.replace(/^\uFEFF/, "") : cell;
					return dialect.safeForSpreadsheets && isFormula(kept) ? `'${kept}` : kept;
				}),
			);
			expect(read).toEqual(expected);
			if (dialect.quote === "always") expect(written.replace("\uFEFF", "")).toMatch(/^"/);
		}),
		{ numRuns: 500 },
	);
});

/** A cell as it may stand in a file with quotes where CSV has none, and what it holds. */
const strayCell = fc.oneof(
	text.map((held) => ({ held, raw: `"${held.replaceAll('"', '""')}"` })),
	fc
		.string({ unit: fc.constantFrom('"', "a", ";", "\t", " ", "=", "-", "1", "é") })
		.filter((raw) => !raw.startsWith('"'))
		.map((raw) => ({ held: raw, raw })),
	fc
		.tuple(text, fc.string({ unit: fc.constantFrom("a", ";", "\t", " ", "=", '"', "é"), minLength: 1 }))
		.filter(([, rest]) => !rest.startsWith('"'))
		.map(([inner, rest]) => ({ held: inner + rest, raw: `"${inner.replaceAll('"', '""')}"${rest}` })),
);

test("a file with stray quotes is written without any, and another parser reads the same cells", () => {
	const tables = fc.array(fc.tuple(strayCell, strayCell, strayCell), { minLength: 1, maxLength: 5 });
	fc.assert(
		fc.property(
			tables,
			dialects,
			fc.constantFrom("\n", "\r\n"),
			fc.integer({ min: 1, max: 30 }),
			(records, dialect, lineEnd, size) => {
				const source = records.map((cells) => cells.map(({ raw }) => raw).join(",") + lineEnd).join("");
				const written = writeAs(dialect, source, size);
				const read = parse(dialect.bom ? written.slice(1) : written, {
					delimiter: dialect.delimiter,
					record_delimiter: dialect.lineEnding === "crlf" ? "\r\n" : "\n",
				});
				const safe = (held: string): string => (dialect.safeForSpreadsheets && isFormula(held) ? `'${held}` : held);
				expect(read).toEqual(records.map((cells) => cells.map(({ held }) => safe(held))));
			},
		),
		{ numRuns: 500 },
	);
});

test("a cell that only begins like a number is taken for a formula, however long the number would be", () => {
	const safe = { safeForSpreadsheets: true };
	for (const length of [1, 300, 399, 400, 401, 5_000]) {
		const number = `-${"1".repeat(length)}`;
		expect(writeAs(safe, `${number}\n`)).toBe(`${number}\n`);
		expect(writeAs(safe, `${number}+cmd\n`)).toBe(`'${number}+cmd\n`);
	}
});
