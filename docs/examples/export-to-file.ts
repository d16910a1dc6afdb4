import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { bulkRead, createClient, refreshToken } from "zoho-bulk-read";

const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;
const zoho = createClient({
	dataCenter: "eu",
	auth: refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
	}),
});
const folder = await mkdtemp(`${tmpdir()}/export-`);

// ---cut---
import { exportToFile } from "zoho-bulk-read/files";
import { Leads } from "zoho-bulk-read/standard";

const job = bulkRead(Leads).select("Last_Name", "Company");

const { rows, files } = await exportToFile(zoho, job, `${folder}/leads.csv`, {
	resume: true,
	signal: AbortSignal.timeout(3_600_000),
	onProgress: ({ page, state }) => console.log(`page ${page}: ${state}`),
});
console.log(rows, files.length);
