import { describe, expect, test } from "vitest";
import {
	bigInteger,
	boolean,
	bulkRead,
	currency,
	date,
	dateTime,
	decimal,
	defineModule,
	integer,
	type Job,
	multiSelect,
	text,
} from "zoho-bulk-read";
import type { SandboxRecord } from "zoho-bulk-read/sandbox";
import { CopyCellError, sync } from "zoho-bulk-read/sync";
import { syncOrg } from "./sync-org.js";
import { copied, exported, type TestDatabase } from "./test-database.js";

const modified = "2026-07-02T00:00:00+00:00";

/** Tests of a copy's cells and columns, for every database. */
export function cellsSuite(name: string, open: () => Promise<TestDatabase>): void {
	describe(`cells of a copy in ${name}`, () => {
		test("holds cells as they are", async () => {
			const Things = defineModule("Things", {
				id: bigInteger,
				Name: text,
				Zip: text,
				Serial: bigInteger,
				Count: integer,
				Amount: currency,
				Share: decimal,
				Day: date,
				Moment: dateTime,
				Flag: boolean,
				Tags: multiSelect("a", "b"),
				Created_Time: dateTime,
				Modified_Time: dateTime,
			});
			const texts = [
				`"quoted", with a comma`,
				"two\nlines\r\nthree",
				"emoji 👩‍👩‍👧 🏳️‍🌈",
				"\\.",
				"x\n\\.\ny",
				"NULL",
				"'; DROP TABLE x; --",
				" blanks ",
				"{a,b}",
				"\\N",
				"日本語",
				"\u2028",
				"0",
				"a\tb",
				"null",
			];
			const records = texts.map((Name, index) => ({
				id: `55402300000000${1000 + index}`,
				...{ Name, Zip: "01234", Serial: "9223372036854775807", Count: -index, Amount: 0.1 + 0.2, Share: index / 7 },
				...{ Day: "2024-02-29", Moment: "2026-01-31T23:59:59+05:30", Flag: index % 2 === 0, Tags: ["a", `it's "b"`] },
				...{ Created_Time: "2026-01-01T00:00:00+05:30", Modified_Time: "2026-01-01T00:00:00+05:30" },
			}));
			const empty = { id: "5540230000000099", Name: "", Tags: [], Created_Time: "2026-01-01T00:00:00+05:30" };
			const { zoho } = syncOrg({ modules: [Things], records: { Things: [...records, empty] } });
			const database = await open();
			for (const asked of [bulkRead(Things), bulkRead(Things).select("Tags", "Name", "Amount")]) {
				await sync(zoho, asked, database.copies, { table: `Things ${asked.selection?.length}` });
				expect(await copied(database, `Things ${asked.selection?.length}`)).toEqual(
					await exported(zoho.rows(asked as Job<object>)),
				);
			}
			const all = await copied(database, "Things undefined");
			expect(all.get("554023000000001000")).toMatchObject({
				Serial: "9223372036854775807",
				Zip: "01234",
				Amount: 0.30000000000000004,
				Day: "2024-02-29",
			});
			expect(all.get("5540230000000099")).toMatchObject({
				Name: null,
				Tags: null,
				Count: null,
				Flag: null,
				Moment: null,
			});
		});

		test("takes hostile names, and columns that nobody described", async () => {
			const hostile = [
				`a"b`,
				"c'd",
				"; drop table x --",
				"select",
				"ü x",
				"{}",
				"$1",
				"_zoho_sync_page",
				"x".repeat(70),
				`${"x".repeat(70)}y`,
			];
			const fields = Object.fromEntries(hostile.map((name) => [name, text]));
			const times = { Created_Time: dateTime, Modified_Time: dateTime };
			const Odd = defineModule("Odd", { id: bigInteger, ...times, ...fields });
			const record = { id: "554023000000001000", Created_Time: modified, Modified_Time: modified };
			const values = Object.fromEntries(hostile.map((name, index) => [name, `value ${index}`]));
			const { zoho } = syncOrg({ modules: [Odd], records: { Odd: [{ ...record, ...values }] } });
			const database = await open();
			const table = `a "table"'; --`;
			// Described with a part of its fields alone, the module's export has columns that the description lacks.
			const Known = defineModule("Odd", { id: bigInteger, ...times });
			const first = await sync(zoho, bulkRead(Known), database.copies, { table });
			expect(first.inserted).toBe(1);
			const quiet = await sync(zoho, bulkRead(Known), database.copies, { table });
			expect(quiet).toMatchObject({ kind: "changes", updated: 0 });
			const [row] = await database.rows(table);
			expect(Object.values(row ?? {})).toEqual(expect.arrayContaining(Object.values(values)));
			expect(Object.keys(row ?? {})).toEqual(
				expect.arrayContaining(hostile.filter((name) => name.length < 60 && !name.startsWith("_"))),
			);
		});

		test("asks for everything when a column comes that the copy lacks", async () => {
			const times = { Created_Time: dateTime, Modified_Time: dateTime };
			const record = { id: "554023000000001000", Created_Time: modified, Modified_Time: "2020-01-01T00:00:00+00:00" };
			const before = syncOrg({
				modules: [defineModule("Odd", { id: bigInteger, ...times })],
				records: { Odd: [record] },
			});
			const after = syncOrg({
				modules: [defineModule("Odd", { id: bigInteger, Fresh: text, ...times })],
				records: { Odd: [{ ...record, Fresh: "seen" }] },
			});
			const asked = bulkRead(defineModule("Odd", { id: bigInteger, ...times }));
			const database = await open();
			await sync(before.zoho, asked, database.copies);
			const outcome = await sync(after.zoho, asked, database.copies);
			expect(outcome).toMatchObject({ kind: "whole", because: "columns are new: Fresh", updated: 1 });
			expect([...(await copied(database, "Odd")).values()]).toMatchObject([{ Fresh: "seen" }]);
		});

		test("refuses a cell that does not fit, by column, row and text, or leaves it empty and counts it", async () => {
			const times = { Created_Time: dateTime, Modified_Time: dateTime };
			const asTexts = defineModule("Odd", { id: bigInteger, Count: text, Day: text, Flag: text, ...times });
			const typed = bulkRead(
				defineModule("Odd", { id: bigInteger, Count: integer, Day: date, Flag: boolean, ...times }),
			);
			const record = (id: number, Count: string, Day: string, Flag: string): SandboxRecord => ({
				...{ id: `55402300000000${id}`, Count, Day, Flag, Created_Time: modified, Modified_Time: modified },
			});
			const records = [
				record(1000, "1", "2026-01-01", "true"),
				record(1001, "12.0", "2026-02-29", ""),
				record(1002, "12.5", "", "maybe"),
			];
			const { zoho } = syncOrg({ modules: [asTexts], records: { Odd: records } });
			const database = await open();
			const refused = sync(zoho, typed, database.copies);
			await expect(refused).rejects.toThrow(CopyCellError);
			await expect(refused).rejects.toMatchObject({ column: "Count", row: 3, text: "12.5" });
			expect(await database.tables()).not.toContain("Odd");
			const outcome = await sync(zoho, typed, database.copies, { invalidCells: "null" });
			expect(outcome).toMatchObject({ inserted: 3, invalidCells: 3 });
			expect([...(await copied(database, "Odd")).values()].map(({ Count, Day, Flag }) => [Count, Day, Flag])).toEqual([
				[1, "2026-01-01", true],
				[12, null, null],
				[null, null, null],
			]);
		});
	});
}
