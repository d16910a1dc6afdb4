import { bulkRead, createClient, refreshToken } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard"; // or your own, generated from your org

const { where } = Contacts;

export const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name", "Account_Name.Phone", "Created_Time")
	.where(
		where("Created_Time")
			.between("2026-01-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30")
			.and(
				where("Lead_Source")
					.equal("Advertisement")
					.or(where("Account_Name.Phone").contains("5")),
			),
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

let count = 0;
for await (const contact of zoho.rows(job)) {
	count++;
	if (count <= 3)
		console.log(contact.Created_Time, contact.Last_Name, contact["Owner.last_name"]);
}
console.log(`${count} contacts`);
