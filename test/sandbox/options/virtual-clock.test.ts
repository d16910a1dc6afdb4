import { describe, expect, test } from "vitest";
import { virtualClock } from "../../../src/sandbox/index.js";

describe("a virtual clock", () => {
	test("stands still until it is told how much time passes", async () => {
		const clock = virtualClock({ start: 0 });
		const woken: number[] = [];
		void clock.sleep(50).then(() => woken.push(clock.now()));
		await clock.advance(49);
		expect([clock.now(), woken]).toEqual([49, []]);
		await clock.advance(1);
		expect([clock.now(), woken]).toEqual([50, [50]]);
	});

	test("wakes those who sleep in order, each at its moment, and those who go to sleep on the way", async () => {
		const clock = virtualClock({ start: 0 });
		const woken: string[] = [];
		const sleeper = async (name: string, ...naps: number[]): Promise<void> => {
			for (const nap of naps) {
				await clock.sleep(nap);
				woken.push(`${name}${clock.now()}`);
			}
		};
		void sleeper("a", 30);
		void sleeper("b", 10, 10, 100);
		await clock.advance(40);
		expect(woken).toEqual(["b10", "b20", "a30"]);
		expect(clock.now()).toBe(40);
	});

	test("goes on by itself where it is asked to, as soon as nothing else is to be done", async () => {
		const clock = virtualClock({ start: 0, auto: true });
		const hours = [clock.sleep(7_200_000), clock.sleep(3_600_000)];
		await hours[1];
		expect(clock.now()).toBe(3_600_000);
		await hours[0];
		expect(clock.now()).toBe(7_200_000);
		await clock.sleep(1);
		expect(clock.now()).toBe(7_200_001);
	});

	test("wakes nobody who was aborted", async () => {
		const clock = virtualClock();
		const stop = new AbortController();
		const sleeping = clock.sleep(10, stop.signal);
		stop.abort(new Error("enough"));
		await expect(sleeping).rejects.toThrow("enough");
		await expect(clock.sleep(10, stop.signal)).rejects.toThrow("enough");
		await clock.advance(20);
	});
});
