import type { Comparison } from "../../schema/comparisons.js";
import { plainDigits } from "../build/plain-digits.js";
import type { WireScalar } from "../node/criteria-json.js";
import { asNumber, isDecimalText } from "./record-value.js";

/** A number of a record: a double if it is a number, its digits if it is text. */
export type NumberOrDigits = number | string;

/** Reads a number of a record. */
export function asNumberOrDigits(value: unknown): NumberOrDigits | undefined {
	if (typeof value === "bigint") return String(value);
	return typeof value === "string" && isDecimalText(value) ? value : asNumber(value);
}

/** A double holds every number with up to this many characters exactly. */
const exactLength = 15;

/**
 * Makes the test of a number. Digits are compared with digits exactly, however long; a double is compared as a double.
 */
export function numberComparison(
	makeTest: Comparison["makeTest"],
	expected: readonly WireScalar[],
): (value: NumberOrDigits) => boolean {
	const numbers = expected.map(asNumber).filter((number) => number !== undefined);
	const testNumber = makeTest(numbers);
	const digits = expected.map(digitsOf).filter((text) => text !== undefined);
	const testDigits = rankedTest(makeTest, digits);
	const areShort = digits.every((text) => text.length <= exactLength);
	return (value) => {
		if (typeof value === "number") return testNumber(value);
		return areShort && value.length <= exactLength ? testNumber(Number(value)) : testDigits(value);
	};
}

function digitsOf(scalar: WireScalar): string | undefined {
	if (typeof scalar === "number") return plainDigits(scalar);
	return typeof scalar === "string" && isDecimalText(scalar) ? scalar : undefined;
}

/**
 * Makes the test from ranks instead of the numbers themselves: the expected numbers have the odd ranks, and what lies
 * before, between and after them the even ones. So every comparator decides as it does for numbers that a double holds.
 */
function rankedTest(makeTest: Comparison["makeTest"], expected: readonly string[]): (digits: string) => boolean {
	const sorted = [...expected].sort(compareDigits);
	const placeOf = (digits: string): number => {
		const index = sorted.findIndex((known) => compareDigits(known, digits) >= 0);
		if (index === -1) return 2 * sorted.length;
		return compareDigits(sorted[index] ?? "", digits) === 0 ? 2 * index + 1 : 2 * index;
	};
	const test = makeTest(expected.map(placeOf));
	return (digits) => test(placeOf(digits));
}

/** Orders numbers in plain digits, of any length. */
export function compareDigits(one: string, other: string): number {
	const [first, second] = [readDigits(one), readDigits(other)];
	if (first.negative !== second.negative) return first.negative ? -1 : 1;
	const direction = first.negative ? -1 : 1;
	if (first.whole.length !== second.whole.length) return direction * (first.whole.length - second.whole.length);
	if (first.whole !== second.whole) return first.whole < second.whole ? -direction : direction;
	if (first.fraction === second.fraction) return 0;
	return first.fraction < second.fraction ? -direction : direction;
}

/** Splits a number into its parts, without redundant zeros; zero has no sign. */
function readDigits(text: string): { readonly negative: boolean; readonly whole: string; readonly fraction: string } {
	const point = text.indexOf(".");
	const endOfWhole = point === -1 ? text.length : point;
	let start = text.startsWith("-") ? 1 : 0;
	while (start < endOfWhole && text[start] === "0") start++;
	let end = text.length;
	if (point !== -1) while (end > point + 1 && text[end - 1] === "0") end--;
	const whole = text.slice(start, endOfWhole);
	const fraction = point === -1 ? "" : text.slice(point + 1, end);
	return { negative: text.startsWith("-") && whole + fraction !== "", whole, fraction };
}
