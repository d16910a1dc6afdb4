import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryDatabase } from "../duckdb-database.js";
import { proveEqual, returning, schedules, seeded } from "../equal-by-proof.js";

const count = Number(process.env.SYNC_SCHEDULES ?? 300);

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
			await database.drop(table);
		}),
		{ ...seeded, numRuns: count },
	);
	expect(tables).toBeGreaterThan(0);
});

test.each(returning)(
	"a record that is back in its filter at request %i has no row from before the run (DuckDB)",
	async (_, schedule) => {
		const database = await memoryDatabase(await DuckDBInstance.create(":memory:", { threads: "1" }));
		await proveEqual(schedule, database, "Things");
	},
);
