import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { parseCallback } from "../../../src/index.js";
import { type AssumptionOptions, type Clock, virtualClock } from "../../../src/sandbox/index.js";
import { longEnough, startSandbox } from "../raw-http.js";

interface Posted {
	readonly method: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** Answers with these statuses, one for each request; 0 cuts the connection. */
async function receiver(...statuses: number[]): Promise<{ url: string; posted: Posted[]; next: () => Promise<void> }> {
	const posted: Posted[] = [];
	let arrived = (): void => {};
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const status = statuses[posted.length] ?? 200;
			posted.push({ method: request.method ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() });
			if (status === 0) request.socket.resetAndDestroy();
			else response.writeHead(status).end();
			arrived();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	const next = (): Promise<void> =>
		new Promise((resolve) => {
			arrived = resolve;
		});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?k=s3cret`, posted, next };
}

const outcomes: readonly ["COMPLETED" | "FAILURE", string][] = [
	["COMPLETED", "callback-job-completed"],
	["FAILURE", "callback-job-failed"],
];

describe("a callback", () => {
	test.each(outcomes)("of a job in %s has the keys of the API page's sample, in their order", async (state, name) => {
		const sample = JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), "utf8"));
		const { url, posted, next } = await receiver();
		const { post, clock } = await startSandbox();
		const query = {
			module: "Leads",
			cvid: "554023000000093005",
			criteria: { api_name: "Last_Name", comparator: "equal", value: "x" },
			fields: ["Last_Name"],
		};
		const headers: Record<string, string> = state === "FAILURE" ? { "x-sandbox-fault": "job-fails" } : {};
		await post("/crm/bulk/v2/read", { callback: { url, method: "post" }, query }, headers);
		const arrived = next();
		await clock.advance(longEnough);
		await arrived;
		expect(posted).toHaveLength(1);
		expect(posted[0]?.method).toBe("POST");
		expect(posted[0]?.headers["content-type"]).toBe("application/json");
		const body = JSON.parse(posted[0]?.body ?? "");
		expect(body.state).toBe(state);
		expect(Object.keys(body)).toEqual(Object.keys(sample));
		expect(Object.keys(body.query).sort()).toEqual(Object.keys(sample.query).sort());
		expect(Object.keys(body.result).sort()).toEqual(Object.keys(sample.result).sort());
		expect(parseCallback(body)).toMatchObject({ state });
	});

	test("waits for the end of the job, and comes once", async () => {
		const { url, posted, next } = await receiver();
		const { create, clock } = await startSandbox({ timing: { added: 1_000, inProgress: 1_000 } });
		await create({ callback: { url, method: "post" }, query: { module: "Leads" } });
		await clock.advance(1_999);
		expect(posted).toEqual([]);
		const arrived = next();
		await clock.advance(1);
		await arrived;
		await clock.advance(longEnough);
		expect(posted).toHaveLength(1);
	});

	test("is shaped like the details by a switch", async () => {
		const bodies = await deliver({ callbackBody: "data" });
		expect(bodies).toMatchObject([{ data: [{ id: "554023568000000000", state: "COMPLETED", file_type: "csv" }] }]);
	});
});

/** Runs one job, and gives what was posted; the receiver is a function. */
async function deliver(assumptions: AssumptionOptions): Promise<unknown[]> {
	const bodies: unknown[] = [];
	const callbackFetch = async (request: Request): Promise<Response> => {
		bodies.push(await request.json());
		return new Response();
	};
	const { create, clock } = await startSandbox({ assumptions, callbackFetch });
	await create({ callback: { url: "http://hook.example/", method: "post" }, query: { module: "Leads" } });
	await clock.advance(longEnough);
	return bodies;
}

describe("a callback that is not taken", () => {
	const settle = async (answers: readonly (number | Error)[], assumptions: AssumptionOptions = {}) => {
		const times: number[] = [];
		const callbackFetch = async (): Promise<Response> => {
			const answer = answers[times.length] ?? 200;
			times.push(running.clock.now());
			if (answer instanceof Error) throw answer;
			return new Response(null, { status: answer });
		};
		const running = await startSandbox({ callbackFetch, assumptions, timing: { added: 0, queued: 0, inProgress: 0 } });
		const start = running.clock.now();
		await running.create({ callback: { url: "http://hook.example/", method: "post" }, query: { module: "Leads" } });
		await running.clock.advance(longEnough);
		return { times: times.map((time) => time - start), callback: running.sandbox.jobs()[0]?.callback };
	};

	test("is posted again, a second later", async () => {
		const { times, callback } = await settle([503, new TypeError("fetch failed"), 204]);
		expect(times).toEqual([0, 1_000, 2_000]);
		expect(callback).toEqual({ attempts: 3, delivered: true, failure: undefined });
	});

	test("is given up in the end, which the sandbox tells", async () => {
		const { times, callback } = await settle([500, 302, 404]);
		expect(times).toHaveLength(3);
		expect(callback).toMatchObject({ attempts: 3, delivered: false });
		expect(callback?.failure).toEqual({
			code: "CALLBACK_FAILURE",
			details: {},
			message: "Callback failed after 3 attempts.",
			status: "error",
		});
	});

	test("is posted as often, and as far apart, as the switches say", async () => {
		const { times } = await settle([500, 500, 500, 500, 500], { callbackAttempts: 5, callbackDelay: 100 });
		expect(times).toEqual([0, 100, 200, 300, 400]);
	});
});

test("a job that never ends posts nothing until it is released, and a sandbox that was closed nothing at all", async () => {
	let posted = 0;
	const callbackFetch = async (): Promise<Response> => {
		posted++;
		return new Response();
	};
	const { post, create, clock, sandbox } = await startSandbox({ callbackFetch });
	const body = { callback: { url: "http://hook.example/", method: "post" }, query: { module: "Leads" } };
	const stuck = await post("/crm/bulk/v2/read", body, { "x-sandbox-fault": "job-never-ends" });
	await clock.advance(longEnough);
	expect(posted).toBe(0);
	sandbox.releaseJob(stuck.json().data[0].details.id);
	sandbox.releaseJob(stuck.json().data[0].details.id);
	await clock.advance(longEnough);
	expect([posted, sandbox.jobs()[0]?.state]).toEqual([1, "COMPLETED"]);
	expect(() => sandbox.releaseJob("1")).toThrow(RangeError);
	await create(body);
	sandbox.close();
	await clock.advance(longEnough);
	expect(posted).toBe(1);
});

describe("a timer that rings before the clock is there", () => {
	const cases = [
		["COMPLETED", "flat", {}, 200],
		["COMPLETED", "data", {}, 200],
		["FAILURE", "flat", { "x-sandbox-fault": "job-fails" }, 404],
	] as const;

	test.each(cases)(
		"%s is posted (%s), and holds for whoever asks then",
		async (state, callbackBody, headers, status) => {
			const driven = virtualClock();
			const early: Clock = {
				now: () => driven.now(),
				sleep: (milliseconds, signal) => driven.sleep(Math.max(0, milliseconds - 1), signal),
			};
			let tell = (_: readonly unknown[]): void => {};
			const told = new Promise<readonly unknown[]>((resolve) => {
				tell = resolve;
			});
			const callbackFetch = async (request: Request): Promise<Response> => {
				const body = await request.json();
				const job = body.data?.[0] ?? body;
				const path = `/crm/bulk/v2/read/${job.job_id ?? job.id}`;
				const details = (await running.get(path)).json().data[0];
				tell([job.state, details.state, details.result, (await running.get(`${path}/result`)).status, job.result]);
				return new Response();
			};
			const running = await startSandbox({ clock: early, callbackFetch, assumptions: { callbackBody } });
			await running.post(
				"/crm/bulk/v2/read",
				{ callback: { url: "http://hook.example/", method: "post" }, query: { module: "Leads" } },
				headers,
			);
			await driven.advance(longEnough);
			const [posted, asked, result, download, postedResult] = await told;
			expect([posted, asked, download]).toEqual([state, state, status]);
			expect(postedResult).toEqual(result);
		},
	);
});
