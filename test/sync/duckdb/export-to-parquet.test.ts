import { readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { bigInteger, bulkRead, currency, dateTime, defineModule, multiSelect } from "zoho-bulk-read";
import { FileExportError } from "zoho-bulk-read/files";
import { generateCompany } from "zoho-bulk-read/sandbox";
import { Deals } from "zoho-bulk-read/standard";
import { exportToParquet } from "zoho-bulk-read/sync/duckdb";
import { memoryDatabase, testFolder } from "../duckdb-database.js";
import { syncOrg } from "../sync-org.js";
import { copied, exported } from "../test-database.js";

const job = bulkRead(Deals).select("Deal_Name", "Amount", "Closing_Date", "Stage", "Created_Time");

test("a Parquet file has the rows of the job with their types, and nothing stands beside it", async () => {
	const { zoho } = syncOrg({ records: generateCompany({ contacts: 100 }) });
	const folder = testFolder();
	const path = join(folder, "it's.parquet");
	const { read } = await exportToParquet(zoho, job, path);
	expect(read).toBeGreaterThan(10);
	const database = await memoryDatabase(await DuckDBInstance.create(":memory:"));
	await database.query(`CREATE VIEW deals AS SELECT * FROM '${path.replaceAll("'", "''")}'`);
	expect(await copied(database, "deals")).toEqual(await exported(zoho.rows(job)));
	expect(readdirSync(folder)).toEqual(["it's.parquet"]);
	expect(statSync(path).mode & 0o777).toBe(0o600);
});

describe("a Parquet file", () => {
	const Sums = defineModule("Sums", {
		id: bigInteger,
		Amount: currency,
		Tags: multiSelect("a"),
		Created_Time: dateTime,
	});
	const Created_Time = "2026-06-01T00:00:00+00:00";
	const records = [1, 2, 3].map((id) => ({ id: String(id), Amount: id / 8, Tags: ["a", "b"], Created_Time }));
	const sums = bulkRead(Sums).select("Amount", "Tags");
	const metadata = async (path: string) => {
		const database = await memoryDatabase(await DuckDBInstance.create(":memory:"));
		const [column] = await database.query(
			`SELECT typeof("Amount") AS amount, "Tags" AS tags, compression FROM '${path}' AS p, parquet_metadata('${path}') AS m WHERE m.path_in_schema = 'Amount'`,
		);
		return column;
	};

	test("is small, its owner's, and has doubles by default", async () => {
		const { zoho } = syncOrg({ modules: [Sums], records: { Sums: records } });
		const path = join(testFolder(), "sums.parquet");
		writeFileSync(path, "what was there before", { mode: 0o644 });
		expect(await exportToParquet(zoho, sums, path)).toMatchObject({ table: "rows", kind: "whole", read: 3, jobs: 1 });
		expect(await metadata(path)).toMatchObject({ compression: "ZSTD", amount: "DOUBLE", tags: ["a", "b"] });
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	test("is as it was asked for", async () => {
		const { zoho } = syncOrg({ modules: [Sums], records: { Sums: records } });
		const path = join(testFolder(), "sums.parquet");
		let told = 0;
		const onProgress = (): void => {
			told++;
		};
		const options = { decimals: "exact", mode: 0o640, multiSelectDelimiter: ";", onProgress } as const;
		await exportToParquet(zoho, sums, path, options);
		expect(await metadata(path)).toMatchObject({ amount: "DECIMAL(28,9)", tags: ["a,b"] });
		expect(statSync(path).mode & 0o777).toBe(0o640);
		expect(told).toBeGreaterThan(0);
		const signal = AbortSignal.abort(new Error("no more"));
		await expect(exportToParquet(zoho, sums, path, { signal })).rejects.toThrow("no more");
	});

	test("takes the place of what a link leads to", async () => {
		const { zoho } = syncOrg({ modules: [Sums], records: { Sums: records } });
		const folder = testFolder();
		symlinkSync(join(folder, "sums.parquet"), join(folder, "link"));
		await exportToParquet(zoho, sums, join(folder, "link"));
		expect(readdirSync(folder)).toEqual(["link", "sums.parquet"]);
	});

	test("is a file, since it is not written from its beginning to its end", async () => {
		const { zoho, sandbox } = syncOrg({ modules: [Sums], records: { Sums: records } });
		const refused = exportToParquet(zoho, sums, "/dev/null");
		await expect(refused).rejects.toThrow(FileExportError);
		await expect(refused).rejects.toMatchObject({
			problem: "destination",
			message: "/dev/null is not a regular file, which Parquet needs. Give the name of a file.",
		});
		expect(sandbox.jobs()).toEqual([]);
	});
});

test("a failed export leaves what was there as it was", async () => {
	const { zoho } = syncOrg({ records: generateCompany({ contacts: 30 }), faults: [{ fault: "job-fails" }] });
	const folder = testFolder();
	await expect(exportToParquet(zoho, job, join(folder, "x.parquet"))).rejects.toMatchObject({ name: "JobFailedError" });
	await expect(exportToParquet(zoho, job, folder)).rejects.toMatchObject({ problem: "destination" });
	expect(readdirSync(folder)).toEqual([]);
});
