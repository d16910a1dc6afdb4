import { DuckDBInstance } from "@duckdb/node-api";
import { accessToken, bulkRead, createClient } from "zoho-bulk-read";
import { createSandbox, generateCompany, virtualClock } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";
import { sync } from "zoho-bulk-read/sync";
import { duckdb } from "zoho-bulk-read/sync/duckdb";

const clock = virtualClock({ auto: true });
const sandbox = createSandbox({ records: generateCompany({ contacts: 100 }), clock });
const zoho = createClient({
	baseUrl: "https://zoho.test",
	fetch: sandbox.fetch,
	auth: accessToken(sandbox.credentials.accessToken),
	clock,
});
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
// ---cut---
const job = bulkRead(Contacts).select("Last_Name", "Lead_Source", "Modified_Time");
const copy = await duckdb(instance); // your own instance, or the path of a file

async function run(): Promise<void> {
	const { kind, read, inserted, updated, deleted, jobs } = await sync(zoho, job, copy);
	console.log(kind, { read, inserted, updated, deleted, jobs });
}

await run();
const [first, second] = sandbox.records("Contacts");
sandbox.change("Contacts", {
	upsert: [{ id: first?.id, Last_Name: "Renamed" }, { Last_Name: "New" }],
	delete: [String(second?.id)],
});
await run();
await run();

const sql = `SELECT count(*) FROM "Contacts" WHERE "Last_Name" IN ('Renamed', 'New')`;
console.log((await connection.runAndReadAll(sql)).getRowsJson());
