import fc from "fast-check";
import { expect, test } from "vitest";
import { type Backoff, backoffTime, pollBackoff } from "../../src/time/wait-times.js";

const backoff: fc.Arbitrary<Backoff> = fc.record({
	first: fc.integer({ min: 1, max: 10_000 }),
	factor: fc.double({ min: 1, max: 10, noNaN: true }),
	limit: fc.integer({ min: 1, max: 100_000 }),
});
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempts = fc.nat(100);

test("a wait is between half and the whole of what the backoff says, and never above its limit", () => {
	fc.assert(
		fc.property(backoff, attempts, chance, (given, count, random) => {
			const whole = Math.min(given.limit, given.first * given.factor ** count);
			const wait = backoffTime(given, count, () => random);
			expect(wait).toBeGreaterThanOrEqual(whole / 2);
			expect(wait).toBeLessThanOrEqual(Math.ceil(whole));
			expect(wait).toBeLessThanOrEqual(Math.ceil(given.limit));
		}),
	);
});

test("with the same chance a later wait is never shorter", () => {
	fc.assert(
		fc.property(backoff, attempts, chance, (given, count, random) => {
			const wait = (at: number): number => backoffTime(given, at, () => random);
			expect(wait(count + 1)).toBeGreaterThanOrEqual(wait(count));
		}),
	);
});

test("a job is looked at after a second at first and every half minute in the end", () => {
	const waits = Array.from({ length: 12 }, (_, looks) => backoffTime(pollBackoff, looks, () => 0));
	expect(waits).toEqual([1000, 1500, 2250, 3375, 5063, 7594, 11391, 17086, 25629, 30000, 30000, 30000]);
});
