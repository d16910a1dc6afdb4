import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard"; // or your own, generated from your org

export const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name", "Created_Time")
	.where((where) =>
		where("Created_Time")
			.greaterEqual("2026-01-01T00:00:00Z")
			.and(where("Lead_Source").equal("Advertisement").or(where("Email").isEmpty())),
	);
