import { bulkRead, createClient, refreshToken } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name")
	.where((where) =>
		where("Last_Name")
			.startsWith("K")
			.and(where("Lead_Source").in(["Advertisement", "Trade Show"])),
	);

const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;
const zoho = createClient({
	dataCenter: "eu",
	auth: refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
	}),
});
for await (const contact of zoho.rows(job)) {
	console.log(contact.Last_Name, contact["Owner.last_name"]);
}
