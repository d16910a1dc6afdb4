import { expect, expectTypeOf, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { JobFailedError } from "../../../src/client/errors/job-failed-error.js";
import { JobTimeoutError } from "../../../src/client/errors/job-timeout-error.js";
import type { Progress } from "../../../src/client/jobs/progress-teller.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { Events } from "../../../src/standard/index.js";
import { clientOf } from "../client-of.js";
import { type Contact, contactPages, contactsJob } from "../contact-pages.js";
import { bytesOf, failureOf, rowsOf } from "../outcome.js";
import { json, type Reply, refusal } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { zohoServer } from "../zoho-server.js";

const small = contactPages(3, 2, 4);
const [first] = small.pages;
const large = contactPages(20_000);
const onePage = { pages: first === undefined ? [] : [first] };

test("every page is exported as typed rows, in order", async () => {
	const server = await zohoServer({ pages: small.pages });
	const rows = [];
	for await (const row of clientOf(server.url).rows(contactsJob)) {
		expectTypeOf(row).toEqualTypeOf<Contact>();
		rows.push(row);
	}
	expect(rows).toEqual(small.rows);
	expect(server.submitted()).toEqual([1, 2, 3].map((page) => contactsJob.page(page).toJSON()));
});

test("in batches it is the same rows", async () => {
	const server = await zohoServer({ pages: large.pages });
	const batches = [];
	for await (const batch of clientOf(server.url).rows(contactsJob).batches()) batches.push(batch);
	expect(batches.length).toBeGreaterThan(3);
	expect(batches.flat()).toEqual(large.rows);
});

test("it goes on from the page that the job names", async () => {
	const server = await zohoServer({ pages: small.pages });
	expect(await rowsOf(clientOf(server.url).rows(contactsJob.page(2)))).toEqual(small.rows.slice(3));
});

test("on v8 the next page is asked for by its token, and by its number where there is none", async () => {
	const withTokens = await zohoServer({ pages: small.pages, tokens: true });
	expect(await rowsOf(clientOf(withTokens.url, { apiVersion: "v8" }).rows(contactsJob))).toEqual(small.rows);
	expect(withTokens.submitted()).toEqual([
		{ query: { module: { api_name: "Contacts" }, fields: ["Last_Name", "Email_Opt_Out"], page: 1 } },
		{ query: { page_token: "token-2" } },
		{ query: { page_token: "token-3" } },
	]);

	const without = await zohoServer({ pages: small.pages });
	expect(await rowsOf(clientOf(without.url, { apiVersion: "v8" }).rows(contactsJob))).toEqual(small.rows);
	expect(without.submitted().at(-1)).toMatchObject({ query: { page: 3 } });
});

test("an export without records ends without rows", async () => {
	const server = await zohoServer({ pages: contactPages(0).pages });
	expect(await rowsOf(clientOf(server.url).rows(contactsJob))).toEqual([]);
	expect(server.count("POST")).toBe(1);
});

test("nothing is sent before the first row is asked for", async () => {
	const server = await zohoServer(onePage);
	const client = clientOf(server.url);
	const rows = client.rows(contactsJob);
	const batches = rows.batches();
	const pages = client.pages(contactsJob);
	client.job("1001", contactsJob).rows();
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(server.received).toEqual([]);
	expect((await rowsOf(rows)).length).toBe(3);
	expect([batches, pages].length).toBe(2);
});

test("a job is waited for through every state, known or not, longer each time", async () => {
	const states = ["ADDED", "QUEUED", "IN PROGRESS", "HIBERNATING", "FAILED", "ERROR", "COMPLETED"];
	const server = await zohoServer({ ...onePage, states });
	const clock = virtualClock();
	const seen: string[] = [];
	const onProgress = ({ state }: Progress): void => void seen.push(state ?? "none");
	await rowsOf(clientOf(server.url, { clock }).rows(contactsJob, { onProgress }));
	expect(clock.waits).toEqual([1_000, 1_500, 2_250, 3_375, 5_063, 7_594, 11_391]);
	expect(seen).toEqual([...states, "COMPLETED"]);

	const handle = await clientOf(server.url, { clock: virtualClock() }).submit(contactsJob);
	seen.length = 0;
	await handle.completed({ onProgress });
	expect(seen).toEqual(states);
	expect(handle.state).toBe("COMPLETED");
});

test("progress tells page, state, rows and bytes", async () => {
	const server = await zohoServer({ pages: small.pages });
	const seen: Progress[] = [];
	await rowsOf(clientOf(server.url).rows(contactsJob, { onProgress: (progress) => seen.push(progress) }));
	const sizes = small.pages.map(({ zip }) => zip.byteLength);
	expect(seen.map(({ total }) => total).filter((total, at, all) => total !== all[at - 1])).toEqual([0, 3, 5, 9]);
	const lines = seen.map(({ jobId, page, state, rows, bytes }) => `${jobId} ${page} ${state} ${rows} ${bytes}`);
	const [one = 0, two = 0, three = 0] = sizes;
	expect(lines).toEqual([
		"1001 1 ADDED 0 0",
		"1001 1 IN PROGRESS 0 0",
		"1001 1 COMPLETED 0 0",
		`1001 1 COMPLETED 3 ${one}`,
		`1002 2 ADDED 3 ${one}`,
		`1002 2 IN PROGRESS 3 ${one}`,
		`1002 2 COMPLETED 3 ${one}`,
		`1002 2 COMPLETED 5 ${one + two}`,
		`1003 3 ADDED 5 ${one + two}`,
		`1003 3 IN PROGRESS 5 ${one + two}`,
		`1003 3 COMPLETED 5 ${one + two}`,
		`1003 3 COMPLETED 9 ${one + two + three}`,
	]);
});

test("a job that failed is an error with Zoho's own account", async () => {
	const failed: Reply = json(200, {
		data: [
			{
				id: "1001",
				operation: "read",
				state: "FAILURE",
				query: { module: "Contacts", page: 1 },
				result: {
					error_message: {
						status: "error",
						code: "INTERNAL_SERVER_ERROR",
						message: "Internal server error occurred.",
						details: { part: 7 },
					},
				},
			},
		],
	});
	const server = await zohoServer({ ...onePage, instead: ({ method }) => (method === "GET" ? failed : undefined) });
	const client = clientOf(server.url);
	const expected = {
		name: "JobFailedError",
		jobId: "1001",
		code: "INTERNAL_SERVER_ERROR",
		zohoMessage: "Internal server error occurred.",
		details: { part: 7 },
	};
	const failure = await failureOf(rowsOf(client.rows(contactsJob)));
	expect(failure).toBeInstanceOf(JobFailedError);
	expect(failure).toMatchObject(expected);
	const handle = client.job("1001", contactsJob);
	expect(await failureOf(handle.completed())).toMatchObject(expected);
	expect(await failureOf(handle.download())).toMatchObject(expected);
	expect(await failureOf(rowsOf(handle.rows()))).toMatchObject(expected);
	expect((await handle.details()).failure?.code).toBe("INTERNAL_SERVER_ERROR");
});

test("a job that takes too long is an error with its id, and can be picked up by it", async () => {
	const states = [...Array.from({ length: 20 }, () => "IN PROGRESS"), "COMPLETED"];
	const server = await zohoServer({ ...onePage, states });
	const clock = virtualClock();
	const client = clientOf(server.url, { clock });
	const failure = await failureOf(rowsOf(client.rows(contactsJob, { timeout: 60_000 })));
	expect(failure).toBeInstanceOf(JobTimeoutError);
	expect(failure).toMatchObject({ jobId: "1001", state: "IN PROGRESS", waited: 60_000 });
	expect(String(failure)).toContain('client.job("1001")');

	const handle = client.job("1001", contactsJob);
	expect(await failureOf(handle.completed({ timeout: 5_000 }))).toMatchObject({
		name: "JobTimeoutError",
		waited: 5_000,
	});
	expect(await rowsOf(handle.rows())).toEqual(small.rows.slice(0, 3));
	expect(server.count("POST")).toBe(1);
});

test("unless told otherwise a job is waited for a day, no longer", async () => {
	const server = await zohoServer({ ...onePage, states: ["QUEUED"] });
	const failure = await failureOf(clientOf(server.url).job("1001").completed());
	expect(failure).toMatchObject({ name: "ZohoApiError", code: "RESOURCE_NOT_FOUND" });
	const clock = virtualClock();
	const handle = await clientOf(server.url, { clock, poll: { first: 3_600_000, factor: 1, limit: 3_600_000 } }).submit(
		contactsJob,
	);
	expect(await failureOf(handle.completed())).toMatchObject({ name: "JobTimeoutError", waited: 24 * 3_600_000 });
});

test("an abort while a job is waited for, or read, carries its id", async () => {
	const server = await zohoServer({ pages: large.pages, states: ["QUEUED", "QUEUED", "COMPLETED"] });
	const waiting = new AbortController();
	const stop = (progress: Progress): void => {
		if (progress.state === "QUEUED") waiting.abort(new Error("enough"));
	};
	const clock = virtualClock();
	const client = clientOf(server.url, { clock });
	const aborted = { name: "AbortError", jobId: "1001", cause: new Error("enough") };
	expect(await failureOf(rowsOf(client.rows(contactsJob, { signal: waiting.signal, onProgress: stop })))).toMatchObject(
		aborted,
	);

	// The wait after the first look is not begun.
	expect(clock.waits).toEqual([1_000]);

	const reading = new AbortController();
	let rows = 0;
	const failure = await failureOf(
		(async () => {
			for await (const _ of client.job("1001", contactsJob).rows({ signal: reading.signal })) {
				rows += 1;
				if (rows === 100) reading.abort(new Error("enough"));
			}
		})(),
	);
	expect(failure).toMatchObject(aborted);
	expect(rows).toBeGreaterThanOrEqual(100);
	expect(rows).toBeLessThan(large.rows.length);
});

test("the client's own signal ends an export, whether it waits or reads", async () => {
	for (const state of ["QUEUED", "COMPLETED"]) {
		const server = await zohoServer({ pages: large.pages, states: ["QUEUED", "COMPLETED"] });
		const controller = new AbortController();
		const client = clientOf(server.url, { signal: controller.signal });
		const onProgress = (progress: Progress): void => {
			if (progress.state === state) controller.abort();
		};
		const signal = new AbortController().signal;
		expect(await failureOf(rowsOf(client.rows(contactsJob, { signal, onProgress })))).toMatchObject({
			name: "AbortError",
			jobId: "1001",
		});
	}
});

test("with prefetch the next page's job is submitted before a page is read", async () => {
	const order = async (prefetch: boolean): Promise<string[]> => {
		const server = await zohoServer({ pages: small.pages, states: ["COMPLETED"] });
		expect(await rowsOf(clientOf(server.url).rows(contactsJob, { prefetch }))).toEqual(small.rows);
		return server.received.map(({ method, path }) =>
			method === "POST"
				? "submit"
				: path.replace(/.*\/(\d+)(\/result)?$/, (_, id, result) => (result ? `read ${id}` : `look ${id}`)),
		);
	};
	expect(await order(false)).toEqual([
		...["submit", "look 1001", "read 1001"],
		...["submit", "look 1002", "read 1002"],
		...["submit", "look 1003", "read 1003"],
	]);
	expect(await order(true)).toEqual([
		...["submit", "look 1001", "submit", "read 1001"],
		...["look 1002", "submit", "read 1002"],
		...["look 1003", "read 1003"],
	]);
});

test("page by page: the files as they are, and their rows", async () => {
	const server = await zohoServer({ pages: small.pages });
	const seen: unknown[] = [];
	const rows: Contact[] = [];
	for await (const page of clientOf(server.url).pages(contactsJob)) {
		seen.push([page.number, page.jobId, page.count]);
		expect(await bytesOf(page.download())).toEqual(small.pages[page.number - 1]?.zip);
		rows.push(...(await rowsOf(page.rows())));
	}
	expect(seen).toEqual([
		[1, "1001", 3],
		[2, "1002", 2],
		[3, "1003", 4],
	]);
	expect(rows).toEqual(small.rows);
});

test("a calendar is downloaded, and has no rows", async () => {
	const server = await zohoServer({ ...onePage, module: "Events", fileType: "ics" });
	const calendar = bulkRead(Events).ics();
	const client = clientOf(server.url);
	for await (const page of client.pages(calendar)) {
		expect(await bytesOf(page.download())).toEqual(first?.zip);
		expect(() => page.rows()).toThrow("a calendar has no rows");
	}
	expect(server.submitted()).toEqual([calendar.page(1).toJSON()]);
	expect(() => client.rows(calendar)).toThrow("a calendar has no rows");
	expect(() => client.job("1001", calendar).rows()).toThrow("a calendar has no rows");
});

test("download submits a job and gives its file", async () => {
	const server = await zohoServer({ pages: small.pages });
	const client = clientOf(server.url);
	expect(await bytesOf(await client.download(contactsJob.page(2)))).toEqual(small.pages[1]?.zip);
	expect(server.count("POST")).toBe(1);
	const handle = await client.submit(contactsJob);
	expect(await bytesOf(await handle.download())).toEqual(first?.zip);
	expect(await rowsOf(handle.rows())).toEqual(small.rows.slice(0, 3));
	expect((await handle.completed()).result.count).toBe(3);
	// What is completed is not looked at again.
	expect(server.count("GET /crm/bulk/v2/read/1002/result")).toBe(2);
	expect(server.count("GET /crm/bulk/v2/read/1002")).toBe(2 + 2);
});

test.each(["", "12a", "1/result", "../1"])("%j is no job's id", async (id) => {
	const server = await zohoServer(onePage);
	expect(() => clientOf(server.url).job(id)).toThrow("is no job's id");
});

test("a token that dies in the middle of an export is renewed", async () => {
	let valid = "1000.one";
	const server = await zohoServer({
		pages: small.pages,
		instead: ({ headers }) =>
			headers.authorization === `Zoho-oauthtoken ${valid}`
				? undefined
				: refusal(401, "INVALID_TOKEN", "invalid oauth token"),
	});
	let held = valid;
	let asked = 0;
	const auth = accessToken(async () => {
		asked += 1;
		// It learns of the new one too late for the request that finds the old one dead.
		const given = held;
		held = valid;
		return given;
	});
	const rows: Contact[] = [];
	for await (const row of clientOf(server.url, { auth }).rows(contactsJob)) {
		rows.push(row);
		if (rows.length === 2) valid = "1000.two";
	}
	expect(rows).toEqual(small.rows);
	// Once for every request, and once more to ask whether there is another.
	expect(asked).toBe(server.received.length + 1);
});
