/**
 * The moment that a day or a date-time names, in milliseconds since 1970; `NaN` for any other text. A day counts from its start
 * at the offset `dayOffset`, in minutes. Reads what the API writes and takes (`Z`, `+05:30`, `+0530`), and milliseconds.
 */
export function momentOf(text: string, dayOffset = 0): number {
	const day = dayNumber(text);
	if (text.length === 10) return day * msPerDay - dayOffset * msPerMinute;
	if (text.length < 20 || (text.charCodeAt(10) | 0x20) !== 0x74 || text[13] !== ":" || text[16] !== ":")
		return Number.NaN;
	const seconds = twoDigits(text, 11) * 3600 + twoDigits(text, 14) * 60 + twoDigits(text, 17);
	let at = 19;
	let milliseconds = 0;
	if (text[19] === ".") {
		at = 20;
		for (let unit = 100; isDigit(text.charCodeAt(at)); unit /= 10) milliseconds += (text.charCodeAt(at++) - 48) * unit;
	}
	return day * msPerDay + seconds * 1000 + milliseconds - offsetMinutes(text, at) * msPerMinute;
}

/** The day that a text names, in days since 1970, from its first ten characters; `NaN` where it names none. */
export function dayNumber(text: string): number {
	if (text.length < 10 || text[4] !== "-" || text[7] !== "-") return Number.NaN;
	const month = twoDigits(text, 5);
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2) - (month <= 2 ? 1 : 0);
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + twoDigits(text, 8) - 1;
	return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - daysTo1970;
}

/** `"+05:30"`, `"+0530"` or `"Z"` at a place of a text, in minutes; `NaN` for anything else, and unless the text ends there. */
export function offsetMinutes(text: string, at = 0): number {
	const sign = text.charCodeAt(at);
	if (sign === 0x5a || sign === 0x7a) return text.length === at + 1 ? 0 : Number.NaN;
	if (sign !== 0x2b && sign !== 0x2d) return Number.NaN;
	const minutesAt = text[at + 3] === ":" ? at + 4 : at + 3;
	if (text.length !== minutesAt + 2) return Number.NaN;
	const minutes = twoDigits(text, at + 1) * 60 + twoDigits(text, minutesAt);
	return sign === 0x2d ? -minutes : minutes;
}

const msPerMinute = 60_000;
export const msPerDay = 86_400_000;
/** Days from the 1st of March of the year 0 to the 1st of January 1970. */
const daysTo1970 = 719_468;

function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at);
	const ones = text.charCodeAt(at + 1);
	return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : Number.NaN;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
