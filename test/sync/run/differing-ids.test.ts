import { describe, expect, test } from "vitest";
import { bulkRead, type Job, or } from "zoho-bulk-read";
import type { CopyRun } from "../../../src/sync/run/copy-run.js";
import {
	Closed,
	created,
	csv,
	ended,
	ids,
	job,
	page,
	phase,
	rows,
	Things,
	ThingsCopy,
	waiting,
} from "./run-of-things.js";

/** The number of records that one job can ask for by id: its filter has room for only one list. */
const most = 20;
const listed: Job<unknown> = bulkRead(Things)
	.select("Name")
	.where((where) => or(...Array.from({ length: 22 }, (_, index) => where("Name").equal(`Name ${index}`))) ?? null);
const closed: Job<unknown> = bulkRead(Closed).select("Name");

/** Things with ids from one number on. */
function things(from: number, count: number): Readonly<Record<string, string>> {
	return Object.fromEntries(Array.from({ length: count }, (_, index) => [String(from + index), "a"]));
}

/** A file of ids with the last changes of their records, which were long ago. */
const told = (from: number, count: number): string =>
	csv("Id,Modified_Time", ...Object.keys(things(from, count)).map((id) => `${id},2020-01-01T00:00:00+05:30`));

/** A run of changes in which nothing changed, and which now asks for ids. */
async function quietRun(copy: ThingsCopy, asked: Job<unknown> = job): Promise<CopyRun> {
	const run = await copy.run(asked, {}, 2_000);
	await phase(run, "20", rows({}));
	return run;
}

describe("ids with the last change of their records", () => {
	const changed = csv("Id,Modified_Time", `1,${created}`, "2,2026-07-01T11:59:59+05:30");

	test.each<[string, createdTime: string, file: string, doubted: unknown, asked: unknown]>([
		[
			"are in doubt from the run's first job on",
			...([created, changed, { column: { name: "Modified_Time", type: "moment" }, since: created }, ["1"]] as const),
		],
		["are not if Zoho did not say when that was", "", changed, undefined, undefined],
		["are not if the page does not tell, since it is empty", created, "", undefined, ["1", "2"]],
	])("%s", async (_, createdTime, file, doubted, asked) => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a", 2: "b" }, listed);
		const run = await copy.run(listed);
		await run.stage(page("20", rows({}), createdTime));
		await run.endPhase();
		await phase(run, "21", file);
		expect(copy.calls[1]).toEqual({ stage: { rows: false, ids: true, doubted } });
		expect(run.state.asked).toEqual(asked);
	});
});

describe("records whose ids differ", () => {
	test("are asked for a job at a time", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied(things(100, most + 1), listed);
		const run = await quietRun(copy, listed);
		// Two jobs of ids make two jobs of records worth their price.
		await run.keepExport(waiting("21"));
		await phase(run, "22", told(0, 0));
		expect(run.state).toMatchObject({ phase: "asked", aliveJobs: 2 });
		expect(run.state.asked).toEqual(Object.keys(things(100, most)));
		await phase(run, "23", rows({ 100: "a" }));
		expect(run.state).toMatchObject({ phase: "asked", aliveJobs: 2, asked: [String(100 + most)] });
		await phase(run, "24", rows({}));
		expect(copy.calls.filter((call) => "compare" in call)).toEqual(
			["", "119", "120"].map((after) => ({ compare: { after, limit: most, suspects: true } })),
		);
		expect(await run.endPhase()).toMatchObject({ changes: { inserted: 0, updated: 0, deleted: most } });
	});

	test("are sought once more if they would take more jobs than their ids", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied(things(100, most + 1), listed);
		const run = await quietRun(copy, listed);
		await phase(run, "21", told(0, 0));
		expect(run.state).toMatchObject({ phase: "ids again", confirmed: false, aliveJobs: 1, staged: [], submitted: [] });
		expect(run.job?.toJSON().query.fields).toEqual(["id", "Modified_Time"]);
		// Those that the first export lost are found.
		await run.keepExport(waiting("22"));
		await phase(run, "23", told(100, most));
		expect(run.state).toMatchObject({ phase: "publish", confirmed: true });
		expect(copy.calls.filter((call) => "compare" in call)).toEqual([
			{ compare: { after: "", limit: most, suspects: true } },
			{ compare: { after: "", limit: most, suspects: false } },
		]);
		expect(await ended(run)).toMatchObject({ changes: { deleted: 1 } });
	});

	test("are asked for, even if they take more jobs, once two exports lacked them", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied(things(100, 1), listed);
		const run = await copy.run(listed, { full: true });
		await run.keepExport(waiting("20"));
		await run.stage(page("20", rows(things(100, 1))));
		// More exist than were read: a whole run has no other way than to ask for them.
		await copy.table.stage(
			{
				...{ columns: [{ name: "Id", type: "text" }], count: most + 1, invalidCells: "error", cancel: async () => {} },
				csv: async function* () {
					yield Buffer.from(ids(...Object.keys(things(200, most + 1))));
				},
			},
			{ rows: false, ids: true },
			() => JSON.stringify({}),
		);
		await run.endPhase();
		expect(run.state).toMatchObject({ phase: "ids again", aliveJobs: 1 });
		await phase(run, "21", ids(100));
		expect(run.state).toMatchObject({ phase: "asked", confirmed: true, asked: Object.keys(things(200, most)) });
	});

	test("and of which more are new than a run of changes may ask for mean that everything is asked for", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied(things(100, 1), listed);
		const run = await quietRun(copy, listed);
		await phase(run, "21", told(100, most + 2));
		expect(run.state).toMatchObject({
			...{ phase: "rows", kind: "whole", because: `${most + 1} records appeared without a change` },
			...{ jobs: 2, begun: 2_000, submitted: [] },
		});
		expect(run.state.since).toBeUndefined();
	});

	test("of which as many are new as one job asks for, are sought once more if others are gone", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied(things(100, 1), listed);
		const run = await quietRun(copy, listed);
		await phase(run, "21", told(101, most));
		expect(run.state).toMatchObject({ phase: "ids again", kind: "changes" });
	});

	test("and of which some are gone are sought once more, as long as the new ones take no more jobs than the ids", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied(things(100, most), listed);
		const run = await quietRun(copy, listed);
		await run.keepExport(waiting("21"));
		await phase(run, "22", told(200, most + 1));
		expect(run.state).toMatchObject({ phase: "ids again", kind: "changes", aliveJobs: 2 });
		await run.keepExport(waiting("23"));
		await phase(run, "24", told(200, most + 1));
		expect(run.state).toMatchObject({ phase: "asked", confirmed: true, asked: Object.keys(things(200, most)) });
	});

	test("and cannot be asked for are sought once more, then believed", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a", 2: "b" }, closed);
		const run = await quietRun(copy, closed);
		await phase(run, "21", ids(1));
		expect(run.state).toMatchObject({ phase: "ids again", aliveJobs: 1 });
		await phase(run, "22", ids(1));
		expect(run.state.phase).toBe("publish");
		expect(await run.endPhase()).toMatchObject({ changes: { inserted: 0, updated: 0, deleted: 1 } });
	});

	test("and cannot be asked for mean that everything is asked for, if there are new ones", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a" }, closed);
		const run = await quietRun(copy, closed);
		await phase(run, "21", ids(1, 2));
		expect(run.state).toMatchObject({ kind: "whole", because: "1 records appeared without a change" });
	});

	test("and cannot be asked for are left to the next run by a whole one", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run(closed);
		await run.stage(page("10", rows({ 1: "a" })));
		await run.stage(page("11", rows({ 2: "b" })));
		await run.endPhase();
		await phase(run, "12", ids(1, 2, 3));
		expect(run.state.phase).toBe("ids again");
		await phase(run, "13", ids(1, 3));
		expect(run.state).toMatchObject({ phase: "publish", confirmed: true });
		expect(await run.endPhase()).toMatchObject({ changes: { inserted: 2 } });
	});
});
