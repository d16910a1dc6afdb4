/** Shows in three runs how a copy follows an org: `npm run demo:sync`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { accessToken, bulkRead, createClient } from "zoho-bulk-read";
import { createSandbox, generateCompany } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";
import { sync } from "zoho-bulk-read/sync";
import { duckdb } from "zoho-bulk-read/sync/duckdb";

const sandbox = createSandbox({
	records: generateCompany({ contacts: 20_000 }),
	timing: { added: 50, queued: 50, inProgress: 100 },
});
const { url, close } = await sandbox.listen({ port: 0 });
const zoho = createClient({
	baseUrl: url,
	auth: accessToken(sandbox.credentials.accessToken),
	poll: { first: 150, factor: 1, limit: 150 },
});
const folder = mkdtempSync(join(tmpdir(), "copy-"));
const path = join(folder, "crm.duckdb");
const copy = await duckdb(path);
const job = bulkRead(Contacts).select(
	"Last_Name",
	"Lead_Source",
	"Email",
);

try {
	heading(`The first run: everything, from a sandbox on ${url}`);
	await run();

	heading(
		"The org changes: 300 leads from a fair, 50 renamed, 20 deleted",
	);
	const contacts = sandbox.records("Contacts");
	sandbox.change("Contacts", {
		upsert: [
			...Array.from({ length: 300 }, (_, index) => ({
				Last_Name: `Visitor ${index + 1}`,
				Lead_Source: "Trade Show",
			})),
			...contacts
				.slice(0, 50)
				.map(({ id }) => ({ id, Last_Name: "Renamed" })),
		],
		delete: contacts.slice(100, 120).map(({ id }) => String(id)),
	});
	await run();

	heading("Nothing changes: two jobs say so");
	await run();
} finally {
	await close();
	rmSync(folder, { recursive: true });
}

/** Runs the sync once, and queries the file afterwards. */
async function run(): Promise<void> {
	const { kind, read, inserted, updated, deleted, jobs, credits } =
		await sync(zoho, job, copy);
	console.log(
		`${kind}: ${read} read, ${inserted} inserted, ${updated} updated, ` +
			`${deleted} deleted (${jobs} jobs, ${credits} credits)\n`,
	);
	const sql = `SELECT "Lead_Source", count(*) AS contacts
FROM "Contacts" GROUP BY ALL ORDER BY contacts DESC LIMIT 3`;
	console.log(`${sql}\n`);
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	const found = await connection.runAndReadAll(sql);
	for (const [source, count] of found.getRowsJson()) {
		console.log(`${String(source).padEnd(24)}${count}`);
	}
	connection.closeSync();
	instance.closeSync();
}

function heading(text: string): void {
	console.log(`\n${"─".repeat(74)}\n${text}\n${"─".repeat(74)}\n`);
}
