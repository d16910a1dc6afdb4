import { expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { UnexpectedAnswerError } from "../../../src/job/unexpected-answer-error.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { clientOf } from "../client-of.js";
import { type Contact, contactPages, contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { inTurn, type Reply, refusal, scriptServer } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { brokenFile, file, zohoServer } from "../zoho-server.js";

const small = contactPages(3, 2, 4);
const [first] = small.pages;
const large = contactPages(20_000);
const [big] = large.pages;
const onePage = { pages: first === undefined ? [] : [first] };

test("a broken download starts again: no row is lost or doubled", async () => {
	const zip = big?.zip ?? new Uint8Array();
	const breaks = [0.001, 0.3, 0.2, 0.9, 0.999].map((part) => brokenFile(zip, Math.floor(zip.byteLength * part)));
	const replies = inTurn(...breaks, file(zip));
	const server = await zohoServer({
		pages: large.pages,
		instead: ({ path }) => (path.endsWith("/result") ? replies : undefined),
	});
	expect(await rowsOf(clientOf(server.url).rows(contactsJob))).toEqual(large.rows);
	expect(server.received.filter(({ path }) => path.endsWith("/result")).length).toBe(6);
	expect(server.count("POST")).toBe(1);
});

test("a file that ends early without an error of the connection is damaged, not a shorter export", async () => {
	const zip = big?.zip ?? new Uint8Array();
	const short = file(zip.subarray(0, zip.byteLength / 2));
	const server = await zohoServer({
		pages: large.pages,
		instead: ({ path }) => (path.endsWith("/result") ? short : undefined),
	});
	const rows: Contact[] = [];
	const failure = await failureOf(
		(async () => {
			for await (const row of clientOf(server.url).rows(contactsJob)) rows.push(row);
		})(),
	);
	expect(failure).toBeInstanceOf(DamagedResultError);
	expect(rows.length).toBeGreaterThan(0);
	expect(rows).toEqual(large.rows.slice(0, rows.length));
});

test("a file with other than the rows that Zoho counted is damaged", async () => {
	const server = await zohoServer({ pages: small.pages.map(({ zip, count }) => ({ zip, count: count + 1 })) });
	const failure = await failureOf(rowsOf(clientOf(server.url).rows(contactsJob)));
	expect(failure).toBeInstanceOf(DamagedResultError);
	expect(failure).toMatchObject({ reason: "it has 3 rows, but Zoho counted 4", archiveIsWhole: true });
});

test.each([
	["another host", "https://evil.example/crm/bulk/v2/read/1001/result"],
	["another port", "http://127.0.0.1:1/crm/bulk/v2/read/1001/result"],
	["another host without a scheme", "//evil.example/result"],
	["another host behind a backslash", "/\\evil.example/result"],
	["another host behind a tab", "/\t/evil.example/result"],
	["another scheme", "ftp://127.0.0.1/result"],
	["no URL", "http://"],
])("a download_url on %s is not followed", async (_what, url) => {
	const asked: string[] = [];
	const server = await zohoServer(onePage);
	const client = clientOf(server.url, {
		fetch: async (request) => {
			asked.push(new URL(request.url).origin);
			const response = await fetch(request);
			const text = await response.text();
			return new Response(text.replace(/"download_url":"[^"]*"/, `"download_url":${JSON.stringify(url)}`), response);
		},
	});
	const failure = await failureOf(rowsOf(client.rows(contactsJob)));
	expect(failure).toBeInstanceOf(UnexpectedAnswerError);
	expect(String(failure)).toContain("result.download_url");
	expect(new Set(asked)).toEqual(new Set([server.url]));
});

test("a download_url with the API's own origin written out is followed", async () => {
	const server = await zohoServer(onePage);
	const client = clientOf(server.url, {
		fetch: async (request) => {
			const response = await fetch(request);
			if (request.url.endsWith("/result")) return response;
			const text = await response.text();
			return new Response(text.replace('"download_url":"/', `"download_url":"${server.url}/`), response);
		},
	});
	expect(await rowsOf(client.rows(contactsJob))).toEqual(small.rows.slice(0, 3));
});

test("a download that redirects is not followed", async () => {
	const elsewhere = await scriptServer(file(first?.zip ?? new Uint8Array()));
	const away: Reply = (response) => response.writeHead(302, { location: elsewhere.url }).end();
	const server = await zohoServer({ ...onePage, instead: ({ path }) => (path.endsWith("/result") ? away : undefined) });
	const failure = await failureOf(rowsOf(clientOf(server.url).rows(contactsJob)));
	expect(failure).toMatchObject({ name: "ZohoApiError", status: 302, jobId: "1001" });
	expect(elsewhere.received).toEqual([]);
});

test("an error in place of a file is the error, whatever its status", async () => {
	for (const status of [200, 404]) {
		const reply = refusal(status, "RESOURCE_NOT_FOUND");
		const server = await zohoServer({
			...onePage,
			instead: ({ path }) => (path.endsWith("/result") ? reply : undefined),
		});
		expect(await failureOf(rowsOf(clientOf(server.url).rows(contactsJob)))).toMatchObject({
			name: "ResultExpiredError",
			code: "RESOURCE_NOT_FOUND",
			jobId: "1001",
		});
	}
});

test("a web page in place of a file is no answer: the file is asked for again", async () => {
	const page: Reply = (response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>Log in</html>");
	const replies = inTurn(page, page, file(first?.zip ?? new Uint8Array()));
	const server = await zohoServer({
		...onePage,
		instead: ({ path }) => (path.endsWith("/result") ? replies : undefined),
	});
	expect(await rowsOf(clientOf(server.url).rows(contactsJob))).toEqual(small.rows.slice(0, 3));
});

test("a download that could not be sent for want of a token does not count", async () => {
	const server = await zohoServer(onePage);
	let broken = false;
	const auth = accessToken(async () => {
		if (broken) throw new Error("the vault is closed");
		return "1000.token";
	});
	const clock = virtualClock();
	const handle = await clientOf(server.url, { auth, clock, downloadsPerMinute: 1 }).submit(contactsJob);
	await handle.completed();
	broken = true;
	await expect(rowsOf(handle.rows())).rejects.toThrow("the vault is closed");
	broken = false;
	expect(await rowsOf(handle.rows())).toEqual(small.rows.slice(0, 3));
});

test("who stops reading ends the download, and nothing more is asked for", async () => {
	let closed: Promise<void> | undefined;
	const endless: Reply = (response) => {
		closed = new Promise((resolve) => response.on("close", () => resolve()));
		response.writeHead(200, { "content-type": "application/zip" });
		response.write((big?.zip ?? new Uint8Array()).subarray(0, 200_000));
	};
	const server = await zohoServer({
		pages: large.pages,
		instead: ({ path }) => (path.endsWith("/result") ? endless : undefined),
	});
	for await (const row of clientOf(server.url).rows(contactsJob)) {
		expect(row.Id).toBe(large.rows[0]?.Id);
		break;
	}
	await closed;
	expect(server.received.filter(({ path }) => path.endsWith("/result")).length).toBe(1);
});

test("no more than ten downloads begin in a minute, and a refused one holds up the others", async () => {
	const pages = Array.from({ length: 25 }, () => first ?? { zip: new Uint8Array(), count: 0 });
	const times: number[] = [];
	const clock = virtualClock();
	const refusals = inTurn(
		refusal(429, "TOO_MANY_REQUESTS", "Slow down.", { "retry-after": "100" }),
		file(first?.zip ?? new Uint8Array()),
	);
	const server = await zohoServer({
		pages,
		states: ["COMPLETED"],
		instead: ({ path }) => {
			if (!path.endsWith("/result")) return undefined;
			times.push(clock.now());
			return path.includes("/1005/") ? refusals : undefined;
		},
	});
	expect((await rowsOf(clientOf(server.url, { clock }).rows(contactsJob))).length).toBe(75);
	expect(times.length).toBe(26);
	for (const [at, time] of times.entries()) {
		const tenBefore = times[at - 10];
		if (tenBefore !== undefined) expect(time - tenBefore).toBeGreaterThanOrEqual(60_000);
	}
	expect((times[5] ?? 0) - (times[4] ?? 0)).toBe(100_000);
});
