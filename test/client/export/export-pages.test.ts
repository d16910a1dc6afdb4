import { expect, expectTypeOf, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import type { Progress } from "../../../src/client/jobs/progress-teller.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { Events } from "../../../src/standard/index.js";
import { clientOf } from "../client-of.js";
import { type Contact, contactPages, contactsJob } from "../contact-pages.js";
import { bytesOf, rowsOf } from "../outcome.js";
import { refusal } from "../script-server.js";
import { zohoServer } from "../zoho-server.js";
import { first, large, onePage, small } from "./small-pages.js";

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

test("on v8 the next page is requested by its token, or by its number if there is no token", async () => {
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

test.each(["", "12a", "1/result", "../1"])("%j is not a job's id", async (id) => {
	const server = await zohoServer(onePage);
	expect(() => clientOf(server.url).job(id)).toThrow("is not a job's id");
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
