import { momentOf, msPerMinute } from "../../time/moment.js";
import { valuePattern } from "../build/value-pattern.js";

/**
 * Turns a value of a record into the form in which it is compared; `undefined` for no value, and for anything that does
 * not fit the data type.
 */
export type ReadAs<Compared> = (value: unknown) => Compared | undefined;

const decimalPattern = /* @__PURE__ */ valuePattern("decimal");
const integerPattern = /* @__PURE__ */ valuePattern("integer");

/** Whether a text is a number in plain digits. */
export function isDecimalText(text: string): boolean {
	return decimalPattern.test(text);
}

/** A number, or a text in plain digits. */
export function asNumber(value: unknown): number | undefined {
	if (typeof value === "number") return known(value);
	if (typeof value === "bigint") return Number(value);
	return typeof value === "string" && decimalPattern.test(value) ? Number(value) : undefined;
}

/** A whole number of any length, exactly. A JavaScript number counts if it is a safe integer. */
export function asBigInt(value: unknown): bigint | undefined {
	if (typeof value === "bigint") return value;
	if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : undefined;
	return typeof value === "string" && integerPattern.test(value) ? BigInt(value) : undefined;
}

/** The id of a record, as digits without leading zeros: from a text, a number, or an object with an `id`. */
export function asId(value: unknown): string | undefined {
	if (typeof value === "string")
		return value === "" ? undefined : value.charCodeAt(0) === 48 ? value.replace(/^0+(?=.)/, "") : value;
	if (typeof value === "bigint") return String(value);
	if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
	return typeof value === "object" && value !== null && "id" in value ? asId(value.id) : undefined;
}

/** A text; a number or a boolean as it is printed. */
export function asText(value: unknown): string | undefined {
	if (typeof value === "string") return value === "" ? undefined : value;
	if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
	return undefined;
}

/** The values of a multi-select; a text is one value. */
export function asTexts(value: unknown): readonly string[] | undefined {
	if (!Array.isArray(value)) {
		const text = asText(value);
		return text === undefined ? undefined : [text];
	}
	const texts: string[] = [];
	for (const member of value) {
		const text = asText(member);
		if (text !== undefined) texts.push(text);
	}
	return texts.length === 0 ? undefined : texts;
}

/** True or false, also as text. */
export function asBoolean(value: unknown): boolean | undefined {
	if (typeof value === "boolean") return value;
	if (value === "true") return true;
	return value === "false" ? false : undefined;
}

/** A day as text, which sorts like days. A moment becomes the day that it falls on at the offset. */
export function asDay(dayOffset: number): ReadAs<string> {
	return (value) => {
		if (typeof value === "string" && isDayText(value)) return value;
		const moment = value instanceof Date ? value.getTime() : typeof value === "string" ? momentOf(value) : Number.NaN;
		const shifted = new Date(moment + dayOffset * msPerMinute);
		return Number.isNaN(shifted.getTime()) ? undefined : shifted.toISOString().slice(0, 10);
	};
}

/**
 * Whether a text has the form of a day. It need not exist: it sorts where it would be.
 */
export function isDayText(value: string): boolean {
	return value.length === 10 && value.charCodeAt(4) === HYPHEN && value.charCodeAt(7) === HYPHEN;
}

const HYPHEN = 0x2d;

/** A moment, in milliseconds since 1970. A day becomes its start at the offset. */
export function asMoment(dayOffset: number): ReadAs<number> {
	return (value) => {
		if (typeof value === "string") return known(momentOf(value, dayOffset));
		return value instanceof Date ? known(value.getTime()) : undefined;
	};
}

const known = (number: number): number | undefined => (Number.isNaN(number) ? undefined : number);
