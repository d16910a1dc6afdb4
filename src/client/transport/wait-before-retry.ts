import { type Clock, minute } from "../../time/clock.js";
import { type Backoff, backoffTime, faultBackoff } from "../../time/wait-times.js";
import type { Failure } from "./exchange.js";
import type { FirstContact } from "./first-contact.js";
import { readRetryAfter } from "./retry-after.js";

/** How patient a client is. */
export interface Patience {
	/** Tells the time, and waits. */
	readonly clock: Clock;
	/** Random numbers from 0 to 1 for the waits. */
	readonly random: () => number;
	/** How often a request is retried. */
	readonly retries: number;
	/** The longest wait, in milliseconds, that an answer may ask for. */
	readonly maxRetryAfter: number;
	/** How long a server that has never answered is tried; as long as the retries last without it. */
	readonly firstContact?: FirstContact | undefined;
}

/**
 * How long to wait before a request is retried: after 429 as long as Zoho asks or a minute; after 408, 500 and above
 * and network faults by exponential backoff. If Zoho asks for less than the backoff, the backoff applies.
 *
 * @param attempts - how many retries there were so far, from 0.
 * @param throttled - given if the answer means "too many requests" whatever its status: the waits, unless it names one.
 * @returns milliseconds, or `undefined` if a retry is useless, or there were enough.
 */
export function waitBeforeRetry(
	failure: Failure,
	attempts: number,
	patience: Patience,
	throttled?: Backoff,
): number | undefined {
	const { clock, random, retries, maxRetryAfter, firstContact } = patience;
	if (attempts >= retries) return undefined;
	const least = backoffTime(faultBackoff, attempts, random);
	if (failure.fault !== undefined) return firstContact?.isLost(failure.fault, least) ? undefined : least;
	const { status, headers } = failure.answer;
	if (throttled === undefined && status !== 429 && status !== 408 && status < 500) return undefined;
	const asked = readRetryAfter(headers, clock.now());
	if (asked !== undefined) return asked <= maxRetryAfter ? Math.max(asked, least) : undefined;
	if (throttled !== undefined) return backoffTime(throttled, attempts, random);
	// Zoho's documented limit, on downloads, is one per minute.
	return status === 429 ? minute : least;
}
