import { describe, expect, test } from "vitest";
import { AbortedError } from "../../../src/client/errors/aborted-error.js";
import { JobsWaitedFor } from "../../../src/client/jobs/jobs-waited-for.js";
import { failureOf } from "../outcome.js";
import { virtualClock } from "../virtual-clock.js";

const job = (jobId: string) => ({ jobId, state: "QUEUED" }) as const;
const [one, two] = [job("1"), job("2")];

describe("between looks at jobs", () => {
	test("there is a wait, but none without a job and none of nothing", async () => {
		const clock = virtualClock();
		const waiting = new JobsWaitedFor(clock);
		await waiting.untilNextLook([], undefined, 1_000, undefined);
		await waiting.untilNextLook([one], undefined, 0, undefined);
		expect(clock.waits).toEqual([]);
		await waiting.untilNextLook([one], "1", 1_000, undefined);
		expect(clock.waits).toEqual([1_000]);
	});

	test("a job is waited for a day by default, or as long as was said, and looked at once more at the end", async () => {
		for (const [given, timeout] of [
			[undefined, 24 * 3_600_000],
			[5_000, 5_000],
		] as const) {
			const clock = virtualClock();
			const waiting = new JobsWaitedFor(clock, given);
			await waiting.untilNextLook([one], "1", timeout - 1_000, undefined);
			await waiting.untilNextLook([one], "1", 3_000, undefined);
			expect(clock.waits).toEqual([timeout - 1_000, 1_000]);
			expect(await failureOf(waiting.untilNextLook([one], "1", 3_000, undefined))).toMatchObject({
				...{ name: "JobTimeoutError", jobId: "1", state: "QUEUED", waited: timeout },
				message: `Job 1 was still QUEUED after ${timeout / 1_000} seconds. It continues at Zoho: pick it up with client.job("1").`,
			});
		}
	});

	test("the time of a job counts from when it was first waited for, and anew if it was not meanwhile", async () => {
		const clock = virtualClock();
		const waiting = new JobsWaitedFor(clock, 5_000);
		await waiting.untilNextLook([one], "1", 2_000, undefined);
		await waiting.untilNextLook([two, one], "2", 9_000, undefined);
		expect(clock.waits).toEqual([2_000, 3_000]);
		// The older one is to be looked at before it is given up.
		await waiting.untilNextLook([two, one], "2", 9_000, undefined);
		await waiting.untilNextLook([one, two], "2", 9_000, undefined);
		expect(clock.waits).toEqual([2_000, 3_000]);
		expect(await failureOf(waiting.untilNextLook([two, one], "1", 9_000, undefined))).toMatchObject({ jobId: "1" });
		await waiting.untilNextLook([two], "2", 9_000, undefined);
		await waiting.untilNextLook([one], "1", 9_000, undefined);
		expect(clock.waits).toEqual([2_000, 3_000, 2_000, 5_000]);
	});

	test("the clock's own measure of time counts, if it has one", async () => {
		const clock = virtualClock();
		let elapsed = 0;
		const waiting = new JobsWaitedFor({ ...clock, elapsed: () => elapsed }, 5_000);
		await waiting.untilNextLook([one], "1", 4_000, undefined);
		clock.pass(-60_000);
		elapsed = 4_000;
		await waiting.untilNextLook([one], "1", 4_000, undefined);
		expect(clock.waits).toEqual([4_000, 1_000]);
	});

	test("an abort names the job that is waited for longest; what else goes wrong is thrown as it is", async () => {
		const controller = new AbortController();
		const waiting = new JobsWaitedFor(virtualClock());
		await waiting.untilNextLook([one], "1", 1_000, controller.signal);
		controller.abort("enough");
		const failure = await failureOf(waiting.untilNextLook([two, one], "2", 1_000, controller.signal));
		expect(failure).toBeInstanceOf(AbortedError);
		expect(failure).toMatchObject({ jobId: "1", cause: "enough" });
		const broken = new Error("broken");
		const sleepless = { ...virtualClock(), sleep: () => Promise.reject(broken) };
		expect(await failureOf(new JobsWaitedFor(sleepless).untilNextLook([one], "1", 1, undefined))).toBe(broken);
	});
});
