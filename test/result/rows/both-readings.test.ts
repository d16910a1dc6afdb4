import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CsvReader } from "../../../src/result/csv/csv-reader.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { InvalidCellError } from "../../../src/result/rows/invalid-cell-error.js";
import { RowParser } from "../../../src/result/rows/row-parser.js";
import { type DataType, dataTypes } from "../../../src/schema/comparators.js";

const options = {
	invalidCells: "error",
	longNumbers: "error",
	quotes: "strict",
	multiSelectDelimiter: ",",
	maxCellBytes: 1000,
	maxRowBytes: 1000,
} as const;

/** The value of a cell that is unquoted, in any position, or in quotes. */
function ways(dataType: DataType, cell: string): unknown[] {
	return [`1,${cell},x\n`, `1,x,${cell}\n`, `1,x,${cell}`, `1,x,${cell}\r\n`, `1,"${cell}",x\n`].map(
		(record, index) => {
			const at = index === 0 || index === 4 ? 1 : 2;
			const columns = ["Id", "a", "b"].map((name, column) => ({
				header: name,
				key: name,
				dataType: column === at ? dataType : undefined,
			}));
			let parser: RowParser | undefined;
			const open = (): RowParser => {
				parser = new RowParser({ columns, missing: [] }, { ...options, invalidCells: "text" });
				return parser;
			};
			const reader = new CsvReader(new TextWindow(64, index % 2 === 0), open, 1000);
			reader.push(new TextEncoder().encode(`Id,a,b\n${record}`));
			reader.end();
			return Object.values(parser?.takeBatch()[0] ?? {})[at];
		},
	);
}

describe("both ways of reading a cell give the same", () => {
	const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 20 });
	const sign = fc.constantFrom("", "-", "+");
	const numberLike = fc.oneof(
		fc.tuple(sign, digits).map((parts) => parts.join("")),
		fc.tuple(sign, digits, digits).map(([before, whole, fraction]) => `${before}${whole}.${fraction}`),
		fc.double().map(String),
		fc.string({ unit: fc.constantFrom(..."0123456789.-eE"), minLength: 1, maxLength: 12 }),
	);
	const dateLike = fc.oneof(
		fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }).map((day) => day.toISOString()),
		fc
			.tuple(fc.nat(9999), fc.nat(14), fc.nat(33))
			.map(([year, month, day]) =>
				[String(year).padStart(4, "0"), month, day].map((part) => String(part).padStart(2, "0")).join("-"),
			),
		fc
			.tuple(fc.nat(25), fc.nat(61), fc.nat(61), fc.constantFrom("+05:30", "-08:00", "Z", "+2500", "", ".5Z"))
			.map(([hour, minute, second, zone]) => {
				const time = [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
				return `2024-02-28T${time}${zone}`;
			}),
	);
	const anything = fc.oneof(
		numberLike,
		dateLike,
		fc.constantFrom("true", "false", "True", "FALSE", "tru", "falsey", "truefalse"),
		fc.string({ unit: fc.constantFrom(..."abcé漢 ;"), maxLength: 40 }),
	);

	test.each(dataTypes)("%s", (dataType) => {
		fc.assert(
			fc.property(anything, (cell) => {
				const [first, ...others] = ways(dataType, cell);
				for (const other of others) expect(other).toEqual(first);
			}),
			{ numRuns: 400 },
		);
	});

	test("a decimal is the number that JavaScript reads, or is not taken", () => {
		fc.assert(
			fc.property(numberLike, (cell) => {
				const [value] = ways("decimal", cell);
				if (typeof value === "number") expect(value).toBe(Number(cell) || 0);
				else expect(value).toBe(cell);
				if (/^-?\d{1,12}(\.\d{1,3})?$/.test(cell)) expect(value).toBe(Number(cell) || 0);
			}),
			{ numRuns: 2_000 },
		);
	});

	test("a day is one that the calendar has", () => {
		fc.assert(
			fc.property(dateLike, (cell) => {
				const day = cell.slice(0, 10);
				const exists = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
				expect(isTaken("date", day)).toBe(exists);
				expect(isTaken("datetime", `${day}T00:00:00+00:00`)).toBe(exists);
				expect(isTaken("datetime", `${day}T00:00:00Z`)).toBe(exists);
			}),
		);
	});
});

/** Whether a cell fits a data type, which for text its value does not tell. */
function isTaken(dataType: DataType, cell: string): boolean {
	const columns = [{ header: "a", key: "a", dataType }];
	const reader = new CsvReader(new TextWindow(64, true), () => new RowParser({ columns, missing: [] }, options), 1000);
	try {
		reader.push(new TextEncoder().encode(`a\n${cell}\n`));
		return true;
	} catch (error) {
		expect(error).toBeInstanceOf(InvalidCellError);
		return false;
	}
}
