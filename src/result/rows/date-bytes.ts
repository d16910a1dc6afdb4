import { isDayOfMonth } from "../../time/moment.js";

/** Length of YYYY-MM-DD. */
export const dayLength = 10;
/** Length of YYYY-MM-DDThh:mm:ss+hh:mm. */
export const momentLength = 25;

/** Whether the bytes are YYYY-MM-DD, and the day exists. */
export function isDay(bytes: DataView, at: number): boolean {
	const year = bytes.getInt32(at, true);
	const month = bytes.getInt32(at + 4, true);
	const day = bytes.getInt16(at + 8, true);
	if (!fits(year, yearForm) || !fits(month, monthForm) || !fits(day, dayForm)) return false;
	const dayOfMonth = twoDigits(day);
	const monthOfYear = twoDigits(month >> 8);
	// Every month has so many days.
	if (dayOfMonth >= 1 && dayOfMonth <= 28 && monthOfYear >= 1 && monthOfYear <= 12) return true;
	return isDayOfMonth(twoDigits(year) * 100 + twoDigits(year >> 16), monthOfYear, dayOfMonth);
}

/** Whether the bytes after YYYY-MM-DD are Thh:mm:ss+hh:mm, and the time exists. */
export function isTime(bytes: DataView, at: number): boolean {
	const hour = bytes.getInt32(at + 10, true);
	return (
		fits(hour, hourForm) &&
		twoDigits(hour >> 8) < 24 &&
		fits(bytes.getInt32(at + 13, true), minuteForm) &&
		fits(bytes.getInt32(at + 16, true) & 0xffffff, secondForm) &&
		// One comparison of both, since a compiled one that was never made would be compiled again.
		((bytes.getUint8(at + 19) - plus) & ~(hyphen - plus)) === 0 &&
		fits(bytes.getInt32(at + 20, true) & 0xffffff, zoneForm) &&
		twoDigits(bytes.getInt16(at + 20, true)) < 24 &&
		fits(bytes.getInt32(at + 22, true) & 0xffffff, secondForm)
	);
}

const plus = 0x2b;
const hyphen = 0x2d;

/**
 * What up to four bytes must be, read as one number with the first in its lowest place: one comparison instead of one a byte.
 * The upper half of a byte tells that it is a digit, and still must when something is added that carries out of the lower
 * half if the digit is too large.
 */
interface Form {
	/** The bits that are compared: all of a separator, the upper half of a digit. */
	readonly mask: number;
	readonly expected: number;
	readonly added: number;
}

/** @param pattern - a digit stands for all up to it, anything else for itself. */
function formOf(pattern: string): Form {
	let mask = 0;
	let expected = 0;
	let added = 0;
	for (const [index, character] of [...pattern].entries()) {
		const isDigit = character >= "0" && character <= "9";
		const shift = index * 8;
		mask |= (isDigit ? 0xf0 : 0xff) << shift;
		expected |= (isDigit ? 0x30 : character.charCodeAt(0)) << shift;
		added |= (isDigit ? 0xf - Number(character) : 0) << shift;
	}
	return { mask, expected, added };
}

const yearForm = formOf("9999");
const monthForm = formOf("-19-");
const dayForm = formOf("39");
const hourForm = formOf("T29:");
const minuteForm = formOf(":59:");
const secondForm = formOf(":59");
const zoneForm = formOf("29:");

function fits(bytes: number, { mask, expected, added }: Form): boolean {
	return (((bytes & mask) ^ expected) | (((bytes + added) & mask) ^ expected)) === 0;
}

/** The number that the two lowest bytes write, which are digits. */
function twoDigits(bytes: number): number {
	return (bytes & 0xf) * 10 + ((bytes >> 8) & 0xf);
}
