import { isDayOfMonth } from "../../time/moment.js";

/** Length of YYYY-MM-DD. */
export const dayLength = 10;
/** Length of YYYY-MM-DDThh:mm:ss+hh:mm. */
export const momentLength = 25;

const hyphen = 0x2d;
const colon = 0x3a;
const plus = 0x2b;
const letterT = 0x54;

/** Whether the bytes are YYYY-MM-DD, and the day exists. */
export function isDay(bytes: Uint8Array, at: number): boolean {
	const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2);
	return (
		year < noDigits &&
		bytes[at + 4] === hyphen &&
		bytes[at + 7] === hyphen &&
		isDayOfMonth(year, twoDigits(bytes, at + 5), twoDigits(bytes, at + 8))
	);
}

/** Whether the bytes after YYYY-MM-DD are Thh:mm:ss+hh:mm, and the time exists. */
export function isTime(bytes: Uint8Array, at: number): boolean {
	return (
		bytes[at + 10] === letterT &&
		twoDigits(bytes, at + 11) < 24 &&
		bytes[at + 13] === colon &&
		twoDigits(bytes, at + 14) < 60 &&
		bytes[at + 16] === colon &&
		twoDigits(bytes, at + 17) < 60 &&
		(bytes[at + 19] === plus || bytes[at + 19] === hyphen) &&
		twoDigits(bytes, at + 20) < 24 &&
		bytes[at + 22] === colon &&
		twoDigits(bytes, at + 23) < 60
	);
}

/** What {@link twoDigits} returns if there are none: more than any year. */
const noDigits = 10_000;

function twoDigits(bytes: Uint8Array, at: number): number {
	const tens = (bytes[at] as number) - 0x30;
	const ones = (bytes[at + 1] as number) - 0x30;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : noDigits;
}
