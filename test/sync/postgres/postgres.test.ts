import { afterAll, beforeAll, describe } from "vitest";
import { cellsSuite } from "../cells-suite.js";
import { postgresDatabase } from "../postgres-database.js";
import { hasPostgres, type PostgresServer, startPostgres } from "../start-postgres.js";
import { syncSuite } from "../sync-suite.js";

describe.skipIf(!hasPostgres)("with a server of its own (needs PostgreSQL)", () => {
	let server: PostgresServer;
	beforeAll(async () => {
		server = await startPostgres();
	});
	afterAll(() => server?.stop());

	syncSuite("PostgreSQL", () => postgresDatabase(server));
	cellsSuite("PostgreSQL", () => postgresDatabase(server));
});
