import { limits } from "../../facts/limits.js";

/**
 * The forms of values, as sources of regular expressions without captures: used by the builder and the parser, and
 * published in the JSON Schema.
 */

const month = "(?:0[1-9]|1[0-2])";
const longMonth = "(?:0[13-9]|1[0-2])";
const longestMonth = "(?:0[13578]|1[02])";
const leapYear = "(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)";

// The year is read once for every kind of month: an engine that fails in one begins with the next from where they differ.
const monthAndDay = [`${month}-(?:0[1-9]|1\\d|2[0-8])`, `${longMonth}-(?:29|30)`, `${longestMonth}-31`].join("|");
const day = `\\d{4}-(?:${monthAndDay})|${leapYear}-02-29`;

const time = "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d";
const offset = "(?:Z|[+-](?:[01]\\d|2[0-3]):?[0-5]\\d)";

export const valuePatterns: Readonly<
	Record<"date" | "dateTime" | "integer" | "bigint" | "recordId" | "decimal", string>
> = {
	/** A day that exists. */
	date: `^(?:${day})$`,
	/** A moment with an offset and without a fraction of a second. */
	dateTime: `^(?:${day})T${time}${offset}$`,
	/** A whole number of any length. */
	integer: "^-?\\d+$",
	/** A whole number with as many digits as the API takes. */
	bigint: `^-?\\d{1,${limits.bigintDigits}}$`,
	/** The id of a record. */
	recordId: `^\\d{1,${limits.bigintDigits}}$`,
	/** A number in plain digits. */
	decimal: "^-?\\d+(?:\\.\\d+)?$",
};

/** One of them, to test with. Where nothing tests with it, a bundler leaves it out, for which a property of an object would be too much to know. */
/* @__NO_SIDE_EFFECTS__ */
export function valuePattern(name: keyof typeof valuePatterns): RegExp {
	return new RegExp(valuePatterns[name]);
}
