import { describe, expect, test } from "vitest";
import { ZohoApiError } from "../../../src/client/errors/zoho-api-error.js";
import type { CreatedWindow, WindowTask } from "../../../src/client/export/checkpoint.js";
import { withUser } from "../../../src/client/export/checkpoint-owner.js";
import { windowCriteria, windowJob } from "../../../src/client/export/window.js";
import type { Job } from "../../../src/job/any-job.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import type { JobResult } from "../../../src/job/job-details.js";
import { probeJob } from "../../../src/job/narrow-job.js";
import { Contacts } from "../../../src/standard/index.js";
import { zipped } from "../../result/archives.js";
import { failureOf } from "../outcome.js";
import { completed, start } from "./api-in-memory.js";
import {
	at,
	job,
	later,
	narrow,
	owner,
	result,
	second,
	split,
	stepOf,
	submit,
	wait,
	windowed,
	withoutMoments,
} from "./windows-in-memory.js";

const now = new Date(start + 500).toISOString();
const waiting = { step: "wait", jobId: "1001", time: now, looks: 0, state: "ADDED", due: start + 1_500 } as const;

describe("a window's job is submitted", () => {
	test.each<[string, WindowTask, Job<unknown>, request: Job<unknown>]>([
		["with its filter", submit, job, windowJob(job, narrow).atPage(1)],
		["with the page of one that is read in pages", { ...submit, part: 2 }, job, windowJob(job, narrow).atPage(2)],
		[
			"for its moments alone",
			{ ...submit, probe: true },
			withoutMoments,
			probeJob(withoutMoments, ["Created_Time"], windowCriteria(Contacts, narrow)).atPage(1),
		],
	])("%s", async (_name, task, asked, request) => {
		const onWait = (): void => {};
		const next: WindowTask = { ...submit, window: later, probe: true };
		const taken = await stepOf([task, next], { asked, options: { onWait } });
		const { step: _, ...named } = task;
		expect(taken.step).toStrictEqual({
			checkpoint: windowed(asked, { ...named, ...waiting }, next),
			wait: 0,
			done: false,
			job: { id: "1001", state: "ADDED" },
		});
		expect(taken.asked).toEqual([{ call: "create", of: request.toJSON(), asking: { signal: undefined, onWait } }]);
	});

	test("with the token of its page", async () => {
		const { open, asked } = await stepOf([{ ...submit, part: 2, pageToken: "t2" }], { context: { apiVersion: "v8" } });
		expect(open).toStrictEqual([{ window: narrow, part: 2, ...waiting, pageToken: "t2" }]);
		expect(asked.map(({ of }) => of)).toEqual([{ query: { page_token: "t2" } }]);
	});

	test("in the name of a user, who is kept", async () => {
		const creator = { id: "7", name: "P" };
		const { step } = await stepOf([submit], { added: { createdBy: creator } });
		expect(step.checkpoint.owner).toEqual(await withUser(owner, creator));
	});
});

describe("where Zoho does not filter by ids", () => {
	const refusal = (status: number, code?: string): ZohoApiError =>
		new ZohoApiError({
			...{
				status,
				code: code as never,
				zohoMessage: "no",
				details: {},
				advice: "",
				request: "POST /x",
				jobId: undefined,
			},
		});
	const refused = refusal(400, "FIELD_IN_CRITERIA_NOT_SUPPORTED");
	const byIds: WindowTask = { step: "submit", window: { ...second, idFrom: "5" } };
	const others: readonly WindowTask[] = [
		{ step: "submit", window: { before: second.before, idFrom: "5" } },
		{ step: "submit", window: { from: second.from, idFrom: "5" } },
		{ step: "submit", window: { ...second, empty: "only", idFrom: "5" } },
		wait("1", 700, later),
	];

	test.each<[string, CreatedWindow]>([
		["from one on", { ...second, idFrom: "5" }],
		["up to one", { ...second, idBefore: "5" }],
		["of records without a moment", { empty: "only", idFrom: "5" }],
	])("a second that was cut is read in pages: %s", async (_name, window) => {
		const { idFrom: _, idBefore: __, ...whole } = window;
		const siblings: readonly WindowTask[] = [
			{ step: "submit", window: { ...whole, idBefore: "3" } },
			{ step: "submit", window: { ...whole, idFrom: "3", idBefore: "5" } },
		];
		const { step } = await stepOf([{ step: "submit", window }, ...others, ...siblings], { added: refused });
		expect(step).toStrictEqual({
			checkpoint: windowed(job, { step: "submit", window: whole, part: 1 }, ...others),
			wait: 0,
			done: false,
		});
	});

	test.each<[string, Error, WindowTask, sibling?: WindowTask]>([
		["something else is refused", refusal(400, "INVALID_DATA"), byIds],
		["no code says so", refusal(400), byIds],
		["it is another status", refusal(500, "CRITERIA_LIMIT_EXCEEDED"), byIds],
		["it is another fault", Object.assign(new Error("no"), { status: 400, code: "CRITERIA" }), byIds],
		["the window has no ids", refused, { step: "submit", window: second }],
		[
			"another part of the second is under way",
			refused,
			byIds,
			{ ...wait("1", 700, second), window: { ...second, idBefore: "5" } },
		],
	])("not if %s", async (_name, error, task, sibling) => {
		const step = stepOf(sibling === undefined ? [task] : [task, sibling], { added: error });
		expect(await failureOf(step)).toBe(error);
	});
});

describe("a window's job is looked at", () => {
	test("and waited for", async () => {
		const { step, asked } = await stepOf([wait("1", 900, later), { ...wait("9", 800), part: 2 }], {
			looks: [{ state: "IN PROGRESS", query: { page: 2 } }],
		});
		const looked = { ...wait("9", 500 + 1_500), looks: 1, state: "IN PROGRESS", part: 2 } as const;
		expect(step).toStrictEqual({
			checkpoint: windowed(job, wait("1", 900, later), looked),
			wait: 400,
			done: false,
			job: { id: "9", state: "IN PROGRESS" },
		});
		expect(asked.map(({ call, of }) => [call, of])).toEqual([["details", "9"]]);
	});

	const done = { step: "read", jobId: "9", time: now, taken: 0, ...result, moreRecords: false } as const;
	const toSplit = { ...split, time: now };
	const tokens = { pageToken: "t2", nextPageToken: "t3" };
	test.each<[string, Partial<WindowTask>, Partial<JobResult>, Job<unknown>, readonly WindowTask[]]>([
		["is read if it has no more than a page", {}, { moreRecords: false }, job, [{ window: narrow, ...done }]],
		["is split by the moments in its file", {}, {}, job, [toSplit]],
		["is split by the moments if every field is in its file", {}, {}, bulkRead(Contacts), [toSplit]],
		["is asked for its moments if its file has none", {}, {}, withoutMoments, [{ ...submit, probe: true }]],
		["is split by ids if it is a second", { window: second }, {}, withoutMoments, [{ ...toSplit, window: second }]],
		["is split by its moments once they are there", { probe: true }, {}, withoutMoments, [{ ...toSplit, probe: true }]],
		[
			"is split by its moments even if they are all",
			{ probe: true },
			{ moreRecords: false },
			withoutMoments,
			[{ ...toSplit, probe: true, moreRecords: false }],
		],
		["has its last part read", { part: 2 }, { moreRecords: false }, job, [{ window: narrow, part: 2, ...done }]],
		[
			"has its next part submitted",
			{ part: 2 },
			{},
			job,
			[
				{ window: narrow, part: 2, ...done, moreRecords: true },
				{ ...submit, part: 3 },
			],
		],
		[
			"has its next part submitted by its token",
			{ part: 2, pageToken: tokens.pageToken } as Partial<WindowTask>,
			{ nextPageToken: tokens.nextPageToken },
			job,
			[
				{ window: narrow, part: 2, ...done, moreRecords: true, ...tokens },
				{ ...submit, part: 3, pageToken: tokens.nextPageToken },
			],
		],
	])("and the window %s", async (_name, change, found, asked, tasks) => {
		const task = { ...wait("9", 100), ...change } as WindowTask;
		const { step } = await stepOf([wait("1", 200, later), task, wait("2", 300, later)], {
			looks: [completed({ ...result, ...found })],
			asked,
		});
		expect(step).toStrictEqual({
			checkpoint: windowed(asked, wait("1", 200, later), ...tasks, wait("2", 300, later)),
			wait: 0,
			done: false,
			job: { id: "9", state: "COMPLETED" },
		});
	});

	test("and its user is the one before", async () => {
		const creator = { id: "7", name: "P" };
		const { step } = await stepOf([wait("9", 0)], { looks: [{ createdBy: creator }] });
		expect(step.checkpoint.owner).toEqual(await withUser(owner, creator));
	});
});

describe("a window is split", () => {
	const none = Array<string>(2).fill("");
	const both = [at(3), at(5)];
	const parts = (...windows: readonly CreatedWindow[]): WindowTask[] =>
		windows.map((window) => ({ window, step: "submit" }));
	test.each<[string, Partial<WindowTask>, moments: readonly string[], Job<unknown>, readonly WindowTask[]]>([
		["by its moments", {}, both, job, parts({ ...narrow, before: at(5) }, { ...narrow, from: at(5) })],
		[
			"by moments that were asked for alone",
			{ probe: true },
			both,
			withoutMoments,
			parts({ ...narrow, before: at(5) }, { ...narrow, from: at(5) }),
		],
		["once its moments are known, if its file has none", {}, none, job, [{ ...submit, probe: true }]],
		[
			"by some, if not all records have one",
			{},
			[at(3), "", at(5)],
			job,
			parts({ ...narrow, before: at(5) }, { ...narrow, from: at(5) }),
		],
		[
			"now, if no record has any",
			{ probe: true, window: {} },
			none,
			withoutMoments,
			parts({ before: at(0) }, { from: at(0) }, { empty: "only" }),
		],
		[
			"not, but read in pages, if there is nothing to split it by",
			{ probe: true },
			none,
			withoutMoments,
			[{ ...submit, part: 1 }],
		],
		[
			"by its ids, if it is a second",
			{ window: second },
			both,
			job,
			parts({ ...second, idBefore: "2" }, { ...second, idFrom: "2" }),
		],
		[
			"not, but read in pages, if it has one id",
			{ window: second },
			[at(0)],
			job,
			[{ step: "submit", window: second, part: 1 }],
		],
	])("%s", async (_name, change, moments, asked, tasks) => {
		const names = asked === job ? "Id,Last_Name,Created_Time" : "Id,Created_Time";
		const lines = moments.map((moment, index) => `${index + 1},${asked === job ? "x," : ""}${moment}\n`);
		const task = { ...split, count: moments.length, ...change } as WindowTask;
		const { step, asked: calls } = await stepOf([wait("1", 200, later), task, wait("2", 300, later)], {
			files: [[zipped(`${names}\n${lines.join("")}`)]],
			asked,
			options: { concurrency: 2 },
		});
		expect(step).toStrictEqual({
			checkpoint: windowed(asked, wait("1", 200, later), ...tasks, wait("2", 300, later)),
			wait: 0,
			done: false,
		});
		expect(calls.map(({ of, url }) => [of, url])).toEqual([["9", "/result"]]);
	});
});
