import { and, bulkRead } from "zoho-bulk-read";
import { Deals } from "zoho-bulk-read/standard";

const { where } = Deals;

export const job = bulkRead(Deals).where(
	and(
		where("Deal_Name").startsWith("Renewal"), // text
		where("Stage").in(["Qualification", "Needs Analysis"]), // a picklist: editors complete known values, others are accepted
		where("Amount").greaterEqual(10_000), // a number
		where("Closing_Date").between("2026-07-01", "2026-09-30"), // a day
		where("Created_Time").lessThan(new Date("2026-07-01T00:00:00Z")), // a moment
		where("Locked__s").equal(false), // a boolean
		where("Owner").notEqual("554023000000235011"), // a lookup: the id of a record
	),
);
