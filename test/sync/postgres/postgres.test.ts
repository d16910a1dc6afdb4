import { randomUUID } from "node:crypto";
import driver from "postgres";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { createClient, refreshToken } from "zoho-bulk-read";
import { createSandbox, generateCompany, virtualClock } from "zoho-bulk-read/sandbox";
import { copyOrg, jobs } from "../../../docs/recipes/nightly-postgres.js";
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

	test("the recipe of the guides copies each of its modules, and copies them again", async () => {
		const admin = driver(server.url, { max: 1, onnotice: () => {} });
		const name = `nightly_${randomUUID()}`;
		await admin`CREATE DATABASE ${admin(name)}`;
		await admin.end();
		const url = server.url.replace(/postgres$/, name);
		const clock = virtualClock({ auto: true });
		const sandbox = createSandbox({ records: generateCompany({ contacts: 30 }), clock });
		const auth = refreshToken(sandbox.credentials);
		const zoho = createClient({ baseUrl: "https://zoho.test", fetch: sandbox.fetch, auth, clock });
		const told = vi.spyOn(console, "log").mockImplementation(() => {});
		onTestFinished(() => told.mockRestore());
		await copyOrg(zoho, url);
		await copyOrg(zoho, url);
		expect(told.mock.calls.map(([module]) => module)).toEqual([...jobs, ...jobs].map(({ module }) => module.apiName));
		const sql = driver(url, { max: 1, onnotice: () => {} });
		onTestFinished(() => sql.end());
		for (const { module } of jobs) {
			const [counted] = await sql`SELECT count(*)::int FROM ${sql(module.apiName)}`;
			expect(counted).toEqual({ count: sandbox.records(module.apiName).length });
		}
	});
});
