import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Clock, elapsed, longestTimer, systemClock } from "../../src/time/clock.js";

const start = Date.UTC(2026, 0, 1);

beforeEach(() => {
	vi.useFakeTimers({ now: start, toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
});
afterEach(() => {
	vi.useRealTimers();
});

/** The milliseconds that a sleep takes. */
async function slept(milliseconds: number): Promise<number> {
	const begin = Date.now();
	const end = systemClock.sleep(milliseconds).then(() => Date.now() - begin);
	for (let timers = 0; timers < 5; timers++) await vi.advanceTimersToNextTimerAsync();
	return end;
}

describe("a sleep of the machine's clock", () => {
	for (const milliseconds of [0, 1, 1_000, longestTimer, longestTimer + 1, 3 * longestTimer + 5])
		test(`takes ${milliseconds} ms`, async () => {
			expect(await slept(milliseconds)).toBe(milliseconds);
			expect(vi.getTimerCount()).toBe(0);
		});

	test("sets one timer for as long as a timer goes, and no second one of no length", async () => {
		const timers = vi.spyOn(globalThis, "setTimeout");
		await slept(longestTimer);
		await slept(longestTimer + 10);
		expect(timers.mock.calls.map(([, delay]) => delay)).toEqual([longestTimer, longestTimer, 10]);
	});

	test("ends early with the signal's reason, without a timer left behind", async () => {
		const leave = new AbortController();
		const ended = expect(systemClock.sleep(1_000, leave.signal)).rejects.toThrow("enough");
		leave.abort(new Error("enough"));
		await ended;
		expect(vi.getTimerCount()).toBe(0);
	});

	test("does not begin where the signal is aborted", async () => {
		await expect(systemClock.sleep(1_000, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
		expect(vi.getTimerCount()).toBe(0);
	});

	test("leaves nothing on the signal, however often it is slept", async () => {
		const { signal } = new AbortController();
		const [added, removed] = [vi.spyOn(signal, "addEventListener"), vi.spyOn(signal, "removeEventListener")];
		const sleep = systemClock.sleep(10, signal);
		await vi.advanceTimersByTimeAsync(10);
		await sleep;
		const [type, listener] = added.mock.calls[0] ?? [];
		expect(added.mock.calls).toEqual([["abort", expect.any(Function), { once: true }]]);
		expect(removed.mock.calls).toEqual([[type, listener]]);
	});
});

test("the machine's clock tells the time of day, and a time that is never set back", () => {
	expect(systemClock.now()).toBe(start);
	const before = elapsed(systemClock);
	vi.setSystemTime(start - 5_000);
	vi.advanceTimersByTime(250);
	expect(systemClock.now()).toBe(start - 4_750);
	expect(elapsed(systemClock) - before).toBe(250);
});

test("a clock that cannot measure spans is asked for the time of day", () => {
	const sleep = async (): Promise<void> => {};
	const clock: Clock = { now: () => 7, sleep };
	expect(elapsed(clock)).toBe(7);
	expect(elapsed({ ...clock, elapsed: () => 3 })).toBe(3);
});
