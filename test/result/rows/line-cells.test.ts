import { describe, expect, test, vi } from "vitest";
import { CsvReader } from "../../../src/result/csv/csv-reader.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { LineParser } from "../../../src/result/rows/line-parser.js";
import type { Column, RowLayout, RowParserOptions } from "../../../src/result/rows/row-layout.js";
import { RowParser } from "../../../src/result/rows/row-parser.js";
import type { DataType } from "../../../src/schema/comparators.js";
import { bothWays, parse, usual } from "./both-ways.js";

describe("records in the usual form are written without objects", () => {
	/** The lines of a file, and how often an object was made for any of them. */
	const written = (csv: string, layout: RowLayout, how: Partial<RowParserOptions> = {}): [string, number] => {
		const options = { ...usual, ...how };
		const toObjects = vi.spyOn(RowParser.prototype, "parse");
		try {
			const parser = new LineParser(layout, options);
			const bytes = new TextEncoder().encode(csv);
			const { lines, error, rows } = parse(
				bytes,
				bytes.length,
				options.maxRowBytes,
				() => parser,
				(batch) => batch.bytes,
			);
			expect(error).toBeUndefined();
			expect(rows).toBe(lines.split("\n").length - 1);
			return [Buffer.from(lines, "latin1").toString(), toObjects.mock.calls.length];
		} finally {
			toObjects.mockRestore();
		}
	};
	const layoutOf = (...dataTypes: readonly (DataType | undefined)[]): RowLayout => ({
		columns: dataTypes.map((dataType, index) => ({ header: `c${index}`, key: `c${index}`, dataType })),
		missing: [],
	});

	test.each<[DataType | undefined, string, string]>([
		[undefined, "x", '"x"'],
		["text", "x y", '"x y"'],
		["text", '"x"', '"x"'],
		["text", '"x, y"', '"x, y"'],
		["text", '"""x"""', '"\\"x\\""'],
		["text", '""""', '"\\""'],
		["text", '"x\ny\r\nz"', '"x\\ny\\r\\nz"'],
		["text", "x\ty\\z\b\f\u0001", '"x\\ty\\\\z\\b\\f\\u0001"'],
		["text", "王 😀", '"王 😀"'],
		["multi-select", "x", '["x"]'],
		["multi-select", '"x,y z"', '["x","y z"]'],
		["integer", "0", "0"],
		["integer", "-0", "0"],
		["integer", "9", "9"],
		["integer", "-123456789", "-123456789"],
		["integer", "100", "100"],
		["decimal", "5", "5"],
		["decimal", "5.0", "5"],
		["decimal", "100.00", "100"],
		["decimal", "0.00", "0"],
		["decimal", "-0.0", "0"],
		["decimal", "-0.50", "-0.5"],
		["decimal", "1.05", "1.05"],
		["decimal", "12345678.9", "12345678.9"],
		["decimal", "0.000001", "0.000001"],
		["decimal", "1.234567", "1.234567"],
		["bigint", "554023000000000042", '"554023000000000042"'],
		["bigint", "-1", '"-1"'],
		["bigint", "090", '"090"'],
		["boolean", "true", "true"],
		["boolean", "false", "false"],
		["date", "2024-02-29", '"2024-02-29"'],
		["datetime", "2024-01-31T09:30:00+05:30", '"2024-01-31T09:30:00+05:30"'],
	])("a cell of %s: %s", (dataType, cell, value) => {
		const csv = `h\n${cell},${cell}\n${cell},\r\n,${cell}\r\n`;
		const lines = `{"c0":${value},"c1":${value}}\n{"c0":${value},"c1":null}\n{"c0":null,"c1":${value}}\n`;
		expect(written(csv, layoutOf(dataType, dataType))).toEqual([lines, 0]);
		expect(written(`h\n${cell}\n`, { columns: layoutOf(dataType).columns, missing: ["m", "n"] })).toEqual([
			`{"c0":${value},"m":null,"n":null}\n`,
			0,
		]);
	});

	test("also lists with another delimiter, and the record's id", () => {
		const columns = [{ header: "Id", key: "Id", dataType: undefined }, ...layoutOf("multi-select").columns];
		const how = { multiSelectDelimiter: ";" };
		expect(written('h\n7,x;y\n"8","x;""y"""\n', { columns, missing: [] }, how)).toEqual([
			'{"Id":"7","c0":["x","y"]}\n{"Id":"8","c0":["x","\\"y\\""]}\n',
			0,
		]);
	});

	test("up to the size of a cell, from which on cells are measured", () => {
		const layout = layoutOf("text", "text");
		const ofLength = (length: number): string => `h\n${"x".repeat(length - 3)},y\n`;
		expect(written(ofLength(50), layout, { maxCellBytes: 50 })[1]).toBe(0);
		expect(written(ofLength(51), layout, { maxCellBytes: 50 })[1]).toBe(1);
		expect(written(ofLength(50), layout, { maxRowBytes: 50 })[1]).toBe(0);
	});

	test("and so are those behind one that is not", () => {
		const csv = "h\n1,x\n1e3,y\n2,z\n";
		expect(written(csv, layoutOf("integer", "text"))).toEqual([
			'{"c0":1,"c1":"x"}\n{"c0":1000,"c1":"y"}\n{"c0":2,"c1":"z"}\n',
			1,
		]);
	});
});

describe("what is not in the usual form is left to what makes objects, in whatever place and parts", () => {
	const numbers = [
		...["0", "-0", "1", "12", "-7", "007", "-007", "00", "1a", "a1", "1 ", " 1", "+1", "-", "--1", "-a", "1-2"],
		...["123456789", "1234567890", "-1234567890", "9007199254740993", "1e3", "1E-3"],
		...["1.5", "-1.50", "0.5", "-0.5", "00.5", "01.5", ".5", "-.5", "5.", "-5.", ".", "1.2.3", "1..2", "0.0", "5.0"],
		...["10.0", "100.10", "0.000001", "0.0000001", "-0.0000001", "1.0000001", "12.0000000", "12345678.9"],
		...["123456789.5", "123456789.", "0.123456", "0.12345678", "1/2", "1:2", "9/", "9:"],
	];
	const others = [
		...["", '""', '"x"', '"x', 'x"', 'x"y', '"x"y', '""x', '"x""', '"x"""', '""""', '" "', '"\n"', '"\r\n"', '","'],
		...["\r", "x\r", "\rx", "\\", "\t", "/", "a;b", '"a,b"', '"a;b,"', "true", "false", "True", "tru", "truer", "fals"],
		...["falsey", "tfalse", "fTrue", "null", "2024-02-29", "2023-02-29", "2024-02-29x", "2024-02-2", "2024-02-30"],
		...["2024-01-31T09:30:00+05:30", "2024-01-31T09:30:00Z", "2024-01-31T09:30:00+05:3", "2024-01-31T09:30:00+05:300"],
		...["2024-01-31T24:30:00+05:30", "2024-02-30T09:30:00+05:30", "x".repeat(30), `"${"x".repeat(30)}"`],
	];
	const cells = [...numbers, ...numbers.slice(0, 9).map((number) => `"${number}"`), ...others];
	const places: readonly ((cell: string) => string)[] = [
		(cell) => `${cell}\n${cell}\r\n`,
		(cell) => cell,
		(cell) => `1,${cell}\n`,
		(cell) => `${cell},1\n`,
		(cell) => `${cell},${cell}\r\n1,2\n`,
		(cell) => `1,${cell},\n`,
		(cell) => `1,${cell}`,
	];

	test.each<[DataType | undefined, string]>([
		...(
			["text", "multi-select", "integer", "bigint", "currency", "date", "datetime", "boolean", undefined] as const
		).map((dataType): [DataType | undefined, string] => [dataType, "x"]),
		[undefined, "Id"],
	])("a column of %s called %s", (dataType, name) => {
		const columnOf = (key: string): Column => ({ header: key, key, dataType });
		const layouts: readonly RowLayout[] = [
			{ columns: [columnOf(name)], missing: [] },
			{ columns: [columnOf(name), columnOf("y")], missing: ["z"] },
			{ columns: [columnOf("y"), columnOf(name)], missing: [] },
		];
		const placesOf = [places.slice(0, 2), places.slice(2), places.slice(2, 4)];
		for (const [index, layout] of layouts.entries()) {
			for (const place of placesOf[index] ?? []) {
				for (const cell of cells) {
					const csv = new TextEncoder().encode(`h\n${place(cell)}`);
					for (const [partLength, how] of [
						[csv.length, usual],
						[csv.length, { ...usual, invalidCells: "text", multiSelectDelimiter: ";", maxCellBytes: 25 }],
						[1, { ...usual, quotes: "lenient" }],
					] as const) {
						const [objects, bytes] = bothWays(csv, layout, how, partLength);
						// The comparison of the test runner takes longer than all the rest.
						if (bytes.lines !== objects.lines || bytes.error !== objects.error || bytes.rows !== objects.rows) {
							expect(bytes, place(cell)).toEqual(objects);
						}
					}
				}
			}
		}
	});
});

test("lists that are joined with what is no single byte are left to what makes objects", () => {
	const columns: Column[] = ["a", "b"].map((key) => ({ header: key, key, dataType: "multi-select" }));
	for (const multiSelectDelimiter of ["; ", '"', "é", "\n", "\\", ""]) {
		for (const cell of ["x", "x; y", '"x; y"', '"x""y"', '"x\ny"', "xéy", "x\\y"]) {
			for (const layout of [
				{ columns, missing: [] },
				{ columns: columns.slice(1), missing: ["c"] },
			]) {
				const csv = new TextEncoder().encode(`h\n${layout.columns.map(() => cell).join(",")}\n`);
				const [objects, bytes] = bothWays(csv, layout, { ...usual, multiSelectDelimiter }, csv.length);
				expect(bytes).toEqual(objects);
			}
		}
	}
});

test.each(['h\n\n"abc"\n', 'h\n\n"', 'h\n,"abc"\n,\n', 'h\n,,"abc"\n', 'h\r\n\r\n"abc"'])(
	"a quoted cell that has not arrived yet ends nothing, wherever the file is cut: %j",
	(csv) => {
		const bytes = new TextEncoder().encode(csv);
		for (let count = 1; count <= 4; count++) {
			const columns = Array.from({ length: count }, (_, index): Column => {
				return { header: `c${index}`, key: `c${index}`, dataType: index % 2 === 0 ? undefined : "multi-select" };
			});
			for (let partLength = 1; partLength <= bytes.length; partLength++) {
				const [objects, lines] = bothWays(bytes, { columns, missing: [] }, usual, partLength);
				expect(lines).toEqual(objects);
			}
		}
	},
);

test("a batch has every line since the last, however many there are", () => {
	const parser = new LineParser({ columns: [{ header: "a", key: "a", dataType: undefined }], missing: [] }, usual);
	const reader = new CsvReader(new TextWindow(256, true), () => parser, usual.maxRowBytes);
	const encoder = new TextEncoder();
	reader.push(encoder.encode("a\n"));
	expect(parser.hasBatch()).toBe(false);
	for (const count of [1, 1000, 3]) {
		const texts = Array.from({ length: count }, (_, index) => `text ${index} of ${count}`);
		for (const text of texts) reader.push(encoder.encode(`${text}\n`));
		expect(parser.hasBatch()).toBe(true);
		const { length, bytes } = parser.takeBatch();
		expect(length).toBe(count);
		expect(new TextDecoder().decode(bytes)).toBe(texts.map((text) => `{"a":"${text}"}\n`).join(""));
		expect(parser.hasBatch()).toBe(false);
	}
});
