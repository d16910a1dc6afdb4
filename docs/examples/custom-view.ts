import { bulkRead } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

export const job = bulkRead(Leads)
	.select("Last_Name", "Company", "$converted")
	.customView("554023000000093005")
	.where((where) => where("Owner.last_name").equal("Boyle"))
	.page(2)
	.callback("https://example.com/zoho?secret=a-long-random-text");
