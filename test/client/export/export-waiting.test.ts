import { expect, test } from "vitest";
import { JobFailedError } from "../../../src/client/errors/job-failed-error.js";
import { JobTimeoutError } from "../../../src/client/errors/job-timeout-error.js";
import type { Progress } from "../../../src/client/jobs/progress-teller.js";
import { clientOf } from "../client-of.js";
import { contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { json, type Reply } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { zohoServer } from "../zoho-server.js";
import { large, onePage, small } from "./small-pages.js";

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
