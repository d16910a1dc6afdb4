import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { bulkRead, createClient, refreshToken } from "zoho-bulk-read";
import { exportToFile } from "zoho-bulk-read/files";
import { Accounts, Contacts, Deals, Leads } from "zoho-bulk-read/standard"; // or all of your own modules

const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;
const zoho = createClient({
	dataCenter: "eu",
	auth: refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
	}),
});
const folder = await mkdtemp(`${tmpdir()}/backup-`); // use your own folder: one for each backup

// ---cut---
for (const module of [Accounts, Contacts, Deals, Leads]) {
	// Without `select` a job exports every field that the token's user may see.
	const path = `${folder}/${module.apiName}.zip`;
	const { rows, files } = await exportToFile(zoho, bulkRead(module), path, { resume: true });
	console.log(`${module.apiName}: ${rows} records in ${files.length} file(s)`);
}
