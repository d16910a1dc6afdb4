import { describe, expect, test } from "vitest";
import { InvalidCheckpointError } from "../../../src/client/errors/invalid-checkpoint-error.js";
import { JobFailedError } from "../../../src/client/errors/job-failed-error.js";
import { ResultExpiredError } from "../../../src/client/errors/result-expired-error.js";
import { beginExport, jobIdOf, restartPage, resubmitPage, tasksOf } from "../../../src/client/export/begin-export.js";
import type { Checkpoint, PageTask, WindowTask } from "../../../src/client/export/checkpoint.js";
import { seal } from "../../../src/client/export/checkpoint-seal.js";
import { readCheckpoint } from "../../../src/client/export/read-checkpoint.js";
import { Resumption, startOf } from "../../../src/client/export/resumption.js";
import { contactsJob } from "../contact-pages.js";

const begun = Date.parse("2026-01-01T00:00:00Z");
const day = 24 * 3_600_000;
const time = new Date(begun).toISOString();
const submit = { step: "submit" } as const;
const wait = (jobId: string) => ({ step: "wait", jobId, time, looks: 0, state: "ADDED" }) as const;
const split = (jobId: string) =>
	({ step: "split", jobId, time, count: 2, downloadUrl: "/r", moreRecords: true }) as const;
const read = (jobId: string, taken = 0) => ({ ...split(jobId), step: "read", taken }) as const;
const window = {};

const { version, job, page, rows } = beginExport(contactsJob);
const base = { version, job, page, rows };
const paged = (task: PageTask & { nextJob?: { id: string; time: string } }): Checkpoint =>
	seal<Checkpoint>({ ...base, ...task } as never);
const windowed = (...open: WindowTask[]): Checkpoint => seal<Checkpoint>({ ...base, step: "windows", open });
const done = seal<Checkpoint>({ ...base, step: "done" });

const failed = (id: string): JobFailedError => Object.assign(Object.create(JobFailedError.prototype), { jobId: id });
const gone = (id: string): ResultExpiredError =>
	Object.assign(Object.create(ResultExpiredError.prototype), { jobId: id });

describe("where an export starts", () => {
	const inPages = paged(submit);
	const inWindows = windowed({ ...submit, window });

	test.each<[string, Checkpoint | undefined, boolean | undefined, Checkpoint]>([
		["anew", undefined, undefined, beginExport(contactsJob)],
		["anew, in windows", undefined, true, beginExport(contactsJob, { windows: true })],
		["in pages", inPages, undefined, inPages],
		["in pages as was said", inPages, false, inPages],
		["in windows", inWindows, undefined, inWindows],
		["in windows as was said", inWindows, true, inWindows],
		["at its end, whatever is said", done, true, done],
	])("%s", (_name, from, windows, start) => {
		expect(startOf(contactsJob, { from, windows })).toEqual(start);
	});

	test.each([
		[inPages, true, "belongs to an export in pages. Leave out windows to resume it"],
		[inWindows, false, "belongs to an export by windows. Give windows: true to resume it"],
	] as const)("not where the other way was said", (from, windows, words) => {
		expect(() => startOf(contactsJob, { from, windows })).toThrow(InvalidCheckpointError);
		expect(() => startOf(contactsJob, { from, windows })).toThrow(words);
	});
});

describe("the jobs that a resumption submits again", () => {
	test.each<[string, Checkpoint | undefined, string, boolean]>([
		["none in a new export", undefined, "1", false],
		["one that was waited for", paged(wait("1")), "1", true],
		["one of which no rows were taken", paged(read("1")), "1", true],
		["not one of which rows were taken", paged(read("1", 1)), "1", false],
		["the one ahead of it", paged({ ...read("1", 1), nextJob: { id: "2", time } }), "2", true],
		["those of windows", windowed({ ...split("1"), window }, { ...wait("2"), due: 0, window }), "2", true],
		["none where nothing was submitted", paged(submit), "undefined", false],
		["none after the end", done, "1", false],
	])("%s", (_name, from, id, isSubmitted) => {
		for (const error of [failed(id), gone(id)]) {
			const resumption = new Resumption(from);
			const kept = from ?? beginExport(contactsJob);
			expect(resumption.resubmitted(kept, error)).toEqual(isSubmitted ? resubmitPage(kept, id) : undefined);
			expect(resumption.resubmitted(kept, error)).toBeUndefined();
		}
		expect(
			new Resumption(from).resubmitted(from ?? done, Object.assign(new Error("other"), { jobId: id })),
		).toBeUndefined();
	});
});

describe("results that Zoho no longer has", () => {
	test.each<[string, Checkpoint, number, boolean]>([
		["a day old", paged(read("1")), begun + day, true],
		["not quite a day old", paged(read("1")), begun + day - 1, false],
		["a day old, of a window to be cut", windowed({ ...split("1"), window }), begun + day, true],
		["a job that is waited for has none", paged(wait("1")), begun + day, false],
		["of which rows were taken", paged(read("1", 1)), begun + day, false],
	])("%s", (_name, from, now, isSubmitted) => {
		const resumption = new Resumption(from);
		expect(resumption.withoutExpired(from, now)).toEqual(isSubmitted ? resubmitPage(from, "1") : from);
	});

	test("only those windows are read again", () => {
		const from = windowed({ ...read("1"), window }, { ...wait("2"), due: 0, window });
		const kept = new Resumption(from).withoutExpired(from, begun + day);
		expect(tasksOf(kept).map((task) => [task.step, jobIdOf(task)])).toEqual([
			["submit", undefined],
			["wait", "2"],
		]);
	});
});

describe("a page or a window, anew", () => {
	const proof = { bytes: 5, crc: 6 };
	const owner = { api: "https://a.test", user: "1" };

	test.each<[string, Checkpoint, Checkpoint]>([
		["its rows", paged({ ...read("1", 2), proof }), paged(read("1", 0))],
		[
			"those of each window",
			windowed({ ...read("1", 2), proof, window }, { ...submit, window }),
			windowed({ ...read("1"), window }, { ...submit, window }),
		],
		["nothing where none was read", paged(wait("1")), paged(wait("1"))],
	])("%s", (_name, from, restarted) => {
		expect(restartPage(from)).toEqual(restarted);
	});

	test.each<[string, Checkpoint, string | undefined, Checkpoint]>([
		[
			"a page, with its token",
			paged({ ...wait("1"), pageToken: "t" }),
			undefined,
			paged({ ...submit, pageToken: "t" }),
		],
		[
			"nothing where nothing was submitted",
			paged({ ...submit, pageToken: "t" }),
			undefined,
			paged({ ...submit, pageToken: "t" }),
		],
		["nothing after the end", done, undefined, done],
		[
			"all windows, each with what it is",
			windowed(
				{ ...read("1", 1), pageToken: "t", window: { from: "a" }, part: 2 },
				{ ...split("2"), window, probe: true },
			),
			undefined,
			windowed({ ...submit, pageToken: "t", window: { from: "a" }, part: 2 }, { ...submit, window, probe: true }),
		],
		[
			"the window of a job",
			windowed({ ...read("1"), window }, { ...split("2"), window }),
			"2",
			windowed({ ...read("1"), window }, { ...submit, window }),
		],
	])("%s is submitted again", (_name, from, jobId, resubmitted) => {
		expect(resubmitPage(from, jobId)).toStrictEqual(resubmitted);
	});

	test("what is under way is the page, or each window, and their jobs", () => {
		const open = [
			{ ...read("1"), window },
			{ ...submit, window },
		];
		expect(tasksOf(windowed(...open))).toEqual(open);
		expect(open.map(jobIdOf)).toEqual(["1", undefined]);
		expect(tasksOf(paged(wait("1")))).toEqual([paged(wait("1"))]);
		expect(tasksOf(done)).toEqual([]);
	});

	test("the owner is kept, and is part of the seal", () => {
		const from = seal<Checkpoint>({ ...base, ...wait("1"), owner });
		expect(resubmitPage(from)).toEqual(seal<Checkpoint>({ ...base, ...submit, owner }));
		expect(resubmitPage(from)).not.toEqual(resubmitPage(paged(wait("1"))));
		const reordered = seal<Checkpoint>({ owner: { user: "1", api: "https://a.test" }, ...wait("1"), ...base });
		expect(reordered.seal).toBe(from.seal);
	});
});

test.each<[string, object, string]>([
	[
		"more rows of a window than there are",
		{ ...windowed({ ...read("1", 3), window }) },
		"says that 3 of the 2 rows of a page were taken",
	],
	["altered", { ...done, rows: 7 }, "was altered after it was made, so pages could be left out"],
	["anything", { a: 1 }, "This is not a checkpoint of this version of the library. Start the export again."],
	[
		"an older one without a job",
		{ version: 1, step: "submit", page: 1, rows: 0 },
		"This is not a checkpoint of this version",
	],
	[
		"an older one with a token",
		{ version: 1, step: "submit", job, page: 1, rows: 0, pageToken: "t" },
		"did not record the org",
	],
	[
		"an older one at a page that is none",
		{ version: 1, step: "submit", job, page: 0, rows: 0 },
		"did not record the org",
	],
	["an older one of which nothing is known", { version: 1 }, "This is not a checkpoint of this version"],
])("a checkpoint is refused in words: %s", (_name, kept, words) => {
	expect(() => readCheckpoint(kept, contactsJob)).toThrow(InvalidCheckpointError);
	expect(() => readCheckpoint(kept, contactsJob)).toThrow(words);
});

test("windows of which as many rows were taken as there are, are read on", () => {
	const kept = windowed({ ...read("1", 2), window }, { ...split("2"), window });
	expect(readCheckpoint(kept, contactsJob)).toBe(kept);
});
