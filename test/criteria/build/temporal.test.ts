import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import { Contacts } from "../../types/modules.js";

const day = Contacts.where("Birthday");
const moment = Contacts.where("Created_Time");
const sent = (criteria: { toJSON(): unknown }): unknown => (criteria.toJSON() as { readonly value: unknown }).value;

describe("a moment of Temporal", () => {
	test("is written in whole seconds: an instant in UTC, another in its zone", () => {
		const instant = Temporal.Instant.from("2026-01-31T09:30:59.999Z");
		expect(sent(moment.equal(instant))).toBe("2026-01-31T09:30:59+00:00");
		expect(sent(moment.lessThan(instant.toZonedDateTimeISO("Asia/Kolkata")))).toBe("2026-01-31T15:00:59+05:30");
		expect(sent(moment.in([instant, new Date(0), "2026-01-31T09:30:00Z"]))).toEqual([
			"2026-01-31T09:30:59+00:00",
			"1970-01-01T00:00:00+00:00",
			"2026-01-31T09:30:00Z",
		]);
	});

	test("makes a pair, in order", () => {
		const now = Temporal.ZonedDateTime.from("2026-07-01T08:00[Europe/Berlin]");
		const lastThreeDays = moment.between(now.subtract({ days: 3 }), now);
		expect(sent(lastThreeDays)).toEqual(["2026-06-28T08:00:00+02:00", "2026-07-01T08:00:00+02:00"]);
		expect(() => moment.between(now, now.subtract({ days: 3 }))).toThrow("the range ends before it begins");
	});

	test("is the same moment as a Date, within the second", () => {
		const seconds = fc.integer({ min: -3_000_000_000, max: 4_000_000_000 });
		fc.assert(
			fc.property(seconds, fc.constantFrom("UTC", "Asia/Kathmandu", "America/St_Johns"), (epoch, zone) => {
				const instant = Temporal.Instant.fromEpochMilliseconds(epoch * 1000);
				expect(sent(moment.equal(instant))).toBe(sent(moment.equal(new Date(epoch * 1000))));
				const record = { Created_Time: `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z` };
				const zoned = Temporal.Instant.fromEpochMilliseconds(epoch * 1000).toZonedDateTimeISO(zone);
				expect(evaluate(moment.equal(zoned))(record)).toBe(true);
			}),
		);
	});

	test("has to be one that the API can take", () => {
		expect(() => moment.equal(Temporal.Instant.from("+012026-01-31T09:30:00Z"))).toThrow("YYYY-MM-DDThh:mm:ss+hh:mm");
	});

	test("is no day, with or without a time", () => {
		for (const given of [Temporal.PlainDate.from("2026-01-31"), Temporal.PlainDateTime.from("2026-01-31T09:30")]) {
			expect(() => moment.equal(given as never)).toThrow("only Instant and ZonedDateTime are moments");
		}
	});
});

describe("a day of Temporal", () => {
	test("is written as it is, whatever its calendar", () => {
		expect(sent(day.equal(Temporal.PlainDate.from("2026-01-31")))).toBe("2026-01-31");
		expect(sent(day.equal(Temporal.PlainDate.from("2026-01-31[u-ca=gregory]")))).toBe("2026-01-31");
		const today = Temporal.PlainDate.from("2026-03-01");
		expect(sent(day.between(today.subtract({ days: 1 }), today))).toEqual(["2026-02-28", "2026-03-01"]);
	});

	test("is no moment, and no other kind", () => {
		const zoned = Temporal.ZonedDateTime.from("2026-01-31T09:30[Asia/Kolkata]");
		for (const given of [zoned, zoned.toInstant(), zoned.toPlainDateTime(), zoned.toPlainTime()]) {
			expect(() => day.equal(given as never)).toThrow("only a PlainDate is a day");
		}
		expect(() => day.equal(Temporal.PlainDate.from("+012026-01-31"))).toThrow("YYYY-MM-DD");
	});
});
