import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRows } from "../../../src/result/rows/read-rows.js";
import { toCsv } from "../../../src/result/rows/to-csv.js";
import { toNdjson } from "../../../src/result/rows/to-ndjson.js";
import { zipped } from "../archives.js";
import { columnsOf, rowsOf, Things } from "../rows-of.js";
import { streamOf } from "../streams.js";

const csv =
	"Id,text,currency,multi_select,boolean\n" +
	Array.from({ length: 10_000 }, (_, at) => `${at},"王 ""${at}""\nline",${at / 4},"a,b",${at % 2 === 0}\n`).join("");

const rowsAgain = (text: string): Promise<unknown> => rowsOf(text);
const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("rows as CSV", () => {
	test("are read again as the same rows, byte for byte what Zoho wrote", async () => {
		const stream = toCsv(readRows(streamOf(zipped(csv)), columnsOf(csv)));
		expect(await new Response(stream).text()).toBe(csv);
	});

	test("go to two files in one pass, batch by batch", async () => {
		const files = { csv: "", ndjson: "" };
		for await (const batch of readRows<object>(streamOf(zipped(csv)), columnsOf(csv)).batches()) {
			files.csv += decode(toCsv(batch, { header: files.csv === "" }));
			files.ndjson += decode(toNdjson(batch));
		}
		expect(files.csv).toBe(csv);
		const lines = files.ndjson.trimEnd().split("\n");
		expect(lines.map((line) => JSON.parse(line))).toEqual(await rowsAgain(csv));
	});

	test("without any row have a header only where the columns are given", async () => {
		const none = (): ReturnType<typeof readRows<object>> =>
			readRows<object>(streamOf(zipped("Id,text\n")), { module: Things });
		expect(await new Response(toCsv(none())).text()).toBe("");
		expect(decode(toCsv([], { columns: ["Id", "text"] }))).toBe("Id,text\n");
	});

	test.each([
		[{ columns: ["b", "a"] }, "b,a\n2,1\n"],
		[{ header: false }, "1,2\n"],
		[{ delimiter: ";", bom: true, lineEnding: "crlf" as const }, "\uFEFFa;b\r\n1;2\r\n"],
		[{ quote: "always" as const }, '"a","b"\n"1","2"\n'],
	])("%j", (options, expected) => expect(decode(toCsv([{ a: 1, b: 2 }], options))).toBe(expected));

	test("the values of a multi-select are joined", () => {
		const batch = [{ a: ["x", "y"], b: [], c: ["z"] }];
		expect(decode(toCsv(batch))).toBe('a,b,c\n"x,y",,z\n');
		expect(decode(toCsv(batch, { multiSelectDelimiter: "; " }))).toBe("a,b,c\nx; y,,z\n");
		expect(decode(toCsv([]))).toBe("");
	});

	test("safe for spreadsheets", () => {
		const rows = [{ a: "=1+1", b: -5, c: "-x", d: null, e: ["@a", "b"] }];
		expect(decode(toCsv(rows, { safeForSpreadsheets: true }))).toBe("a,b,c,d,e\n'=1+1,-5,'-x,,\"'@a,b\"\n");
	});

	test.each([{ delimiter: "ab" }, { delimiter: "1" }, { delimiter: '"' }, { quote: "never" }, { lineEnding: "cr" }])(
		"%j is refused",
		(options) => expect(() => toCsv([], options as object)).toThrow(Object.keys(options)[0]),
	);
});

const cell = fc.oneof(
	fc.string({
		unit: fc.constantFrom("a", ",", ";", "\t", "|", "^", '"', "\n", "\r", "\\", "]", "-", "王"),
		minLength: 1,
	}),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constant(null),
);

test("another parser reads the same cells in every dialect", () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ a: cell, b: cell }), { minLength: 1 }),
			fc.constantFrom(",", ";", "\t", "|", "^", "]", "\\"),
			fc.constantFrom("needed" as const, "always" as const),
			fc.constantFrom("lf" as const, "crlf" as const),
			(rows, delimiter, quote, lineEnding) => {
				const text = decode(toCsv(rows, { delimiter, quote, lineEnding }));
				const read = parse(text, { delimiter, record_delimiter: lineEnding === "lf" ? "\n" : "\r\n" });
				expect(read.slice(1)).toEqual(rows.map(({ a, b }) => [String(a ?? ""), String(b ?? "")]));
			},
		),
		{ numRuns: 300 },
	);
});
