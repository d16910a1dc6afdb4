import type { DataType } from "../schema/comparators.js";
import { limits } from "../schema/limits.js";
import { EMPTY } from "./empty.js";
import type { WireScalar } from "./wire.js";

/** A value that is fit to be sent, or the reason why it is not. */
export type CheckedValue = { readonly value: WireScalar } | { readonly problem: string };

const accepted = (value: WireScalar): CheckedValue => ({ value });
const refused = (problem: string): CheckedValue => ({ problem });

interface ValueRule {
	/** Turns what a caller gave into what is sent, or says why it cannot be sent. */
	readonly write: (given: unknown) => CheckedValue;
	/** What the data type wants, as the last sentence of an error. */
	readonly expectation: string;
}

const decimal: ValueRule = { write: writeDecimal, expectation: "Give a number, or EMPTY." };
const text: ValueRule = {
	write: writeText,
	expectation: `Give a string of at most ${limits.textLength} characters, or EMPTY.`,
};
const userId: ValueRule = {
	write: writeRecordId,
	expectation: `Give a user's id as a bigint or a string of at most ${limits.bigintDigits} digits, or EMPTY.`,
};

/**
 * What each data type takes. Numbers are written as strings of digits, as every sample of the API and every client
 * known to work does.
 */
const valueRules: Readonly<Record<DataType, ValueRule>> = {
	integer: { write: writeInteger, expectation: "Give a whole number, or EMPTY." },
	bigint: {
		write: writeBigInteger,
		expectation: `Give a bigint or a string of at most ${limits.bigintDigits} digits, or EMPTY.`,
	},
	decimal,
	currency: decimal,
	percent: decimal,
	text,
	email: text,
	phone: text,
	url: text,
	picklist: text,
	"multi-select": text,
	textarea: text,
	autonumber: text,
	date: { write: writeDate, expectation: 'Give a day like "2026-01-31", or EMPTY.' },
	datetime: {
		write: writeDateTime,
		expectation:
			'Give a date-time with an offset and without milliseconds like "2026-01-31T09:30:00+05:30", a Date, or EMPTY.',
	},
	boolean: { write: writeBoolean, expectation: "Give true or false." },
	lookup: {
		write: writeRecordId,
		expectation: `Give a record's id as a bigint or a string of at most ${limits.bigintDigits} digits, or EMPTY.`,
	},
	owner: userId,
	user: userId,
};

/** Checks one value for a data type and gives the form in which it is sent. */
export function writeValue(dataType: DataType, given: unknown): CheckedValue {
	return given === EMPTY && dataType !== "boolean" ? accepted(EMPTY) : valueRules[dataType].write(given);
}

/**
 * Checks one value of a request that was read. It allows what the API's samples and known clients write besides our own
 * form (numbers, `"true"`), and gives the value back unchanged.
 */
export function readValue(dataType: DataType, given: unknown): CheckedValue {
	if (dataType === "boolean" && (given === "true" || given === "false")) return accepted(given);
	if (typeof given === "number" && (dataType === "bigint" || isLookup(dataType))) {
		return Number.isSafeInteger(given) ? accepted(given) : refused(writeFloatMessage(given));
	}
	const checked = writeValue(dataType, given);
	if ("problem" in checked) return checked;
	return typeof given === "string" || typeof given === "number" || typeof given === "boolean"
		? accepted(given)
		: refused(`JSON has no such value. ${valueRules[dataType].expectation}`);
}

const isLookup = (dataType: DataType): boolean => dataType === "lookup" || dataType === "owner" || dataType === "user";

/** What a data type accepts, as a sentence. */
export function writeExpectation(dataType: DataType): string {
	return valueRules[dataType].expectation;
}

function writeInteger(given: unknown): CheckedValue {
	if (typeof given === "number") {
		return Number.isSafeInteger(given)
			? accepted(String(given))
			: refused("this is not a whole number that JavaScript can hold exactly");
	}
	if (typeof given === "bigint") return accepted(String(given));
	if (typeof given === "string" && /^-?\d+$/.test(given)) return accepted(given);
	return refused("this is not a whole number");
}

function writeBigInteger(given: unknown): CheckedValue {
	const digits = typeof given === "bigint" ? String(given) : given;
	if (typeof digits === "number") return refused(writeFloatMessage(digits));
	if (typeof digits !== "string" || !/^-?\d+$/.test(digits)) return refused("this is not a string of digits");
	const count = digits.length - (digits.startsWith("-") ? 1 : 0);
	return count <= limits.bigintDigits
		? accepted(digits)
		: refused(`this has ${count} digits, and the API takes at most ${limits.bigintDigits}`);
}

function writeFloatMessage(given: number): string {
	return `${given} is a JavaScript number, which cannot hold every id exactly`;
}

function writeRecordId(given: unknown): CheckedValue {
	const checked = writeBigInteger(given);
	return "value" in checked && String(checked.value).startsWith("-") ? refused("an id is not negative") : checked;
}

function writeDecimal(given: unknown): CheckedValue {
	if (typeof given === "number") {
		return Number.isFinite(given) ? accepted(plainDigits(given)) : refused("this is not a finite number");
	}
	if (typeof given === "bigint") return accepted(String(given));
	if (typeof given === "string" && /^-?\d+(\.\d+)?$/.test(given)) return accepted(given);
	return refused("this is not a number in plain digits");
}

/** The exact shortest decimal of a number, without an exponent: the API's samples know none. */
function plainDigits(given: number): string {
	const shortest = String(given);
	const scientific = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest);
	if (!scientific) return shortest;
	const [, sign = "", lead = "", fraction = "", exponentText = "0"] = scientific;
	const exponent = Number(exponentText);
	const digits = lead + fraction;
	return exponent < 0 ? `${sign}0.${"0".repeat(-exponent - 1)}${digits}` : `${sign}${digits.padEnd(exponent + 1, "0")}`;
}

function writeText(given: unknown): CheckedValue {
	if (typeof given !== "string") return refused("this is not a string");
	if (given.length <= limits.textLength) return accepted(given);
	const characters = [...given].length;
	return characters <= limits.textLength
		? accepted(given)
		: refused(`this has ${characters} characters, and the API takes at most ${limits.textLength}`);
}

function writeBoolean(given: unknown): CheckedValue {
	return typeof given === "boolean" ? accepted(given) : refused("this is neither true nor false");
}

function writeDate(given: unknown): CheckedValue {
	if (given instanceof Date) {
		return refused("a Date is a moment, and which day that is depends on the zone");
	}
	if (typeof given !== "string") return refused("this is not a string");
	const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(given);
	if (!day) return refused("this is not a day in the form YYYY-MM-DD");
	const problem = dayProblem(Number(day[1]), Number(day[2]), Number(day[3]));
	return problem === undefined ? accepted(given) : refused(problem);
}

const dateTimePattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

function writeDateTime(given: unknown): CheckedValue {
	if (given instanceof Date) {
		const year = given.getUTCFullYear();
		return year >= 0 && year <= 9999
			? accepted(`${given.toISOString().slice(0, 19)}+00:00`)
			: refused("this Date is invalid, or outside the years 0 to 9999");
	}
	if (typeof given !== "string") return refused("this is not a string or a Date");
	const parts = dateTimePattern.exec(given);
	if (!parts) return refused("this is not a date-time in the form YYYY-MM-DDThh:mm:ss+hh:mm");
	const problem = dayProblem(Number(parts[1]), Number(parts[2]), Number(parts[3])) ?? timeProblem(parts);
	return problem === undefined ? accepted(given) : refused(problem);
}

function timeProblem(parts: RegExpExecArray): string | undefined {
	const [, , , , hour, minute, second, milliseconds, offset] = parts;
	if (Number(hour) > 23) return `there is no hour ${hour}`;
	if (Number(minute) > 59) return `there is no minute ${minute}`;
	if (Number(second) > 59) return `there is no second ${second}`;
	if (milliseconds !== undefined) return "milliseconds are not accepted";
	if (offset === undefined) return "the offset is missing";
	if (offset !== "Z" && (Number(offset.slice(1, 3)) > 23 || Number(offset.slice(-2)) > 59))
		return `there is no offset ${offset}`;
	return undefined;
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function dayProblem(year: number, month: number, day: number): string | undefined {
	const days = daysInMonth[month - 1];
	if (days === undefined) return `there is no month ${String(month).padStart(2, "0")}`;
	const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 1 : 0;
	return day >= 1 && day <= days + leap ? undefined : "there is no such day";
}
