import type { DataType } from "../../schema/comparators.js";
import { byDataType, valueKinds } from "../../schema/value-kinds.js";
import { isDayOfMonth } from "../../time/moment.js";
import { isExact } from "./exact-number.js";

/** What a cell becomes in a row. */
export type CellValue = string | number | boolean | readonly string[] | null;

interface CellRule {
	/** Converts a non-empty text; `undefined` if it does not fit. */
	readonly convert: (text: string, multiSelectDelimiter: string) => CellValue | undefined;
	/** What the data type takes, as a noun, for an error. */
	readonly expectation: string;
}

const text: CellRule = { convert: (text) => text, expectation: "text" };

/** Conversion depends only on the data type, never on what a cell looks like. */
const cellRules: Readonly<Record<DataType, CellRule>> = byDataType({
	integer: { convert: readInteger, expectation: "a whole number that JavaScript can hold exactly" },
	digits: { convert: readDigits, expectation: "a whole number in plain digits" },
	decimal: { convert: readDecimal, expectation: "a number that JavaScript can hold exactly" },
	text,
	choice: text,
	choices: { convert: (text, delimiter) => text.split(delimiter), expectation: "text" },
	day: { convert: (text) => (isDate(text) ? text : undefined), expectation: "a day like 2026-01-31" },
	moment: {
		convert: (text) => (isDateTime(text) ? text : undefined),
		expectation: "a date-time with an offset like 2026-01-31T09:30:00+05:30",
	},
	boolean: { convert: readBoolean, expectation: "true or false" },
	id: text,
});

/**
 * Converts the text of a cell.
 *
 * @param dataType - of the cell's field; an unknown field is text.
 * @returns `null` for an empty cell, `undefined` if the text does not fit the data type.
 */
export function convertCell(
	text: string,
	dataType: DataType | undefined,
	multiSelectDelimiter: string,
): CellValue | undefined {
	if (text === "") return null;
	return dataType === undefined ? text : cellRules[dataType].convert(text, multiSelectDelimiter);
}

/** What a data type takes, as a noun, for an error. */
export function writeCellExpectation(dataType: DataType): string {
	return cellRules[dataType].expectation;
}

/** Zeros after a point change nothing. */
const digitsPattern = /^(-?\d+)(?:\.0+)?$/;

function readDigits(text: string): string | undefined {
	return digitsPattern.exec(text)?.[1];
}

/** A whole number in any spelling: 12, 12.0, or 1.2E1. */
function readInteger(text: string): number | undefined {
	const value = readDecimal(text);
	return Number.isSafeInteger(value) ? value : undefined;
}

/** Also with an exponent, as many languages write the result of a calculation. */
const decimalPattern = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

function readDecimal(text: string): number | undefined {
	const value = Number(text);
	return decimalPattern.test(text) && isExact(text, value) ? withoutMinusZero(value) : undefined;
}

/**
 * Whether a text that does not fit a numeric data type is a number nevertheless, which JavaScript cannot hold exactly.
 * For whole numbers, one with a fraction does not count.
 */
export function isNumber(text: string, dataType: DataType): boolean {
	const kind = valueKinds[dataType];
	return kind === "decimal" ? decimalPattern.test(text) : kind === "integer" && digitsPattern.test(text);
}

function withoutMinusZero(value: number): number {
	return value === 0 ? 0 : value;
}

function readBoolean(text: string): boolean | undefined {
	const small = text.toLowerCase();
	return small === "true" ? true : small === "false" ? false : undefined;
}

function isDate(text: string): boolean {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
	return isDayOfMonth(Number(year), Number(month), Number(day));
}

const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

function isDateTime(text: string): boolean {
	return text[10] === "T" && isDate(text.slice(0, 10)) && timePattern.test(text.slice(11));
}
