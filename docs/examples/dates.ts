import { and, bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

/** From midnight in India until now. */
const since = "2026-06-01T00:00:00+05:30";
const until = new Date("2026-06-30T12:00:00.750Z"); // sent in UTC and in whole seconds

export const job = bulkRead(Contacts).where(
	and(
		where("Modified_Time").between(since, until),
		where("Date_of_Birth").lessThan("2008-07-01"), // a day has no time zone, so a Date would be refused
	),
);
