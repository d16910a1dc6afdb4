/** What tells the time and waits. Give your own to test code that waits without waiting. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/**
	 * Milliseconds since some moment, never set back: for spans. `now` is asked where a clock has none.
	 */
	elapsed?(): number;
	/**
	 * Waits.
	 *
	 * @param milliseconds - how long; any length.
	 * @param signal - ends the wait early: the promise rejects with the signal's reason.
	 */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** In milliseconds. */
export const minute = 60_000;

/** The longest time that a timer takes; it makes 1 ms of a longer one. */
export const longestTimer: number = 2 ** 31 - 1;

/** The clock of the machine. */
export const systemClock: Clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	sleep: async (milliseconds, signal) => {
		const until = performance.now() + milliseconds;
		for (let left = milliseconds; ; left = until - performance.now()) {
			await sleepOnce(Math.min(left, longestTimer), signal);
			if (!(left > longestTimer)) return;
		}
	},
};

/** Milliseconds since some moment, on a clock that nobody sets back where there is one. */
export function elapsed(clock: Clock): number {
	return clock.elapsed === undefined ? clock.now() : clock.elapsed();
}

function sleepOnce(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const stop = (): void => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", stop);
			resolve();
		}, milliseconds);
		signal?.addEventListener("abort", stop, { once: true });
	});
}
