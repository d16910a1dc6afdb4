import { type AnyModule, bulkRead, createClient, refreshToken } from "zoho-bulk-read";
import { Contacts, Leads } from "zoho-bulk-read/standard";

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
for (const module of [Contacts, Leads]) {
	const cities = new Set<string>();
	for await (const row of zoho.rows(bulkRead(module))) {
		cities.add(("Mailing_City" in row ? row.Mailing_City : row.City) ?? "none");
	}
	console.log(`${module.apiName} of ${cities.size} cities`);
}

/** Works on any module: its paths are checked when the job is made. */
function selectFrom(module: AnyModule, paths: readonly [string, ...string[]]) {
	return bulkRead(module).select(...paths);
}

console.log(JSON.stringify(selectFrom(Leads, ["Company", "Owner.last_name"])));
