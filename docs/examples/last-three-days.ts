import { Temporal } from "temporal-polyfill";
import { bulkRead } from "zoho-bulk-read";
import { Deals } from "zoho-bulk-read/standard";

// In an application: Temporal.Now.zonedDateTimeISO("Asia/Kolkata").
const now = Temporal.ZonedDateTime.from("2026-07-01T08:00[Asia/Kolkata]");

export const job = bulkRead(Deals)
	.select("Deal_Name", "Amount")
	.where((where) =>
		where("Modified_Time")
			.between(now.subtract({ days: 3 }), now)
			.and(where("Closing_Date").greaterEqual(now.toPlainDate())),
	);
