import fc from "fast-check";
import { expect, test } from "vitest";
import { momentOf, offsetMinutes } from "../../src/time/moment.js";
import { writeMoment } from "../../src/time/write-moment.js";

const offset = fc
	.tuple(fc.constantFrom("+", "-"), fc.nat(23), fc.nat(59))
	.map(([sign, hours, minutes]) => `${sign}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`);
const moment = fc.date({
	min: new Date("0000-01-01T00:00:00Z"),
	max: new Date("9999-12-31T23:59:59Z"),
	noInvalidDate: true,
});

test("a moment is the one that Date.parse finds", () => {
	fc.assert(
		fc.property(moment, fc.oneof(offset, fc.constant("Z")), fc.constantFrom(10, 19, 23), (date, zone, length) => {
			const text = length === 10 ? date.toISOString().slice(0, 10) : date.toISOString().slice(0, length) + zone;
			expect(momentOf(text)).toBe(Date.parse(text));
		}),
		{ numRuns: 5_000 },
	);
});

test.each(["2000-02-29", "2024-02-29", "2000-03-01", "1900-02-28"])("%s is a day", (day) => {
	expect(momentOf(day)).toBe(Date.parse(day));
});

test("a moment that is written is the one that is read, in every offset", () => {
	fc.assert(
		fc.property(moment, offset, (date, zone) => {
			// At the ends of the calendar, an offset leads to a year of five digits, or below 0.
			fc.pre(date.getUTCFullYear() > 0 && date.getUTCFullYear() < 9999);
			const seconds = Math.floor(date.getTime() / 1000) * 1000;
			const written = writeMoment(seconds, zone);
			expect(written.slice(19)).toBe(zone);
			expect(Date.parse(written)).toBe(seconds);
		}),
	);
});

test.each(["2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00+05:30", "2026-01-01T00:00:00.5-0800"])(
	"%s with another character anywhere is none",
	(text) => {
		for (let at = 0; at < text.length; at++) {
			for (const other of ["x", "/", ";"]) {
				const damaged = text.slice(0, at) + other + text.slice(at + 1);
				expect(momentOf(damaged), damaged).toBeNaN();
			}
		}
	},
);

test("a text that looks like a moment but is not one gives NaN", () => {
	const texts = [
		"",
		"2026",
		"2026-00-01",
		"2026-13-01",
		"2026-02-29",
		"1900-02-29",
		"2026-01-00",
		"2026/01/01",
		"2026-01-01T00:00:00",
		"2026-01-01 00:00:00Z",
		"2026-01-01T24:00:00Z",
		"2026-01-01T00:60:00Z",
		"2026-01-01T00:00:60Z",
		"2026-01-01T00:00:00.Z",
		"2026-01-01T00:00:00+5:30",
		"2026-01-01T00:00:00+24:00",
		"2026-01-01T00:00:00+05:60",
		"2026-01-01T00:00:00Zulu",
		"2026-01-01T00:00:00+05:300",
	];
	for (const text of texts) expect(momentOf(text), text).toBeNaN();
});

test("an offset may do without its colon, and a fraction is cut to milliseconds", () => {
	expect(momentOf("2026-01-01T00:00:00+0530")).toBe(Date.parse("2026-01-01T00:00:00+05:30"));
	expect(momentOf("2026-01-01T00:00:00.5Z")).toBe(Date.parse("2026-01-01T00:00:00.500Z"));
	expect(momentOf("2026-01-01T00:00:00.1239999Z")).toBe(Date.parse("2026-01-01T00:00:00.123Z"));
});

test("a day begins at the offset that is given", () => {
	expect(momentOf("2026-01-01", offsetMinutes("+05:30"))).toBe(Date.parse("2026-01-01T00:00:00+05:30"));
	expect(momentOf("2026-01-01", offsetMinutes("-0800"))).toBe(Date.parse("2026-01-01T00:00:00-08:00"));
});

test.each([
	["+23:59", 1439],
	["-23:59", -1439],
	["+2300", 1380],
	["+24:00", Number.NaN],
	["+23:60", Number.NaN],
	["Z", 0],
	["Zx", Number.NaN],
])("the offset %s is %d minutes", (text, minutes) => {
	expect(offsetMinutes(text)).toBe(minutes);
});
