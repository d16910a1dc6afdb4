import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenPagesSuite } from "../broken-pages-suite.js";
import { columnsOf, TestCopy } from "../copy-of-things.js";
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
	brokenPagesSuite("PostgreSQL", () => postgresDatabase(server));
	publishSuite("PostgreSQL", () => postgresDatabase(server));

	test("what the server refuses for a reason of its own is told in its words, without the row and the line", async () => {
		const database = await postgresDatabase(server);
		const copy = await TestCopy.open(database);
		await copy.table.begin(columnsOf({ Name: "text" }), "begun");
		for (const name of await database.tables()) {
			const checked = `CHECK ("Id" <> '2')`;
			if (name.includes("rows")) await database.query(`ALTER TABLE "${name}" ADD CONSTRAINT two ${checked}`);
		}
		const staged = copy.stage(columnsOf({ Name: "text" }), ["1,a", "2,S3CRET"]);
		await expect(staged).rejects.toThrow(/violates check constraint "two"/);
		await expect(staged).rejects.toMatchObject({ code: "23514", copyLine: "3" });
		const failure: unknown = await staged.catch((error: unknown) => error);
		expect(inspect(failure, { depth: null, showHidden: true })).not.toContain("S3CRET");
		await copy.table.close();
	});
});
