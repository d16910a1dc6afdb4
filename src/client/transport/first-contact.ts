import { type Clock, elapsed } from "../../time/clock.js";
import type { NetworkFault } from "../errors/network-fault.js";
import type { Fetch } from "./exchange.js";

/**
 * Tells a machine without a network from a connection that was lost: until the first answer has come, a server that
 * cannot be reached is tried for a limited time only. Afterwards there is a network, and there is patience. Whoever
 * comes back later, without an answer so far, has the same time again.
 */
export class FirstContact {
	readonly #clock: Clock;
	readonly #within: number;
	/** When the attempts began, and when the latest one was: not a number before the first. */
	#since = Number.NaN;
	#lastAt = Number.NaN;
	#isMade = false;

	/**
	 * @param within - milliseconds.
	 */
	constructor(clock: Clock, within: number) {
		this.#clock = clock;
		this.#within = within;
	}

	/** The same `fetch`, watched. */
	watch(fetch: Fetch): Fetch {
		return async (request) => {
			const now = elapsed(this.#clock);
			// Attempts follow one another within the time: after a longer pause, somebody tries anew.
			if (!(now - this.#lastAt <= this.#within)) this.#since = now;
			this.#lastAt = now;
			try {
				const response = await fetch(request);
				this.#isMade = true;
				return response;
			} finally {
				this.#lastAt = elapsed(this.#clock);
			}
		};
	}

	/** Whether another attempt after this wait would come too late. */
	isLost({ mayHaveArrived }: NetworkFault, wait: number): boolean {
		if (this.#isMade || mayHaveArrived) return false;
		return elapsed(this.#clock) + wait - this.#since > this.#within;
	}
}
