import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { bulkRead, type Checkpoint, createClient, refreshToken } from "zoho-bulk-read";
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
const folder = await mkdtemp(`${tmpdir()}/export-`); // use your own folder, which still exists after a crash
const table = { upsert: async (_rows: readonly { readonly Id: string }[]) => {} };

// ---cut---
const day = 86_400_000;
const kept = `${folder}/new-leads.json`;

interface Kept {
	readonly until: number;
	readonly from?: Checkpoint;
}

/** The leads of the last 30 days, counted from the start of the export, since it may end tomorrow. */
async function exportNewLeads(): Promise<void> {
	const last = await readFile(kept, "utf8").catch(() => undefined);
	const { until, from }: Kept = last === undefined ? { until: Date.now() } : JSON.parse(last);
	const job = bulkRead(Leads)
		.select("Last_Name", "Created_Time")
		.where((where) => where("Created_Time").greaterEqual(new Date(until - 30 * day)));
	const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
		await writeFile(`${kept}.new`, JSON.stringify({ until, from: checkpoint }));
		await rename(`${kept}.new`, kept);
	};
	for await (const leads of zoho.rows(job, { from, onCheckpoint }).batches())
		await table.upsert(leads);
	await rm(kept); // the next export counts from its own start
}

await exportNewLeads();
console.log((await readFile(kept).catch(() => "done, and nothing is kept")).toString());
