/** Tells the time, and waits. Give your own to test code that waits without actually waiting. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/**
	 * Milliseconds since some moment, never set back: for measuring time spans. Without it, `now` is used.
	 */
	elapsed?(): number;
	/**
	 * Waits.
	 *
	 * @param milliseconds - how long, without an upper limit.
	 * @param signal - ends the wait early: the promise rejects with the signal's reason.
	 */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** In milliseconds. */
export const minute = 60_000;

/** The longest delay that a timer supports; it turns a longer one into 1 ms. */
export const longestTimer = 2_147_483_647;

/** The machine's clock. */
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

/** Milliseconds since some moment, on a clock that is never set back if there is one. */
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
