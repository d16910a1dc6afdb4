import { limits } from "../../facts/limits.js";
import type { DataType } from "../../schema/comparators.js";
import { byDataType } from "../../schema/value-kinds.js";
import type { WireScalar } from "../node/criteria-json.js";
import { emptyText, isEmptyConstant } from "../node/empty.js";
import { datePattern, dateProblem, dateTimeProblem } from "./date-problem.js";
import { plainDigits } from "./plain-digits.js";
import { writeTemporalDay, writeTemporalMoment } from "./temporal.js";
import { valuePattern } from "./value-pattern.js";
import { ValueRefusal } from "./value-refusal.js";

/** Turns a caller's value into what is sent, or says why it cannot be sent. */
export type WriteValue = (given: unknown) => WireScalar | ValueRefusal;

interface ValueRule {
	readonly write: WriteValue;
	/**
	 * What checks a value of a document, where that allows more: what the API's samples and known clients write besides our own
	 * form (JSON numbers, `"true"`, a bare day for a date-time).
	 */
	readonly read?: WriteValue;
	/** What the data type takes, as the last sentence of an error. */
	readonly expectation: string;
}

const text: ValueRule = {
	write: writeText,
	read: writeAnyText,
	expectation: `Give a string of at most ${limits.textLength} characters, or EMPTY.`,
};
const recordId = {
	write: writeRecordId,
	read: (given: unknown) => writeRecordId(digitsOf(given)),
};
const userId: ValueRule = {
	...recordId,
	expectation: `Give a user's id as a bigint or a string of at most ${limits.bigintDigits} digits, or EMPTY.`,
};

/**
 * What each data type takes. Numbers are written as strings of digits, as in every sample of the API and every client
 * known to work.
 */
const valueRules: Readonly<Record<DataType, ValueRule>> = {
	...byDataType({
		integer: { write: writeInteger, expectation: "Give a whole number, or EMPTY." },
		digits: {
			write: writeBigInteger,
			read: (given) => writeBigInteger(digitsOf(given)),
			expectation: `Give a bigint or a string of at most ${limits.bigintDigits} digits, or EMPTY.`,
		},
		decimal: { write: writeDecimal, expectation: "Give a number, or EMPTY." },
		text,
		choice: text,
		choices: text,
		day: { write: writeDate, expectation: 'Give a day like "2026-01-31", or EMPTY.' },
		moment: {
			write: writeDateTime,
			read: (given) => (typeof given === "string" && datePattern.test(given) ? given : writeDateTime(given)),
			expectation:
				'Give a date-time with an offset and without milliseconds like "2026-01-31T09:30:00+05:30", a Date, or EMPTY.',
		},
		boolean: {
			write: writeBoolean,
			read: (given) => (given === "true" || given === "false" ? given : writeBoolean(given)),
			expectation: "Give true or false.",
		},
		id: {
			...recordId,
			expectation: `Give a record's id as a bigint or a string of at most ${limits.bigintDigits} digits, or EMPTY.`,
		},
	}),
	owner: userId,
	user: userId,
};

/** Checks a value for a data type and returns the form in which it is sent. */
export function valueWriter(dataType: DataType): WriteValue {
	return valueRules[dataType].write;
}

/** Checks one value of a request that was read, and gives it back unchanged. */
export function readValue(dataType: DataType, given: unknown): WireScalar | ValueRefusal {
	if ((given === emptyText || isEmptyConstant(given)) && dataType !== "boolean") return emptyText;
	if (typeof given !== "string" && typeof given !== "number" && typeof given !== "boolean") {
		return new ValueRefusal("no field takes such a value", "VALUE_IN_CRITERIA_NOT_SUPPORTED");
	}
	const { write, read = write } = valueRules[dataType];
	const written = read(given);
	return written instanceof ValueRefusal ? written : given;
}

/** A safe integer is exactly the digits that were read. */
function digitsOf(given: unknown): unknown {
	return Number.isSafeInteger(given) ? String(given) : given;
}

/** What a data type accepts, as a sentence. */
export function writeExpectation(dataType: DataType): string {
	return valueRules[dataType].expectation;
}

const integerPattern = /* @__PURE__ */ valuePattern("integer");
const bigintPattern = /* @__PURE__ */ valuePattern("bigint");
const recordIdPattern = /* @__PURE__ */ valuePattern("recordId");
const decimalPattern = /* @__PURE__ */ valuePattern("decimal");
const dateTimePattern = /* @__PURE__ */ valuePattern("dateTime");

/** EMPTY is tested last: it is rare, and every value of a long list is checked. */
function refuse(given: unknown, problem: string): typeof emptyText | ValueRefusal {
	return isEmptyConstant(given) ? emptyText : new ValueRefusal(problem);
}

function writeInteger(given: unknown): WireScalar | ValueRefusal {
	if (typeof given === "string" && integerPattern.test(given)) return given;
	if (typeof given === "bigint" || Number.isSafeInteger(given)) return String(given);
	return refuse(
		given,
		typeof given === "number"
			? "this is not a whole number that JavaScript can hold exactly"
			: "this is not a whole number",
	);
}

function writeBigInteger(given: unknown): WireScalar | ValueRefusal {
	const digits = typeof given === "bigint" ? String(given) : given;
	return typeof digits === "string" && bigintPattern.test(digits) ? digits : refuseDigits(digits);
}

function writeRecordId(given: unknown): WireScalar | ValueRefusal {
	const digits = typeof given === "bigint" ? String(given) : given;
	return typeof digits === "string" && recordIdPattern.test(digits) ? digits : refuseDigits(digits);
}

function refuseDigits(given: unknown): typeof emptyText | ValueRefusal {
	if (typeof given === "number") {
		return refuse(given, `${given} is a JavaScript number, which cannot hold every id exactly`);
	}
	if (typeof given !== "string" || !integerPattern.test(given)) return refuse(given, "this is not a string of digits");
	const count = given.startsWith("-") ? given.length - 1 : given.length;
	return count > limits.bigintDigits
		? tooLong(count, "digits", limits.bigintDigits)
		: new ValueRefusal("an id cannot be negative");
}

function writeDecimal(given: unknown): WireScalar | ValueRefusal {
	if (typeof given === "string" && decimalPattern.test(given)) return given;
	if (typeof given === "bigint") return String(given);
	if (typeof given !== "number") return refuse(given, "this is not a number in plain digits");
	return Number.isFinite(given) ? plainDigits(given) : new ValueRefusal("this is not a finite number");
}

function writeText(given: unknown): WireScalar | ValueRefusal {
	if (typeof given !== "string") return refuse(given, "this is not a string");
	return mayEndPlaceholder(given) && placeholder.test(given) ? readsAsPlaceholder : writeAnyText(given);
}

/**
 * A text in the form of Zoho's placeholders. Only `${EMPTY}` is documented, and no way to escape it; whether case and
 * spaces matter, and which other words exist, is not.
 */
const placeholder = /^\s*\$\{[^{}]*\}\s*$/;

const readsAsPlaceholder = new ValueRefusal(
	"Zoho reads a text of this form as a placeholder. If you mean no value, give EMPTY or call isEmpty(); to let Zoho decide, use where.raw",
	"VALUE_IN_CRITERIA_NOT_SUPPORTED",
);

/** Whether a text ends in a brace or in white space. Almost no text does. */
function mayEndPlaceholder(text: string): boolean {
	const last = text.charCodeAt(text.length - 1);
	return last === CLOSING_BRACE || last <= SPACE || last > LAST_OF_ASCII;
}

const [SPACE, CLOSING_BRACE, LAST_OF_ASCII] = [0x20, 0x7d, 0x7f] as const;

function writeAnyText(given: unknown): WireScalar | ValueRefusal {
	if (typeof given !== "string") return new ValueRefusal("this is not a string");
	if (given.length <= limits.textLength) return given;
	const characters = countCharacters(given);
	return characters <= limits.textLength ? given : tooLong(characters, "characters", limits.textLength);
}

/** A character outside the basic plane counts once but has two code units. The text may be huge: no list is made of it. */
function countCharacters(text: string): number {
	let count = 0;
	for (const _ of text) count++;
	return count;
}

function tooLong(count: number, unit: string, limit: number): ValueRefusal {
	return new ValueRefusal(
		`this has ${count} ${unit}, and the API takes at most ${limit}`,
		"VALUE_IN_CRITERIA_NOT_SUPPORTED",
	);
}

function writeBoolean(given: unknown): WireScalar | ValueRefusal {
	return typeof given === "boolean" ? given : new ValueRefusal("this is not true or false");
}

function writeDate(given: unknown): WireScalar | ValueRefusal {
	if (typeof given === "string" && datePattern.test(given)) return given;
	const day = writeTemporalDay(given);
	return day !== undefined && datePattern.test(day) ? day : refuse(given, dateProblem(day ?? given));
}

function writeDateTime(given: unknown): WireScalar | ValueRefusal {
	if (typeof given === "string" && dateTimePattern.test(given)) return given;
	if (!(given instanceof Date)) {
		const moment = writeTemporalMoment(given);
		return moment !== undefined && dateTimePattern.test(moment)
			? moment
			: refuse(given, dateTimeProblem(moment ?? given));
	}
	const year = given.getUTCFullYear();
	return year >= 0 && year <= 9999
		? `${given.toISOString().slice(0, 19)}+00:00`
		: new ValueRefusal("this Date is invalid, or outside the years 0 to 9999");
}
