import { type Clock, minute } from "../../time/clock.js";
import { backoffTime, faultBackoff } from "../../time/wait-times.js";
import type { Failure } from "./exchange.js";
import { readRetryAfter } from "./retry-after.js";

/** How patient a client is. */
export interface Patience {
	/** What tells the time and waits. */
	readonly clock: Clock;
	/** Random numbers from 0 to 1 for the waits. */
	readonly random: () => number;
	/** How often a request is sent again. */
	readonly retries: number;
	/** The longest wait, in milliseconds, that an answer may ask for. */
	readonly maxRetryAfter: number;
}

/**
 * How long to wait before a request that can be repeated is sent again: after 429 as long as Zoho asks or a minute, after
 * 408, 500 and above and a fault of the network by a backoff.
 *
 * @param attempts - how many were repeated so far, from 0.
 * @returns milliseconds, or `undefined` where repeating is useless or was done often enough.
 */
export function waitBeforeRetry(failure: Failure, attempts: number, patience: Patience): number | undefined {
	const { clock, random, retries, maxRetryAfter } = patience;
	if (attempts >= retries) return undefined;
	if (failure.fault !== undefined) return backoffTime(faultBackoff, attempts, random);
	const { status, headers } = failure.answer;
	if (status !== 429 && status !== 408 && status < 500) return undefined;
	const asked = readRetryAfter(headers, clock.now());
	if (asked !== undefined) return asked <= maxRetryAfter ? asked : undefined;
	// Zoho's documented limit, on downloads, is one per minute.
	return status === 429 ? minute : backoffTime(faultBackoff, attempts, random);
}
