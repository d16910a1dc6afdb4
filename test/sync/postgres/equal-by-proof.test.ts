import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { proveEqual, returning, schedules, seeded } from "../equal-by-proof.js";
import { postgresDatabase } from "../postgres-database.js";
import { hasPostgres, startPostgres } from "../start-postgres.js";

const count = Number(process.env.SYNC_SCHEDULES ?? 100);

test.skipIf(!hasPostgres)(
	`${count} schedules of changes, faults and deaths: the table is the org (needs PostgreSQL)`,
	{ timeout: 800_000 },
	async () => {
		const server = await startPostgres();
		onTestFinished(() => server.stop());
		const database = await postgresDatabase(server);
		let tables = 0;
		await fc.assert(
			fc.asyncProperty(schedules, async (schedule) => {
				const table = `Things ${tables++}`;
				await proveEqual(schedule, database, table);
				await database.drop(table);
			}),
			{ ...seeded, numRuns: count },
		);
		for (const [, schedule] of returning) {
			await proveEqual(schedule, database, "Returning");
			await database.drop("Returning");
		}
		expect(tables).toBeGreaterThan(0);
	},
);
