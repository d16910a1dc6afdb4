import { expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { readClientOptions } from "../../../src/client/client-options.js";
import { AuthError } from "../../../src/client/errors/auth-error.js";
import { NetworkError } from "../../../src/client/errors/network-error.js";
import { RateLimitError } from "../../../src/client/errors/rate-limit-error.js";
import { ZohoApiError } from "../../../src/client/errors/zoho-api-error.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { Contacts } from "../../../src/standard/index.js";
import { clientOf } from "../client-of.js";
import { failureOf } from "../outcome.js";
import {
	created,
	halfAnAnswer,
	hangUp,
	inTurn,
	json,
	type Reply,
	refusal,
	scriptServer,
	silence,
} from "../script-server.js";
import { type VirtualClock, virtualClock } from "../virtual-clock.js";

const job = bulkRead(Contacts).select("Last_Name");
const looked: Reply = json(200, { data: [{ id: "42", operation: "read", state: "QUEUED" }] });

test("looking at a job is repeated after 500s, broken connections, silence and somebody else's page", async () => {
	const server = await scriptServer(
		inTurn(
			json(500, {}),
			(response) => response.writeHead(503).end("<html>"),
			hangUp,
			silence,
			halfAnAnswer,
			(response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>Log in</html>"),
			looked,
		),
	);
	const clock = virtualClock();
	const handle = clientOf(server.url, { clock, timeout: 300 }).job("42");
	expect((await handle.details()).state).toBe("QUEUED");
	expect(handle.state).toBe("QUEUED");
	expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual(
		Array.from({ length: 7 }, () => "GET /crm/bulk/v2/read/42"),
	);
	expect(clock.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
});

test("it gives up after as many repetitions as it was told", async () => {
	const server = await scriptServer(refusal(500, "INTERNAL_ERROR", "Internal Server Error"));
	const failure = await failureOf(clientOf(server.url, { retries: 2 }).job("42").details());
	expect(server.received.length).toBe(3);
	expect(failure).toBeInstanceOf(ZohoApiError);
	expect(failure).toMatchObject({
		code: "INTERNAL_ERROR",
		status: 500,
		jobId: "42",
		request: "GET /crm/bulk/v2/read/42",
	});

	const broken = await scriptServer(hangUp);
	const fault = await failureOf(clientOf(broken.url, { retries: 2 }).job("42").details());
	expect(broken.received.length).toBe(3);
	expect(fault).toBeInstanceOf(NetworkError);
	expect(fault).toMatchObject({ jobId: "42", request: "GET /crm/bulk/v2/read/42" });

	const mute = await scriptServer(silence);
	expect(await failureOf(clientOf(mute.url, { retries: 0, timeout: 20 }).job("42").details())).toMatchObject({
		name: "NetworkError",
		code: "TIMEOUT",
	});
});

test("what a repetition cannot cure is not repeated, and says what to do", async () => {
	const server = await scriptServer(
		json(404, {
			code: "RESOURCE_NOT_FOUND",
			details: { resource: "42" },
			message: "The requested resource doesn't exist.",
			status: "error",
		}),
	);
	const failure = await failureOf(clientOf(server.url).job("42").details());
	expect(server.received.length).toBe(1);
	expect(failure).toMatchObject({
		name: "ZohoApiError",
		code: "RESOURCE_NOT_FOUND",
		status: 404,
		details: { resource: "42" },
		jobId: "42",
		zohoMessage: "The requested resource doesn't exist.",
	});
	expect(String(failure)).toMatch(/^ZohoApiError: GET .+RESOURCE_NOT_FOUND, HTTP 404.+Check the job's id.+\(job 42\)$/);
});

test("a page that is not Zoho's is quoted in the error", async () => {
	const server = await scriptServer((response) => response.writeHead(200).end("<html><title>Log in</title>"));
	const failure = await failureOf(clientOf(server.url, { retries: 1 }).job("42").details());
	expect(server.received.length).toBe(2);
	expect(failure).toMatchObject({ name: "NetworkError", code: "NO_JSON", jobId: "42" });
	expect(String(failure)).toContain("<html><title>Log in");
});

test("the renewal of a token does not count as a repetition", async () => {
	const server = await scriptServer(inTurn(refusal(401, "INVALID_TOKEN"), json(500, {}), looked));
	const tokens = ["1000.old", "1000.new", "1000.new", "1000.new"];
	const auth = accessToken(() => tokens.shift() ?? "1000.none");
	const clock = virtualClock();
	await clientOf(server.url, { auth, clock, retries: 1 }).job("42").details();
	expect(clock.waits).toEqual([1_000]);
});

test("429 is waited for as long as Zoho asks, or a minute", async () => {
	const server = await scriptServer(
		inTurn(
			refusal(429, "TOO_MANY_REQUESTS", "Slow down.", { "retry-after": "7" }),
			(response) => response.writeHead(429).end(),
			looked,
		),
	);
	const clock = virtualClock();
	await clientOf(server.url, { clock }).job("42").details();
	expect(clock.waits).toEqual([7_000, 60_000]);
});

test.each(["0", "0.001", "Thu, 01 Jan 1970 00:00:00 GMT", "-5", "soon"])(
	"a Retry-After of %j is never answered at once: the least wait is the backoff's",
	async (header) => {
		for (const status of [429, 503]) {
			const server = await scriptServer(refusal(status, "TOO_MANY_REQUESTS", "Slow down.", { "retry-after": header }));
			const clock = virtualClock();
			const failure = await failureOf(clientOf(server.url, { clock, retries: 3 }).job("42").details());
			expect(failure).toMatchObject({ status });
			expect(server.received.length).toBe(4);
			for (const [at, wait] of clock.waits.entries()) expect(wait).toBeGreaterThanOrEqual(1_000 * 2 ** at);
		}
	},
);

test("a longer wait than the client was told to make is the caller's to make", async () => {
	const server = await scriptServer(refusal(429, "TOO_MANY_REQUESTS", "Slow down.", { "retry-after": "3600" }));
	const clock = virtualClock();
	const failure = await failureOf(clientOf(server.url, { clock }).job("42").details());
	expect(failure).toBeInstanceOf(RateLimitError);
	expect(failure).toMatchObject({ retryAfter: 3_600_000, status: 429, jobId: "42" });
	expect(clock.waits).toEqual([]);
});

test("redirects are not followed, and the token does not travel", async () => {
	const elsewhere = await scriptServer(created);
	const server = await scriptServer((response) => response.writeHead(307, { location: `${elsewhere.url}/x` }).end());
	const failure = await failureOf(clientOf(server.url).submit(job));
	expect(failure).toMatchObject({ name: "ZohoApiError", status: 307, code: undefined });
	expect(String(failure)).toContain("Check baseUrl");
	expect(elsewhere.received).toEqual([]);
});

test("a dead token is asked for again, once", async () => {
	const server = await scriptServer(inTurn(refusal(401, "INVALID_TOKEN", "invalid oauth token"), created));
	const tokens = ["1000.old", "1000.new", "1000.new"];
	const auth = accessToken(() => tokens.shift() ?? "1000.none");
	await clientOf(server.url, { auth }).submit(job);
	expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
		"Zoho-oauthtoken 1000.old",
		"Zoho-oauthtoken 1000.new",
	]);
});

test("a token that stays dead is an error, not a loop", async () => {
	const server = await scriptServer(refusal(401, "INVALID_TOKEN", "invalid oauth token"));
	let given = 0;
	const auth = accessToken(() => {
		given += 1;
		return `1000.token-${given}`;
	});
	const failure = await failureOf(clientOf(server.url, { auth }).submit(job));
	expect(server.received.length).toBe(2);
	expect(failure).toBeInstanceOf(AuthError);
	expect(failure).toMatchObject({ code: "INVALID_TOKEN", status: 401 });
});

test("a token that was given once is not tried twice", async () => {
	const server = await scriptServer(refusal(401, "INVALID_TOKEN", "invalid oauth token"));
	expect(await failureOf(clientOf(server.url).submit(job))).toBeInstanceOf(AuthError);
	expect(server.received.length).toBe(1);
});

test("a scope that lacks is not cured by another token", async () => {
	const server = await scriptServer(refusal(401, "OAUTH_SCOPE_MISMATCH", "Unauthorized"));
	const failure = await failureOf(clientOf(server.url, { auth: accessToken(async () => "1000.x") }).submit(job));
	expect(server.received.length).toBe(1);
	expect(failure).toBeInstanceOf(AuthError);
	expect(String(failure)).toContain("requiredScopes(job)");
});

test("other documents of the API are asked for in the same way; an empty answer is nothing", async () => {
	const server = await scriptServer(
		inTurn(json(500, {}), json(200, { modules: [] }), (response) => response.writeHead(204).end()),
	);
	const { api } = readClientOptions({ baseUrl: server.url, auth: accessToken("1000.token"), clock: virtualClock() });
	expect(await api.get("/crm/v8/settings/modules", undefined)).toEqual({ modules: [] });
	expect(await api.get("/crm/v8/settings/fields?module=Leads", undefined)).toBeUndefined();
	expect(server.received.at(-1)).toMatchObject({ method: "GET", path: "/crm/v8/settings/fields?module=Leads" });
});

test("an abort ends a call that is on its way, before it is sent and between attempts", async () => {
	const reason = new Error("enough");
	const server = await scriptServer(silence);
	const underWay = new AbortController();
	const pending = failureOf(clientOf(server.url).job("42").details({ signal: underWay.signal }));
	while (server.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
	underWay.abort(reason);
	expect(await pending).toMatchObject({ name: "AbortError", jobId: "42", cause: reason });

	const client = clientOf(server.url);
	expect(await failureOf(client.job("42").details({ signal: AbortSignal.abort(reason) }))).toMatchObject({
		name: "AbortError",
		jobId: "42",
		cause: reason,
	});
	expect(await failureOf(client.submit(job, { signal: AbortSignal.abort(reason) }))).toMatchObject({
		name: "AbortError",
		jobId: undefined,
		message: "The call was aborted before a job was submitted: none was created.",
	});
	expect(server.received.length).toBe(1);

	const troubled = await scriptServer(json(500, {}));
	const between = new AbortController();
	const clock: VirtualClock = {
		...virtualClock(),
		sleep: async (_, signal) => {
			between.abort(reason);
			signal?.throwIfAborted();
		},
	};
	expect(
		await failureOf(clientOf(troubled.url, { clock }).job("42").details({ signal: between.signal })),
	).toMatchObject({ name: "AbortError", jobId: "42", cause: reason });
	expect(troubled.received.length).toBe(1);
});

test("the client's own signal ends every call", async () => {
	const controller = new AbortController();
	const server = await scriptServer(silence);
	const pending = failureOf(
		clientOf(server.url, { signal: controller.signal }).job("42").details({ signal: new AbortController().signal }),
	);
	while (server.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
	controller.abort();
	expect(await pending).toMatchObject({ name: "AbortError", jobId: "42" });
});

test("a fetch that ignores its signal holds nobody up", async () => {
	const controller = new AbortController();
	const fetch = (): Promise<Response> => {
		setImmediate(() => controller.abort());
		return new Promise(() => {});
	};
	expect(
		await failureOf(clientOf("http://sandbox.test", { fetch }).job("42").details({ signal: controller.signal })),
	).toMatchObject({ name: "AbortError" });
	expect(
		await failureOf(
			clientOf("http://sandbox.test", { fetch: () => new Promise(() => {}), timeout: 20, retries: 0 })
				.job("42")
				.details(),
		),
	).toMatchObject({ name: "NetworkError", code: "TIMEOUT" });
});

test("an answer that never ends is cut, not kept", async () => {
	let sent = 0;
	const server = await scriptServer((response) => {
		const part = Buffer.alloc(1024 * 1024, 32);
		const write = (): void => {
			while (!response.destroyed) {
				sent += 1;
				if (!response.write(part)) return void response.once("drain", write);
			}
		};
		write();
	});
	const failure = await failureOf(clientOf(server.url, { retries: 0 }).job("42").details());
	expect(failure).toMatchObject({ name: "NetworkError", code: "NO_JSON" });
	expect(sent).toBeLessThan(40);
});
