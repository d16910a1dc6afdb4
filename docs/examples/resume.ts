import { mkdtemp, readFile, rename, writeFile } from "node:fs/promises";
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
const job = bulkRead(Leads).select("Last_Name", "Company");
const kept = `${folder}/leads.checkpoint.json`;

/** Writes another file first: a process that is killed while it writes still has the last checkpoint. */
async function keep(checkpoint: Checkpoint): Promise<void> {
	await writeFile(`${kept}.new`, JSON.stringify(checkpoint), { mode: 0o600 });
	await rename(`${kept}.new`, kept);
}

async function lastCheckpoint(): Promise<Checkpoint | undefined> {
	const text = await readFile(kept, "utf8").catch(() => undefined);
	return text === undefined ? undefined : (JSON.parse(text) as Checkpoint);
}

/** Call it again after a crash: it resumes from the last checkpoint. */
async function exportLeads(): Promise<void> {
	const from = await lastCheckpoint();
	for await (const leads of zoho.rows(job, { from, onCheckpoint: keep }).batches())
		await table.upsert(leads);
}

await exportLeads();
const { step, rows } = JSON.parse(await readFile(kept, "utf8")) as Checkpoint;
console.log(step, rows);
