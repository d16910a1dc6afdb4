import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutFirstLines } from "../../../src/result/rows/line-batch.js";
import type { RowLayout } from "../../../src/result/rows/row-layout.js";
import type { DataType } from "../../../src/schema/comparators.js";
import { bothWays, mebibyte, usual } from "./both-ways.js";

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

/** Most cells are valid, so that not every file ends at its first record. */
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
		{ numRuns: 1_500 },
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

test("lines without the first ones", () => {
	const bytes = new TextEncoder().encode('{"a":"\\n"}\n{"a":2}\n{"a":3}\n');
	const rest = (count: number): string => Buffer.from(withoutFirstLines({ length: 3, bytes }, count).bytes).toString();
	expect([rest(0), rest(1), rest(3)]).toEqual(['{"a":"\\n"}\n{"a":2}\n{"a":3}\n', '{"a":2}\n{"a":3}\n', ""]);
	expect(withoutFirstLines({ length: 3, bytes }, 2).length).toBe(1);
});
