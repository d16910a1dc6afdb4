import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { bigInteger, bulkRead, dateTime, defineModule, text } from "zoho-bulk-read";
import { type CopyDatabase, CopyLockedError, type CopyTable } from "zoho-bulk-read/sync";
import { duckdb, exportToParquet } from "zoho-bulk-read/sync/duckdb";
import { columnsOf, TestCopy } from "../copy-of-things.js";
import { duckdbDatabase, memoryDatabase, testFolder } from "../duckdb-database.js";
import { syncOrg } from "../sync-org.js";

const named = columnsOf({ Name: "text" });
const Things = defineModule("Things", { id: bigInteger, Name: text, Created_Time: dateTime });
const file = (): string => join(testFolder(), "copy.duckdb");

/** Opens a table, and closes it when the test ends. */
async function opened(copies: CopyDatabase, name = "Things", options: object = {}): Promise<CopyTable> {
	const table = await copies.open(name, { wait: false, listDelimiter: ",", ...options });
	let isClosed = false;
	const close = async (): Promise<void> => {
		if (isClosed) return;
		isClosed = true;
		await table.close();
	};
	onTestFinished(close);
	return Object.assign(Object.create(table), { close, read: () => table.read() });
}

describe("a file", () => {
	test("is one file by whatever path it is opened", async () => {
		const path = file();
		const first = await opened(await duckdb(path));
		symlinkSync(path, `${path}.link`);
		for (const other of [`${path}.link`, relative(process.cwd(), path), join(path, "..", basename(path))]) {
			const refused = opened(await duckdb(other));
			await expect(refused).rejects.toThrow(CopyLockedError);
			await expect(refused).rejects.toThrow("Things is being written by another run (in this process).");
		}
		await first.close();
		await opened(await duckdb(`${path}.link`));
	});

	test("may be behind a folder's link, and not there yet", async () => {
		const path = file();
		const folder = join(path, "..");
		symlinkSync(folder, join(folder, "link"));
		await opened(await duckdb(join(folder, "link", "copy.duckdb")));
		await expect(opened(await duckdb(path))).rejects.toThrow(CopyLockedError);
		expect(existsSync(path)).toBe(true);
		await expect(duckdb(join(folder, "none", "copy.duckdb"))).rejects.toThrow("ENOENT");
	});

	test("is opened once, and open for as long as one of its copies is", async () => {
		const path = file();
		const [create, close] = [vi.spyOn(DuckDBInstance, "create"), vi.spyOn(DuckDBInstance.prototype, "closeSync")];
		onTestFinished(() => void vi.restoreAllMocks());
		const copies = await duckdb(path);
		// One that cannot be opened leaves the file as it is.
		create.mockRejectedValueOnce(new Error("no memory"));
		await expect(opened(copies)).rejects.toThrow("no memory");
		const [one, other] = [await opened(copies), await opened(copies, "Others")];
		await copies.close();
		await one.close();
		const third = await opened(copies, "Third");
		expect([create.mock.calls.length, close.mock.calls.length]).toEqual([2, 0]);
		await third.close();
		expect(await other.read()).toEqual({ exists: false, state: undefined });
		expect(close).not.toHaveBeenCalled();
		await other.close();
		// Now others may read it.
		expect(close).toHaveBeenCalledTimes(1);
		await opened(copies);
		expect(create).toHaveBeenCalledTimes(3);
	});

	test("that is no database is refused, and the lock is given back", async () => {
		const path = file();
		writeFileSync(path, "no database".repeat(1_000));
		const copies = await duckdb(path);
		for (const _ of [1, 2]) await expect(opened(copies)).rejects.toThrow("not a valid DuckDB database file");
		rmSync(path);
		await opened(copies);
	});

	test("has beside it no pages of a run that was killed", async () => {
		const path = file();
		const folder = join(path, "..");
		const others = ["copy.duckdb.page-1.txt", "copy.duckdb.pages.csv", "other.duckdb.page-1.csv", "page-1.csv"];
		for (const name of ["copy.duckdb.page-1.csv", "copy.duckdb.page-.csv", ...others])
			writeFileSync(join(folder, name), "");
		await (await opened(await duckdb(path))).close();
		expect(readdirSync(folder)).toEqual(["copy.duckdb", ...others].sort());
	});

	test("has beside it the page that is loaded, which only its owner may read, until it is loaded", async () => {
		const path = file();
		const folder = join(path, "..");
		const database = await duckdbDatabase({}, path);
		const copy = await TestCopy.open(database);
		onTestFinished(() => copy.table.close());
		await copy.table.begin(named, "");
		const seen: string[] = [];
		const csv = (isBroken: boolean) =>
			async function* () {
				yield Buffer.from("Id,Name\n1,");
				const [page = ""] = readdirSync(folder).filter((name) => name.includes("page"));
				seen.push(page, (statSync(join(folder, page)).mode & 0o777).toString(8));
				if (isBroken) throw new Error("broken");
				yield Buffer.from("a\n");
			};
		await copy.stage(named, ["1,a"], undefined, { csv: csv(false) });
		await expect(copy.stage(named, ["1,a"], undefined, { csv: csv(true) })).rejects.toThrow("broken");
		const name = expect.stringMatching(/^copy\.duckdb\.page-[0-9a-f-]{36}\.csv$/);
		expect(seen).toEqual([name, "600", name, "600"]);
		expect(readdirSync(folder).filter((each) => each.includes("page"))).toEqual([]);
	});
});

/** The files that this process has open; none where the system does not tell. */
function openFiles(): readonly string[] {
	if (!existsSync("/proc/self/fd")) return [];
	return readdirSync("/proc/self/fd").flatMap((name) => {
		try {
			return [readlinkSync(`/proc/self/fd/${name}`)];
		} catch {
			return [];
		}
	});
}

test("no page and no Parquet file stays open, and there is one state of a copy", async () => {
	const path = file();
	const database = await duckdbDatabase({}, path);
	const copy = await TestCopy.open(database);
	await copy.made(named, ["1,a"]);
	expect(openFiles().filter((each) => each.includes(".page-"))).toEqual([]);
	await copy.table.close();
	expect(await database.query(`SELECT count(*) AS count FROM "_zoho_sync"`)).toEqual([{ count: 1 }]);
	const { zoho } = syncOrg({ modules: [Things], records: { Things: [] } });
	await exportToParquet(zoho, bulkRead(Things), `${path}.parquet`);
	expect(openFiles().filter((each) => each.includes("parquet"))).toEqual([]);
});

describe("an instance", () => {
	test("has one lock for a table, and its pages among the temporary files", async () => {
		const instance = await DuckDBInstance.create(":memory:");
		const database = await memoryDatabase(instance);
		const copy = await TestCopy.open(database);
		await expect(opened(await duckdb(instance))).rejects.toThrow("(in this process)");
		await copy.table.begin(named, "");
		const pages = (): string[] =>
			readdirSync(tmpdir()).filter((name) => /^zoho-sync-page-[0-9a-f-]{36}\.csv$/.test(name));
		const before = new Set(pages());
		let during: readonly string[] = [];
		await copy.stage(named, ["1,a"], undefined, {
			csv: async function* () {
				during = pages().filter((name) => !before.has(name));
				yield Buffer.from("Id,Name\n1,a\n");
			},
		});
		expect(during).not.toEqual([]);
		await copy.table.close();
		await opened(await duckdb(instance));
		await opened(await duckdb(await DuckDBInstance.create(":memory:")));
	});
});

describe("a file of another process", () => {
	// DuckDB lets go of a file whose instance is collected as garbage: what closes it at the end keeps it until then.
	const program = `
		const { DuckDBInstance } = await import("@duckdb/node-api");
		const instance = await DuckDBInstance.create(process.argv[1]);
		const connection = await instance.connect();
		await connection.run("CREATE TABLE x (a integer)");
		process.stdin.on("data", () => {
			connection.closeSync();
			instance.closeSync();
			process.exit(0);
		});
		setTimeout(gc, 20);
		setTimeout(gc, 40);
		setTimeout(() => console.log("open"), 60);`;

	async function holder(path: string): Promise<ChildProcess> {
		const child = spawn(process.execPath, ["--expose-gc", "--input-type=module", "-e", program, path], {
			stdio: ["pipe", "pipe", "inherit"],
		});
		onTestFinished(() => void child.kill("SIGKILL"));
		if (child.stdout !== null) await once(child.stdout, "data");
		return child;
	}

	test("is refused, by its process, or waited for", async () => {
		const path = file();
		const child = await holder(path);
		const copies = await duckdb(path);
		const refused = opened(copies);
		await expect(refused).rejects.toThrow(CopyLockedError);
		await expect(refused).rejects.toMatchObject({ locked: path });
		await expect(refused).rejects.toThrow(`${path} is being written by another run (process ${child.pid}).`);
		const controller = new AbortController();
		const aborted = opened(copies, "Things", { wait: true, signal: controller.signal });
		setTimeout(() => controller.abort(new Error("no more")), 20);
		await expect(aborted).rejects.toThrow("no more");
		const waiting = opened(copies, "Things", { wait: true });
		setTimeout(() => child.stdin?.write("end"), 20);
		const table = await waiting;
		expect(await table.read()).toEqual({ exists: false, state: undefined });
	});
});

describe("amounts", () => {
	const amounts = columnsOf({ Amount: "number" });
	const lines = ["1,12345678901234567.123456789", "2,0.1", "3,1e3"];

	test.each([
		["doubles by default", undefined, "DOUBLE"],
		["doubles", "double", "DOUBLE"],
		["exact, if that is asked for", "exact", "DECIMAL(28,9)"],
	] as const)("are %s", async (_, decimals, type) => {
		const database = await memoryDatabase(await DuckDBInstance.create(":memory:"), { decimals });
		const copy = await TestCopy.open(database);
		await copy.made(amounts, lines);
		const query = `SELECT typeof("Amount") AS type, "Amount"::VARCHAR AS text FROM "Things" ORDER BY "Id"`;
		const [first, second, third] = await database.query(query);
		expect([first?.type, second?.type, third?.type]).toEqual([type, type, type]);
		expect(first?.text).toBe(decimals === "exact" ? "12345678901234567.123456789" : "1.2345678901234568e+16");
	});
});

test("a row may be as long as a text field of Zoho's, many times over", async () => {
	const copy = await TestCopy.open(await memoryDatabase(await DuckDBInstance.create(":memory:")));
	await copy.made(named, [`1,${"x".repeat(9_000_000)}`]);
	expect(String((await copy.rows())[0]?.Name)).toHaveLength(9_000_000);
	await copy.table.begin(named, "");
	const wrong = copy.stage(named, ["1,a", "2,b,c"]);
	await expect(wrong).rejects.toMatchObject({
		reason: "DuckDB cannot read line 3 of its CSV: it has 3 columns instead of 2",
	});
	await expect(copy.stage(named, [`1,${"x".repeat(17_000_000)}`])).rejects.toMatchObject({
		reason: "DuckDB cannot read line 2 of its CSV: it is longer than 16777216 bytes",
	});
});

test("names differ by more than their case", async () => {
	const copy = await TestCopy.open(await memoryDatabase(await DuckDBInstance.create(":memory:")), "Things");
	const begun = copy.table.begin(columnsOf({ Name: "text", NAME: "text" }), "");
	await expect(begun).rejects.toThrow('Things: the columns "Name" and "NAME" would have the same name here.');
	await copy.made(columnsOf({ "a\0b": "text", "": "list", _zoho_sync_doubted: "text" }), ["1,a,b,c"]);
	expect(await copy.rows()).toEqual([{ Id: "1", a_b: "a", _: ["b"], __zoho_sync_doubted: "c" }]);
	await copy.table.begin(columnsOf({ "a\0b": "text", "": "list" }), "");
	await copy.stage(columnsOf({ "a\0b": "text", "": "list" }), ["1,a,z"]);
	const columns = columnsOf({ "a\0b": "text", "": "list", _zoho_sync_doubted: "text" });
	expect(await copy.publish(columns)).toEqual({ inserted: 0, updated: 1, deleted: 0 });
	expect(await copy.rows()).toEqual([{ Id: "1", a_b: "a", _: ["z"], __zoho_sync_doubted: "c" }]);
});

test("a table of another schema or of a connection is not the copy", async () => {
	const database = await memoryDatabase(await DuckDBInstance.create(":memory:"));
	await database.query(`CREATE SCHEMA other`);
	await database.query(`CREATE TABLE other."Things" (a integer)`);
	const copy = await TestCopy.open(database);
	expect(await copy.table.read()).toMatchObject({ exists: false });
	await database.query(`CREATE TABLE "THINGS" (a integer)`);
	expect(await copy.table.read()).toMatchObject({ exists: true });
});

test("a folder is no file", async () => {
	const path = file();
	mkdirSync(path);
	await expect(opened(await duckdb(path))).rejects.toThrow(/directory|IO Error/i);
});
