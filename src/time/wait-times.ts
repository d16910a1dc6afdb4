/** How long to wait between attempts, in milliseconds: `first`, then `factor` times as long each time, never above `limit`. */
export interface Backoff {
	/** Milliseconds of the first wait. */
	readonly first: number;
	/** The factor by which each wait is longer than the one before. */
	readonly factor: number;
	/** Milliseconds of the longest wait. */
	readonly limit: number;
}

/** Between two looks at a job. Zoho gives no advice; other clients look every 0.2 to 20 seconds. */
export const pollBackoff: Backoff = { first: 1_000, factor: 1.5, limit: 30_000 };

/** After a status of 500 or above, and after a network fault. */
export const faultBackoff: Backoff = { first: 1_000, factor: 2, limit: 30_000 };

/** After "too many requests" from the accounts server, which counts over ten minutes. */
export const accountsLimitBackoff: Backoff = { first: 60_000, factor: 2, limit: 300_000 };

/**
 * How long to wait before the next attempt. Up to half of it is random, so that clients that failed together do not all
 * retry together.
 *
 * @param attempts - how many were made so far, from 0.
 * @param random - a number from 0 to 1.
 * @returns milliseconds, more than half of what the backoff says and at most that.
 */
export function backoffTime(backoff: Backoff, attempts: number, random: () => number): number {
	const whole = Math.min(backoff.limit, backoff.first * backoff.factor ** attempts);
	return Math.ceil(whole - (whole / 2) * random());
}
