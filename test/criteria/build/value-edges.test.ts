import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateProblem, dateTimeProblem } from "../../../src/criteria/build/date-problem.js";
import { fieldFacts } from "../../../src/criteria/build/field-facts.js";
import { plainDigits } from "../../../src/criteria/build/plain-digits.js";
import { temporalKind, writeTemporalDay, writeTemporalMoment } from "../../../src/criteria/build/temporal.js";
import { refusePair, refuseValueCount } from "../../../src/criteria/build/value-count.js";
import { ValueRefusal } from "../../../src/criteria/build/value-refusal.js";
import { readValue, valueWriter } from "../../../src/criteria/build/write-value.js";
import { EMPTY } from "../../../src/criteria/node/empty.js";
import type { CriteriaCode } from "../../../src/criteria/node/invalid-criteria-error.js";
import type { DataType } from "../../../src/schema/comparators.js";
import { Everything } from "../every-data-type.js";

const noDay = "this is not a day in the form YYYY-MM-DD";
const noMoment = "this is not a date-time in the form YYYY-MM-DDThh:mm:ss+hh:mm";

describe("what is wrong with", () => {
	test.each<[unknown, string]>([
		["2026-01-00", "there is no such day"],
		["2026-01-32", "there is no such day"],
		["2026-04-31", "there is no such day"],
		["2026-00-10", "there is no month 00"],
		["2026-13-10", "there is no month 13"],
		["2026-1-10", noDay],
		["x2026-01-10", noDay],
		["2026-01-10x", noDay],
		["x2026-13-10", noDay],
		["2026-13-10x", noDay],
		["", noDay],
		[5, "this is not a string"],
		[null, "this is not a string"],
		[new Date(0), "a Date is a moment, and its day depends on the time zone"],
	])("the day %j", (given, problem) => {
		expect(dateProblem(given)).toBe(problem);
	});

	test.each<[unknown, string]>([
		["2026-01-00T00:00:00Z", "there is no such day"],
		["2026-00-01T00:00:00Z", "there is no month 00"],
		["2026-01-01T24:00:00Z", "there is no hour 24"],
		["2026-01-01T23:60:00Z", "there is no minute 60"],
		["2026-01-01T23:59:60Z", "there is no second 60"],
		["2026-01-01T23:59:59.9Z", "milliseconds are not accepted"],
		["2026-01-31T00:00:00.5Z", "milliseconds are not accepted"],
		["2026-01-01T23:59:59.123456", "milliseconds are not accepted"],
		["2026-01-01T23:59:59", "the offset is missing"],
		["2026-01-01T00:00:00+0560", "there is no offset +0560"],
		["2026-01-01T00:00:00-24:00", "there is no offset -24:00"],
		["2026-01-01T00:00:00+5:30", noMoment],
		["x2026-01-01T00:00:00Z", noMoment],
		["2026-01-01T00:00:00Zx", noMoment],
		["2026-01-01T00:00Z", noMoment],
		["2026-01-01 00:00:00Z", noMoment],
		[5, "this is not a string or a Date"],
	])("the moment %j", (given, problem) => {
		expect(dateTimeProblem(given)).toBe(problem);
	});
});

test.each([
	[0, "0"],
	[0.000001, "0.000001"],
	[0.0000001, "0.0000001"],
	[0.00000012, "0.00000012"],
	[-1.25e-7, "-0.000000125"],
	[1e20, "100000000000000000000"],
	[1e21, "1000000000000000000000"],
	[-1.5e21, "-1500000000000000000000"],
	[1.25e25, "12500000000000000000000000"],
])("%d in plain digits is %s", (given, digits) => {
	expect(plainDigits(given)).toBe(digits);
});

describe("what is of Temporal says so", () => {
	test.each<[unknown, string | undefined]>([
		[null, undefined],
		[undefined, undefined],
		["Temporal.Instant", undefined],
		[{}, undefined],
		[{ [Symbol.toStringTag]: 5 }, undefined],
		[{ [Symbol.toStringTag]: "Instant" }, undefined],
		[{ [Symbol.toStringTag]: "My Temporal.Instant" }, undefined],
		[{ [Symbol.toStringTag]: "Temporal.Instant" }, "Instant"],
	])("%#", (given, kind) => {
		expect(temporalKind(given)).toBe(kind);
	});

	test("and what is not of it is not written", () => {
		for (const given of [{}, "2026-01-01", new Date(0)]) {
			expect([writeTemporalDay(given), writeTemporalMoment(given)]).toEqual([undefined, undefined]);
		}
		// An offset of the time before zones has seconds: the moment is written in UTC.
		const old = {
			[Symbol.toStringTag]: "Temporal.ZonedDateTime",
			offsetNanoseconds: 1_172_000_000_000,
			toString: () => "never",
			toInstant: () => ({ [Symbol.toStringTag]: "Temporal.Instant", toString: () => "1900-01-01T00:00:00Z" }),
		};
		expect(writeTemporalMoment(old)).toBe("1900-01-01T00:00:00+00:00");
		expect(writeTemporalMoment({ ...old, offsetNanoseconds: 60_000_000_000 })).toBe("never");
	});
});

test.each<[string, string, string | undefined]>([
	["2026-01-01", "2026-01-01", undefined],
	["2026-01-02", "2026-01-01", "the range ends before it begins"],
	["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", undefined],
	["2026-01-01T00:00:01Z", "2026-01-01T00:00:00Z", "the range ends before it begins"],
	["2026-01-01T05:30:00+05:30", "2026-01-01T00:00:00+00:00", undefined],
	["2026-01-01T05:30:01+05:30", "2026-01-01T00:00:00+00:00", "the range ends before it begins"],
	["2026-01-01T05:30:00+0530", "2026-01-01T00:00:00Z", undefined],
	["2026-01-01T00:00:00-08:00", "2026-01-01T00:00:00+08:00", "the range ends before it begins"],
	["2026-01-01T00:00:00+08:00", "2026-01-01T00:00:00-08:00", undefined],
	["2026-01-01T00:30:00+01:00", "2026-01-01T00:00:00+00:30", undefined],
	["${EMPTY}", "2026-01-01", "a range has two ends, and EMPTY cannot be one"],
	["2026-01-01", "${EMPTY}", "a range has two ends, and EMPTY cannot be one"],
])("from %s to %s", (from, to, problem) => {
	const refusal = refusePair(from, to);
	expect(refusal?.problem).toBe(problem);
	if (refusal !== undefined) expect(refusal.code).toBe("COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE");
});

test("a range is in order where its moments are, however their offsets are spelled", () => {
	const two = (number: number): string => String(number).padStart(2, "0");
	const offset = fc.oneof(
		fc.constant({ text: "Z", minutes: 0 }),
		fc
			.tuple(fc.constantFrom("+", "-"), fc.nat(23), fc.nat(59), fc.constantFrom(":", ""))
			.map(([sign, hours, minutes, colon]) => ({
				text: `${sign}${two(hours)}${colon}${two(minutes)}`,
				minutes: Number(`${sign}1`) * (hours * 60 + minutes),
			})),
	);
	const [early, late] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 3)];
	// Seconds near each other, so that offsets decide; and those of any year.
	const seconds = fc.oneof(fc.integer({ min: early, max: late }), fc.integer({ min: -6e13, max: 2.5e14 }));
	const written = fc.tuple(seconds, offset).map(([time, { text, minutes }]) => ({
		moment: Math.floor(time / 1_000) * 1_000,
		text: new Date(Math.floor(time / 1_000) * 1_000 + minutes * 60_000).toISOString().slice(0, 19) + text,
	}));
	fc.assert(
		fc.property(written, written, (from, to) => {
			expect(refusePair(from.text, to.text) === undefined).toBe(from.moment <= to.moment);
		}),
		{ numRuns: 2_000 },
	);
});

test.each([
	["equal", "a", undefined],
	["equal", ["a"], "this comparator takes one value, not a list"],
	["equal", [], "this comparator takes one value, not a list"],
	["in", "a", "this comparator takes a list of values"],
	["in", ["a"], undefined],
	["in", ["a", "b", "c"], undefined],
	["in", [], "this list is empty, and the API needs at least one value"],
	["between", "a", "this comparator takes a list of values"],
	["between", [], "this list is empty, and the API needs at least one value"],
	["between", ["a"], "a range has two ends, and this has 1 value"],
	["between", ["a", "b"], undefined],
	["between", ["a", "b", "c"], "a range has two ends, and this has 3 values"],
] as const)("%s %j", (comparator, given, problem) => {
	expect(refuseValueCount(comparator, given)?.problem).toBe(problem);
});

const wrong = "FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE";
const never = "VALUE_IN_CRITERIA_NOT_SUPPORTED";
const face = "\u{1F600}";

test.each<[DataType, unknown, unknown, CriteriaCode?]>([
	["text", "a".repeat(255), "a".repeat(255)],
	["text", face.repeat(255), face.repeat(255)],
	["text", "a".repeat(256), "this has 256 characters, and the API takes at most 255", never],
	["text", face.repeat(256), "this has 256 characters, and the API takes at most 255", never],
	["text", `${face.repeat(254)}ab`, "this has 256 characters, and the API takes at most 255", never],
	["text", "a".repeat(511), "this has 511 characters, and the API takes at most 255", never],
	["text", 5, "this is not a string", wrong],
	["text", EMPTY, "${EMPTY}"],
	["bigint", "1".repeat(19), "1".repeat(19)],
	["bigint", `-${"1".repeat(19)}`, `-${"1".repeat(19)}`],
	["bigint", `-${"1".repeat(20)}`, "this has 20 digits, and the API takes at most 19", never],
	["bigint", 5, "5 is a JavaScript number, which cannot hold every id exactly", wrong],
	["bigint", "5.0", "this is not a string of digits", wrong],
	["bigint", EMPTY, "${EMPTY}"],
	["lookup", "-5", "an id cannot be negative", wrong],
	["lookup", `-${"1".repeat(19)}`, "an id cannot be negative", wrong],
	["lookup", 5n, "5"],
	["lookup", "1".repeat(20), "this has 20 digits, and the API takes at most 19", never],
	["decimal", 5n, "5"],
	["decimal", Number.POSITIVE_INFINITY, "this is not a finite number", wrong],
	["decimal", "5.", "this is not a number in plain digits", wrong],
	["decimal", true, "this is not a number in plain digits", wrong],
	["decimal", EMPTY, "${EMPTY}"],
	["integer", true, "this is not a whole number", wrong],
	["integer", -(2 ** 53), "this is not a whole number that JavaScript can hold exactly", wrong],
	["integer", 2 ** 53 - 1, "9007199254740991"],
	["boolean", 1, "this is not true or false", wrong],
	["datetime", new Date("9999-12-31T23:59:59Z"), "9999-12-31T23:59:59+00:00"],
	["datetime", new Date("0000-01-01T00:00:00Z"), "0000-01-01T00:00:00+00:00"],
	["datetime", new Date("-000001-12-31T23:59:59Z"), "this Date is invalid, or outside the years 0 to 9999", wrong],
	["datetime", new Date("+010000-01-01T00:00:00Z"), "this Date is invalid, or outside the years 0 to 9999", wrong],
	["datetime", EMPTY, "${EMPTY}"],
	["date", EMPTY, "${EMPTY}"],
])("a %s from code: %#", (dataType, given, expected, code) => {
	const written = valueWriter(dataType)(given);
	expect(code === undefined ? written : { ...(written as ValueRefusal) }).toEqual(
		code === undefined ? expected : { problem: expected, code },
	);
});

test.each<[DataType, unknown, unknown, CriteriaCode?]>([
	["text", "${EMPTY}", "${EMPTY}"],
	["text", "${TODAY}", "${TODAY}"],
	["text", 5, "this is not a string", wrong],
	["integer", 5, 5],
	["integer", "${EMPTY}", "${EMPTY}"],
	["integer", 1.5, "this is not a whole number that JavaScript can hold exactly", wrong],
	["bigint", 5, 5],
	["bigint", 2 ** 53, "9007199254740992 is a JavaScript number, which cannot hold every id exactly", wrong],
	["lookup", 5, 5],
	["lookup", -5, "an id cannot be negative", wrong],
	["decimal", 0.1, 0.1],
	["date", "2026-01-01T00:00:00Z", noDay, wrong],
	["datetime", "2026-01-01", "2026-01-01"],
	["datetime", "2026-02-30", noMoment, wrong],
	["boolean", "true", "true"],
	["boolean", "false", "false"],
	["boolean", true, true],
	["boolean", "True", "this is not true or false", wrong],
	["boolean", "${EMPTY}", "this is not true or false", wrong],
	["text", null, "no field takes such a value", never],
	["text", ["a"], "no field takes such a value", never],
	["date", EMPTY, "${EMPTY}"],
	["boolean", EMPTY, "no field takes such a value", never],
])("a %s from a document: %#", (dataType, given, expected, code) => {
	const read = readValue(dataType, given);
	if (code === undefined) expect(read).toBe(expected);
	else expect(read).toEqual(new ValueRefusal(String(expected), code));
});

test("the label behind two lookups names both", () => {
	expect(fieldFacts(Everything.anyHops(), "Account.Parent.last_name").label).toBe("Account: Parent: last name");
	expect(fieldFacts(Everything, "Account").label).toBe("Account");
	expect(fieldFacts(Everything, "Account.Phone").label).toBe("Account: Phone");
	expect(fieldFacts(Everything, "Text")).not.toHaveProperty("targetName");
});
