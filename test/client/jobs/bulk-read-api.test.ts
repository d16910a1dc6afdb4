import { describe, expect, test } from "vitest";
import type { TokenSource } from "../../../src/client/auth/auth.js";
import { type ApiContext, type BulkReadApi, bulkReadApi } from "../../../src/client/jobs/bulk-read-api.js";
import { DownloadLimit } from "../../../src/client/transport/download-limit.js";
import type { RequestEvent } from "../../../src/client/transport/request-event.js";
import { contactsJob } from "../contact-pages.js";
import { bytesOf, failureOf } from "../outcome.js";
import { type VirtualClock, virtualClock } from "../virtual-clock.js";

const origin = "https://a.test";
const never = { signal: undefined };
const refusal = (status: number, code: string, headers: Record<string, string> = {}): Response =>
	Response.json({ code, details: {}, message: "no", status: "error" }, { status, headers });
const described = (change: object = {}): Response =>
	Response.json({ data: [{ id: "7", operation: "read", state: "QUEUED", ...change }] });
const added = (): Response =>
	Response.json(
		{ data: [{ status: "success", details: { id: "7", operation: "read", state: "ADDED" } }] },
		{ status: 201 },
	);

interface Scripted {
	readonly api: BulkReadApi;
	readonly clock: VirtualClock;
	readonly sent: readonly string[];
	readonly tokens: readonly string[];
	readonly events: readonly RequestEvent[];
}

/** The API of a server that gives these answers, one for each request. The last answer repeats. */
function answering(answers: readonly (Response | Error)[], change: Partial<ApiContext> = {}): Scripted {
	const clock = virtualClock(0);
	const sent: string[] = [];
	const tokens: string[] = [];
	const events: RequestEvent[] = [];
	const source: TokenSource = {
		token: async () => "1000.token",
		apiDomain: async () => undefined,
		renew: async () => false,
	};
	const limit = new DownloadLimit(clock, 1, 60_000);
	const context: ApiContext = {
		fetch: async (request) => {
			sent.push(`${request.method} ${request.url}`);
			tokens.push(request.headers.get("authorization") ?? "none");
			const answer = answers[Math.min(sent.length, answers.length) - 1];
			if (answer instanceof Response) return answer.clone();
			throw answer;
		},
		...{ timeout: 1_000, origin: () => origin, apiVersion: "v2", tokens: source, downloads: async () => limit },
		...{ onRequest: (event) => void events.push(event), clock, random: () => 0, retries: 1, maxRetryAfter: 60_000 },
		...change,
	};
	return { api: bulkReadApi(context), clock, sent, tokens, events };
}

const reset = new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "ECONNRESET" }) });

describe("a download", () => {
	test("is the body of its answer, and counts against the limit, which is told", async () => {
		const { api, sent, clock } = answering([new Response("one"), new Response("two")]);
		const waits: unknown[] = [];
		const asking = { ...never, onWait: (wait: unknown) => void waits.push(wait) };
		for (const text of ["one", "two"]) {
			const { body } = await api.openResult("7", "/crm/bulk/v2/read/7/result", asking);
			expect(Buffer.from(await bytesOf(body)).toString()).toBe(text);
		}
		expect(sent).toEqual(Array(2).fill(`GET ${origin}/crm/bulk/v2/read/7/result`));
		expect(waits).toEqual([{ for: "download limit", until: 60_000 }]);
		expect(clock.waits).toEqual([60_000]);
	});

	test("that is refused for now holds up all of them, and is not told as a fault", async () => {
		const { api, clock } = answering([refusal(429, "TOO_MANY_REQUESTS", { "retry-after": "7" }), new Response("one")], {
			downloads: async () => limit,
		});
		const limit = new DownloadLimit(clock, 10, 60_000);
		const waits: unknown[] = [];
		await api.openResult("7", "/result", { ...never, onWait: (wait) => void waits.push(wait) });
		expect(waits).toEqual([{ for: "download limit", until: 7_000 }]);
	});

	test.each([refusal(500, "INTERNAL_ERROR"), reset])(
		"that fails in another way is told as a fault: %#",
		async (first) => {
			const { api } = answering([first, new Response("one")], {
				downloads: async () => new DownloadLimit(virtualClock(), 10, 60_000),
			});
			const waits: unknown[] = [];
			await api.openResult("7", "/result", { ...never, onWait: (wait) => void waits.push(wait) });
			expect(waits).toEqual([{ for: "fault", until: 1_000 }]);
		},
	);

	test("without a body is none", async () => {
		const { api } = answering([new Response(null, { status: 204 })]);
		expect(await failureOf(api.openResult("7", "/result", never))).toMatchObject({
			...{ name: "UnexpectedAnswerError", path: [], expected: "a file", document: { status: 204 } },
		});
	});

	test("whose token cannot be had gives its place back", async () => {
		let asked = 0;
		const token = async (): Promise<string> => {
			asked += 1;
			return asked === 1 ? "not a token" : "1000.token";
		};
		const { api, clock } = answering([new Response("one")], {
			tokens: { token, apiDomain: async () => undefined, renew: async () => false },
		});
		expect(await failureOf(api.openResult("7", "/result", never))).toMatchObject({ option: "auth" });
		clock.pass(60_000);
		await api.openResult("7", "/result", never);
		expect(clock.waits).toEqual([]);
	});

	test.each([
		["on the API's own origin, as a path", "/crm/r?x=1", `${origin}/crm/r?x=1`],
		["on the API's own origin, written out", `${origin}/crm/r`, `${origin}/crm/r`],
		["beside the API's path", "crm/r", `${origin}/crm/r`],
	])("is asked for %s", async (_name, path, url) => {
		const { api, sent } = answering([new Response("one")]);
		await api.openResult("7", path, never);
		expect(sent).toEqual([`GET ${url}`]);
	});

	test.each(["https://b.test/r", "//b.test/r", "http://a.test/r", "https://[", "https://a.test.b.test/r"])(
		"takes no token to %s",
		async (path) => {
			const { api, sent } = answering([new Response("one")]);
			expect(await failureOf(api.openResult("7", path, never))).toMatchObject({
				...{ name: "UnexpectedAnswerError", document: path, path: ["result", "download_url"] },
				expected: `a path on ${origin}`,
			});
			expect(sent).toEqual([]);
		},
	);
});

describe("a look at a job", () => {
	test("has the token, and is told of with what it came to", async () => {
		const { api, sent, tokens, events } = answering([described()]);
		expect(await api.details("7/../8", never)).toMatchObject({ id: "7", state: "QUEUED" });
		expect(sent).toEqual([`GET ${origin}/crm/bulk/v2/read/7%2F..%2F8`]);
		expect(tokens).toEqual(["Zoho-oauthtoken 1000.token"]);
		expect(events).toMatchObject([{ method: "GET", attempt: 1, status: 200, code: undefined, jobId: "7/../8" }]);
	});

	test.each<[string, Response | Error, waits: unknown[]]>([
		["a limit", refusal(429, "TOO_MANY_REQUESTS"), [{ for: "Retry-After", until: 60_000 }]],
		["a request to come back", refusal(503, "X", { "retry-after": "9" }), [{ for: "Retry-After", until: 9_000 }]],
		["a fault of the server", refusal(500, "X"), [{ for: "fault", until: 1_000 }]],
		["a fault in transit", reset, [{ for: "fault", until: 1_000 }]],
	])("is repeated after %s, which is told", async (_name, first, expected) => {
		const { api } = answering([first, described()]);
		const waits: unknown[] = [];
		await api.details("7", { ...never, onWait: (wait) => void waits.push(wait) });
		expect(waits).toEqual(expected);
	});

	test("is repeated with another token if the one is dead, and not for another reason of that status", async () => {
		const renewed: string[] = [];
		const tokens: TokenSource = {
			token: async () => (renewed.length === 0 ? "1000.dead" : "1000.new"),
			apiDomain: async () => undefined,
			renew: async (dead) => renewed.push(dead) > 0,
		};
		const dead = answering([refusal(401, "INVALID_TOKEN"), described()], { tokens });
		await dead.api.details("7", never);
		expect(renewed).toEqual(["1000.dead"]);
		expect(dead.tokens).toEqual(["Zoho-oauthtoken 1000.dead", "Zoho-oauthtoken 1000.new"]);
		const other = answering([refusal(401, "OAUTH_SCOPE_MISMATCH")], { tokens });
		expect(await failureOf(other.api.details("7", never))).toMatchObject({ code: "OAUTH_SCOPE_MISMATCH" });
		expect(renewed.length).toBe(1);
	});

	test("tells nothing that is secret, neither of a failure nor of what it cannot read", async () => {
		const failed = { status: "error", code: "X_ca11bac4", message: "ca11bac4 1000.token", details: { at: "ca11bac4" } };
		const state = { state: "FAILURE", result: { error_message: failed } };
		const asking = { ...never, secrets: ["ca11bac4"] };
		const { failure } = await answering([described(state)]).api.details("7", asking);
		expect(failure).toEqual({
			code: "X_[concealed]",
			message: "[concealed] [concealed]",
			details: { at: "[concealed]" },
		});
		const odd = await failureOf(answering([Response.json({ odd: "ca11bac4" })]).api.details("7", asking));
		expect(odd).toMatchObject({ name: "UnexpectedAnswerError", document: { odd: "[concealed]" } });
	});
});

describe("a submission that is ended", () => {
	test.each<[string, when: "before" | "meanwhile", message: string]>([
		["before it was sent, created nothing", "before", "before a job was submitted: none was created"],
		["while it is answered, may have created a job", "meanwhile", "it may or may not have been created"],
	])("%s", async (_name, when, message) => {
		const controller = new AbortController();
		const { api } = answering([added()], {
			fetch: async () => {
				controller.abort("enough");
				return new Promise<Response>(() => {});
			},
		});
		if (when === "before") controller.abort("enough");
		const failure = await failureOf(api.create(contactsJob.toJSON(), { signal: controller.signal }));
		expect(failure).toMatchObject({ name: "AbortError", jobId: undefined, message: expect.stringContaining(message) });
	});

	test("is not what a look is", async () => {
		const controller = new AbortController();
		const { api } = answering([], {
			fetch: async () => {
				controller.abort("enough");
				return new Promise<Response>(() => {});
			},
		});
		const failure = await failureOf(api.details("7", { signal: controller.signal }));
		expect(failure).toMatchObject({ message: expect.stringContaining("Job 7 continues at Zoho") });
	});
});
