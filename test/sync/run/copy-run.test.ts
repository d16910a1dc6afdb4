import { describe, expect, test } from "vitest";
import { bulkRead, InvalidJobError, type Job } from "zoho-bulk-read";
import { CopyOwnerError, CopySchemaError } from "zoho-bulk-read/sync";
import type { SyncOptions } from "../../../src/sync/run/sync-options.js";
import { job, page, rows, Things, ThingsCopy, waiting } from "./run-of-things.js";

const columns = [
	{ name: "Id", type: "text" },
	{ name: "Name", type: "text" },
];
const filter = JSON.stringify({ module: "Things" });
const bookmark = "2026-07-01T11:55:00+05:30";

/** A run of things that has just begun. */
const begun = {
	...{ request: JSON.stringify([{ module: "Things", fields: ["Name"] }, ","]), columns, begun: 1_000, deletions: true },
	...{ phase: "rows", staged: [], submitted: [], aliveJobs: 0, confirmed: false, jobs: 0, pages: 0, read: 0 },
	invalidCells: 0,
};

describe("a run that begins", () => {
	test("stores what it does before it asks for anything", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run();
		expect(run.origin).toBe("new");
		expect(await copy.state()).toEqual({
			...{ version: 1, filter, columns: [] },
			run: { ...begun, kind: "whole", because: "there is no copy yet", anew: true },
		});
		expect(run.job?.toJSON()).toEqual(job.toJSON());
	});

	test("asks for changes of a copy", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a" });
		const run = await copy.run(job, { deletions: "ignore" }, 2_000);
		expect(await copy.state()).toEqual({
			...{ version: 1, filter, columns, bookmark, wholeAt: 1_000 },
			run: { ...begun, begun: 2_000, deletions: false, kind: "changes", since: bookmark, anew: false },
		});
		expect(run.job?.toJSON().query.criteria).toEqual({
			...{ api_name: "Modified_Time", comparator: "greater_equal", value: bookmark },
		});
	});

	test("refuses a job before it looks at the table", async () => {
		const copy = await ThingsCopy.open();
		copy.table.read = () => Promise.reject(new Error("looked"));
		await expect(copy.run(bulkRead(Things).page(2))).rejects.toThrow(InvalidJobError);
	});

	test.each([
		["before its first run", async () => {}],
		["during its first run", async (copy: ThingsCopy) => void (await copy.run())],
		[
			"with the state of another version",
			async (copy: ThingsCopy) => copy.table.keep(JSON.stringify({ version: 2, filter, columns })),
		],
	])("refuses a table that somebody made %s", async (_, before) => {
		const copy = await ThingsCopy.open();
		await before(copy);
		await copy.database.occupy("Things");
		const refused = copy.run();
		await expect(refused).rejects.toThrow(CopySchemaError);
		await expect(refused).rejects.toThrow(
			"Things: the table exists, but was not made by a sync. Give the copy another name, or drop the table.",
		);
	});

	test("makes a dropped table again, and knows nothing of the old one", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a" });
		await copy.run();
		await copy.database.drop("Things");
		const run = await copy.run();
		expect(run.origin).toBe("new");
		expect(await copy.state()).toEqual({
			...{ version: 1, filter, columns: [] },
			run: { ...begun, kind: "whole", because: "there is no copy yet", anew: true },
		});
	});
});

describe("a run under way", () => {
	const flagged: Job<unknown> = bulkRead(Things)
		.select("Name")
		.where((where) => where("Flag").equal(true));
	const full: SyncOptions = { full: true };
	const rebuild: SyncOptions = { rebuild: true };

	test.each<[string, first: boolean, before: SyncOptions, after: SyncOptions, isResumed: boolean, job?: Job<unknown>]>([
		["of a first run", true, {}, {}, true],
		["of changes", false, {}, {}, true],
		["of everything", false, full, full, true],
		["of everything, when changes would do", false, full, {}, true],
		["of another table", false, rebuild, rebuild, true],
		["but of changes, when everything is wanted", false, {}, full, false],
		["but of changes, when another table is wanted", false, {}, rebuild, false],
		["but of everything, when another table is wanted", false, full, rebuild, false],
		["but of another table, when changes would do", false, rebuild, {}, false],
		["but with deletions, when they are ignored now", false, {}, { deletions: "ignore" }, false],
		["but without deletions, when they count now", false, { deletions: "ignore" }, {}, false],
		["but with another delimiter", false, {}, { multiSelectDelimiter: ";" }, false],
		["but of another selection", true, {}, {}, false, bulkRead(Things).select("Flag")],
		["but with another filter", true, {}, {}, false, flagged],
	])("is continued if it is one %s", async (_, first, before, after, isResumed, asked = job) => {
		const copy = await ThingsCopy.open();
		if (!first) await copy.copied({ 1: "a" });
		const stopped = await copy.run(job, before);
		await stopped.keepExport(waiting("11"));
		const run = await copy.run(asked, after, 2_000);
		expect(run.origin).toBe(isResumed ? "resumed" : "replacing");
		expect(run.state).toMatchObject(isResumed ? { begun: 1_000, jobs: 1 } : { begun: 2_000, jobs: 0 });
	});

	test("is not continued once it was given up", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a" });
		const run = await copy.run();
		await run.abandon();
		expect(await copy.state()).toEqual({ version: 1, filter, columns, bookmark, wholeAt: 1_000 });
		expect((await copy.run()).origin).toBe("new");
	});
});

describe("the progress of an export", () => {
	test("is stored with its jobs, of which each is counted once", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run();
		for (const jobId of ["10", "10", "11"]) await run.keepExport(waiting(jobId));
		expect(run.state).toMatchObject({ submitted: ["10", "11"], jobs: 2, export: waiting("11") });
		expect((await copy.state()).run).toEqual(run.state);
	});

	test("belongs to the copy's owner, who becomes better known", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run();
		await run.keepExport(waiting("10", { api: "https://a.test", user: "1" }));
		await run.keepExport(waiting("10", { api: "https://a.test", credentials: "c" }));
		await run.keepExport(waiting("10"));
		expect((await copy.state()).owner).toEqual({ api: "https://a.test", user: "1", credentials: "c" });
		await run.stage(page("10", rows({ 1: "a" })));
		await run.endPhase();
		await run.endPhase();
		expect((await copy.state()).owner).toEqual({ api: "https://a.test", user: "1", credentials: "c" });
	});

	test("of another owner is refused, unless the copy is to be taken over", async () => {
		const copy = await ThingsCopy.open();
		const first = waiting("10", { api: "https://a.test", user: "1", credentials: "c" });
		const other = waiting("11", { api: "https://a.test", user: "2" });
		await (await copy.run()).keepExport(first);
		const refused = (await copy.run()).keepExport(other);
		await expect(refused).rejects.toThrow(CopyOwnerError);
		await expect(refused).rejects.toMatchObject({ table: "Things" });
		expect((await copy.state()).run).toMatchObject({ submitted: ["10"] });
		await (await copy.run(job, { takeOver: true })).keepExport(other);
		expect(await copy.state()).toMatchObject({ owner: { api: "https://a.test", user: "2" }, run: { jobs: 2 } });
		expect((await copy.state()).owner).not.toHaveProperty("credentials");
	});
});
