import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryDatabase } from "../duckdb-database.js";
import { proveEqual, schedules } from "../equal-by-proof.js";

/** A hundred in every run of the tests, for their time; three hundred with `SYNC_SCHEDULES=300`. */
const count = Number(process.env.SYNC_SCHEDULES ?? 100);

test(`${count} schedules of changes, faults and deaths: the table is the org (DuckDB)`, {
	timeout: 800_000,
}, async () => {
	const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
	const database = await memoryDatabase(instance);
	let tables = 0;
	await fc.assert(
		fc.asyncProperty(schedules, async (schedule) => {
			const table = `Things ${tables++}`;
			await proveEqual(schedule, database, table);
			await database.query(`DROP TABLE "${table}"`);
		}),
		{ numRuns: count, endOnFailure: false },
	);
	expect(tables).toBeGreaterThan(0);
});
