import { describe, expect, test } from "vitest";
import type { Checkpoint, CheckpointOwner } from "../../../src/client/export/checkpoint.js";
import { isOtherOwner, jobsIn, partOf } from "../../../src/sync/run/run-checkpoint.js";

const base = { version: 2, job: "job", page: 1, rows: 0, seal: "" } as const;
const wait = { step: "wait", time: "", looks: 0, state: "ADDED" } as const;
const read = { step: "read", time: "", count: 1, taken: 0, downloadUrl: "/", moreRecords: true } as const;

test.each<[string, Checkpoint, readonly string[]]>([
	["before a job", { ...base, step: "submit" }, []],
	["while a job is waited for", { ...base, ...wait, jobId: "1" }, ["1"]],
	["while a page is read", { ...base, ...read, jobId: "1" }, ["1"]],
	[
		"while a page is read, and the next one was submitted ahead",
		{ ...base, ...read, jobId: "1", nextJob: { id: "2", time: "" } },
		["1", "2"],
	],
	[
		"while windows are read",
		{
			...base,
			step: "windows",
			open: [
				{ step: "submit", window: {} },
				{ ...wait, jobId: "3", due: 0, window: {} },
				{ ...read, jobId: "4", window: {} },
				{ ...read, step: "split", jobId: "5", window: {} },
			],
		},
		["3", "4", "5"],
	],
	["at the end", { ...base, step: "done" }, []],
])("the jobs of an export %s", (_, checkpoint, expected) => {
	expect(jobsIn(checkpoint)).toEqual(expected);
});

describe("records are another user's", () => {
	const api = "https://a.test";
	test.each<[string, CheckpointOwner, CheckpointOwner, boolean]>([
		["by the API", { api, user: "1" }, { api: "https://b.test", user: "1" }, true],
		["not if nothing else is known", { api }, { api }, false],
		["by the user", { api, user: "1" }, { api, user: "2" }, true],
		[
			"not if the credentials of the user are new",
			{ api, user: "1", credentials: "a" },
			{ api, user: "1", credentials: "b" },
			false,
		],
		["by the credentials", { api, credentials: "a" }, { api, credentials: "b" }, true],
		[
			"by the credentials, if the copy's user is unknown",
			{ api, credentials: "a" },
			{ api, user: "1", credentials: "b" },
			true,
		],
		[
			"by the credentials, if the run's user is unknown",
			{ api, user: "1", credentials: "a" },
			{ api, credentials: "b" },
			true,
		],
		["not if the credentials are the same", { api, user: "1", credentials: "a" }, { api, credentials: "a" }, false],
		["not if the copy's credentials are unknown", { api, user: "1" }, { api, credentials: "b" }, false],
		["not if the run's credentials are unknown", { api, credentials: "a" }, { api, user: "1" }, false],
	])("%s", (_, known, owner, expected) => {
		expect(isOtherOwner(known, owner)).toBe(expected);
	});
});

describe("what a job exports", () => {
	const windows: Checkpoint = {
		...base,
		step: "windows",
		open: [
			{ step: "submit", window: {} },
			{ ...wait, jobId: "3", due: 0, window: { before: "2026" } },
			{ ...wait, jobId: "4", due: 0, window: { before: "2026" }, part: 1 },
			{ ...wait, jobId: "5", due: 0, window: { before: "2026" }, part: 2 },
			{ ...wait, jobId: "6", due: 0, window: { before: "2026" }, probe: true },
			{ ...wait, jobId: "7", due: 0, window: { from: "2026" } },
		],
	};
	const inPages = (page: number): Checkpoint => ({ ...base, ...wait, page, jobId: "3" });
	const resubmitted: Checkpoint = {
		...windows,
		open: [{ ...read, jobId: "8", window: { before: "2026" } }],
	};

	test("differs from what any other job does", () => {
		const parts = ["3", "4", "5", "6", "7"].map((jobId) => partOf(windows, jobId));
		parts.push(partOf(inPages(1), "3"), partOf(inPages(2), "3"));
		expect(parts).not.toContain(undefined);
		expect(new Set(parts).size).toBe(7);
	});

	test("is the same for the job that takes its place", () => {
		expect(partOf(resubmitted, "8")).toBe(partOf(windows, "3"));
		expect(partOf({ ...base, ...read, jobId: "9" }, "9")).toBe(partOf(inPages(1), "3"));
	});

	test("is nothing if it is not in the checkpoint", () => {
		for (const given of [
			windows,
			inPages(1),
			{ ...base, step: "submit" } as const,
			{ ...base, step: "done" } as const,
		]) {
			expect(partOf(given, "10")).toBeUndefined();
		}
	});
});
