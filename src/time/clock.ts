/** What tells the time and waits. Give your own to test code that waits without waiting. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/**
	 * Waits.
	 *
	 * @param milliseconds - how long.
	 * @param signal - ends the wait early: the promise rejects with the signal's reason.
	 */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** In milliseconds. */
export const minute = 60_000;

/** The clock of the machine. */
export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: (milliseconds, signal) =>
		new Promise((resolve, reject) => {
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
		}),
};
