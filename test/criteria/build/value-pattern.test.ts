import { expect, test } from "vitest";
import { valuePatterns } from "../../../src/criteria/build/value-pattern.js";

const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");

/** Whether a day exists. JavaScript's `Date` is no help: it turns 31 June into 1 July. */
function exists(year: number, month: number, day: number): boolean {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

test("the pattern of a day knows the calendar of ten thousand years", () => {
	const [date, dateTime] = [new RegExp(valuePatterns.date), new RegExp(valuePatterns.dateTime)];
	const wrong: string[] = [];
	for (let year = 0; year <= 9_999; year++) {
		// Days that every year has or lacks are tried in one year of each kind.
		const isSample = year === 2023 || year === 2024;
		for (let month = isSample ? 0 : 2; month <= (isSample ? 13 : 2); month++) {
			for (let day = isSample ? 0 : 28; day <= (isSample ? 32 : 30); day++) {
				const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
				const expected = month >= 1 && month <= 12 && day >= 1 && exists(year, month, day);
				if (date.test(text) !== expected || dateTime.test(`${text}T00:00:00Z`) !== expected) wrong.push(text);
			}
		}
	}
	expect(wrong).toEqual([]);
});
