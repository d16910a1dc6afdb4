import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { bulkRead, createClient, refreshToken } from "zoho-bulk-read";
import { exportToFile } from "zoho-bulk-read/files";
import { Leads } from "zoho-bulk-read/standard";

const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;
const zoho = createClient({
	dataCenter: "eu",
	auth: refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
	}),
});
const folder = await mkdtemp(`${tmpdir()}/changes-`); // use your own folder

// ---cut---
const kept = `${folder}/since.txt`;
const began = Date.now();
const aDayAgo = new Date(began - 86_400_000).toISOString();
const since = await readFile(kept, "utf8").catch(() => aDayAgo);

const job = bulkRead(Leads)
	.select("Last_Name", "Company", "Modified_Time")
	.where((where) => where("Modified_Time").greaterEqual(new Date(since)));
const name = `leads-${new Date(began).toISOString().slice(0, 10)}.csv`;
await exportToFile(zoho, job, `${folder}/${name}`);

// The next run starts five minutes early, so that changes during this run are not lost. Some leads come twice.
await writeFile(kept, new Date(began - 5 * 60_000).toISOString());
console.log("the changes are in a file, and the next run knows where it begins");
