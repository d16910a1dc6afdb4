import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name")
	.where((where) =>
		where("Last_Name")
			.equal("Boyle")
			.and(where("Lead_Source").in(["Advertisement", "Trade Show"])),
	);
