import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { proveEqual, schedules } from "../equal-by-proof.js";
import { postgresDatabase } from "../postgres-database.js";
import { hasPostgres, startPostgres } from "../start-postgres.js";

/** Forty in every run of the tests, for their time; a hundred with `SYNC_SCHEDULES=100`. */
const count = Number(process.env.SYNC_SCHEDULES ?? 40);

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
				await database.query(`DROP TABLE "${table}"`);
			}),
			{ numRuns: count },
		);
		expect(tables).toBeGreaterThan(0);
	},
);
