import type { Clock } from "../../src/time/clock.js";

/** A clock on which waiting takes no time; `waits` lists how long was waited. */
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
