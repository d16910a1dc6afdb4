import { describe, expect, test } from "vitest";
import { bulkRead, type Job } from "zoho-bulk-read";
import { Closed, csv, ids, job, page, phase, rows, Things, ThingsCopy, Timeless } from "./run-of-things.js";

const timeless: Job<unknown> = bulkRead(Timeless).select("Name");
const closed: Job<unknown> = bulkRead(Closed).select("Name");

const bookmark = "2026-07-01T11:55:00+05:30";
const columns = [
	{ name: "Id", type: "text" },
	{ name: "Name", type: "text" },
];

describe("after the rows", () => {
	test("a first run by windows has nothing to compare", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run();
		await phase(run, "10", rows({ 1: "a" }));
		expect(run.state).toMatchObject({ phase: "publish", staged: [], submitted: [] });
		expect(await run.endPhase()).toEqual({
			...{ run: run.state, changes: { inserted: 1, updated: 0, deleted: 0 } },
			...{ bookmark, added: [], gone: [] },
		});
		expect(copy.calls).toEqual([
			{ stage: { rows: true, ids: false } },
			{ publish: { columns, added: columns, anew: true, deletions: false, mayRepeat: false } },
		]);
	});

	test("a run of changes asks for the ids, and counts as one of changes", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a", 2: "b", 3: "c" });
		const run = await copy.run(job, {}, 2_000);
		await phase(run, "20", rows({ 2: "B", 4: "d" }));
		expect(run.state).toMatchObject({ phase: "ids", staged: [], submitted: [], jobs: 1 });
		expect(run.state.export).toBeUndefined();
		expect(run.job?.toJSON().query).toEqual({ module: "Things", fields: ["id"] });
		await phase(run, "21", ids(1, 2, 4));
		expect(run.state).toMatchObject({ phase: "asked", asked: ["3"], aliveJobs: 1 });
		expect(JSON.stringify(run.job?.toJSON().query.criteria)).toContain('"value":["3"]');
		await phase(run, "22", rows({}));
		expect(await run.endPhase()).toMatchObject({ changes: { inserted: 1, updated: 1, deleted: 1 }, bookmark });
		expect(copy.calls).toEqual([
			{ stage: { rows: true, ids: false } },
			{ stage: { rows: false, ids: true, doubted: undefined } },
			{ compare: { after: "", limit: 460, suspects: true } },
			{ stage: { rows: true, ids: true } },
			{ compare: { after: "3", limit: 460, suspects: true } },
			{ publish: { columns, added: [], anew: false, deletions: true, mayRepeat: true } },
		]);
		expect(await copy.state()).toMatchObject({ bookmark, wholeAt: 1_000 });
		expect(await copy.state()).not.toHaveProperty("run");
	});

	test("a run without deletions is applied", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a", 2: "b" });
		const run = await copy.run(job, { deletions: "ignore" });
		await phase(run, "20", rows({ 1: "A" }));
		expect(await run.endPhase()).toMatchObject({ changes: { inserted: 0, updated: 1, deleted: 0 } });
		expect(copy.calls.at(-1)).toEqual({
			publish: { columns, added: [], anew: false, deletions: false, mayRepeat: false },
		});
	});

	test("a whole run has the ids with its rows", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a", 2: "b" });
		const run = await copy.run(job, { full: true }, 2_000);
		await phase(run, "20", rows({ 1: "a" }));
		expect(copy.calls).toEqual([
			{ stage: { rows: true, ids: true } },
			{ compare: { after: "", limit: 460, suspects: true } },
		]);
		expect(run.state).toMatchObject({ phase: "asked", asked: ["2"], aliveJobs: 1 });
		await phase(run, "21", rows({}));
		expect(await run.endPhase()).toMatchObject({ changes: { inserted: 0, updated: 0, deleted: 1 } });
		expect(await copy.state()).toMatchObject({ wholeAt: 2_000 });
	});

	test("a whole run without deletions needs no ids", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a" });
		const run = await copy.run(job, { full: true, deletions: "ignore" });
		await phase(run, "20", rows({ 1: "a" }));
		expect(run.state.phase).toBe("publish");
		expect(copy.calls).toEqual([{ stage: { rows: true, ids: false } }]);
	});

	test("a rebuilt table takes the place of the old one, with columns of its own", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a", 2: "b" });
		const run = await copy.run(bulkRead(Things).select("Flag"), { rebuild: true }, 2_000);
		await phase(run, "20", csv("Id,Flag", "1,true"));
		expect(await run.endPhase()).toMatchObject({
			...{ changes: { inserted: 0, updated: 1, deleted: 1 }, added: [], gone: [] },
		});
		expect(await copy.database.rows("Things")).toEqual([{ Id: "1", Flag: true }]);
		expect((await copy.state()).columns).toEqual([
			{ name: "Id", type: "text" },
			{ name: "Flag", type: "boolean" },
		]);
	});

	test("columns come and go", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a" });
		const run = await copy.run(bulkRead(Things).select("Flag"), { deletions: "ignore" });
		await phase(run, "20", csv("Id,Flag", "1,true"));
		expect(await run.endPhase()).toMatchObject({ added: ["Flag"], gone: ["Name"] });
		expect((await copy.state()).columns).toEqual([
			{ name: "Id", type: "text" },
			{ name: "Name", type: "text", gone: true },
			{ name: "Flag", type: "boolean" },
		]);
	});
});

describe("where pages are read one after the other", () => {
	test("one page of everything has all ids", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run(timeless);
		await phase(run, "10", rows({ 1: "a" }));
		expect(run.state.phase).toBe("publish");
		expect(await run.endPhase()).toMatchObject({ changes: { inserted: 1 } });
		expect(copy.calls).toEqual([
			{ stage: { rows: true, ids: true } },
			{ compare: { after: "", limit: 500, suspects: true } },
			{ publish: { columns, added: columns, anew: true, deletions: true, mayRepeat: false } },
		]);
	});

	test("records may move between pages, so that the ids are asked for", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run(timeless);
		await run.stage(page("10", rows({ 1: "a" })));
		await run.stage(page("11", rows({ 1: "A", 2: "b" })));
		await run.endPhase();
		expect(run.state.phase).toBe("ids");
		await phase(run, "12", ids(1, 2));
		expect(copy.calls.at(-2)).toEqual({ stage: { rows: false, ids: true, doubted: "all" } });
		expect(await run.endPhase()).toMatchObject({ changes: { inserted: 2 } });
		expect(await copy.database.rows("Things")).toEqual([
			{ Id: "1", Name: "A" },
			{ Id: "2", Name: "b" },
		]);
	});

	test("ids are in doubt only if they can be asked for", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run(closed);
		await run.stage(page("10", rows({ 1: "a" })));
		await run.stage(page("11", rows({ 2: "b" })));
		await run.endPhase();
		await phase(run, "12", ids(1, 2));
		expect(copy.calls.at(-2)).toEqual({ stage: { rows: false, ids: true, doubted: undefined } });
	});
});
