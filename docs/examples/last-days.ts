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

const day = 86_400_000;

/** The leads of the last 30 days, counted from when the export began: it may end tomorrow. */
async function exportNewLeads(): Promise<void> {
	const last = kept.get("new-leads");
	const { until, from } =
		last === undefined
			? { until: Date.now(), from: undefined }
			: (JSON.parse(last) as { until: number; from: Checkpoint });
	const job = bulkRead(Leads)
		.select("Last_Name", "Created_Time")
		.where((where) => where("Created_Time").greaterEqual(new Date(until - 30 * day)));
	const onCheckpoint = (checkpoint: Checkpoint) =>
		void kept.set("new-leads", JSON.stringify({ until, from: checkpoint }));
	for await (const leads of zoho.rows(job, { from, onCheckpoint }).batches())
		await table.upsert(leads);
	kept.delete("new-leads"); // the next export counts from its own beginning
}

await exportNewLeads();
console.log(kept.size === 0 ? "done, and nothing is kept" : "to be gone on with");
