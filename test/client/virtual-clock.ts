import type { Clock } from "../../src/time/clock.js";

/** A clock that makes waiting instant. `waits` lists the milliseconds of each wait. */
export interface VirtualClock extends Clock {
	readonly waits: number[];
	/** Lets time pass. */
	pass(milliseconds: number): void;
}

export function virtualClock(start = 1_700_000_000_000): VirtualClock {
	let now = start;
	const waits: number[] = [];
	return {
		waits,
		now: () => now,
		pass: (milliseconds) => {
			now += milliseconds;
		},
		sleep: async (milliseconds, signal) => {
			signal?.throwIfAborted();
			waits.push(milliseconds);
			now += milliseconds;
			// Other work continues during the sleep.
			await new Promise((resolve) => setImmediate(resolve));
			signal?.throwIfAborted();
		},
	};
}
