import { bulkRead } from "zoho-bulk-read";
import { Events } from "zoho-bulk-read/standard";

export const job = bulkRead(Events)
	.where((where) =>
		where("All_day")
			.equal(false)
			.and(where("Start_DateTime").greaterEqual("2026-07-01T00:00:00Z")),
	)
	.ics();
