import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { generateCompany } from "../../../src/sandbox/company/generate-company.js";
import { hasPostgres, startPostgres } from "../../sync/start-postgres.js";
import { ensureBuilt } from "../build.js";
import { emptyFolder, run, start } from "../command.js";
import { lookInto } from "../look-into.js";
import { serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const query = `
import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export default bulkRead(Contacts).select("Full_Name", "Email", "Owner.last_name", "Description", "Created_Time");
`;

describe("sync", () => {
	test("makes tables, brings them up to the org, and says so in a line each", async () => {
		const cwd = await emptyFolder();
		await writeFile(join(cwd, "contacts.ts"), query);
		const { env, sandbox } = await serve({ records: generateCompany({ contacts: 300 }) });
		const deals = sandbox.records("Deals").length;
		const at = { cwd, env };
		const first = await run(["sync", "contacts.ts", "Deals", "--to", "crm.duckdb"], at);
		expect(first).toMatchObject({ code: 0, stdout: "" });
		expect(first.stderr).toMatch(
			/^Contacts: 300 read, 300 inserted, 0 updated, 0 deleted \(1 job, 50 credits, .*since there is no copy yet$/m,
		);
		expect(first.stderr).toContain(`2 tables: ${300 + deals} read`);
		const [contact] = sandbox.records("Contacts");
		sandbox.change("Contacts", {
			upsert: [{ id: contact?.id, Full_Name: "Changed" }],
			delete: [String(sandbox.records("Contacts")[5]?.id)],
		});
		const second = await run(["sync", "contacts.ts", "Deals", "--to", "crm.duckdb", "--json"], at);
		expect(second.stderr).toBe("");
		const [contacts] = second.stdout
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(contacts).toMatchObject({
			table: "Contacts",
			kind: "changes",
			inserted: 0,
			updated: 1,
			deleted: 1,
			jobs: 3,
		});
		expect(
			await lookInto(
				join(cwd, "crm.duckdb"),
				`SELECT count(*), count(*) FILTER ("Full_Name" = 'Changed') FROM "Contacts"`,
			),
		).toEqual([["299", "1"]]);
		const quiet = await run(["sync", "contacts.ts", "--to", "crm.duckdb", "--quiet"], at);
		expect(quiet).toMatchObject({ code: 0, stdout: "", stderr: "" });
		expect(readdirSync(cwd).sort()).toEqual(["contacts.ts", "crm.duckdb"]);
	});

	test("shows what it would ask for, and asks for nothing", async () => {
		const cwd = await emptyFolder();
		const { env, sandbox } = await serve();
		const { code, stdout } = await run(["sync", "Contacts", "--select", "Email", "--to", "x.duckdb", "--dry-run"], {
			cwd,
			env,
		});
		expect(code).toBe(0);
		expect(stdout).toBe(
			'Contacts: everything, since there is no copy yet; 50 API credits at least\n  {"query":{"module":"Contacts","fields":["Email"]}}\n',
		);
		expect(sandbox.jobs()).toEqual([]);
	});

	test("lets one run at a time at a file: the other is told so, or waits", async () => {
		const cwd = await emptyFolder();
		const { env } = await serve({ timing: { inProgress: 2_000 } });
		const at = { cwd, env };
		const args = ["sync", "Contacts", "--select", "Email", "--to", "x.duckdb"];
		const one = start(args, at);
		while (!readdirSync(cwd).includes("x.duckdb")) await sleep(20);
		const [second, waiting] = await Promise.all([run(args, at), run([...args, "--wait"], at)]);
		expect(second.code).toBe(2);
		expect(second.stderr).toMatch(/is being written by another run \(process \d+\)\. .*--wait/);
		expect(await one.ended).toMatchObject({ code: 0 });
		expect(waiting).toMatchObject({ code: 0 });
	});

	test.each([
		[["--to", "postgres"], "Set DATABASE_URL"],
		[["--to", "postgres://me:secret@host/db"], "others can see arguments"],
		[["Contacts", "--to", "x.duckdb"], "Two queries would write the table Contacts"],
		[["Deals", "--to", "x.duckdb", "--table", "t"], "--table names one table"],
		[[], "required option '--to <database>'"],
	])("refuses %j", async (args, words) => {
		const { code, stderr } = await run(["sync", "Contacts", "--select", "Email", ...args], {
			env: { ZOHO_BASE_URL: "http://127.0.0.1:9", ZOHO_ACCESS_TOKEN: "x" },
		});
		expect(code).toBe(2);
		expect(stderr).toContain(words);
		expect(stderr).not.toContain("secret@");
	});

	test.skipIf(!hasPostgres)("fills PostgreSQL (needs PostgreSQL)", async () => {
		const server = await startPostgres();
		onTestFinished(() => server.stop());
		const { env } = await serve({ records: generateCompany({ contacts: 50 }) });
		const at = { env: { ...env, DATABASE_URL: server.url } };
		const { code, stderr } = await run(["sync", "Contacts", "--select", "Email", "--to", "postgres"], at);
		expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("50 inserted") });
	});
});
