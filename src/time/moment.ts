/**
 * The moment that a day or a date-time names, in milliseconds since 1970; `NaN` for any other text. A day counts from
 * its start at the offset `dayOffset`, in minutes. Reads what the API writes and takes (`Z`, `+05:30`, `+0530`), and
 * fractions of a second, which records from elsewhere may have.
 *
 * Parsed by hand: `Date.parse` costs four times as much, accepts days that do not exist, and leaves other forms to the
 * engine.
 */
export function momentOf(text: string, dayOffset = 0): number {
	const day = dayNumber(text);
	if (text.length === 10) return day * msPerDay - dayOffset * msPerMinute;
	const hour = twoDigits(text, 11);
	const minute = twoDigits(text, 14);
	const second = twoDigits(text, 17);
	const separated = text.charCodeAt(10) === T && text.charCodeAt(13) === COLON && text.charCodeAt(16) === COLON;
	if (!separated || hour > 23 || minute > 59 || second > 59) return Number.NaN;
	const zone = text.charCodeAt(19) === POINT ? endOfDigits(text, 20) : 19;
	const milliseconds = zone === 19 ? 0 : thousandths(text.slice(20, zone));
	const minutes = hour * 60 + minute - offsetMinutes(text, zone);
	return day * msPerDay + minutes * msPerMinute + second * 1000 + milliseconds;
}

/** The day that the first ten characters of a text name, in days since 1970; `NaN` if they name none. */
function dayNumber(text: string): number {
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const day = twoDigits(text, 8);
	const separated = text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN;
	if (!separated || !isDayOfMonth(year, month, day)) return Number.NaN;
	// Counted from March, so that the leap day is the last of its year.
	const marchYear = month > 2 ? year : year - 1;
	const daysBefore = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
	const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
	return marchYear * 365 + leapDays + daysBefore + day - 1 - daysTo1970;
}

/** Whether there is such a day. */
export function isDayOfMonth(year: number, month: number, day: number): boolean {
	return day >= 1 && day <= daysIn(year, month);
}

/** How many days a month has; 0 if there is no such month. */
export function daysIn(year: number, month: number): number {
	if (month !== 2) return daysInMonth[month - 1] ?? 0;
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** `"+05:30"`, `"+0530"` or `"Z"` at the end of a text, in minutes; `NaN` for anything else. */
export function offsetMinutes(text: string, at = 0): number {
	const sign = text.charCodeAt(at);
	if (sign === Z) return text.length === at + 1 ? 0 : Number.NaN;
	if (sign !== PLUS && sign !== HYPHEN) return Number.NaN;
	const minutesAt = text.charCodeAt(at + 3) === COLON ? at + 4 : at + 3;
	const hours = twoDigits(text, at + 1);
	const minutes = twoDigits(text, minutesAt);
	if (text.length !== minutesAt + 2 || hours > 23 || minutes > 59) return Number.NaN;
	const total = hours * 60 + minutes;
	return sign === PLUS ? total : -total;
}

/** Milliseconds of a minute. */
export const msPerMinute = 60_000;
/** Milliseconds of a day. */
const msPerDay = 86_400_000;
/** Days from the 1st of March of the year 0 to the 1st of January 1970. */
const daysTo1970 = 719_468;
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const [PLUS, HYPHEN, POINT, ZERO, NINE, COLON, T, Z] = [0x2b, 0x2d, 0x2e, 0x30, 0x39, 0x3a, 0x54, 0x5a] as const;

function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at);
	const ones = text.charCodeAt(at + 1);
	return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + ones - ZERO : Number.NaN;
}

function thousandths(fraction: string): number {
	return fraction === "" ? Number.NaN : Number(fraction.slice(0, 3).padEnd(3, "0"));
}

function endOfDigits(text: string, from: number): number {
	let at = from;
	while (isDigit(text.charCodeAt(at))) at++;
	return at;
}

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;
