import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CallbackHandlerOptions, callbackHandler } from "../../../src/client/jobs/callback-handler.js";
import type { CompletedJob } from "../../../src/client/jobs/wait-for-job.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import type { CallbackSecret } from "../../../src/job/callback-url.js";
import { InvalidJobError } from "../../../src/job/invalid-job-error.js";
import { Leads } from "../../../src/standard/index.js";
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

test("it reads a request that has no body to stream, as Firefox makes them", async () => {
	const calls: string[] = [];
	const handle = handler(calls);
	const inFirefox = Object.defineProperty(post(completed), "body", { value: undefined });
	expect((await handle(inFirefox)).status).toBe(200);
	expect(calls).toEqual(["completed 554023000000568002 1588"]);
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

const secrets = fc.string({ unit: fc.constantFrom(..."abc019+/=&#%? é漢~'\"<"), minLength: 1, maxLength: 40 });

test("whatever the secret, what the builder puts into the URL the handler finds", async () => {
	await fc.assert(
		fc.asyncProperty(
			secrets,
			fc.constantFrom(undefined, "key", "a b&c"),
			fc.constantFrom("https://example.com/zoho", "https://u:p@example.com/zoho?x=1&y=a+b#part", "http://example.com"),
			async (secret, parameter, address) => {
				const job = bulkRead(Leads).callback(address, { secret, parameter });
				const to = job.toJSON().callback?.url ?? "";
				const { origin, pathname, search } = new URL(to);
				const calls: CompletedJob[] = [];
				const handle = callbackHandler({ secret, parameter, onCompleted: (done) => void calls.push(done) });
				expect((await handle(post(completed, origin + pathname + search))).status).toBe(200);
				expect(calls.map(({ result }) => result.count)).toEqual([1588]);
				const other = callbackHandler({ secret: `${secret}x`, parameter });
				expect((await other(post(completed, origin + pathname + search))).status).toBe(403);
				for (const [name, value] of new URL(address).searchParams) {
					expect(new URL(to).searchParams.get(name)).toBe(value);
				}
			},
		),
	);
});

test("a secret that was put into the URL without being encoded is found too", async () => {
	for (const secret of ["a+b/c==", "a b", "100%"]) {
		const handle = callbackHandler({ secret });
		expect((await handle(post(completed, `https://example.com/zoho?secret=${secret}`))).status).toBe(200);
		expect((await handle(post(completed, `https://example.com/zoho?secret=${secret}&secret=${secret}`))).status).toBe(
			403,
		);
	}
});

test.each<[string, unknown, unknown]>([
	["an empty secret", "https://example.com", { secret: "" }],
	["no secret", "https://example.com", {}],
	["a text in its place", "https://example.com", "s3cr3t"],
	["null", "https://example.com", null],
	["a number", "https://example.com", { secret: 5 }],
	["half of a pair", "https://example.com", { secret: "\ud800" }],
	["an empty name", "https://example.com", { secret: "s3cr3t", parameter: "" }],
	["a name that stands in the URL", "https://example.com?secret=old-s3cr3t", { secret: "s3cr3t" }],
	["no URL", undefined, { secret: "s3cr3t" }],
	["a number for the URL", 5, undefined],
	["null for the URL", null, undefined],
	["a URL with a user, of another kind", "ftp://user:s3cr3t@example.com/#s3cr3t", undefined],
	["a relative URL", "//user:s3cr3t@example.com", undefined],
])("a callback with %s is refused, without its secret", (_what, url, secret) => {
	const build = (): unknown => bulkRead(Leads).callback(url as string, secret as CallbackSecret);
	expect(build).toThrow(InvalidJobError);
	try {
		build();
	} catch (error) {
		expect(`${error} ${JSON.stringify(error)}`).not.toContain("s3cr3t");
	}
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

test.each<[string, Request, Partial<CallbackHandlerOptions>, status: number, message: string]>([
	["another method", new Request(url), {}, 405, "Callbacks must be POST requests."],
	["no secret", post(completed, "https://example.com"), {}, 403, "The secret is missing or wrong."],
	["a body of more than was said", post("12345678901"), { maxBytes: 10 }, 413, "A callback has at most 10 bytes."],
	["a body of more than a mebibyte", post(" ".repeat(2 ** 20 + 1)), {}, 413, "A callback has at most 1048576 bytes."],
	["a body of just a mebibyte", post(" ".repeat(2 ** 20)), {}, 400, "This is not a callback of a bulk read job."],
	["a callback", post(completed), { onCompleted: undefined, onFailed: undefined }, 200, "Received."],
	["one of a failure", post(failed), { onCompleted: undefined, onFailed: undefined }, 200, "Received."],
])("%s is answered in words", async (_what, request, options, status, message) => {
	const answer = await handler([], options)(request);
	expect([answer.status, await answer.json()]).toEqual([status, { message }]);
	expect(answer.headers.get("allow")).toBe(status === 405 ? "POST" : null);
});

test("functions get the job with its state, and the request", async () => {
	const given: unknown[] = [];
	const take = ({ state }: { state: string }, request: Request): void => void given.push([state, request]);
	const handle = callbackHandler({ secret: "s3crét", onCompleted: take, onFailed: take });
	const requests = [post(completed), post(failed)];
	for (const request of requests) await handle(request);
	expect(given).toEqual([
		["COMPLETED", requests[0]],
		["FAILURE", requests[1]],
	]);
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

test("a state that is not final is accepted, and nobody is called", async () => {
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
	for (const secret of ["", undefined, 5]) {
		expect(() => callbackHandler({ secret: secret as string })).toThrow(
			"secret: is missing; without it anybody could report jobs.",
		);
	}
});

function handler(calls: string[], options: Partial<CallbackHandlerOptions> = {}) {
	return callbackHandler({
		secret: "s3crét",
		onCompleted: ({ id, result }) => void calls.push(`completed ${id} ${result.count}`),
		onFailed: ({ id, failure }) => void calls.push(`failed ${id} ${failure.code}`),
		...options,
	});
}

function post(body: string, to = url): Request {
	return new Request(to, { method: "POST", body });
}
