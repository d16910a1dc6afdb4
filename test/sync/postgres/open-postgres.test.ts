import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { InvalidOptionError } from "zoho-bulk-read";
import { CopyLockedError, CopySchemaError } from "zoho-bulk-read/sync";
import { postgres } from "zoho-bulk-read/sync/postgres";
import { postgresNaming } from "../../../src/sync/postgres/postgres-names.js";
import { columnsOf, TestCopy } from "../copy-of-things.js";
import { postgresDatabase } from "../postgres-database.js";
import { hasPostgres, type PostgresServer, startPostgres } from "../start-postgres.js";
import type { SqlDatabase } from "../test-database.js";

const named = columnsOf({ Name: "text" });

test.each([
	["Name", "Name"],
	["a\0b\0", "a_b_"],
	["", "_"],
	["x".repeat(63), "x".repeat(63)],
	["x".repeat(64), `${"x".repeat(54)}_7ce10097`],
	["é".repeat(31), "é".repeat(31)],
])("a name is at most 63 bytes long: %j", (given, expected) => {
	expect(postgresNaming.nameOf(given)).toBe(expected);
});

test("a long name keeps its beginning, whole characters of it, and differs as before", () => {
	for (const character of ["x", "é", "日", "😀"]) {
		const [one, other] = [character.repeat(70), `${character.repeat(70)}y`].map(postgresNaming.nameOf);
		expect(one).not.toBe(other);
		const kept = Math.floor(54 / Buffer.byteLength(character));
		for (const name of [one, other]) expect(name).toMatch(new RegExp(`^${character.repeat(kept)}_[0-9a-f]{8}$`, "u"));
	}
	expect(postgresNaming.sameAs("Name")).toBe("Name");
});

describe.skipIf(!hasPostgres)("with a server of its own (needs PostgreSQL)", () => {
	let server: PostgresServer;
	beforeAll(async () => {
		server = await startPostgres();
	});
	afterAll(() => server?.stop());

	/** Opens a copy, which is closed when the test is over. */
	async function opened(database: SqlDatabase, name?: string): Promise<TestCopy> {
		const copy = await TestCopy.open(database, name);
		onTestFinished(() => copy.table.close());
		return copy;
	}

	/** The process of a copy's connection. */
	async function processOf(database: SqlDatabase): Promise<number> {
		const found = await database.query(
			"SELECT pid FROM pg_stat_activity WHERE application_name = 'of this test' ORDER BY backend_start DESC LIMIT 1",
		);
		return Number(found[0]?.pid);
	}

	const ofThisTest = (): Parameters<typeof postgresDatabase>[1] => ({
		connection: { path: server.socket, connection: { application_name: "of this test" } },
	});

	test("a copy is in the schema that was given, under a lock of that schema", async () => {
		const [one, other] = [await postgresDatabase(server), await postgresDatabase(server)];
		const copy = await opened(one);
		await copy.made(named, ["1,a"]);
		await opened(other);
		expect(await one.tables()).toEqual(["Things"]);
		expect(await other.tables()).toEqual([]);
		await expect(TestCopy.open(one)).rejects.toThrow(CopyLockedError);
	});

	test("a copy is in the connection's schema by default, and says whose connection it is", async () => {
		const name = `plain_${process.pid}`;
		const copies = await postgres(server.url, { connection: { path: server.socket } });
		const table = await copies.open(name, { wait: false, listDelimiter: "," });
		onTestFinished(() => table.close());
		await table.read();
		await table.begin(named, "begun");
		const database = await postgresDatabase(server);
		const staged = `SELECT schemaname FROM pg_tables WHERE tablename = '_zoho_sync_rows_${name}'`;
		expect(await database.query(staged)).toEqual([{ schemaname: "public" }]);
		const apps = await database.query(
			"SELECT application_name AS app FROM pg_stat_activity WHERE usename = 'postgres'",
		);
		expect(apps).toContainEqual({ app: "zoho-bulk-read" });
		await database.query(`DROP TABLE public."_zoho_sync_rows_${name}", public."_zoho_sync_ids_${name}"`);
		await database.query(`DELETE FROM public."_zoho_sync" WHERE table_name = '${name}'`);
	});

	test("moments without a zone of their own do not follow the connection's", async () => {
		const database = await postgresDatabase(server, {
			connection: { path: server.socket, connection: { TimeZone: "Asia/Kolkata" } },
		});
		const moments = columnsOf({ Moment: "moment" });
		const copy = await opened(database);
		await copy.made(moments, ["1,2026-01-01 00:00:00"]);
		expect(await copy.rows()).toEqual([{ Id: "1", Moment: Date.UTC(2026) }]);
	});

	test.each([false, true])(
		"a schema that is not there is refused, and its connection closed: wait %s",
		async (wait) => {
			const copies = await postgres(server.url, { schema: 'no "schema"', ...ofThisTest() });
			const refused = copies.open("Things", { wait, listDelimiter: "," });
			await expect(refused).rejects.toThrow(InvalidOptionError);
			await expect(refused).rejects.toThrow("schema: the database has no schema of this name that its user may use.");
			expect(await processOf(await postgresDatabase(server))).toBeNaN();
		},
	);

	test("a server that is not there is told of at once", async () => {
		const copies = await postgres("postgres://postgres@127.0.0.1:1/postgres");
		await expect(copies.open("Things", { wait: false, listDelimiter: "," })).rejects.toThrow("ECONNREFUSED");
	});

	test("a server that says nothing more is left when a signal is aborted, wherever it stopped", async () => {
		/** Passes on so many parts of the server's answers, and then nothing. */
		const open = async (parts: number): Promise<unknown> => {
			let left = parts;
			const ended: Promise<unknown>[] = [];
			const proxy = createServer((client) => {
				const upstream = connect(server.socket);
				ended.push(once(client, "close"));
				client.on("data", (part) => void upstream.write(part)).on("close", () => upstream.destroy());
				upstream.on("data", (part) => left-- > 0 && client.write(part)).on("error", () => {});
			}).listen(0, "127.0.0.1");
			await once(proxy, "listening");
			onTestFinished(() => void proxy.close());
			const { port } = proxy.address() as AddressInfo;
			const copies = await postgres(`postgres://postgres@127.0.0.1:${port}/postgres`, { schema: "public" });
			const table = copies.open("Silent", {
				...{ wait: true, listDelimiter: "," },
				signal: AbortSignal.timeout(200),
			});
			const outcome = await table.then(
				(opened) => opened.close(),
				(error: unknown) => (error instanceof Error ? error.name : error),
			);
			await Promise.all(ended);
			return outcome;
		};
		const outcomes = await Promise.all([0, 1, 2, 3, 9].map(open));
		expect(outcomes).toEqual([...Array<string>(4).fill("TimeoutError"), undefined]);
	});

	test("a copy whose connection is lost fails, and is free", async () => {
		const database = await postgresDatabase(server, ofThisTest());
		const copy = await opened(database);
		await copy.table.begin(named, "begun");
		await copy.stage(named, ["1,a"]);
		const pid = await processOf(database);
		const lost = "The connection to PostgreSQL was lost. Sync again to continue.";
		const during = copy.stage(named, ["2,b"], undefined, {
			csv: async function* () {
				yield Buffer.from("Id,Name\n2,");
				await database.query(`SELECT pg_terminate_backend(${pid})`);
				await sleep(50);
				yield Buffer.from("b\n");
			},
		});
		await expect(during).rejects.toThrow();
		await expect(copy.table.keep("late")).rejects.toThrow(lost);
		const again = await opened(database);
		expect(await again.state()).toBe("staged");
		await again.publish(named);
		expect(await again.rows()).toEqual([{ Id: "1", Name: "a" }]);
	});

	test("what the server refuses for another reason is told as it is", async () => {
		const database = await postgresDatabase(server);
		const copy = await opened(database);
		await copy.table.begin(named, "begun");
		await database.query(`DROP TABLE "_zoho_sync_ids_Things"`);
		await expect(copy.ids(["1"])).rejects.toMatchObject({ name: "PostgresError", code: "42P01" });
		expect(await copy.state()).toBe("begun");
	});

	test("a table that a view depends on is not replaced", async () => {
		const database = await postgresDatabase(server);
		const copy = await opened(database);
		await copy.made(named, ["1,a"]);
		await database.query(`CREATE VIEW seen AS SELECT "Name" FROM "Things"`);
		await copy.table.begin(named, "begun");
		await copy.stage(named, ["2,b"]);
		const refused = copy.publish(named, { anew: true });
		await expect(refused).rejects.toThrow(CopySchemaError);
		await expect(refused).rejects.toThrow(
			/^Things: other objects, such as views, depend on the table\. Drop them first\. cannot drop table "Things" because/,
		);
		expect(await copy.state()).toBe("staged");
		await database.query("DROP VIEW seen");
		expect(await copy.publish(named, { anew: true })).toEqual({ inserted: 1, updated: 0, deleted: 1 });
	});

	test("a table has its id as its key, columns of its types, and nothing of a run", async () => {
		const database = await postgresDatabase(server);
		const columns = columnsOf({
			...{ Text: "text", Integer: "integer", Number: "number", Date: "date", Moment: "moment" },
			...{ Boolean: "boolean", List: "list", _zoho_sync_page: "text" },
		});
		const copy = await opened(database, "Types");
		await copy.made(columns, ['1,a,1,0.1,2026-01-01,2026-01-01T00:00:00Z,true,"a,b",p']);
		const added = [{ name: "More", type: "list" }] as const;
		await copy.table.begin([...columns, ...added], "");
		await copy.stage([...columns, ...added], ['1,a,1,0.1,2026-01-01,2026-01-01T00:00:00Z,true,"a,b",p,"x,y"']);
		expect(await copy.publish([...columns, ...added], { added })).toEqual({ inserted: 0, updated: 1, deleted: 0 });
		const types = await database.query(
			`SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = '"Types"'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
		);
		expect(types.map(({ name, type }) => `${name} ${type}`)).toEqual([
			...["Id text", "Text text", "Integer bigint", "Number numeric", "Date date"],
			...["Moment timestamp with time zone", "Boolean boolean", "List text[]", "__zoho_sync_page text", "More text[]"],
		]);
		await expect(database.query(`INSERT INTO "Types" ("Id") VALUES ('1')`)).rejects.toThrow("duplicate key");
		expect((await database.query(`SELECT "More" FROM "Types"`))[0]).toEqual({ More: ["x", "y"] });
	});

	test("a damaged download is told of before what the server thinks of its part", async () => {
		const copy = await opened(await postgresDatabase(server));
		await copy.table.begin(columnsOf({ Count: "integer" }), "begun");
		const broken = copy.stage(columnsOf({ Count: "integer" }), [], undefined, {
			csv: async function* () {
				yield Buffer.from(`Id,Count\n1,x\n${"2,2\n".repeat(50_000)}`);
				await sleep(20);
				yield Buffer.from("3,3\n");
				throw new Error("the checksum is wrong");
			},
		});
		await expect(broken).rejects.toThrow("the checksum is wrong");
	});

	test("a page is loaded however large it is, and read to its end though the server refuses it", async () => {
		const copy = await opened(await postgresDatabase(server));
		const columns = columnsOf({ Count: "integer" });
		await copy.table.begin(columns, "begun");
		const lines = Array.from({ length: 5_000 }, (_, index) => `${index},${index === 3 ? "x" : index}`);
		expect(await copy.stage(columns, lines, undefined, { invalidCells: "null" })).toEqual({
			...{ rows: 5_000, invalidCells: 1 },
		});
		let ended = 0;
		const refused = copy.stage(columns, [], undefined, {
			csv: async function* () {
				yield Buffer.from("Id,Count\n1,y\n");
				for (let part = 0; part < 5; part++) yield Buffer.from("2,2\n".repeat(20_000));
				ended++;
			},
		});
		await expect(refused).rejects.toMatchObject({ name: "CopyCellError", row: 1, text: "y" });
		expect(ended).toBe(2);
	});

	test("what a view of the same name is, is not a copy", async () => {
		const database = await postgresDatabase(server);
		await database.query(`CREATE VIEW "Things" AS SELECT 1 AS a`);
		const copy = await opened(database);
		expect(await copy.table.read()).toEqual({ exists: true, state: undefined });
		const other = await postgresDatabase(server);
		expect(await (await opened(other)).table.read()).toEqual({ exists: false, state: undefined });
	});

	test("several copies that make the table of states at once do not meet", async () => {
		const database = await postgresDatabase(server);
		const copies = await Promise.all(["a", "b", "c", "d"].map((name) => opened(database, name)));
		for (const copy of copies) expect(await copy.state()).toBeUndefined();
	});
});
