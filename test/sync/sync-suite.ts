import { describe, expect, test } from "vitest";
import {
	bigInteger,
	boolean,
	bulkRead,
	type Client,
	defineModule,
	InvalidJobError,
	InvalidOptionError,
	type Job,
	text,
} from "zoho-bulk-read";
import { generateCompany, type SandboxRecord } from "zoho-bulk-read/sandbox";
import { Contacts, Deals } from "zoho-bulk-read/standard";
import { CopyLockedError, CopySchemaError, planSync, type SyncStep, sync, syncStep } from "zoho-bulk-read/sync";
import { type SyncOrg, syncOrg } from "./sync-org.js";
import { copied, exported, type TestDatabase } from "./test-database.js";

const job = bulkRead(Contacts).select(
	"Last_Name",
	"Email",
	"Email_Opt_Out",
	"Date_of_Birth",
	"Created_Time",
	"Owner.last_name",
);

interface ChangingOrg extends SyncOrg {
	/** Puts other values into the record at a place, as a user would. */
	change(index: number, values: SandboxRecord): void;
	remove(from: number, count: number): void;
	add(record: SandboxRecord): void;
}

/** Later than every clock in these tests. */
const modified = "2026-07-02T00:00:00+00:00";

function contactsOrg(contacts = 250): ChangingOrg {
	const records: SandboxRecord[] = [...generateCompany({ contacts }).Contacts];
	const org = syncOrg({ records: { ...generateCompany({ contacts }), Contacts: records } });
	const put = (): void => org.sandbox.setRecords("Contacts", [...records]);
	return {
		...org,
		change: (index, values) => {
			records[index] = { ...records[index], Modified_Time: modified, ...values };
			put();
		},
		remove: (from, count) => {
			records.splice(from, count);
			put();
		},
		add: (record) => {
			records.push({ Created_Time: modified, Modified_Time: modified, ...record });
			put();
		},
	};
}

/** What holds for a copy whatever the database. */
export function syncSuite(name: string, open: () => Promise<TestDatabase>): void {
	const expectEqual = async (
		zoho: Client,
		asked: Job<unknown>,
		database: TestDatabase,
		table: string,
	): Promise<void> => {
		const rows = await exported(zoho.rows(asked as Job<object>));
		expect(await copied(database, table)).toEqual(rows);
	};

	describe(`a copy in ${name}`, () => {
		test("has every row after the first run, and a run with nothing changed costs two jobs", async () => {
			const { zoho } = contactsOrg(80);
			const database = await open();
			const first = await sync(zoho, job, database.copies);
			expect(first).toMatchObject({ table: "Contacts", kind: "whole", because: "there is no copy yet" });
			expect(first).toMatchObject({ read: 80, inserted: 80, updated: 0, deleted: 0, jobs: 1, credits: 50 });
			await expectEqual(zoho, job, database, "Contacts");
			const quiet = await sync(zoho, job, database.copies);
			expect(quiet).toMatchObject({ kind: "changes", since: first.bookmark, jobs: 2, credits: 100 });
			expect(quiet).toMatchObject({ inserted: 0, updated: 0, deleted: 0 });
			await expectEqual(zoho, job, database, "Contacts");
			expect(await database.tables()).toEqual(["Contacts"]);
		});

		test("follows what is changed, added and deleted", async () => {
			const org = contactsOrg();
			const database = await open();
			await sync(org.zoho, job, database.copies);
			org.change(3, { Last_Name: `O'Hara "x"` });
			org.change(200, { Email: null });
			org.remove(10, 30);
			org.add({ id: "554023020009999999", Last_Name: "New", Email_Opt_Out: false });
			expect(await sync(org.zoho, job, database.copies)).toMatchObject({
				...{ kind: "changes", inserted: 1, updated: 2, deleted: 30 },
			});
			await expectEqual(org.zoho, job, database, "Contacts");
		});

		test("takes out what no longer matches the filter, and takes in what now does", async () => {
			const org = contactsOrg();
			const filtered = job.where((where) => where("Email_Opt_Out").equal(true));
			const database = await open();
			await sync(org.zoho, filtered, database.copies);
			for (let index = 0; index < 60; index++) org.change(index, { Email_Opt_Out: index % 3 === 0 });
			// Without a change that the org tells of, as a column behind a lookup would.
			for (let index = 60; index < 120; index++) {
				org.change(index, { Email_Opt_Out: index % 3 === 1, Modified_Time: "2020-01-01T00:00:00+00:00" });
			}
			await sync(org.zoho, filtered, database.copies);
			await expectEqual(org.zoho, filtered, database, "Contacts");
		});

		test("takes the row of a record that is back in the filter when the ids are read, where pages come without windows", async () => {
			const Notes = defineModule("Notes__c", { id: bigInteger, Name: text, Open: boolean });
			const notes = Array.from({ length: 12 }, (_, index) => ({
				id: `5540230000000000${10 + index}`,
				Name: `Note ${index}`,
				Open: index % 3 > 0,
			}));
			const { sandbox, zoho } = syncOrg({
				modules: [Notes],
				records: { Notes__c: notes },
				limits: { recordsPerPage: 3 },
			});
			const opened = bulkRead(Notes)
				.select("Name")
				.where((where) => where("Open").equal(true));
			const database = await open();
			expect(await sync(zoho, opened, database.copies)).toMatchObject({ kind: "whole", inserted: 8 });
			const { id } = notes[11] ?? {};
			const put = (values: SandboxRecord): void => void sandbox.change("Notes__c", { upsert: [{ id, ...values }] });
			put({ Name: "Away", Open: false });
			await sync(zoho, opened, database.copies, {
				onProgress: ({ phase, page }) => {
					if (phase === "rows" && page === undefined) put({ Name: "Back", Open: true });
				},
			});
			await expectEqual(zoho, opened, database, "Notes__c");
			expect((await copied(database, "Notes__c")).get(String(id))).toMatchObject({ Name: "Back" });
		});

		test("keeps what was deleted where deletions are ignored", async () => {
			const org = contactsOrg(20);
			const database = await open();
			await sync(org.zoho, job, database.copies, { deletions: "ignore" });
			org.remove(0, 5);
			org.change(3, { Last_Name: "Changed" });
			expect(await sync(org.zoho, job, database.copies, { deletions: "ignore" })).toMatchObject({
				...{ jobs: 1, updated: 1, deleted: 0 },
			});
			expect((await copied(database, "Contacts")).size).toBe(20);
			expect(await sync(org.zoho, job, database.copies)).toMatchObject({ deleted: 5 });
			await expectEqual(org.zoho, job, database, "Contacts");
		});

		test("asks for everything when it is told to, when enough days have passed, and when the filter has changed", async () => {
			const org = contactsOrg(20);
			const database = await open();
			await sync(org.zoho, job, database.copies);
			// What no bookmark sees.
			org.change(0, { Last_Name: "Unseen", Modified_Time: "2020-01-01T00:00:00+00:00" });
			expect(await sync(org.zoho, job, database.copies)).toMatchObject({ updated: 0 });
			const week = await sync(org.zoho, job, database.copies, { fullEvery: { days: 7 } });
			expect(week.kind).toBe("changes");
			const due = await sync(org.zoho, job, database.copies, { fullEvery: { days: 1e-9 } });
			expect(due).toMatchObject({ kind: "whole", updated: 1, because: expect.stringContaining("days have passed") });
			expect(await sync(org.zoho, job, database.copies, { full: true })).toMatchObject({ kind: "whole", updated: 0 });
			const other = job.where((where) => where("Last_Name").equal("Unseen"));
			expect(await sync(org.zoho, other, database.copies)).toMatchObject({
				because: "the job's filter has changed",
				deleted: 19,
			});
			await expectEqual(org.zoho, other, database, "Contacts");
		});

		test("takes a column that is new, and keeps one that the job asks for no longer", async () => {
			const org = contactsOrg(40);
			const database = await open();
			await sync(org.zoho, bulkRead(Contacts).select("Last_Name", "Email"), database.copies);
			const before = await copied(database, "Contacts");
			const other = bulkRead(Contacts).select("Last_Name", "Email_Opt_Out");
			org.change(2, { Last_Name: "Changed" });
			const outcome = await sync(org.zoho, other, database.copies);
			expect(outcome).toMatchObject({ kind: "whole", addedColumns: ["Email_Opt_Out"], goneColumns: ["Email"] });
			const after = await copied(database, "Contacts");
			const rows = await exported(org.zoho.rows(other));
			for (const [id, row] of rows) expect(after.get(id)).toEqual({ ...row, Email: before.get(id)?.Email });
			expect(after.size).toBe(rows.size);
			await sync(org.zoho, bulkRead(Contacts).select("Last_Name", "Email"), database.copies);
			const back = await exported(org.zoho.rows(bulkRead(Contacts).select("Last_Name", "Email", "Email_Opt_Out")));
			expect(await copied(database, "Contacts")).toEqual(back);
		});

		test("refuses a type that has changed, and rebuilds the table where it may", async () => {
			const org = contactsOrg(20);
			const database = await open();
			await sync(org.zoho, bulkRead(Contacts).select("Last_Name"), database.copies, { table: "People" });
			const deals = bulkRead(Deals).select("Deal_Name", "Amount");
			await sync(org.zoho, deals, database.copies, { table: "Numbers" });
			await database.editStates('"name":"Amount","type":"number"', '"name":"Amount","type":"text"');
			const refused = sync(org.zoho, deals, database.copies, { table: "Numbers" });
			await expect(refused).rejects.toThrow(CopySchemaError);
			await expect(refused).rejects.toThrow(/"Amount" holds text and would hold number now.*rebuild: true/);
			const outcome = await sync(org.zoho, deals, database.copies, { table: "Numbers", rebuild: true });
			expect(outcome).toMatchObject({ because: "the table is rebuilt", inserted: 0, deleted: 0 });
			await expectEqual(org.zoho, deals, database, "Numbers");
			expect(await sync(org.zoho, deals, database.copies, { table: "Numbers" })).toMatchObject({ kind: "changes" });
		});

		test("refuses a table that no sync made, and makes a dropped one again", async () => {
			const { zoho } = contactsOrg(10);
			const database = await open();
			await database.occupy("Contacts");
			await expect(sync(zoho, job, database.copies)).rejects.toThrow(/the table exists, but was not made by a sync/);
			await database.drop("Contacts");
			await sync(zoho, job, database.copies);
			await database.drop("Contacts");
			expect(await sync(zoho, job, database.copies)).toMatchObject({ kind: "whole", inserted: 10 });
			await expectEqual(zoho, job, database, "Contacts");
		});

		test("says what it would ask for, and asks for nothing", async () => {
			const org = contactsOrg(10);
			const database = await open();
			expect(await planSync(job, database.copies)).toMatchObject({
				kind: "whole",
				credits: 50,
				requests: [job.toJSON()],
			});
			const { bookmark } = await sync(org.zoho, job, database.copies);
			const jobs = org.sandbox.jobs().length;
			const plan = await planSync(job, database.copies);
			expect(plan).toMatchObject({ kind: "changes", since: bookmark, credits: 100 });
			expect(plan.requests.map(({ query }) => query)).toEqual([
				{
					...job.toJSON().query,
					criteria: { api_name: "Modified_Time", comparator: "greater_equal", value: bookmark },
				},
				{ module: "Contacts", fields: ["id"] },
			]);
			expect(org.sandbox.jobs()).toHaveLength(jobs);
		});

		test("resumes step by step, wherever it was", async () => {
			const org = contactsOrg(30);
			const database = await open();
			for (const change of [() => {}, () => org.change(3, { Last_Name: "Changed" }), () => org.remove(7, 2)]) {
				change();
				let steps = 0;
				for (let step: SyncStep = { wait: 0 }; step.outcome === undefined; steps++) {
					await org.clock.sleep(step.wait);
					step = await syncStep(org.zoho, job, database.copies);
				}
				expect(steps).toBeGreaterThan(3);
				await expectEqual(org.zoho, job, database, "Contacts");
			}
		});

		test("lets one run at a time work on a table", async () => {
			const { zoho } = contactsOrg(30);
			const database = await open();
			// Two runs at once might miss each other, if one is over before the other has connected.
			const held = await database.copies.open("Contacts", { wait: false, listDelimiter: "," });
			await expect(sync(zoho, job, database.copies)).rejects.toThrow(CopyLockedError);
			await held.close();
			expect(await sync(zoho, job, database.copies)).toMatchObject({ kind: "whole" });
			const both = await Promise.all([
				sync(zoho, job, database.copies, { wait: true }),
				sync(zoho, job, database.copies, { wait: true }),
				sync(zoho, job, database.copies, { table: "Another" }),
			]);
			expect(both.map(({ kind }) => kind)).toEqual(["changes", "changes", "whole"]);
		});

		test("refuses what no copy can be made of", async () => {
			const { zoho } = contactsOrg(1);
			const { copies } = await open();
			const { where } = Contacts;
			const list = Array.from({ length: 23 }, (_, index) => where("Last_Name").equal(`Name ${index}`));
			const full = job.where(list.reduce((one, other) => one.or(other)));
			await expect(sync(zoho, full, copies)).rejects.toThrow(/23 conditions.*leaves no room for the 3/);
			await expect(sync(zoho, job.page(2), copies)).rejects.toThrow(InvalidJobError);
			await expect(sync(zoho, job, copies, { overlap: -1 })).rejects.toThrow(InvalidOptionError);
			await expect(sync(zoho, job, copies, { fullEvery: { days: 0 } })).rejects.toThrow(InvalidOptionError);
			await expect(sync(zoho, job, copies, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
		});
	});
}
