import { expect, test } from "vitest";
import { NetworkError } from "../../../src/client/errors/network-error.js";
import { SubmitUncertainError } from "../../../src/client/errors/submit-uncertain-error.js";
import { ZohoApiError } from "../../../src/client/errors/zoho-api-error.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { UnexpectedAnswerError } from "../../../src/job/unexpected-answer-error.js";
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
test("a job is posted with its token, as JSON, with the length of its body", async () => {
	const server = await scriptServer(created);
	const handle = await clientOf(server.url).submit(job);
	expect(handle.id).toBe("4876876000000624001");
	expect(handle.state).toBe("ADDED");
	expect(server.received).toEqual([
		{
			method: "POST",
			path: "/crm/bulk/v2/read",
			body: JSON.stringify(job),
			headers: expect.objectContaining({
				authorization: "Zoho-oauthtoken 1000.token",
				"content-type": "application/json",
				"content-length": String(JSON.stringify(job).length),
			}),
		},
	]);
});

test("on v8 path and body are v8's", async () => {
	const server = await scriptServer(created);
	await clientOf(server.url, { apiVersion: "v8" }).submit(job);
	expect(server.received[0]?.path).toBe("/crm/bulk/v8/read");
	expect(JSON.parse(server.received[0]?.body ?? "")).toEqual({
		query: { module: { api_name: "Contacts" }, fields: ["Last_Name"] },
	});
});

test("a base URL may have a path", async () => {
	const server = await scriptServer(created);
	await clientOf(`${server.url}/proxy/zoho/`).submit(job);
	expect(server.received[0]?.path).toBe("/proxy/zoho/crm/bulk/v2/read");
});

test("a submission that was refused for the moment is sent again", async () => {
	const server = await scriptServer(
		inTurn(refusal(429, "TOO_MANY_REQUESTS"), (response) => response.writeHead(408).end(), created),
	);
	const handle = await clientOf(server.url).submit(job);
	expect(handle.id).toBe("4876876000000624001");
	expect(server.received.map(({ body }) => body)).toEqual(Array.from({ length: 3 }, () => JSON.stringify(job)));
});

test.each<[string, Reply, new (...given: never[]) => Error]>([
	["a connection that breaks", hangUp, NetworkError],
	["an answer that does not come", silence, NetworkError],
	["an answer that breaks off", halfAnAnswer, NetworkError],
	[
		"a server in trouble",
		json(500, { code: "INTERNAL_ERROR", status: "error", message: "No.", details: {} }),
		ZohoApiError,
	],
	["a gateway in trouble", (response) => response.writeHead(502).end("<html>Bad gateway</html>"), ZohoApiError],
	["a page that is no answer", (response) => response.writeHead(200).end("<html>Log in</html>"), NetworkError],
	["an answer of another shape", json(201, { data: [] }), UnexpectedAnswerError],
])("a submission is not sent again after %s: the job may exist", async (_what, reply, cause) => {
	const server = await scriptServer(reply);
	const failure = await failureOf(clientOf(server.url, { timeout: 500 }).submit(job));
	expect(server.received.length).toBe(1);
	expect(failure).toBeInstanceOf(SubmitUncertainError);
	expect((failure as SubmitUncertainError).cause).toBeInstanceOf(cause);
});

test("a submission that cannot have arrived is sent again", async () => {
	const port = await freePort();
	const clock = virtualClock();
	const failure = await failureOf(clientOf(`http://127.0.0.1:${port}`, { clock, retries: 3 }).submit(job));
	expect(failure).toBeInstanceOf(NetworkError);
	expect(failure).toMatchObject({ code: "ECONNREFUSED" });
	expect(clock.waits).toEqual([1_000, 2_000, 4_000]);
});

test("a submission is sent again as soon as somebody listens", async () => {
	const port = await freePort();
	const waits = virtualClock();
	let server: Awaited<ReturnType<typeof scriptServer>> | undefined;
	const clock: VirtualClock = {
		...waits,
		sleep: async (milliseconds, signal) => {
			server ??= await scriptServer(created, port);
			await waits.sleep(milliseconds, signal);
		},
	};
	await clientOf(`http://127.0.0.1:${port}`, { clock }).submit(job);
	expect(server?.received.length).toBe(1);
});

test("a name that does not resolve cannot have been reached", async () => {
	const clock = virtualClock();
	const failure = await failureOf(clientOf("http://zoho.invalid", { clock, retries: 1 }).submit(job));
	expect(failure).toBeInstanceOf(NetworkError);
	expect(failure).toMatchObject({ code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) });
	expect(clock.waits).toEqual([1_000]);
});

test("an error that comes with a status of success is an error", async () => {
	const server = await scriptServer(
		json(202, { data: [{ status: "error", code: "INVALID_CRITERIA", message: "No.", details: { value: "5" } }] }),
	);
	const failure = await failureOf(clientOf(server.url).submit(job));
	expect(failure).toMatchObject({
		name: "ZohoApiError",
		code: "INVALID_CRITERIA",
		details: { value: "5" },
		status: 202,
	});
});

async function freePort(): Promise<number> {
	const server = await scriptServer(silence);
	await server.close();
	return server.port;
}
