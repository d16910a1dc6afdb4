import { describe, expect, test } from "vitest";
import { joinSignals } from "../../../src/client/jobs/client-context.js";
import { type Progress, ProgressTeller } from "../../../src/client/jobs/progress-teller.js";
import { asCompleted, type CompletedJob, pageOf, waitForJob } from "../../../src/client/jobs/wait-for-job.js";
import type { JobDetails } from "../../../src/job/job-details.js";
import { type ApiInMemory, apiInMemory, completed, type Script } from "../export/api-in-memory.js";
import { failureOf } from "../outcome.js";

/** Waits for a job with these answers, and returns all progress that was reported. */
async function waited(script: Script, timeout?: number): Promise<ApiInMemory & { job: CompletedJob; told: unknown[] }> {
	const api = apiInMemory(script);
	const told: unknown[] = [];
	const onProgress = ({ state, page, total }: Progress): void => void told.push([state, page, total]);
	const progress = new ProgressTeller(api.clock, onProgress, undefined);
	const onLook = (state: string): void => void told.push(state);
	const secrets = ["s"];
	const { signal } = new AbortController();
	const job = await waitForJob(api.context, "7", { signal, secrets, timeout, progress, onLook });
	expect(api.asked[0]).toEqual({ call: "details", of: "7", asking: { signal, secrets, onWait: progress.onWait } });
	return { ...api, job, told };
}

describe("a job is waited for", () => {
	test("look by look, longer each time, until it is completed", async () => {
		const looks = [{ query: { page: 3 } }, { state: "IN PROGRESS" }, {}, completed({ count: 5, page: 3 })] as const;
		const { job, told, clock } = await waited({ looks });
		expect(job).toMatchObject({ id: "7", state: "COMPLETED", result: { count: 5 } });
		expect(clock.waits).toEqual([1_000, 1_500, 2_250]);
		expect(told).toEqual([
			...["QUEUED", ["QUEUED", 3, 0]],
			...["IN PROGRESS", ["IN PROGRESS", 1, 0]],
			...["QUEUED", ["QUEUED", 1, 0]],
			...["COMPLETED", ["COMPLETED", 3, 5]],
		]);
	});

	test("not longer than was said", async () => {
		expect(await failureOf(waited({ looks: [{}] }, 2_000))).toMatchObject({ name: "JobTimeoutError", waited: 2_000 });
	});

	test("until it fails, which says what to do", async () => {
		const failure = { code: "INTERNAL_SERVER_ERROR", message: "It broke.", details: { part: 7 } };
		expect(await failureOf(waited({ looks: [{ state: "FAILURE", failure }] }))).toMatchObject({
			...{ name: "JobFailedError", jobId: "7", code: failure.code, zohoMessage: failure.message },
			...{ details: failure.details, advice: expect.stringContaining(`errors.md#${failure.code}`) },
		});
	});
});

describe("what is said of a job", () => {
	const details = { id: "7", state: "QUEUED", query: undefined } as JobDetails;
	test("is completed once it has a result, and not before", async () => {
		expect(await asCompleted({ ...details, ...completed() })).toMatchObject({ id: "7", state: "COMPLETED" });
		expect(await asCompleted({ ...details, state: "COMPLETED" })).toBeUndefined();
		expect(await asCompleted({ ...details, ...completed(), state: "QUEUED" })).toBeUndefined();
	});

	test("has the page of its result, or of its query, or the first", () => {
		expect(pageOf({ ...details, ...completed({ page: 2 }), query: { page: 3 } })).toBe(2);
		expect(pageOf({ ...details, ...completed(), query: { page: 3 } })).toBe(3);
		expect(pageOf({ ...details, query: { page: 3 } })).toBe(3);
		expect(pageOf(details)).toBe(1);
	});
});

test("a call ends with the client's signal or any of its own", () => {
	const [client, call] = [new AbortController(), new AbortController()];
	expect(joinSignals({ signal: undefined }, undefined)).toBeUndefined();
	expect(joinSignals({ signal: client.signal }, undefined)).toBe(client.signal);
	expect(joinSignals({ signal: undefined }, undefined, call.signal)).toBe(call.signal);
	for (const ended of [0, 1, 2]) {
		const controllers = [0, 1, 2].map(() => new AbortController());
		const [own, ...others] = controllers.map(({ signal }) => signal);
		const joined = joinSignals({ signal: own }, ...others);
		expect(joined?.aborted).toBe(false);
		controllers[ended]?.abort("enough");
		expect(joined?.reason).toBe("enough");
	}
});
