import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type CallbackHandlerOptions, callbackHandler } from "../../../src/client/jobs/callback-handler.js";
import { scriptServer } from "../script-server.js";

const sample = (name: string): string => readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), "utf8");
const completed = sample("callback-job-completed");
const failed = sample("callback-job-failed");
const url = "https://example.com/zoho?secret=s3cr%C3%A9t";

test("a completed job and a failed one reach their functions, in either form", async () => {
	const calls: string[] = [];
	const handle = handler(calls);
	expect((await handle(post(completed))).status).toBe(200);
	expect((await handle(post(failed))).status).toBe(200);
	const inData = JSON.stringify({ data: [{ ...JSON.parse(completed), id: "77", job_id: undefined }] });
	expect((await handle(post(inData))).status).toBe(200);
	expect(calls).toEqual([
		"completed 554023000000568002 1588",
		"failed 554023000000568002 <ERROR CODE>",
		"completed 77 1588",
	]);
});

test("it works behind a real server", async () => {
	const calls: string[] = [];
	const handle = handler(calls);
	const server = await scriptServer(async (response, { method, path, body }) => {
		const answered = await handle(new Request(`http://localhost${path}`, { method, body }));
		response.writeHead(answered.status).end(await answered.text());
	});
	const answer = await fetch(`${server.url}/hook?secret=s3cr%C3%A9t`, { method: "POST", body: completed });
	expect(answer.status).toBe(200);
	expect(await answer.json()).toEqual({ message: "Received." });
	expect(calls.length).toBe(1);
});

test.each([
	["none", "https://example.com/zoho"],
	["an empty one", "https://example.com/zoho?secret="],
	["a wrong one", "https://example.com/zoho?secret=other"],
	["the beginning of it", "https://example.com/zoho?secret=s3cr"],
	["more than it", "https://example.com/zoho?secret=s3cr%C3%A9tx"],
	["two of them", `${url}&secret=other`],
	["it under another name", "https://example.com/zoho?key=s3cr%C3%A9t"],
])("with %s for a secret nobody is called", async (_what, wrong) => {
	const calls: string[] = [];
	expect((await handler(calls)(post(completed, wrong))).status).toBe(403);
	expect(calls).toEqual([]);
});

test("the secret may have another name", async () => {
	const calls: string[] = [];
	const handle = handler(calls, { parameter: "key" });
	expect((await handle(post(completed, "https://example.com/zoho?key=s3cr%C3%A9t"))).status).toBe(200);
	expect(calls.length).toBe(1);
});

test("what is no callback is refused before anybody is called", async () => {
	const calls: string[] = [];
	const handle = handler(calls, { maxBytes: 5_000 });
	expect((await handle(new Request(url))).status).toBe(405);
	for (const body of [
		"",
		"no JSON",
		"[]",
		"{}",
		'{"job_id": 5, "state": "COMPLETED"}',
		'{"job_id": "5", "state": "COMPLETED"}',
	]) {
		expect((await handle(post(body))).status).toBe(400);
	}
	expect(calls).toEqual([]);
});

test("a body that is too long is not read to its end", async () => {
	let pulled = 0;
	let cancelled = false;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			pulled += 1;
			controller.enqueue(new Uint8Array(1_000));
		},
		cancel() {
			cancelled = true;
		},
	});
	const request = new Request(url, { method: "POST", body, duplex: "half" } as RequestInit);
	expect((await handler([], { maxBytes: 5_000 })(request)).status).toBe(413);
	expect(pulled).toBeLessThan(10);
	expect(cancelled).toBe(true);
});

test("a state that is not final is taken note of, and nobody is called", async () => {
	const calls: string[] = [];
	expect((await handler(calls)(post('{"job_id": "5", "state": "IN PROGRESS"}'))).status).toBe(200);
	expect(calls).toEqual([]);
});

test("the answer waits for the function, and what that throws passes through", async () => {
	let done = false;
	const waiting = callbackHandler({
		secret: "s3crét",
		onCompleted: async () => {
			await new Promise((resolve) => setImmediate(resolve));
			done = true;
		},
	});
	await waiting(post(completed));
	expect(done).toBe(true);
	const throwing = callbackHandler({
		secret: "s3crét",
		onCompleted: () => {
			throw new Error("queue is down");
		},
	});
	await expect(throwing(post(completed))).rejects.toThrow("queue is down");
});

test("without a secret there is no handler", () => {
	expect(() => callbackHandler({ secret: "" })).toThrow("secret: is missing");
});

function handler(calls: string[], options: Partial<CallbackHandlerOptions> = {}) {
	return callbackHandler({
		secret: "s3crét",
		onCompleted: ({ id, result }) => void calls.push(`completed ${id} ${result?.count}`),
		onFailed: ({ id, failure }) => void calls.push(`failed ${id} ${failure?.code}`),
		...options,
	});
}

function post(body: string, to = url): Request {
	return new Request(to, { method: "POST", body });
}
