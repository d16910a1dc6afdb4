import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import {
	ConnectionReset,
	createSandbox,
	type Fault,
	faultNames,
	parseFaults,
	virtualClock,
} from "../../../src/sandbox/index.js";
import { longEnough, type RunningSandbox, send, startSandbox, unzip } from "../raw-http.js";

/** A completed job, and its result without a fault. */
async function finished(running: RunningSandbox) {
	const id = await running.create({ query: { module: "Contacts", fields: ["Last_Name"] } });
	await running.clock.advance(longEnough);
	const path = `/crm/bulk/v2/read/${id}/result`;
	return { id, path, whole: (await running.get(path)).body };
}

const by = (fault: string) => ({ "x-sandbox-fault": fault });

describe("a fault by header", () => {
	test("429, with and without the seconds to wait", async () => {
		const { get } = await startSandbox();
		const plain = await get("/crm/bulk/v2/read/1", by("429"));
		expect([plain.status, plain.json().code, plain.headers["retry-after"]]).toEqual([
			429,
			"TOO_MANY_REQUESTS",
			undefined,
		]);
		expect((await get("/crm/bulk/v2/read/1", by("429=7"))).headers["retry-after"]).toBe("7");
	});

	test("500 and 503: the API's own error, and a gateway's page", async () => {
		const { get } = await startSandbox();
		expect((await get("/crm/bulk/v2/read/1", by("500"))).json().code).toBe("INTERNAL_ERROR");
		const gateway = await get("/crm/bulk/v2/read/1", by("503=30"));
		expect([gateway.status, gateway.headers["content-type"], gateway.headers["retry-after"]]).toEqual([
			503,
			"text/html; charset=utf-8",
			"30",
		]);
	});

	test("html: a web page with status 200, for any request", async () => {
		const { get, post } = await startSandbox();
		for (const answer of [
			await get("/crm/bulk/v2/read/1/result", by("html")),
			await post("/oauth/v2/token", "", by("html")),
		]) {
			expect(answer.status).toBe(200);
			expect(answer.body.toString()).toMatch(/^<!doctype html>/);
		}
	});

	test("refuse: the connection is reset and nothing was done; reset: it is reset and the job exists", async () => {
		const { post, sandbox } = await startSandbox();
		const body = { query: { module: "Contacts" } };
		await expect(post("/crm/bulk/v2/read", body, by("refuse"))).rejects.toMatchObject({ code: "ECONNRESET" });
		expect(sandbox.jobs()).toHaveLength(0);
		await expect(post("/crm/bulk/v2/read", body, by("reset"))).rejects.toMatchObject({ code: "ECONNRESET" });
		expect(sandbox.jobs()).toHaveLength(1);
	});

	test("cut: some bytes come, then the connection is reset", async () => {
		const running = await startSandbox();
		const { path, whole } = await finished(running);
		const request = `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${running.headers.authorization}\r\nx-sandbox-fault: cut=100\r\n\r\n`;
		// Whether the kernel shows a reset or an end after the last byte is a matter of microseconds.
		const { received } = await rawSocket(running.url, request);
		const [head = "", body = Buffer.alloc(0)] = splitHead(received);
		expect(head).toContain(`content-length: ${whole.length}`);
		expect(body.equals(whole.subarray(0, 100))).toBe(true);
		await expect(running.get(path, by("cut"))).rejects.toMatchObject({ code: "ECONNRESET" });
	});

	test("truncate: the body is short, and the answer looks whole", async () => {
		const running = await startSandbox();
		const { path, whole } = await finished(running);
		const half = await running.get(path, by("truncate"));
		expect(half.body.equals(whole.subarray(0, Math.floor(whole.length / 2)))).toBe(true);
		const some = await running.get(path, by("truncate=10"));
		expect([some.status, some.body.length]).toEqual([200, 10]);
	});

	test("flip: one bit of the body is another", async () => {
		const running = await startSandbox();
		const { path, whole } = await finished(running);
		for (const [fault, at] of [
			["flip", Math.floor(whole.length / 2)],
			["flip=4", 4],
		] as const) {
			const { body } = await running.get(path, by(fault));
			const different = [...body.keys()].filter((index) => body[index] !== whole[index]);
			expect(different).toEqual([at]);
			expect((body[at] ?? 0) ^ (whole[at] ?? 0)).toBe(1);
		}
		expect(() => unzip(whole)).not.toThrow();
	});

	test("wrong-length: more is announced than comes, and the connection ends", async () => {
		const running = await startSandbox();
		const { path, whole } = await finished(running);
		const request = `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${running.headers.authorization}\r\nx-sandbox-fault: wrong-length=5\r\n\r\n`;
		const { received, error } = await rawSocket(running.url, request);
		const [head = "", body = Buffer.alloc(0)] = splitHead(received);
		expect(head).toContain(`content-length: ${whole.length + 5}`);
		expect(body.equals(whole)).toBe(true);
		expect(error).toBeUndefined();
	});

	test("drip: ten pieces a second, by the clock, and whole in the end", async () => {
		const running = await startSandbox();
		const { path, whole } = await finished(running);
		const started = running.clock.now();
		const dripping = running.get(path, by(`drip=${Math.ceil(whole.length / 2)}`));
		let done = false;
		void dripping.then(() => {
			done = true;
		});
		while (!done) await running.clock.advance(100);
		expect((await dripping).body.equals(whole)).toBe(true);
		expect(running.clock.now() - started).toBeGreaterThanOrEqual(1_900);
	});

	test("latency: nothing is done before its time, by the clock", async () => {
		const { post, clock, sandbox } = await startSandbox();
		const answer = post("/crm/bulk/v2/read", { query: { module: "Contacts" } }, by("latency=5000"));
		for (let waited = 0; waited < 4_900; waited += 100) await clock.advance(100);
		expect(sandbox.jobs()).toHaveLength(0);
		let done = false;
		void answer.then(() => {
			done = true;
		});
		while (!done) await clock.advance(100);
		expect(sandbox.jobs()).toHaveLength(1);
	});

	test("expired-token: the token ends, for this request and for all after it", async () => {
		const { get } = await startSandbox();
		expect((await get("/crm/bulk/v2/read/1", by("expired-token"))).json().code).toBe("INVALID_TOKEN");
		expect((await get("/crm/bulk/v2/read/1")).json().code).toBe("INVALID_TOKEN");
	});

	test.each([
		["job-fails", ["ADDED", "IN PROGRESS", "FAILURE"], 404],
		["job-never-ends", ["ADDED", "IN PROGRESS", "IN PROGRESS"], 404],
		["unknown-state", ["ADDED", "AWAITING CAPACITY", "COMPLETED"], 200],
	])("%s", async (fault, expected, download) => {
		const { post, get, clock, sandbox } = await startSandbox({ timing: { added: 1_000, inProgress: 1_000 } });
		const { id } = (await post("/crm/bulk/v2/read", { query: { module: "Contacts" } }, by(fault))).json().data[0]
			.details;
		const states: string[] = [];
		for (let second = 0; second < 3; second++) {
			states.push((await get(`/crm/bulk/v2/read/${id}`)).json().data[0].state);
			await clock.advance(1_000);
		}
		expect(states).toEqual(expected);
		await clock.advance(3_600_000);
		const authorization = `Zoho-oauthtoken ${sandbox.issueAccessToken()}`;
		expect((await get(`/crm/bulk/v2/read/${id}/result`, { authorization })).status).toBe(download);
	});

	test("several at once", async () => {
		const running = await startSandbox();
		const { path, whole } = await finished(running);
		const { body } = await running.get(path, by("truncate=50, flip=0"));
		expect(body.length).toBe(50);
		expect(body[0]).toBe((whole[0] ?? 0) ^ 1);
	});

	test("befalls refusals too", async () => {
		const { get } = await startSandbox();
		expect((await get("/crm/bulk/v2/read/1", by("truncate=9"))).body.toString()).toBe('{"code":"');
	});

	test("leaves an answer without a body alone", async () => {
		const { get } = await startSandbox({ modules: [] });
		expect((await get("/crm/v8/settings/fields?module=x", by("flip"))).status).toBe(400);
	});
});

describe("a fault by option", () => {
	test("is decided by a function, request by request", async () => {
		const seen: [number, string][] = [];
		const { get } = await startSandbox({
			faults: (request, { index: call }) => {
				seen.push([call, new URL(request.url).pathname]);
				return call === 1 ? { fault: "500" } : undefined;
			},
		});
		const statuses = [];
		for (let call = 0; call < 3; call++) statuses.push((await get(`/crm/bulk/v2/read/${call}`)).status);
		expect(statuses).toEqual([404, 500, 404]);
		expect(seen).toEqual([0, 1, 2].map((call) => [call, `/crm/bulk/v2/read/${call}`]));
	});

	test("is decided by rules, which say what they befall", async () => {
		const { get, post } = await startSandbox({ faults: [{ fault: "503", on: "result" }] });
		expect((await get("/crm/bulk/v2/read/1")).status).toBe(404);
		expect((await get("/crm/bulk/v2/read/1/result")).status).toBe(503);
		expect((await post("/crm/bulk/v2/read", { query: { module: "Leads" } })).status).toBe(201);
	});
});

describe("without a port", () => {
	const sandbox = createSandbox({
		clock: virtualClock({ auto: true }),
		timing: { added: 0, queued: 0, inProgress: 0 },
	});
	const authorization = `Zoho-oauthtoken ${sandbox.credentials.accessToken}`;
	const fetchWith = (fault: string, path: string) =>
		sandbox.fetch(`http://sandbox.example${path}`, { headers: { authorization, ...by(fault) } });

	test("a reset is a rejection like fetch's own", async () => {
		const failed: unknown = await fetchWith("reset", "/crm/bulk/v2/read/1").catch((reason: unknown) => reason);
		expect(failed).toBeInstanceOf(TypeError);
		expect(failed).toBeInstanceOf(ConnectionReset);
		expect(failed).toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
	});

	test("a cut is a body that fails after some bytes", async () => {
		const { body } = await fetchWith("cut=5", "/crm/bulk/v2/read/1");
		const reader = body?.getReader();
		expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('{"cod');
		await expect(reader?.read()).rejects.toBeInstanceOf(ConnectionReset);
	});

	test("latency ends with the request", async () => {
		const slow = createSandbox({ clock: virtualClock() });
		const aborted = AbortSignal.abort(new Error("enough"));
		const headers = { authorization, ...by("latency") };
		await expect(
			slow.fetch("http://sandbox.example/crm/bulk/v2/read/1", { headers, signal: aborted }),
		).rejects.toThrow();
	});
});

test("every fault is told to the log", async () => {
	const told: (readonly string[] | undefined)[] = [];
	const { get } = await startSandbox({ onRequest: ({ faults }) => told.push(faults) });
	const instant: readonly Fault[] = parseFaults(faultNames.join(",")).filter(
		({ fault }) => fault !== "latency" && fault !== "drip",
	);
	for (const { fault } of instant) await get("/crm/v8/settings/modules", by(fault)).catch(() => {});
	expect(told).toEqual(instant.map(({ fault }) => [fault]));
});

/** Sends bytes, and gathers what comes until the connection ends, one way or the other. */
function rawSocket(url: string, request: string): Promise<{ received: Buffer; error: string | undefined }> {
	const { hostname, port } = new URL(url);
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let error: string | undefined;
		const socket = connect(Number(port), hostname, () => socket.write(request));
		socket.on("data", (chunk) => chunks.push(chunk));
		socket.on("error", (reason: NodeJS.ErrnoException) => {
			error = reason.code;
		});
		socket.on("close", () => resolve({ received: Buffer.concat(chunks), error }));
	});
}

function splitHead(received: Buffer): readonly [string, Buffer] {
	const end = received.indexOf("\r\n\r\n");
	return [received.subarray(0, end).toString(), received.subarray(end + 4)];
}

test("a fault that does not exist is refused with the list of those that do", async () => {
	const { url, headers } = await startSandbox();
	const answer = await send(`${url}/crm/bulk/v2/read/1`, { headers: { ...headers, ...by("gremlins") } });
	expect(answer.json().message).toContain(`"gremlins" is not a fault. Known: ${faultNames.join(", ")}.`);
});
