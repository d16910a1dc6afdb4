import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { CsvReader } from "../../../src/result/csv/csv-reader.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { withoutFirstLines } from "../../../src/result/rows/line-batch.js";
import { LineParser } from "../../../src/result/rows/line-parser.js";
import type { BatchParser, Column, RowLayout, RowParserOptions } from "../../../src/result/rows/row-layout.js";
import { RowParser } from "../../../src/result/rows/row-parser.js";
import { writeLines } from "../../../src/result/rows/write-lines.js";
import type { DataType } from "../../../src/schema/comparators.js";

const mebibyte = 2 ** 20;
const usual: RowParserOptions = {
	invalidCells: "error",
	longNumbers: "error",
	quotes: "strict",
	multiSelectDelimiter: ",",
	maxCellBytes: 4 * mebibyte,
	maxRowBytes: 16 * mebibyte,
};

interface Written {
	readonly lines: string;
	readonly rows: number;
	readonly error: string | undefined;
}

/** Everything that a parser makes of a file that comes in parts of so many bytes, up to its first error. */
function parse<Batch>(
	csv: Uint8Array,
	partLength: number,
	maxRowBytes: number,
	makeParser: () => BatchParser<Batch>,
	write: (batch: Batch) => Uint8Array,
): Written {
	const parser = makeParser();
	const reader = new CsvReader(new TextWindow(256, true), () => parser, maxRowBytes);
	const lines: Uint8Array[] = [];
	const collect = (): void => {
		if (parser.hasBatch()) lines.push(write(parser.takeBatch()));
	};
	let error: string | undefined;
	try {
		for (let at = 0; at < csv.length; at += partLength) {
			reader.push(csv.subarray(at, at + partLength));
			collect();
		}
		reader.end();
	} catch (thrown) {
		error = `${(thrown as Error).name}: ${(thrown as Error).message}`;
	}
	collect();
	return { lines: Buffer.concat(lines).toString("latin1"), rows: parser.rows, error };
}

/** What is written of a file, by way of objects and from its bytes. */
function bothWays(
	csv: Uint8Array,
	layout: RowLayout,
	options: RowParserOptions,
	partLength: number,
): [Written, Written] {
	return [
		parse(csv, partLength, options.maxRowBytes, () => new RowParser(layout, options), writeLines),
		parse(
			csv,
			partLength,
			options.maxRowBytes,
			() => new LineParser(layout, options),
			({ bytes }) => bytes,
		),
	];
}

const hostile = fc.string({
	unit: fc.constantFrom(
		...["a", "b", '"', '""', ",", ";", "\n", "\r\n", "\r", "\\", "\t", "\b", "\f", "\u0000", "\u001f", "\u007f"],
		...["é", "名", "\u2028", "\uFFFD", "\uFEFF", "😀", "/", " "],
	),
	maxLength: 8,
});
const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 20 });
const number = fc.oneof(
	fc
		.tuple(
			fc.constantFrom("", "-"),
			digits,
			fc.constantFrom("", ".", ".0", ".00"),
			fc.constantFrom("", "5", "50", "000001", "e3"),
		)
		.map((all) => all.join("")),
	fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
	fc.integer({ min: -1e6, max: 1e6 }).map((value) => (value / 100).toFixed(2)),
	fc.constantFrom(
		"0",
		"-0",
		"0.0",
		"-0.00",
		"007",
		"0.0000001",
		"0.000001",
		"00.5",
		".5",
		"5.",
		"1e3",
		"123456789",
		"1234567890",
	),
);
const moment = fc.constantFrom(
	"2024-02-29",
	"2023-02-29",
	"2024-01-31T09:30:00+05:30",
	"2024-01-31T09:30:00Z",
	"2024-01-31T24:30:00+05:30",
	"2024-01-31T09:30:00.5-08:00",
);
const flag = fc.constantFrom("true", "false", "True", "FALSE", "1", "truer", "tru");
const anyText = fc.oneof(hostile, number, moment, flag, fc.constant(""));

/** Mostly a cell that fits, so that not every file ends at its first record. */
const fitting: Readonly<Record<string, fc.Arbitrary<string>>> = {
	integer: fc.oneof(fc.integer().map(String), fc.constantFrom("", "12.0", "1E3", "-0")),
	bigint: fc.oneof(digits, fc.constantFrom("", "-7", "7.00")),
	currency: fc.oneof(
		fc.integer({ min: -1e6, max: 1e6 }).map((value) => (value / 100).toFixed(2)),
		fc.constantFrom("", "0", "0.000001", "0.0000010", "1e3", "00.50"),
	),
	date: fc.constantFrom("", "2024-02-29"),
	datetime: fc.constantFrom("", "2024-01-31T09:30:00+05:30", "2024-01-31T09:30:00Z", "2024-01-31T09:30:00.5-08:00"),
	boolean: fc.constantFrom("", "true", "false", "TRUE"),
};
const quotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A cell as it may stand in a file: as CSV has it, quoted without need, or with quotes where CSV has none. */
function cellOf(dataType: DataType | undefined): fc.Arbitrary<string> {
	const held = fitting[dataType ?? "text"] ?? hostile;
	const sound = held.map((text) => (/[",\r\n]/.test(text) ? quotes(text) : text));
	return fc.oneof(
		{ weight: 12, arbitrary: sound },
		{ weight: 3, arbitrary: held.map(quotes) },
		{ weight: 1, arbitrary: anyText.map((text) => (/[",\r\n]/.test(text) ? quotes(text) : text)) },
		{ weight: 1, arbitrary: fc.constantFrom('5" pipe', '"A"B', 'x"', '"A" "B"', "\r", "a\rb", "a\tb") },
	);
}

const dataTypes = [
	"text",
	"email",
	"multi-select",
	"integer",
	"bigint",
	"currency",
	"date",
	"datetime",
	"boolean",
	"autonumber",
	undefined,
] as const;
const file = fc.array(fc.constantFrom(...dataTypes), { maxLength: 5 }).chain((types) =>
	fc.record({
		types: fc.constant(types),
		names: fc.uniqueArray(
			fc.constantFrom("7", "12", "__proto__", "toJSON", "Owner.name", 'a"b', "名", "constructor", "length"),
			{
				minLength: types.length + 2,
				maxLength: types.length + 2,
			},
		),
		missing: fc.integer({ min: 0, max: 2 }),
		records: fc.array(
			fc.tuple(fc.constantFrom("1", "554023000000000042", '"9"', "9", "8", "7"), ...types.map(cellOf)),
			{ maxLength: 8 },
		),
		ends: fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n", ",\n"),
		hasLastEnd: fc.boolean(),
		damage: fc.option(fc.tuple(fc.nat(), fc.nat(255)), { freq: 6, nil: undefined }),
	}),
);
const options = fc.record({
	invalidCells: fc.constantFrom("error" as const, "text" as const, "text" as const),
	longNumbers: fc.constantFrom("error" as const, "text" as const),
	quotes: fc.constantFrom("strict" as const, "lenient" as const, "lenient" as const),
	multiSelectDelimiter: fc.constantFrom(",", ",", ";", "", "; ", '"', "\\", "\n", "é", "a"),
	maxCellBytes: fc.constantFrom(4 * mebibyte, 4 * mebibyte, 20),
	maxRowBytes: fc.constantFrom(16 * mebibyte, 16 * mebibyte, 200),
});

test("from the bytes come the lines that come from objects, and the same error, whatever the file and its parts", () => {
	let files = 0;
	let rows = 0;
	let errors = 0;
	fc.assert(
		fc.property(file, options, fc.integer({ min: 1, max: 300 }), (made, how, partLength) => {
			const columns = made.types.map((dataType, index) => {
				const name = made.names[index] as string;
				return { header: name, key: name, dataType };
			});
			const layout: RowLayout = {
				columns: [{ header: "Id", key: "Id", dataType: undefined }, ...columns],
				missing: made.names.slice(made.types.length, made.types.length + made.missing),
			};
			const lines = made.records.map((cells) => cells.join(",") + made.ends).join("");
			const csv = new TextEncoder().encode(`Id\n${made.hasLastEnd ? lines : lines.replace(/[\r\n]+$/, "")}`);
			const [place, byte] = made.damage ?? [];
			if (place !== undefined && byte !== undefined && csv.length > 3) csv[3 + (place % (csv.length - 3))] = byte;
			const [objects, bytes] = bothWays(csv, layout, how, partLength);
			expect(bytes).toEqual(objects);
			files++;
			rows += bytes.rows;
			if (bytes.error !== undefined) errors++;
		}),
		{ numRuns: 3_000 },
	);
	// Were most files refused at once, nothing would be compared.
	expect(rows).toBeGreaterThan(files);
	expect(errors).toBeGreaterThan(files / 10);
});

describe("what is written in one go is what an object would be written as", () => {
	const layoutOf = (dataType: DataType): RowLayout => ({
		columns: [
			{ header: "Id", key: "Id", dataType: undefined },
			{ header: "cell", key: "cell", dataType },
		],
		missing: [],
	});

	test.each<[DataType, fc.Arbitrary<string>]>([
		["currency", number],
		["integer", number],
		["bigint", number],
		["datetime", moment],
		["date", moment],
		["boolean", flag],
		["text", hostile.map(quotes)],
		["multi-select", hostile.map(quotes)],
	])("%s", (dataType, cell) => {
		fc.assert(
			fc.property(cell, fc.integer({ min: 1, max: 9 }), (text, partLength) => {
				const csv = new TextEncoder().encode(`Id\n1,${text}\n`);
				const [objects, bytes] = bothWays(csv, layoutOf(dataType), usual, partLength);
				expect(bytes).toEqual(objects);
			}),
			{ numRuns: 400 },
		);
	});
});

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
	const cells = [...numbers, ...numbers.slice(0, 9).map(quotes), ...others];
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

test("lines without the first ones", () => {
	const bytes = new TextEncoder().encode('{"a":"\\n"}\n{"a":2}\n{"a":3}\n');
	const rest = (count: number): string => Buffer.from(withoutFirstLines({ length: 3, bytes }, count).bytes).toString();
	expect([rest(0), rest(1), rest(3)]).toEqual(['{"a":"\\n"}\n{"a":2}\n{"a":3}\n', '{"a":2}\n{"a":3}\n', ""]);
	expect(withoutFirstLines({ length: 3, bytes }, 2).length).toBe(1);
});
