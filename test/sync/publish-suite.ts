import { describe, expect, test } from "vitest";
import { CopySchemaError } from "zoho-bulk-read/sync";
import { columnsOf, TestCopy } from "./copy-of-things.js";
import type { TestDatabase } from "./test-database.js";

const named = columnsOf({ Name: "text" });
const all = { after: "", limit: 100, suspects: true };

/** What a run expects from a database when it compares and applies changes. */
export function publishSuite(name: string, open: () => Promise<TestDatabase>): void {
	describe(`ids in ${name}`, () => {
		test("are compared with the table and the staged rows together", async () => {
			const copy = await TestCopy.open(await open());
			await copy.made(named, ["1,a", "2,b", "3,c"]);
			await copy.table.begin(named, "");
			await copy.stage(named, ["4,d", "5,e"]);
			await copy.ids(["1", "4", "6", "6", "7"]);
			expect(await copy.table.compare(all)).toEqual({ missing: 2, suspects: 3, ids: ["2", "3", "5", "6", "7"] });
			expect(await copy.table.compare({ ...all, suspects: false })).toEqual({
				missing: 2,
				suspects: 3,
				ids: ["6", "7"],
			});
			expect(await copy.table.compare({ ...all, after: "3", limit: 2 })).toMatchObject({ ids: ["5", "6"] });
			expect(await copy.table.compare({ ...all, after: "it's" })).toMatchObject({ ids: [] });
		});

		test("are compared with the staged rows alone before there is a table", async () => {
			const copy = await TestCopy.open(await open());
			await copy.table.begin(named, "");
			await copy.stage(named, ["1,a", "2,b"], { rows: true, ids: true });
			await copy.ids(["3"], "all");
			expect(await copy.table.compare(all)).toEqual({ missing: 1, suspects: 0, ids: ["3"] });
		});

		test("are in the order of their character codes", async () => {
			const copy = await TestCopy.open(await open());
			await copy.table.begin(named, "");
			await copy.ids(["b", "9", "B", "10", "a"]);
			expect((await copy.table.compare(all)).ids).toEqual(["10", "9", "B", "a", "b"]);
			expect((await copy.table.compare({ ...all, after: "B" })).ids).toEqual(["a", "b"]);
		});

		test("in doubt are asked for if the table has them and no staged row", async () => {
			const copy = await TestCopy.open(await open());
			await copy.made(named, ["1,a", "2,b", "3,c"]);
			await copy.table.begin(named, "");
			await copy.stage(named, ["2,B"]);
			await copy.ids(["1", "2"], "all");
			await copy.ids(["3"]);
			expect(await copy.table.compare({ ...all, suspects: false })).toEqual({ missing: 0, suspects: 0, ids: ["1"] });
			// One that nobody found a row of is gone.
			expect(await copy.publish(named, { deletions: true })).toEqual({ inserted: 0, updated: 1, deleted: 1 });
			expect(await copy.rows()).toEqual([
				{ Id: "2", Name: "B" },
				{ Id: "3", Name: "c" },
			]);
		});

		test("are in doubt from a moment on", async () => {
			const changed = { name: "Modified_Time", type: "moment" } as const;
			const columns = columnsOf({ Modified_Time: "moment" });
			const copy = await TestCopy.open(await open());
			await copy.made(named, ["1,a", "2,b", "3,c", "4,d"]);
			await copy.table.begin(named, "");
			const lines = [...["1,2026-07-01T12:00:00+05:30", "2,2026-07-01T06:29:59+00:00", "3,"], "4,2026-07-01T06:30:01Z"];
			const doubted = { column: changed, since: "2026-07-01T12:00:00+05:30" };
			await copy.stage(columns, lines, { rows: false, ids: true, doubted });
			expect(await copy.table.compare(all)).toEqual({ missing: 0, suspects: 0, ids: ["1", "4"] });
			expect(await copy.publish(named, { deletions: true })).toEqual({ inserted: 0, updated: 0, deleted: 2 });
		});
	});

	describe(`a run in ${name} is applied`, () => {
		test("with what is new, what differs and what is gone, and nothing stays staged", async () => {
			const database = await open();
			const columns = columnsOf({ Name: "text", Count: "integer", Tags: "list", Day: "date" });
			const copy = await TestCopy.open(database);
			await copy.made(columns, ["1,a,1,x,2026-01-01", "2,b,,,", "3,c,3,y,", "4,d,,,", "5,e,,,2026-01-01"]);
			await copy.table.begin(columns, "");
			const lines = ["1,a,1,x,2026-01-01", "2,b,2,,", "3,c,3,z,", "5,e,,,", "6,f,,,"];
			await copy.stage(columns, lines, { rows: true, ids: true });
			const changes = { inserted: 1, updated: 3, deleted: 1 };
			expect(await copy.publish(columns, { deletions: true })).toEqual(changes);
			expect(await copy.rows()).toEqual([
				{ Id: "1", Name: "a", Count: 1, Tags: ["x"], Day: "2026-01-01" },
				{ Id: "2", Name: "b", Count: 2, Tags: null, Day: null },
				{ Id: "3", Name: "c", Count: 3, Tags: ["z"], Day: null },
				{ Id: "5", Name: "e", Count: null, Tags: null, Day: null },
				{ Id: "6", Name: "f", Count: null, Tags: null, Day: null },
			]);
			expect(await copy.state()).toBe("published");
			await copy.table.close();
			expect(await database.tables()).toEqual(["Things"]);
		});

		test("without deletions it keeps what is gone, and takes what has no id", async () => {
			const copy = await TestCopy.open(await open());
			await copy.made(named, ["1,a"]);
			await copy.table.begin(named, "");
			await copy.stage(named, ["2,b"]);
			expect(await copy.publish(named)).toEqual({ inserted: 1, updated: 0, deleted: 0 });
			expect(await copy.rows()).toHaveLength(2);
		});

		test("without staged rows of what does not exist", async () => {
			const copy = await TestCopy.open(await open());
			await copy.made(named, ["1,a"]);
			await copy.table.begin(named, "");
			await copy.stage(named, ["1,A", "2,b", "3,c"]);
			await copy.ids(["2"]);
			expect(await copy.publish(named, { deletions: true })).toEqual({ inserted: 1, updated: 0, deleted: 1 });
			expect(await copy.rows()).toEqual([{ Id: "2", Name: "b" }]);
		});

		test("with columns that are new, and those that were not read keep their values", async () => {
			const copy = await TestCopy.open(await open());
			await copy.made(columnsOf({ Name: "text", Old: "list" }), ["1,a,x", "2,b,y", "3,c,z"]);
			const columns = columnsOf({ Name: "text", New: "number" });
			const whole = columnsOf({ Name: "text", Old: "list", New: "number" });
			await copy.table.begin(columns, "");
			await copy.stage(columns, ["1,a,", "2,B,", "3,c,0.5", "4,d,"]);
			const added = columns.slice(2);
			expect(await copy.publish(whole, { added })).toEqual({ inserted: 1, updated: 2, deleted: 0 });
			expect(await copy.rows()).toEqual([
				{ Id: "1", Name: "a", Old: ["x"], New: null },
				{ Id: "2", Name: "B", Old: ["y"], New: null },
				{ Id: "3", Name: "c", Old: ["z"], New: 0.5 },
				{ Id: "4", Name: "d", Old: null, New: null },
			]);
		});

		test("with the last row of a record that came more than once", async () => {
			const copy = await TestCopy.open(await open());
			await copy.made(named, ["1,a", "2,b"]);
			await copy.table.begin(named, "");
			await copy.stage(named, ["1,first", "2,B", "3,c"]);
			await copy.stage(named, ["1,second", "3,d", "1,third"]);
			expect(await copy.publish(named, { mayRepeat: true })).toEqual({ inserted: 1, updated: 2, deleted: 0 });
			expect(await copy.rows()).toEqual([
				{ Id: "1", Name: "third" },
				{ Id: "2", Name: "B" },
				{ Id: "3", Name: "d" },
			]);
		});

		test("as a table that was not there", async () => {
			const copy = await TestCopy.open(await open());
			await copy.table.begin(named, "");
			await copy.stage(named, ["1,a", "2,b"]);
			expect(await copy.publish(named)).toEqual({ inserted: 2, updated: 0, deleted: 0 });
			expect(await copy.rows()).toHaveLength(2);
		});

		test("once, though it fails at the last moment", async () => {
			const copy = await TestCopy.open(await open());
			await copy.made(named, ["1,a", "2,b", "3,c"]);
			await copy.table.begin(named, "begun");
			await copy.stage(named, ["1,a", "2,B"]);
			await copy.ids(["1", "2"], "all");
			const dies = (): never => {
				throw new Error("full");
			};
			await expect(copy.publish(named, { deletions: true, state: dies })).rejects.toThrow("full");
			expect(await copy.state()).toBe("staged");
			expect((await copy.rows()).map(({ Name }) => Name)).toEqual(["a", "b", "c"]);
			expect(await copy.publish(named, { deletions: true })).toEqual({ inserted: 0, updated: 1, deleted: 1 });
			expect((await copy.rows()).map(({ Name }) => Name)).toEqual(["a", "B"]);
		});

		test("in place of the table", async () => {
			const copy = await TestCopy.open(await open());
			await copy.made(columnsOf({ Old: "text" }), ["1,a", "2,b", "3,c"]);
			const columns = columnsOf({ New: "list", Name: "text" });
			await copy.table.begin(columns, "");
			await copy.stage(columns, ["2,x,a", "4,y,b", "5,z,c"], { rows: true, ids: true });
			await copy.stage(columns, ["2,z,c", "6,z,c"]);
			await copy.ids(["2"]);
			const given = { anew: true, deletions: true, mayRepeat: true };
			expect(await copy.publish(columns, given)).toEqual({ inserted: 2, updated: 1, deleted: 2 });
			expect(await copy.rows()).toEqual([
				{ Id: "2", New: ["z"], Name: "c" },
				{ Id: "4", New: ["y"], Name: "b" },
				{ Id: "5", New: ["z"], Name: "c" },
			]);
		});

		test("again and again, with columns of every type", async () => {
			const columns = columnsOf({
				...{ Text: "text", Integer: "integer", Number: "number", Date: "date", Moment: "moment" },
				...{ Boolean: "boolean", List: "list" },
			});
			const copy = await TestCopy.open(await open());
			const line = (id: number): string => `${id},a,1,0.1,2026-01-01,2026-01-01T00:00:00Z,true,"a,b"`;
			await copy.made(columns, [line(1)]);
			for (const id of [2, 3]) {
				await copy.table.begin(columns, "");
				await copy.stage(columns, [line(id - 1), line(id)]);
				expect(await copy.publish(columns)).toEqual({ inserted: 1, updated: 0, deleted: 0 });
			}
			const values = { Text: "a", Integer: 1, Number: 0.1, Date: "2026-01-01", Moment: Date.UTC(2026), Boolean: true };
			expect(await copy.rows()).toEqual(["1", "2", "3"].map((Id) => ({ Id, ...values, List: ["a", "b"] })));
		});
	});

	test(`columns in ${name} that would have the same name are refused before anything is done`, async () => {
		const copy = await TestCopy.open(await open());
		await copy.table.keep("kept");
		const begun = copy.table.begin([...columnsOf({ Same: "text" }), { name: "Same", type: "list" }], "begun");
		await expect(begun).rejects.toThrow(CopySchemaError);
		await expect(begun).rejects.toThrow(
			'Things: the columns "Same" and "Same" would have the same name here. Select only one of them.',
		);
		expect(await copy.state()).toBe("kept");
	});
}
