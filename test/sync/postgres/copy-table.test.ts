import { afterAll, beforeAll, describe } from "vitest";
import { copyTableSuite } from "../copy-table-suite.js";
import { postgresDatabase } from "../postgres-database.js";
import { publishSuite } from "../publish-suite.js";
import { hasPostgres, type PostgresServer, startPostgres } from "../start-postgres.js";

describe.skipIf(!hasPostgres)("with a server of its own (needs PostgreSQL)", () => {
	let server: PostgresServer;
	beforeAll(async () => {
		server = await startPostgres();
	});
	afterAll(() => server?.stop());

	copyTableSuite("PostgreSQL", () => postgresDatabase(server));
	publishSuite("PostgreSQL", () => postgresDatabase(server));
});
