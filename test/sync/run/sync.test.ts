import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
	bigInteger,
	bulkRead,
	type Client,
	DamagedResultError,
	dateTime,
	defineModule,
	type Job,
	JobFailedError,
	text,
} from "zoho-bulk-read";
import { type CopyDatabase, planSync, type SyncOptions, type SyncProgress, sync, syncStep } from "zoho-bulk-read/sync";
import { objectDatabase } from "../object-database.js";
import { Things, Timeless } from "./run-of-things.js";
import { job, thingsOrg } from "./things-org.js";

/** The result of a run that changed nothing. */
const quiet = {
	...{ table: "Things", read: 0, inserted: 0, updated: 0, deleted: 0, invalidCells: 0 },
	...{ addedColumns: [], goneColumns: [] },
};

describe("the outcome of a run", () => {
	test("says what was asked for and what came of it", async () => {
		const org = thingsOrg();
		const first = await org.sync();
		expect(first).toStrictEqual({
			...{ ...quiet, kind: "whole", because: "there is no copy yet", bookmark: expect.stringMatching(/\+00:00$/) },
			...{ read: 2, inserted: 2, jobs: 1, credits: 50 },
		});
		const second = await org.sync();
		expect(second).toStrictEqual({
			...{ ...quiet, kind: "changes", since: first.bookmark, bookmark: expect.stringMatching(/\+00:00$/) },
			...{ jobs: 2, credits: 100 },
		});
		expect(await org.names()).toEqual(["a", "b"]);
	});

	test("has no bookmark if Zoho does not say when a job was created, and the next run asks for everything", async () => {
		const org = thingsOrg();
		const silent: Client = {
			...org.zoho,
			job: (id: string) => ({ ...org.zoho.job(id), details: async () => ({}) }) as never,
		};
		expect(await org.sync({}, silent)).not.toHaveProperty("bookmark");
		expect(await org.sync()).toMatchObject({
			because: "Zoho did not say when the last run's jobs were created",
			...{ updated: 0, jobs: 1 },
		});
	});

	test("is of a table with a name of its own", async () => {
		const org = thingsOrg();
		expect(await org.sync({ table: "Copy" })).toMatchObject({ table: "Copy", inserted: 2 });
		expect(await planSync(job, org.database.copies, { table: "Copy" })).toMatchObject({
			table: "Copy",
			kind: "changes",
		});
		const step = await syncStep(org.zoho, job, org.database.copies, { table: "Another" });
		expect(step.outcome).toBeUndefined();
		expect(await org.database.tables()).toEqual(["Copy", "staged Another"]);
	});
});

describe("a plan", () => {
	test("has what a first run would ask for", async () => {
		expect(await planSync(job, objectDatabase().copies)).toStrictEqual({
			...{ table: "Things", kind: "whole", because: "there is no copy yet" },
			...{ requests: [job.toJSON()], credits: 50 },
		});
	});

	test.each<[string, SyncOptions, number]>([
		["and the ids", {}, 2],
		["without the ids if deletions are ignored", { deletions: "ignore" }, 1],
	])("has the changes since the last run, %s", async (_, options, jobs) => {
		const org = thingsOrg();
		const { bookmark } = await org.sync();
		const changed = { api_name: "Modified_Time", comparator: "greater_equal", value: bookmark };
		const requests = [
			{ query: { module: "Things", fields: ["Name"], criteria: changed } },
			{ query: { module: "Things", fields: ["id"] } },
		];
		expect(await planSync(job, org.database.copies, options)).toStrictEqual({
			...{ table: "Things", kind: "changes", since: bookmark },
			...{ requests: requests.slice(0, jobs), credits: jobs * 50 },
		});
	});

	test("needs no ids beside a whole run", async () => {
		const org = thingsOrg();
		await org.sync();
		expect(await planSync(job, org.database.copies, { full: true })).toStrictEqual({
			...{ table: "Things", kind: "whole", because: "a full run was requested" },
			...{ requests: [job.toJSON()], credits: 50 },
		});
	});

	test("is refused before the table is locked if its options are wrong", async () => {
		const copies: CopyDatabase = { open: () => Promise.reject(new Error("opened")), close: async () => {} };
		await expect(planSync(job, copies, { overlap: -1 })).rejects.toThrow("overlap: -1 is not");
	});
});

describe("a table", () => {
	test.each<[string, SyncOptions, object]>([
		["as it is by default", {}, { wait: false, signal: undefined, listDelimiter: "," }],
		["as it was asked for", { wait: true, multiSelectDelimiter: ";" }, { wait: true, listDelimiter: ";" }],
	])("is opened %s, and closed", async (_, options, expected) => {
		const { database, zoho } = thingsOrg();
		const open = vi.spyOn(database.copies, "open");
		await sync(zoho, job, database.copies, options);
		await syncStep(zoho, job, database.copies, options);
		await planSync(job, database.copies, options);
		expect(open.mock.calls).toEqual([1, 2, 3].map(() => ["Things", expect.objectContaining(expected)]));
	});

	test("is closed when a run fails", async () => {
		const { database, zoho, ...org } = thingsOrg({ faults: [{ fault: "job-fails", nth: 1 }] });
		await expect(org.sync()).rejects.toThrow(JobFailedError);
		await expect(planSync(bulkRead(Things).page(2), database.copies)).rejects.toThrow("page");
		await org.sync();
	});

	test("is not opened once the call was aborted", async () => {
		const { database, zoho } = thingsOrg();
		const open = vi.spyOn(database.copies, "open");
		const options = { signal: AbortSignal.abort(new Error("no more")) };
		for (const call of [sync, syncStep])
			await expect(call(zoho, job, database.copies, options)).rejects.toThrow("no more");
		expect(open).not.toHaveBeenCalled();
	});
});

describe("what a run asks of the client", () => {
	test.each<[string, Job<object>, boolean]>([
		["windows", job, true],
		["pages, where a module does not tell when a record was made", bulkRead(Timeless).select("Name"), false],
	])("are %s", async (_, asked, windows) => {
		const { database, zoho } = thingsOrg();
		const pages = vi.spyOn(zoho, "pages");
		const advance = vi.spyOn(zoho, "advance");
		const { signal } = new AbortController();
		await sync(zoho, asked, database.copies, { concurrency: 2, signal });
		await syncStep(zoho, asked, database.copies, { concurrency: 2, signal, table: "Steps" });
		expect(pages.mock.calls[0]?.[1]).toMatchObject({ windows, concurrency: 2, signal, from: undefined });
		const [begun, , options] = advance.mock.calls[0] ?? [];
		expect(begun).toMatchObject({ step: windows ? "windows" : "submit" });
		expect(options).toEqual({ concurrency: 2, signal });
	});

	test("is the moment of a page's job, under its own signal", async () => {
		const org = thingsOrg();
		const { signal } = new AbortController();
		const looked: unknown[] = [];
		const zoho: Client = {
			...org.zoho,
			job: (id: string) => {
				const details = (options: unknown): unknown => {
					looked.push(options);
					return org.zoho.job(id).details();
				};
				return { ...org.zoho.job(id), details } as never;
			},
		};
		await org.sync({ signal }, zoho);
		expect(looked).toEqual([{ signal }]);
	});
});

test("progress is told with the rows that were staged, the job and its page", async () => {
	const org = thingsOrg();
	await org.sync();
	org.sandbox.change("Things", { upsert: [{ id: "1", Name: "A" }], delete: ["2"] });
	const seen: SyncProgress[] = [];
	await org.sync({ onProgress: (progress) => seen.push(progress) });
	const phases = (from: readonly SyncProgress[]): unknown[] =>
		from
			.map(({ phase, page, rows }) => `${phase} ${page ?? "-"} ${rows}`)
			.filter((each, at, all) => each !== all[at - 1]);
	expect(phases(seen)).toEqual([
		...["rows 1 0", "rows - 1", "ids 1 1", "ids - 1", "asked 1 1", "asked - 1", "publish - 1"],
	]);
	expect(new Set(seen.map(({ table }) => table))).toEqual(new Set(["Things"]));
	const [submitted, last] = [seen[0], seen.at(-1)];
	expect(submitted).toStrictEqual({
		table: "Things",
		phase: "rows",
		page: 1,
		rows: 0,
		bytes: 0,
		jobId: expect.stringMatching(/^\d+$/),
		state: "ADDED",
	});
	expect(last).toStrictEqual({ table: "Things", phase: "publish", rows: 1, bytes: 0 });
	const exported = seen.filter(({ jobId, phase }) => jobId === undefined && phase !== "publish");
	// The files are small and of much the same size: what was downloaded before a phase is not of it.
	for (const { bytes } of exported) expect(bytes).toSatisfy((size: number) => size > 100 && size < 250);
});

test("progress is told of what is waited for, before there is a job", async () => {
	const org = thingsOrg({ faults: [{ fault: "429", amount: 2, on: "create", nth: 1 }] });
	const seen: SyncProgress[] = [];
	await org.sync({ onProgress: (progress) => seen.push(progress) });
	expect(seen[0]).toStrictEqual({
		...{ table: "Things", phase: "rows", page: 1, rows: 0, bytes: 0 },
		waiting: { for: "Retry-After", until: expect.any(Number) },
	});
});

test("a page with a column that nobody described leads to an export of everything", async () => {
	const all = bulkRead(defineModule("Things", { id: bigInteger, Name: text, Modified_Time: dateTime }));
	const whole = { kind: "whole", because: "columns are new: Flag", jobs: 2, updated: 1 };
	for (const steps of [false, true]) {
		const { database, zoho, clock, sandbox } = thingsOrg();
		await sync(zoho, all, database.copies);
		await database.editStates('{"name":"Flag","type":"text"}', '{"name":"Gone","type":"text"}');
		sandbox.change("Things", { upsert: [{ id: "1", Name: "a" }] });
		const phases = new Set<string>();
		const onProgress = ({ phase }: SyncProgress): void => void phases.add(phase);
		let outcome = steps ? undefined : await sync(zoho, all, database.copies, { onProgress });
		// The rows are read anew, and not asked for by their ids.
		if (!steps) expect([...phases]).toEqual(["rows", "publish"]);
		while (outcome === undefined) {
			const step = await syncStep(zoho, all, database.copies);
			expect(step.wait).toBeTypeOf("number");
			outcome = step.outcome;
			await clock.sleep(step.wait);
		}
		expect(outcome).toMatchObject(whole);
	}
});

describe("a damaged page", () => {
	test.each([
		[1, true],
		[2, true],
		[3, false],
	])("is downloaded three times at most: damaged %i times", async (times, isMended) => {
		const org = thingsOrg({ faults: [{ fault: "flip", on: "result", nth: 1, times }] });
		const outcome = org.sync();
		if (!isMended) {
			await expect(outcome).rejects.toThrow(DamagedResultError);
			// The file of the same job may be whole another time.
			expect(await org.sync()).toMatchObject({ inserted: 2, jobs: 1 });
			return;
		}
		expect(await outcome).toMatchObject({ inserted: 2, jobs: 1 });
	});

	test("that Zoho wrote like this is downloaded once, and another job is submitted by the next run", async () => {
		const org = thingsOrg();
		const pages = vi.spyOn(org.zoho, "pages");
		onTestFinished(() => pages.mockRestore());
		let downloads = 0;
		const whole = org.zoho.pages.bind(org.zoho);
		pages.mockImplementationOnce((asked, options) =>
			(async function* () {
				for await (const page of whole(asked, options)) {
					const download = (): ReadableStream<Uint8Array> => {
						downloads++;
						return page.download();
					};
					yield { ...page, count: 3, download } as never;
				}
			})(),
		);
		await expect(org.sync()).rejects.toMatchObject({ name: "DamagedResultError", archiveIsWhole: true });
		expect(downloads).toBe(1);
		expect(await org.sync()).toMatchObject({ inserted: 2, jobs: 2 });
	});
});
