import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { bulkRead } from "zoho-bulk-read";
import { created, csv, job, page, rows, Things, ThingsCopy, waiting } from "./run-of-things.js";

const columns = [
	{ name: "Id", type: "text" },
	{ name: "Name", type: "text" },
];
const bookmark = "2026-07-01T11:55:00+05:30";

/** A run of things that has just begun. */
const begun = {
	...{ request: JSON.stringify([{ module: "Things", fields: ["Name"] }, ","]), columns, begun: 1_000, deletions: true },
	...{ phase: "rows", staged: [], submitted: [], aliveJobs: 0, confirmed: false, jobs: 0, pages: 0, read: 0 },
	invalidCells: 0,
};

describe("a page of rows", () => {
	test("is counted, and taken once", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run();
		await run.keepExport(waiting("10"));
		const first = page("10", rows({ 1: "a", 2: "b" }));
		expect(await run.stage(first)).toBe(true);
		expect(await run.stage(first)).toBe(true);
		expect(await run.stage(page("11", rows({ 3: "c" })))).toBe(true);
		expect(first.downloads).toBe(1);
		expect(run.state).toMatchObject({ staged: ["10", "11"], pages: 2, read: 3, invalidCells: 0 });
		expect((await copy.state()).run).toEqual(run.state);
		await run.endPhase();
		expect(run.job).toBeUndefined();
		const late = page("12", rows({ 4: "d" }));
		expect(await run.stage(late)).toBe(true);
		expect(late.downloads).toBe(0);
	});

	test.each<[string, first: string, second: string, earliest: string]>([
		["the first", created, "2026-07-01T12:00:01+05:30", created],
		["the second", "2026-07-01T12:00:01+05:30", created, created],
		["none, if one is unknown", created, "", ""],
		["none, if the first is unknown", "", created, ""],
	])("was of the moment of the earliest job: %s", async (_, first, second, earliest) => {
		const copy = await ThingsCopy.open();
		const run = await copy.run();
		await run.stage(page("10", rows({ 1: "a" }), first));
		await run.stage(page("11", rows({ 2: "b" }), second));
		expect(run.state).toMatchObject({ earliest });
		await run.endPhase();
		const finished = await run.endPhase();
		expect(finished?.bookmark).toBe(earliest === "" ? undefined : bookmark);
	});

	test("leaves cells empty that do not fit if it may, and counts them", async () => {
		const copy = await ThingsCopy.open();
		const flags = bulkRead(Things).select("Flag");
		const run = await copy.run(flags, { invalidCells: "null" });
		await run.stage(page("10", csv("Id,Flag", "1,maybe", "2,true")));
		await run.stage(page("11", csv("Id,Flag", "3,perhaps")));
		expect(run.state.invalidCells).toBe(2);
	});

	test("leaves no download behind that is not taken", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run();
		let isCancelled = false;
		const given = page("10", rows({ 1: "a" }));
		const bytes = await buffer(given.download());
		const download = (): ReadableStream<Uint8Array> =>
			new ReadableStream({
				start: (controller) => controller.enqueue(bytes),
				cancel: () => {
					isCancelled = true;
				},
			});
		copy.table.stage = () => Promise.reject(new Error("full"));
		await expect(run.stage({ ...given, download })).rejects.toThrow("full");
		expect(isCancelled).toBe(true);
		expect(run.state.staged).toEqual([]);
	});
});

describe("a column that was not asked for", () => {
	const wide = (id: string): string => csv("Id,Name,Fresh,More", `${id},a,x,y`);
	const fresh = [
		{ name: "Fresh", type: "text" },
		{ name: "More", type: "text" },
	];

	test("comes into the table of a whole run", async () => {
		const copy = await ThingsCopy.open();
		const run = await copy.run();
		expect(await run.stage(page("10", wide("1")))).toBe(true);
		expect(await run.stage(page("11", rows({ 2: "b" })))).toBe(true);
		expect(run.state.columns).toEqual([...columns, ...fresh]);
		await run.endPhase();
		expect(await run.endPhase()).toMatchObject({ added: [], gone: [] });
		expect(await copy.database.rows("Things")).toEqual([
			{ Id: "1", Name: "a", Fresh: "x", More: "y" },
			{ Id: "2", Name: "b", Fresh: null, More: null },
		]);
		expect((await copy.state()).columns).toEqual([...columns, ...fresh]);
	});

	test("is filled in all rows if a run of changes finds it", async () => {
		const copy = await ThingsCopy.open();
		await copy.copied({ 1: "a" });
		const run = await copy.run(job, {}, 2_000);
		await run.keepExport(waiting("11"));
		await run.stage(page("11", rows({ 3: "c" })));
		expect(await run.stage(page("12", wide("2")))).toBe(false);
		expect((await copy.state()).run).toEqual({
			...{ ...begun, begun: 2_000, kind: "whole", because: "columns are new: Fresh, More", anew: false },
			...{ jobs: 1, read: 1 },
		});
		expect(run.job?.toJSON()).toEqual(job.toJSON());
	});

	test("is taken as it is if the table has it", async () => {
		const copy = await ThingsCopy.open();
		const first = await copy.run();
		await first.stage(page("10", wide("1")));
		await first.endPhase();
		await first.endPhase();
		// A run that asks for what is in the table has no reason to ask for everything.
		const run = await copy.run(bulkRead(Things).select("Name"), { deletions: "ignore" });
		expect(run.state.kind).toBe("changes");
		expect(await run.stage(page("11", wide("2")))).toBe(true);
		expect(run.state).toMatchObject({ kind: "changes", columns: [...columns, ...fresh] });
	});

	test("is filled in all rows if the table has another one of the page", async () => {
		const copy = await ThingsCopy.open();
		const first = await copy.run();
		await first.stage(page("10", csv("Id,Name,Fresh", "1,a,x")));
		await first.endPhase();
		await first.endPhase();
		const run = await copy.run(job, { deletions: "ignore" });
		expect(await run.stage(page("11", wide("2")))).toBe(false);
		expect(run.state).toMatchObject({ kind: "whole", because: "columns are new: More" });
	});

	test("is filled in all rows if the table had it once", async () => {
		const copy = await ThingsCopy.open();
		const first = await copy.run();
		await first.stage(page("10", wide("1")));
		await first.endPhase();
		await first.endPhase();
		const without = await copy.run(job, { full: true, deletions: "ignore" });
		await without.stage(page("11", rows({ 1: "a" })));
		await without.endPhase();
		expect(await without.endPhase()).toMatchObject({ gone: ["Fresh", "More"] });
		const run = await copy.run();
		expect(await run.stage(page("12", wide("2")))).toBe(false);
		expect(run.state.because).toBe("columns are new: Fresh, More");
	});
});
