import fc from "fast-check";
import { expect, test } from "vitest";
import { DownloadLimit } from "../../../src/client/transport/download-limit.js";
import { virtualClock } from "../virtual-clock.js";

const minute = 60_000;

test("no minute holds more than the limit, however long the requests take", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 5 }),
			fc.array(fc.nat(90_000), { minLength: 1, maxLength: 30 }),
			async (capacity, durations) => {
				const clock = virtualClock();
				const limit = new DownloadLimit(clock, capacity, minute);
				// The server sees a request at some time from its sending to its answer: here at its answer, the worst case.
				const seen: number[] = [];
				for (const duration of durations) {
					const answered = await limit.take(undefined);
					clock.pass(duration);
					seen.push(clock.now());
					answered();
				}
				for (const [at, time] of seen.entries()) {
					const before = seen[at - capacity];
					if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(minute);
				}
			},
		),
	);
});

test("who comes first is served first", async () => {
	const clock = virtualClock();
	const limit = new DownloadLimit(clock, 1, minute);
	const order: number[] = [];
	await Promise.all(
		[0, 1, 2, 3, 4, 5].map(async (turn) => {
			const answered = await limit.take(undefined);
			order.push(turn);
			answered();
		}),
	);
	expect(order).toEqual([0, 1, 2, 3, 4, 5]);
	expect(clock.waits).toEqual([minute, minute, minute, minute, minute]);
});

test("where all are on their way the next waits for an answer", async () => {
	const clock = virtualClock();
	const limit = new DownloadLimit(clock, 1, minute);
	const answered = await limit.take(undefined);
	let taken = false;
	const second = limit.take(undefined).then(() => {
		taken = true;
	});
	await new Promise((resolve) => setImmediate(resolve));
	expect(taken).toBe(false);
	answered();
	await second;
	expect(clock.waits).toEqual([minute]);
});

test("a pause holds up everybody", async () => {
	const clock = virtualClock();
	const limit = new DownloadLimit(clock, 10, minute);
	limit.pause(7_000);
	limit.pause(3_000);
	await Promise.all([limit.take(undefined), limit.take(undefined)]);
	expect(clock.waits).toEqual([7_000]);
});

test("who gives up waiting is left out, and the next is served", async () => {
	const clock = virtualClock();
	const limit = new DownloadLimit(clock, 1, minute);
	const answered = await limit.take(undefined);
	const controller = new AbortController();
	const given = limit.take(controller.signal);
	const next = limit.take(undefined);
	controller.abort(new Error("enough"));
	await expect(given).rejects.toThrow("enough");
	answered();
	await next;
	expect(clock.waits).toEqual([minute]);
});
