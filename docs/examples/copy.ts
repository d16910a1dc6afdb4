import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
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
const folder = mkdtempSync(`${tmpdir()}/copy-`);

// ---cut---
import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";
import { sync } from "zoho-bulk-read/sync";
import { duckdb } from "zoho-bulk-read/sync/duckdb";

const copy = await duckdb(`${folder}/crm.duckdb`);
const job = bulkRead(Contacts).select("Last_Name", "Email", "Owner.last_name");
const outcome = await sync(zoho, job, copy);

console.log(outcome.kind, outcome.inserted > 0, outcome.because);
console.log((await sync(zoho, job, copy)).kind);
