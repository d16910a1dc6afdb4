import { bulkRead, createClient, refreshToken } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;
const zoho = createClient({
	dataCenter: "eu",
	auth: refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
	}),
});
// ---cut---
const job = bulkRead(Contacts).select("Last_Name", "Email");
const states = new Set<string>();
let rows = 0;

for await (const contact of zoho.rows(job, {
	signal: AbortSignal.timeout(60 * 60_000),
	onProgress: (progress) => states.add(`page ${progress.page}: ${progress.state}`),
})) {
	if (contact.Email !== null) rows++;
}

console.log([...states].join(", "));
console.log(`${rows} contacts have an e-mail address`);
