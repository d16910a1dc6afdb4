import { onTestFinished, test } from "vitest";
import { proveEqual, proveSchedules, returning } from "../equal-by-proof.js";
import { postgresDatabase } from "../postgres-database.js";
import { hasPostgres, startPostgres } from "../start-postgres.js";

const count = Number(process.env.SYNC_SCHEDULES ?? 60);

test.skipIf(!hasPostgres)(
	`${count} schedules of changes, faults and deaths: the table is the org (needs PostgreSQL)`,
	{ timeout: 800_000 },
	async () => {
		const server = await startPostgres();
		onTestFinished(() => server.stop());
		await proveSchedules(count, () => postgresDatabase(server));
		const database = await postgresDatabase(server);
		for (const [, schedule] of returning) {
			await proveEqual(schedule, database, "Returning");
			await database.drop("Returning");
		}
	},
);
