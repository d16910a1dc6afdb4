import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { bulkRead } from "zoho-bulk-read";
import { generateCompany } from "zoho-bulk-read/sandbox";
import { Deals } from "zoho-bulk-read/standard";
import { exportToParquet } from "zoho-bulk-read/sync/duckdb";
import { memoryDatabase, testFolder } from "../duckdb-database.js";
import { syncOrg } from "../sync-org.js";
import { copied, exported } from "../test-database.js";

const job = bulkRead(Deals).select("Deal_Name", "Amount", "Closing_Date", "Stage", "Created_Time");

test("a Parquet file has the rows of the job with their types, and nothing stands beside it", async () => {
	const { zoho } = syncOrg({ records: generateCompany({ contacts: 300 }) });
	const folder = testFolder();
	const path = join(folder, "it's.parquet");
	const { read } = await exportToParquet(zoho, job, path);
	expect(read).toBeGreaterThan(50);
	const database = await memoryDatabase(await DuckDBInstance.create(":memory:"));
	await database.query(`CREATE VIEW deals AS SELECT * FROM '${path.replaceAll("'", "''")}'`);
	expect(await copied(database, "deals")).toEqual(await exported(zoho.rows(job)));
	expect(readdirSync(folder)).toEqual(["it's.parquet"]);
	expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a failed export leaves what was there as it was", async () => {
	const { zoho } = syncOrg({ records: generateCompany({ contacts: 30 }), faults: [{ fault: "job-fails" }] });
	const folder = testFolder();
	await expect(exportToParquet(zoho, job, join(folder, "x.parquet"))).rejects.toMatchObject({ name: "JobFailedError" });
	await expect(exportToParquet(zoho, job, folder)).rejects.toMatchObject({ problem: "destination" });
	expect(readdirSync(folder)).toEqual([]);
});
