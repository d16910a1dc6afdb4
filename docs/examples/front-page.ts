import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name")
	.where((where) =>
		where("Created_Time")
			.greaterEqual("2026-01-01T00:00:00Z")
			.and(where("Lead_Source").equal("Advertisement")),
	);

// ---run---
import { createClient, refreshToken } from "zoho-bulk-read";

const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;
const zoho = createClient({
	dataCenter: "eu",
	auth: refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
	}),
});
const rows = [];
for await (const row of zoho.rows(job)) rows.push(row);
for (const row of rows.slice(0, 6))
	console.log(row.Id, (row.Last_Name ?? "").padEnd(14), row["Owner.last_name"]);
console.log(`... and ${rows.length - 6} more`);
