import { expect, test } from "vitest";
import { startTypeCheck } from "./type-check.js";

test("the compiler takes the platform's own types, and refuses what does not fit, in words", () => {
	const compiler = startTypeCheck();
	const words = (statement: string): readonly string[] =>
		compiler
			.findings(
				`/// <reference lib="esnext.temporal" />
				import { Contacts } from "../modules.js";
				declare const { instant, zoned, date, dateTime }: { instant: Temporal.Instant, zoned: Temporal.ZonedDateTime, date: Temporal.PlainDate, dateTime: Temporal.PlainDateTime };
				const day = Contacts.where("Birthday");
				const moment = Contacts.where("Created_Time");
				${statement}`,
			)
			.map(({ message }) => message.split("\n")[0] ?? "");
	expect(
		words("moment.between(instant, zoned); moment.in([instant, zoned, new Date(0)]); day.in([date]); day.equal(date)"),
	).toEqual([]);
	expect(words("day.equal(instant)")).toMatchInlineSnapshot(`
		[
		  "Argument of type 'Instant' is not assignable to parameter of type 'InvalidDate<Instant, "say which day: toPlainDate() of a ZonedDateTime">'.",
		]
	`);
	expect(words("moment.equal(date)")).toMatchInlineSnapshot(`
		[
		  "Argument of type 'PlainDate' is not assignable to parameter of type 'InvalidDateTime<PlainDate, "say the zone: toZonedDateTime(zone)">'.",
		]
	`);
	expect(words("moment.equal(dateTime)")).toMatchInlineSnapshot(`
		[
		  "Argument of type 'PlainDateTime' is not assignable to parameter of type 'InvalidDateTime<PlainDateTime, "say the zone: toZonedDateTime(zone)">'.",
		]
	`);
});
