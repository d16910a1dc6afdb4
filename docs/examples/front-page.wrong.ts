import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name")
	.where((where) =>
		where("Created_Time")
			.greaterEqual("2026-01-01T00:00:00Z")
			.and(where("lead_source").equal("Advertisement")),
	);
