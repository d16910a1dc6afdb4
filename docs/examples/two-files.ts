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
import { open, readFile } from "node:fs/promises";
import { toCsv, toNdjson } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

const job = bulkRead(Leads).select("Last_Name", "Company");
const csv = await open(`${folder}/leads.csv`, "w");
const ndjson = await open(`${folder}/leads.ndjson`, "w");

let header = true;
for await (const leads of zoho.rows(job).batches()) {
	await csv.write(toCsv(leads, { header, delimiter: ";" }));
	await ndjson.write(toNdjson(leads));
	header = false;
}
await Promise.all([csv.close(), ndjson.close()]);

for (const name of ["leads.csv", "leads.ndjson"]) {
	const lines = (await readFile(`${folder}/${name}`, "utf8")).split("\n");
	console.log(name, lines.length - 1, lines[1]);
}
