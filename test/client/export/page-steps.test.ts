import { describe, expect, test } from "vitest";
import { ResultExpiredError } from "../../../src/client/errors/result-expired-error.js";
import { ZohoApiError } from "../../../src/client/errors/zoho-api-error.js";
import { advance, advanceKept } from "../../../src/client/export/advance.js";
import { beginExport } from "../../../src/client/export/begin-export.js";
import type { Checkpoint, PageTask, ReadCheckpoint } from "../../../src/client/export/checkpoint.js";
import { withUser } from "../../../src/client/export/checkpoint-owner.js";
import { seal } from "../../../src/client/export/checkpoint-seal.js";
import type { AdvanceOptions } from "../../../src/client/export/page-tasks.js";
import { zipped } from "../../result/archives.js";
import { contactsJob } from "../contact-pages.js";
import { bytesOf, failureOf, rowsOf } from "../outcome.js";
import { apiInMemory, completed, start } from "./api-in-memory.js";

const time = new Date(start).toISOString();
const earlier = new Date(start - 1_000).toISOString();
const owner = { api: "https://a.test" };
const { version, job } = beginExport(contactsJob);

/** A checkpoint on the second page, after three rows. */
const at = (task: PageTask & Pick<ReadCheckpoint, "nextJob">, change: Partial<Checkpoint> = {}): Checkpoint =>
	seal<Checkpoint>({ version, job, owner, page: 2, rows: 3, ...task, ...change } as never);

const waiting = { step: "wait", jobId: "1001", time: earlier, looks: 4, state: "QUEUED" } as const;
const file = { count: 2, downloadUrl: "/result", moreRecords: false };
const reading = { step: "read", jobId: "1001", time: earlier, taken: 0, ...file } as const;

/** How a request is made, apart from what it is for. */
const calling = { signal: new AbortController().signal, onWait: () => {} };

describe("a page's job is submitted", () => {
	test("by its number", async () => {
		const { context, asked } = apiInMemory();
		const step = await advance(context, at({ step: "submit" }, { owner: undefined }), contactsJob, calling);
		expect(step).toStrictEqual({
			checkpoint: at({ step: "wait", jobId: "1001", time, looks: 0, state: "ADDED" }),
			wait: 1_000,
			done: false,
			job: { id: "1001", state: "ADDED" },
		});
		expect(asked).toStrictEqual([{ call: "create", of: contactsJob.atPage(2).toJSON(), asking: calling }]);
	});

	test("by its token, which is kept to submit it again", async () => {
		const { context, asked } = apiInMemory({ context: { apiVersion: "v8" } });
		const { checkpoint } = await advance(context, at({ step: "submit", pageToken: "t2" }), contactsJob);
		expect(checkpoint).toStrictEqual(
			at({ step: "wait", jobId: "1001", time, looks: 0, state: "ADDED", pageToken: "t2" }),
		);
		expect(asked.map(({ of }) => of)).toEqual([{ query: { page_token: "t2" } }]);
	});

	test("in the name of a user, who is kept", async () => {
		const { context } = apiInMemory({ added: { createdBy: { id: "7", name: "P" } } });
		const { checkpoint } = await advance(context, at({ step: "submit" }), contactsJob);
		expect(checkpoint.owner).toEqual(await withUser(owner, { id: "7", name: "P" }));
		const others = apiInMemory({ added: { createdBy: { id: "8", name: "P" } } });
		await expect(
			advance(others.context, seal({ ...at({ step: "submit" }), owner: checkpoint.owner }), contactsJob),
		).rejects.toThrow("another user's");
	});

	test("once the checkpoint is known to be the client's own, and the job's", async () => {
		const { context, asked } = apiInMemory();
		const others = at({ step: "submit" }, { owner: { api: "https://b.test" } });
		await expect(advance(context, others, contactsJob)).rejects.toThrow("https://b.test");
		await expect(
			advanceKept(context, at({ step: "submit" }), contactsJob.customView("554023000000093005"), {}),
		).rejects.toThrow("does not belong to this job");
		expect(asked).toEqual([]);
	});
});

describe("a page's job is looked at", () => {
	test.each([{}, { pageToken: "t2" }])("and waited for, longer each time: %j", async (token) => {
		const { context, asked } = apiInMemory({ looks: [{ state: "IN PROGRESS", query: { page: 2 } }] });
		const secret = contactsJob.callback("https://example.com/hook?secret=ca11bac4");
		const step = await advance(context, at({ ...waiting, ...token }), secret, calling);
		expect(step).toStrictEqual({
			checkpoint: at({ ...waiting, ...token, looks: 5, state: "IN PROGRESS" }),
			wait: 7_594,
			done: false,
			job: { id: "1001", state: "IN PROGRESS" },
		});
		expect(asked).toStrictEqual([
			{ call: "details", of: "1001", asking: { ...calling, secrets: expect.arrayContaining(["ca11bac4"]) } },
		]);
	});

	test.each([{}, { pageToken: "t2", nextPageToken: "t3" }])("and is ready to be read: %j", async (tokens) => {
		const result = { count: 2, downloadUrl: "/r/1", moreRecords: true, nextPageToken: tokens.nextPageToken };
		const { context, clock } = apiInMemory({ looks: [completed(result)] });
		clock.pass(500);
		const from = at({ ...waiting, ...(tokens.pageToken && { pageToken: tokens.pageToken }) });
		expect(await advance(context, from, contactsJob)).toStrictEqual({
			checkpoint: at({
				...{ step: "read", jobId: "1001", time: new Date(start + 500).toISOString(), count: 2, taken: 0 },
				...{ downloadUrl: "/r/1", moreRecords: true, ...tokens },
			}),
			wait: 0,
			done: false,
			job: { id: "1001", state: "COMPLETED" },
		});
	});

	test("and its user is the one before", async () => {
		const creator = { id: "7", name: "P" };
		const { context } = apiInMemory({
			looks: [{ createdBy: creator }, completed({}), { createdBy: { ...creator, id: "8" } }],
		});
		const known = await withUser(owner, creator);
		const { checkpoint } = await advance(context, at(waiting), contactsJob);
		expect(checkpoint.owner).toEqual(known);
		expect((await advance(context, checkpoint, contactsJob)).checkpoint.owner).toEqual(known);
		await expect(advance(context, checkpoint, contactsJob)).rejects.toThrow("another user's");
	});

	test("and one that is gone is said to be, with its age", async () => {
		const refused = { status: 404, zohoMessage: "no", details: {}, advice: "", request: "GET /x", jobId: undefined };
		const { context } = apiInMemory({
			looks: [
				new ZohoApiError({ ...refused, code: "RESOURCE_NOT_FOUND" }),
				new ZohoApiError({ ...refused, code: "NO_PERMISSION" }),
			],
		});
		const gone = await failureOf(advance(context, at(waiting), contactsJob));
		expect(gone).toBeInstanceOf(ResultExpiredError);
		expect(gone).toMatchObject({ jobId: "1001", since: earlier });
		expect(await failureOf(advance(context, at(waiting), contactsJob))).not.toBeInstanceOf(ResultExpiredError);
	});

	test("and is held against the page that was asked for by its number, not by its token", async () => {
		const said = { state: "QUEUED", query: { page: 7 } } as const;
		const { context } = apiInMemory({ looks: [said] });
		const failure = await failureOf(advance(context, at(waiting), contactsJob));
		expect(failure).toMatchObject({ name: "UnexpectedAnswerError", path: ["query", "page"] });
		expect(await advance(context, at(waiting), contactsJob, { answers: "unchecked" })).toMatchObject({ wait: 7_594 });
		expect(await advance(context, at({ ...waiting, pageToken: "t" }), contactsJob)).toMatchObject({ wait: 7_594 });
	});
});

describe("after a page was handed out", () => {
	const csv = "Id,Last_Name,Email_Opt_Out\n1,x,true\n2,y,\n";
	const rows = [
		{ Id: "1", Last_Name: "x", Email_Opt_Out: true },
		{ Id: "2", Last_Name: "y", Email_Opt_Out: null },
	];
	const more = { ...reading, moreRecords: true };
	const next = { page: 3, rows: 5 };

	test.each<[string, Checkpoint, AdvanceOptions, Checkpoint, isLast: boolean]>([
		["it was the last", at(reading), { prefetch: true }, at({ step: "done" } as never, { rows: 5 }), true],
		["the next is submitted by its number", at(more), {}, at({ step: "submit" }, next), false],
		[
			"the next is submitted by its token",
			at({ ...more, pageToken: "t2", nextPageToken: "t3" }),
			{ prefetch: false },
			at({ step: "submit", pageToken: "t3" }, next),
			false,
		],
		[
			"the next was submitted ahead",
			at({ ...more, nextPageToken: "t3", nextJob: { id: "1002", time: earlier } }),
			{ prefetch: true },
			at({ step: "wait", jobId: "1002", time: earlier, looks: 0, state: "ADDED", pageToken: "t3" }, next),
			false,
		],
	])("%s", async (_name, from, options, after, isLast) => {
		const archive = zipped(csv);
		const { context, asked } = apiInMemory({ files: [[archive]] });
		const { page, ...step } = await advance(context, from, contactsJob, options);
		expect(step).toStrictEqual({ checkpoint: after, wait: 0, done: isLast });
		expect(asked).toEqual([]);
		expect(page).toStrictEqual({
			...{ number: 2, jobId: "1001", count: 2, taken: 0, isLast },
			...{ rows: expect.any(Function), download: expect.any(Function), after: expect.any(Function) },
		});
		expect(page && (await rowsOf(page.rows()))).toEqual(rows);
		expect(page && (await bytesOf(page.download()))).toEqual(archive);
		expect(asked.map(({ of, url }) => [of, url])).toEqual([
			["1001", "/result"],
			["1001", "/result"],
		]);
	});

	test("ahead, the next page's job is submitted, and the page is still to be read", async () => {
		const { context, asked } = apiInMemory({
			context: { apiVersion: "v8" },
			added: { createdBy: { id: "7", name: "P" } },
		});
		const from = at({ ...more, nextPageToken: "t3" });
		const known = await withUser(owner, { id: "7", name: "P" });
		expect(await advance(context, from, contactsJob, { prefetch: true, ...calling })).toStrictEqual({
			checkpoint: seal({ ...from, owner: known, nextJob: { id: "1001", time } } as never),
			wait: 0,
			done: false,
		});
		expect(asked).toStrictEqual([{ call: "create", of: { query: { page_token: "t3" } }, asking: calling }]);
		const byNumber = apiInMemory();
		await advance(byNumber.context, at(more), contactsJob, { prefetch: true });
		expect(byNumber.asked.map(({ of }) => of)).toEqual([contactsJob.atPage(3).toJSON()]);
	});

	test("the last of all, nothing is left to do", async () => {
		const done = at({ step: "done" } as never, { owner: { api: "https://b.test" } });
		expect(await advance(apiInMemory().context, done, contactsJob)).toEqual({ checkpoint: done, wait: 0, done: true });
	});

	describe("its checkpoint says what its rows came from", () => {
		const archive = zipped(csv);
		const whole = { bytes: archive.byteLength, crc: expect.any(Number) as number };
		const proof = { bytes: 5, crc: 6 };

		test.each<
			[
				string,
				taken: number,
				options: AdvanceOptions,
				read: "rows" | "download" | undefined,
				after: number,
				proof: unknown,
			]
		>([
			["nothing if none were taken", 0, {}, "rows", 0, undefined],
			["nothing if none were read", 0, {}, undefined, 1, undefined],
			["what has arrived", 0, {}, "rows", 2, whole],
			["what has arrived of the file as it is", 0, {}, "download", 1, whole],
			["that the file was checked", 0, { verified: true }, undefined, 1, "verified"],
			["what it was before, if none were taken since", 1, { verified: true }, "download", 0, proof],
		])("%s", async (_name, taken, options, read, after, known) => {
			const { context } = apiInMemory({ files: [[archive]] });
			const from = at({ ...reading, taken, ...(taken > 0 && { proof }) });
			const { page } = await advance(context, from, contactsJob, options);
			if (page === undefined) throw new Error("no page");
			if (read === "rows") await rowsOf(page.rows());
			if (read === "download") await bytesOf(page.download());
			const kept = page.after(after);
			expect(kept).toEqual({ ...from, taken: taken + after, proof: known, seal: expect.any(String) });
			expect(kept).toEqual(seal({ ...kept, seal: "" } as never));
		});
	});
});
