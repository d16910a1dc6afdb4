import { Contacts } from "../modules.js";

const day = Contacts.where("Birthday");
const moment = Contacts.where("Created_Time");
declare const month: "2026-01-31" | "2026-02-31";
declare const year: number;

// @ts-expect-error the 13th month
day.equal("2026-13-01");
// @ts-expect-error month 0
day.equal("2026-00-01");
// @ts-expect-error the 30th of February
day.equal("2026-02-30");
// @ts-expect-error the 31st of June
day.equal("1999-06-31");
// @ts-expect-error day 0
day.equal("2026-01-00");
// @ts-expect-error a year of two digits
day.equal("26-01-31");
// @ts-expect-error a year of five digits
day.equal("20260-01-31");
// @ts-expect-error the wrong order
day.equal("31-01-2026");
// @ts-expect-error the wrong separator
day.equal("2026/01/31");
// @ts-expect-error a month of one digit
day.equal("2026-1-31");
// @ts-expect-error a moment where a day is due
day.equal("2026-01-31T00:00:00Z");
// @ts-expect-error words
day.equal("yesterday");
// @ts-expect-error the second of a pair
day.between("2026-01-01", "2026-02-29T");
// @ts-expect-error one of a list
day.in(["2026-01-01", "2026-02-31"]);
// @ts-expect-error one of what a variable may hold
day.equal(month);

// @ts-expect-error milliseconds
moment.equal("2026-01-31T09:30:00.000Z");
// @ts-expect-error milliseconds before an offset
moment.equal("2026-01-31T09:30:00.5+05:30");
// @ts-expect-error no offset
moment.equal("2026-01-31T09:30:00");
// @ts-expect-error no seconds
moment.equal("2026-01-31T09:30Z");
// @ts-expect-error hour 24
moment.equal("2026-01-31T24:00:00Z");
// @ts-expect-error minute 60
moment.equal("2026-01-31T09:60:00Z");
// @ts-expect-error second 60
moment.equal("2026-01-31T09:30:60Z");
// @ts-expect-error an offset of 25 hours
moment.equal("2026-01-31T09:30:00+25:00");
// @ts-expect-error an offset in words
moment.equal("2026-01-31T09:30:00 IST");
// @ts-expect-error a blank for the T
moment.equal("2026-01-31 09:30:00Z");
// @ts-expect-error a day where a moment is due
moment.equal("2026-01-31");
// @ts-expect-error the 13th month
moment.equal("2026-13-01T00:00:00Z");
// @ts-expect-error the 31st of November, long ago
moment.equal("1999-11-31T00:00:00Z");
// @ts-expect-error both of a pair
moment.between("2026-01-01", "2026-06-30");
// @ts-expect-error one of a list
moment.in([new Date(0), "2026-01-31T09:30:00"]);

// What is not one literal is left to the run time.
day.equal(`${year}-13-01`);
moment.equal(`${year}-13-01T00:00:00Z`);
