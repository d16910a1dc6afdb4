import { describe, expect, onTestFinished, test } from "vitest";
import { DamagedResultError } from "zoho-bulk-read";
import { CopyCellError, CopyLockedError, type CopyType } from "zoho-bulk-read/sync";
import { columnsOf, pageOf, TestCopy } from "./copy-of-things.js";
import type { TestDatabase } from "./test-database.js";

const named = columnsOf({ Name: "text" });
const both = { rows: true, ids: true };

/** What a run expects from a database when it stages rows. */
export function copyTableSuite(name: string, open: () => Promise<TestDatabase>): void {
	describe(`what is stored in ${name}`, () => {
		test("is nothing at first, then the last text of each copy", async () => {
			const database = await open();
			const copy = await TestCopy.open(database);
			expect(await copy.table.read()).toEqual({ exists: false, state: undefined });
			for (const state of ["one", `it's "two" \\ 😀`]) {
				await copy.table.keep(state);
				expect(await copy.table.read()).toEqual({ exists: false, state });
			}
			const other = await TestCopy.open(database, `a "table"'; --`);
			expect(await other.state()).toBeUndefined();
			await other.made(named, ["1,a"]);
			expect(await other.table.read()).toEqual({ exists: true, state: "published" });
			expect(await copy.table.read()).toEqual({ exists: false, state: `it's "two" \\ 😀` });
			await copy.table.close();
			await other.table.close();
			expect(await database.tables()).toEqual([`a "table"'; --`]);
		});

		test("goes with what was done", async () => {
			const copy = await TestCopy.open(await open());
			await copy.table.begin(named, "begun");
			expect(await copy.state()).toBe("begun");
			await copy.table.widen(columnsOf({ More: "list" }).slice(1), "widened");
			expect(await copy.state()).toBe("widened");
			const loaded = await copy.table.stage(pageOf(named, ["1,a", "2,b"]), both, (page) => JSON.stringify(page));
			expect(loaded).toEqual({ rows: 2, invalidCells: 0 });
			expect(await copy.state()).toBe(JSON.stringify(loaded));
			const ids = { rows: false, ids: true };
			expect(await copy.table.stage(pageOf(columnsOf({}), ["3"]), ids, (page) => JSON.stringify(page))).toEqual({
				...{ rows: 1, invalidCells: 0 },
			});
			expect(await copy.state()).toBe(`{"rows":1,"invalidCells":0}`);
			const changes = await copy.publish(columnsOf({ Name: "text", More: "list" }), {
				state: (published) => JSON.stringify(published),
			});
			expect(await copy.state()).toBe(JSON.stringify(changes));
		});
	});

	describe(`pages in ${name}`, () => {
		test("come one after the other, with their columns in any order, and some of them missing", async () => {
			const columns = columnsOf({ Name: "text", Count: "integer", Tags: "list" });
			const copy = await TestCopy.open(await open());
			await copy.table.begin(columns, "");
			await copy.stage(columns, ["1,a,1,x"]);
			await copy.stage([...columns].reverse(), ['"x,y",2,b,2']);
			await copy.table.widen(columnsOf({ Late: "text", Last: "list" }).slice(1), "");
			await copy.stage(columnsOf({ Late: "text", Last: "list" }), ["3,c,z"]);
			await copy.publish(columnsOf({ Name: "text", Count: "integer", Tags: "list", Late: "text", Last: "list" }));
			expect(await copy.rows()).toEqual([
				{ Id: "1", Name: "a", Count: 1, Tags: ["x"], Late: null, Last: null },
				{ Id: "2", Name: "b", Count: 2, Tags: ["x", "y"], Late: null, Last: null },
				{ Id: "3", Name: null, Count: null, Tags: null, Late: "c", Last: ["z"] },
			]);
		});

		test("are gone if another run begins", async () => {
			const copy = await TestCopy.open(await open());
			await copy.table.begin(named, "");
			await copy.stage(named, ["1,a"], both);
			await copy.table.begin(columnsOf({ Other: "text" }), "");
			await copy.stage(columnsOf({ Other: "text" }), ["2,b"], both);
			await copy.publish(columnsOf({ Other: "text" }), { deletions: true });
			expect(await copy.rows()).toEqual([{ Id: "2", Other: "b" }]);
		});

		test.each([
			["rows", both],
			["ids", { rows: false, ids: true }],
		])("are %s in full, or nothing of them is kept", async (_, into) => {
			const copy = await TestCopy.open(await open());
			await copy.table.begin(named, "begun");
			await copy.stage(named, ["0,z"], both);
			const wrong = copy.stage(named, ["1,a", "2,b"], into, { count: 3 });
			await expect(wrong).rejects.toThrow(DamagedResultError);
			await expect(wrong).rejects.toMatchObject({ reason: "it has 2 rows, but Zoho counted 3", archiveIsWhole: true });
			const nameless = copy.stage(named, ["1,a", ",b"], into);
			await expect(nameless).rejects.toMatchObject({
				...{ name: "DamagedResultError", reason: expect.stringMatching(/row.* id/), archiveIsWhole: true },
			});
			const broken = copy.stage(named, [], into, {
				csv: async function* () {
					yield Buffer.from("Id,Name\n1,a\n");
					throw new Error("broken");
				},
			});
			await expect(broken).rejects.toThrow("broken");
			await expect(copy.stage(named, ["1,a,too much"], into)).rejects.toMatchObject({
				...{ name: "DamagedResultError", archiveIsWhole: true, reason: expect.stringContaining("CSV") },
			});
			expect(await copy.state()).toBe("staged");
			await copy.stage(named, ["1,c", "2,d"], into);
			expect(await copy.table.compare({ after: "", limit: 9, suspects: true })).toEqual(
				into.rows ? { missing: 0, suspects: 0, ids: [] } : { missing: 2, suspects: 0, ids: ["1", "2"] },
			);
			await copy.publish(named, { deletions: true });
			expect((await copy.rows()).map(({ Id, Name }) => `${Id}${Name}`)).toEqual(
				into.rows ? ["0z", "1c", "2d"] : ["0z"],
			);
		});
	});

	describe(`cells in ${name}`, () => {
		const moment = "2026-01-31T23:59:59+05:30";
		const written = Date.UTC(2026, 0, 31, 18, 29, 59);

		test.each<[CopyType, right: readonly (readonly [string, unknown])[], wrong: readonly string[]]>([
			[
				"text",
				[
					["a b", "a b"],
					['"a,""b"""', 'a,"b"'],
					['" "', " "],
					["NULL", "NULL"],
				],
				[],
			],
			[
				"integer",
				[
					["-12", -12],
					["12.0", 12],
					["12.00", 12],
					["0", 0],
				],
				["12.5", "x", "1e3", "12."],
			],
			[
				"number",
				[
					["-0.25", -0.25],
					["12", 12],
					["1.5e3", 1500],
				],
				["x", "1.5x", "--1"],
			],
			["date", [["2024-02-29", "2024-02-29"]], ["2026-02-29", "x", "2026-13-01"]],
			[
				"moment",
				[
					[moment, written],
					["2026-01-31T18:29:59Z", written],
					["2026-01-31T23:59:59.000+0530", written],
				],
				["x", "2026-13-31T23:59:59Z"],
			],
			[
				"boolean",
				[
					["true", true],
					["false", false],
					["TRUE", true],
				],
				["maybe", "2"],
			],
			[
				"list",
				[
					["a", ["a"]],
					['"a,b"', ["a", "b"]],
					["a;b", ["a;b"]],
				],
				[],
			],
		])("are %s, or nothing if they are empty", async (type, right, wrong) => {
			const columns = columnsOf({ Before: "text", Cell: type });
			const copy = await TestCopy.open(await open());
			await copy.table.begin(columns, "begun");
			const cells = [...right.map(([cell]) => cell), "", '""'];
			const lines = cells.map((cell, index) => `${100 + index},x,${cell}`);
			await copy.stage(columns, lines);
			for (const cell of wrong) {
				const refused = copy.stage(columns, ["900,x,", `901,x,${cell}`, `902,x,${cell}`]);
				await expect(refused).rejects.toThrow(CopyCellError);
				await expect(refused).rejects.toMatchObject({ row: 2, column: "Cell", text: cell });
			}
			expect(await copy.state()).toBe("staged");
			const lenient = ["800,x,", ...wrong.map((cell, index) => `${801 + index},x,${cell}`)];
			expect(await copy.stage(columns, lenient, both, { invalidCells: "null" })).toEqual({
				...{ rows: lenient.length, invalidCells: wrong.length },
			});
			await copy.publish(columns);
			expect((await copy.rows()).map(({ Cell }) => Cell)).toEqual([
				...right.map(([, value]) => value),
				...[...lenient, "", ""].map(() => null),
			]);
		});

		test("that do not fit are found by column first, then by row, and are all counted", async () => {
			const columns = columnsOf({ Count: "integer", Flag: "boolean", Name: "text" });
			const copy = await TestCopy.open(await open());
			await copy.table.begin(columns, "");
			const lines = ["1,1,maybe,a", "2,x,perhaps,b", "3,y,true,c"];
			await expect(copy.stage(columns, lines)).rejects.toMatchObject({ row: 2, column: "Count", text: "x" });
			await expect(copy.stage(columns, ["1,1,true,a", "2,2,perhaps,b"])).rejects.toMatchObject({
				...{ row: 2, column: "Flag", text: "perhaps" },
			});
			expect(await copy.stage(columns, lines, both, { invalidCells: "null" })).toEqual({ rows: 3, invalidCells: 4 });
			// Where only ids are staged, other cells do not matter.
			const ids = { rows: false, ids: true };
			expect(await copy.stage(columns, lines, ids)).toEqual({ rows: 3, invalidCells: 0 });
			expect(await copy.stage(columns, lines, ids, { invalidCells: "null" })).toEqual({ rows: 3, invalidCells: 0 });
			await copy.publish(columns, { deletions: true });
			expect(await copy.rows()).toEqual([
				{ Id: "1", Count: 1, Flag: null, Name: "a" },
				{ Id: "2", Count: null, Flag: null, Name: "b" },
				{ Id: "3", Count: null, Flag: true, Name: "c" },
			]);
		});

		test("that do not fit are not blamed for what else goes wrong", async () => {
			const columns = columnsOf({ Count: "integer" });
			const copy = await TestCopy.open(await open());
			await copy.table.begin(columns, "begun");
			for (const problem of [new Error("full"), "full"]) {
				const dies = (): never => {
					throw problem;
				};
				const page = pageOf(columns, ["1,x"], { invalidCells: "null" });
				await expect(copy.table.stage(page, both, dies)).rejects.toBe(problem);
			}
			expect(await copy.state()).toBe("begun");
			expect(await copy.table.compare({ after: "", limit: 9, suspects: true })).toMatchObject({
				missing: 0,
				suspects: 0,
			});
		});

		test("of lists are split by the delimiter that was given", async () => {
			const columns = columnsOf({ Tags: "list" });
			const copy = await TestCopy.open(await open(), "Things", "';");
			await copy.table.begin(columns, "");
			await copy.stage(columns, ['1,"a,b\';c"']);
			await copy.publish(columns);
			expect(await copy.rows()).toEqual([{ Id: "1", Tags: ["a,b", "c"] }]);
		});
	});

	describe(`the lock of a copy in ${name}`, () => {
		test("is held until it is closed", async () => {
			const database = await open();
			const copy = await TestCopy.open(database);
			const refused = TestCopy.open(database);
			await expect(refused).rejects.toThrow(CopyLockedError);
			await expect(refused).rejects.toMatchObject({ locked: "Things" });
			await (await TestCopy.open(database, "Others")).table.close();
			let isOpen = false;
			const waiting = database.copies.open("Things", { wait: true, listDelimiter: "," }).then((table) => {
				isOpen = true;
				return table;
			});
			await new Promise((resolve) => setTimeout(resolve, 20));
			expect(isOpen).toBe(false);
			await copy.table.close();
			await (await waiting).close();
			await (await TestCopy.open(database)).table.close();
			await database.copies.close();
		});

		test("is not opened for a signal that was aborted already", async () => {
			const database = await open();
			for (const wait of [false, true]) {
				const signal = AbortSignal.abort(new Error("no more"));
				await expect(database.copies.open("Things", { wait, listDelimiter: ",", signal })).rejects.toThrow("no more");
			}
			await (await TestCopy.open(database)).table.close();
		});

		test("is waited for until a signal ends the wait", async () => {
			const database = await open();
			const copy = await TestCopy.open(database);
			onTestFinished(() => copy.table.close());
			const controller = new AbortController();
			const waiting = database.copies.open("Things", { wait: true, listDelimiter: ",", signal: controller.signal });
			setTimeout(() => controller.abort(new Error("no more")), 20);
			await expect(waiting).rejects.toThrow("no more");
		});
	});
}
