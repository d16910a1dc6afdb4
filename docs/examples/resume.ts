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
const kept = new Map<string, string>();
const table = { upsert: async (_rows: readonly { readonly Id: string }[]) => {} };

// ---cut---
import type { Checkpoint } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

const job = bulkRead(Leads).select("Last_Name", "Company");

/** Called again after a crash, it goes on where the last checkpoint was kept. */
async function exportLeads(): Promise<void> {
	const last = kept.get("leads");
	const from = last === undefined ? undefined : (JSON.parse(last) as Checkpoint);
	const onCheckpoint = (checkpoint: Checkpoint) =>
		void kept.set("leads", JSON.stringify(checkpoint));
	for await (const leads of zoho.rows(job, { from, onCheckpoint }).batches())
		await table.upsert(leads);
}

await exportLeads();
const { step, rows } = JSON.parse(kept.get("leads") ?? "{}") as Checkpoint;
console.log(step, rows);
