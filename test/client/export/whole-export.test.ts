import { describe, expect, test } from "vitest";
import { beginExport } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { seal } from "../../../src/client/export/checkpoint-seal.js";
import type { ExportOptions } from "../../../src/client/export/export-options.js";
import { exportPages, exportRows, exportRowsOfMany } from "../../../src/client/export/export-pages.js";
import { jobBatches } from "../../../src/client/export/job-batches.js";
import type { Page } from "../../../src/client/export/page.js";
import { type Progress, ProgressTeller } from "../../../src/client/jobs/progress-teller.js";
import type { CompletedJob } from "../../../src/client/jobs/wait-for-job.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { linesOf } from "../../../src/result/rows/rows.js";
import { Contacts, Events } from "../../../src/standard/index.js";
import { zipped } from "../../result/archives.js";
import { type Contact, contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { apiInMemory, completed, start } from "./api-in-memory.js";
import { at, first, parts, reading, rows, second, two, waiting } from "./pages-in-memory.js";

describe("the rows of an export", () => {
	test("are those of every page, as objects and as lines", async () => {
		const read = (): ReturnType<typeof exportRows<Contact>> => exportRows(apiInMemory(two).context, contactsJob, {});
		expect(await rowsOf(read())).toEqual(rows);
		const lines = await rowsOf(linesOf(read()));
		expect(lines.map(({ bytes }) => Buffer.from(bytes).toString()).join("")).toBe(
			rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
		);
	});

	test("come with a checkpoint after each step and each batch, which is waited for", async () => {
		const { context, clock } = apiInMemory(two);
		const seen: string[] = [];
		const onCheckpoint = async (checkpoint: Checkpoint): Promise<void> => {
			const { step, page, rows: before } = checkpoint;
			const name = `${step} ${page} ${before}${step === "read" ? ` ${checkpoint.taken}` : ""}`;
			seen.push(`(${name}`);
			await new Promise((resolve) => setImmediate(resolve));
			seen.push(`${name})`);
		};
		const batches: number[] = [];
		for await (const { length } of exportRows(context, contactsJob, { onCheckpoint }).batches()) {
			batches.push(length);
			seen.push(`batch ${length}`);
		}
		expect(batches.length).toBeGreaterThan(3);
		const around = (name: string): string[] => [`(${name}`, `${name})`];
		const inside = batches.slice(0, -1).flatMap((length, index) => {
			const taken = batches.slice(0, index + 1).reduce((sum, more) => sum + more);
			return [`batch ${length}`, ...around(`read 1 0 ${taken}`)];
		});
		expect(seen).toEqual([
			...["wait 1 0", "wait 1 0", "read 1 0 0"].flatMap(around),
			...inside,
			...["submit 2 100", "wait 2 100", "read 2 100 0"].flatMap(around),
			"batch 3",
			...["read 2 100 3", "done 2 103"].flatMap(around),
		]);
		expect(clock.waits).toEqual([1_000, 1_500, 1_000]);
	});

	test("are told of, with the bytes and the waits", async () => {
		const { context, clock, asked } = apiInMemory(two);
		const told: Progress[] = [];
		const waits: unknown[] = [];
		const sizes: number[] = [];
		const onProgress = (progress: Progress): void => {
			// So that each report has more rows.
			clock.pass(500);
			told.push(progress);
			if (progress.state === "IN PROGRESS" && progress.waiting === undefined) asked[1]?.asking.onWait?.(limit);
		};
		const limit = { for: "fault", until: start + 9 } as const;
		const options = {
			...{ onProgress, onWait: (wait: unknown) => void waits.push(wait) },
			onBytes: (bytes: number) => void sizes.push(bytes),
		};
		const batches: number[] = [];
		for await (const { length } of exportRows(context, contactsJob, options).batches()) batches.push(length);
		const base = { waiting: undefined, total: 0, rows: 0, bytes: 0, page: 1, jobId: "1001" };
		const ready = { ...base, state: "COMPLETED", total: 100 };
		const next = { ...ready, page: 2, jobId: "1002", rows: 100, bytes: first.length };
		expect(told.filter(({ rows: given }) => given === 0 || given >= 100)).toEqual([
			{ ...base, state: "ADDED" },
			{ ...base, state: "IN PROGRESS" },
			{ ...base, state: "IN PROGRESS", waiting: limit },
			ready,
			{ ...ready, rows: 100, bytes: first.length },
			{ ...next, state: "ADDED" },
			{ ...next, total: 103 },
			{ ...next, total: 103, rows: 103, bytes: first.length + second.length },
		]);
		const between = told.map(({ rows: given }) => given).filter((given) => given > 0 && given < 100);
		expect(between).toEqual(
			batches.slice(0, -2).map((_, index) => batches.slice(0, index + 1).reduce((sum, more) => sum + more)),
		);
		expect(waits).toEqual([limit]);
		expect(sizes.reduce((sum, size) => sum + size)).toBe(first.length + second.length);
	});

	test("of a page that was begun are told of with those before", async () => {
		const told: unknown[] = [];
		const from = at({ ...reading, taken: 1, proof: "verified" });
		const onProgress = ({ rows: given, total }: Progress): void => void told.push([given, total]);
		const { context } = apiInMemory({ files: [[second]] });
		expect(await rowsOf(exportRows(context, contactsJob, { from, onProgress }))).toEqual(rows.slice(101));
		expect(told).toEqual([
			[1, 3],
			[3, 3],
		]);
	});

	test("are told of at most twice a second, and when a page ends", async () => {
		const told: number[] = [];
		const onProgress = ({ rows: given }: Progress): void => void told.push(given);
		const { context } = apiInMemory({ files: [parts], looks: [completed({ count: 100 })] });
		await rowsOf(exportRows(context, contactsJob, { onProgress }));
		expect(told).toEqual([0, 0, 100]);
	});

	test("of windows are told of job by job, but for what is only split by", async () => {
		const moments = [1, 2].map((second) => new Date(start + second * 1000).toISOString().replace(".000Z", "+00:00"));
		const [early, late] = moments.map((moment, at) => `${at + 1},${moment}\n`);
		const told: unknown[] = [];
		const onProgress = ({ jobId, state, page, rows: given, total }: Progress): void =>
			void told.push([jobId, state, page, given, total]);
		const script = {
			files: [`${early}${late}`, `${early}`, `${late}`].map((lines) => [zipped(`Id,Created_Time\n${lines}`)]),
			looks: [
				completed({ count: 2, moreRecords: true }),
				completed({ count: 1 }),
				{ state: "IN PROGRESS" },
				completed({ count: 1 }),
			],
		} as const;
		const { context, clock } = apiInMemory(script);
		const byMoment = bulkRead(Contacts).select("Created_Time");
		expect((await rowsOf(exportRows(context, byMoment, { windows: true, onProgress }))).length).toBe(2);
		expect(told).toEqual([
			["1001", "ADDED", 1, 0, 0],
			["1002", "ADDED", 1, 0, 0],
			["1003", "ADDED", 1, 0, 0],
			["1002", "COMPLETED", 1, 0, 1],
			["1002", "COMPLETED", 1, 1, 1],
			["1003", "IN PROGRESS", 2, 1, 1],
			["1003", "COMPLETED", 2, 1, 2],
			["1003", "COMPLETED", 2, 2, 2],
		]);
		expect(clock.waits).toEqual([1_000, 1_000, 1_500]);
	});

	test("of a window that is only split by are not told of while another is waited for", async () => {
		const windows = beginExport(contactsJob, { windows: true });
		const bounds = [{ before: "2026-01-01T00:00:09+00:00" }, { from: "2026-01-01T00:00:09+00:00" }];
		const open = bounds.map((window, index) => ({ ...waiting, jobId: `${7 + index}`, due: start + index, window }));
		const told: unknown[] = [];
		const onProgress = ({ jobId, state }: Progress): void => void told.push([jobId, state]);
		const { context } = apiInMemory({ looks: [completed({ count: 1, moreRecords: true }), new Error("enough")] });
		const options = { from: seal<Checkpoint>({ ...windows, open }), concurrency: 1, onProgress };
		expect(await failureOf(rowsOf(exportRows(context, contactsJob, options)))).toMatchObject({ message: "enough" });
		expect(told).toEqual([]);
	});

	test("of a calendar there are none", () => {
		const { context } = apiInMemory();
		expect(() => exportRows(context, bulkRead(Events).ics(), {})).toThrow("a calendar has no rows");
		expect(() => exportRowsOfMany(context, [bulkRead(Events), bulkRead(Events).ics()], {})).toThrow("no rows");
	});
});

describe("the rows of several jobs", () => {
	const jobs = [contactsJob, contactsJob.page(2)];
	const both = { files: [[second], [first]], looks: [completed({ count: 3 }), completed({ count: 100 })] };

	test("come one job after the other, as objects and as lines", async () => {
		const { context, asked } = apiInMemory(both);
		const expected = [...rows.slice(100), ...rows.slice(0, 100)];
		expect(await rowsOf(exportRowsOfMany(context, jobs, {}))).toEqual(expected);
		const bodies = asked.filter(({ call }) => call === "create").map(({ of }) => of);
		expect(bodies).toEqual([contactsJob.atPage(1).toJSON(), contactsJob.atPage(2).toJSON()]);
		const lines = await rowsOf(linesOf(exportRowsOfMany(apiInMemory(both).context, jobs, {})));
		expect(lines.map(({ length }) => length).reduce((sum, length) => sum + length)).toBe(103);
		expect(await rowsOf(exportRowsOfMany(context, [], {}))).toEqual([]);
	});

	test("have no checkpoints, but those of one have", async () => {
		const { context } = apiInMemory({ files: [[second]], looks: [completed({ count: 3 })] });
		for (const [option, value] of [
			["from", at(waiting)],
			["onCheckpoint", () => {}],
		] as const) {
			const options = { [option]: value } as ExportOptions;
			expect(() => exportRowsOfMany(context, jobs, options)).toThrow(
				expect.objectContaining({
					option,
					message: expect.stringContaining(
						"a checkpoint belongs to one job, and these are several. Export them one by one.",
					),
				}),
			);
			expect(await rowsOf(exportRowsOfMany(context, [contactsJob], options))).toEqual(rows.slice(100));
		}
	});
});

test("pages come once they are completed, with the checkpoint after each when the next is asked for", async () => {
	const { context } = apiInMemory(two);
	const steps: string[] = [];
	const onCheckpoint = ({ step }: Checkpoint): void => void steps.push(step);
	const given: Page<Contact>[] = [];
	for await (const page of exportPages(context, contactsJob, { onCheckpoint })) {
		given.push(page);
		steps.push(`page ${page.number}`);
	}
	expect(given.map(({ number, jobId, isLast }) => [number, jobId, isLast])).toEqual([
		[1, "1001", false],
		[2, "1002", true],
	]);
	expect(steps).toEqual(["wait", "wait", "read", "page 1", "submit", "wait", "read", "page 2", "done"]);
});

test("the page of a completed job is told of while it is read", async () => {
	const { context, clock, asked } = apiInMemory({ files: [parts] });
	const told: Progress[] = [];
	const onWait = (): void => {};
	const progress = new ProgressTeller(clock, (one) => void told.push(one), onWait);
	const details = completed({ count: 100, page: 4 });
	const whole = { ...details, id: "7" } as CompletedJob;
	const signal = new AbortController().signal;
	const lengths: number[] = [];
	const read = jobBatches(context, contactsJob, whole, { signal }, progress, (given) => given.batches());
	for await (const batch of read) lengths.push(batch.length);
	const base = { jobId: "7", state: "COMPLETED", page: 4, total: 100, waiting: undefined };
	expect(lengths.length).toBeGreaterThan(2);
	// If only the rows change, they are reported twice a second, and at the end.
	expect(told).toEqual([
		{ ...base, rows: lengths[0], bytes: expect.any(Number) },
		{ ...base, rows: 100, bytes: first.length },
	]);
	expect(told[0]?.bytes).toBeLessThan(first.length);
	expect(asked.map(({ of, url, asking }) => [of, url, asking.onWait])).toEqual([["7", "/result", progress.onWait]]);
});
