import { type Clock, elapsed } from "../../time/clock.js";
import type { NetworkFault } from "../errors/network-fault.js";
import type { Fetch } from "./exchange.js";

/**
 * Tells a machine without a network from a connection that was lost: until the first answer has come, a server that
 * cannot be reached is tried for a limited time only. Afterwards there is a network, and there is patience.
 */
export class FirstContact {
	readonly #clock: Clock;
	readonly #within: number;
	#since: number | undefined;
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
			this.#since ??= elapsed(this.#clock);
			const response = await fetch(request);
			this.#isMade = true;
			return response;
		};
	}

	/** Whether another attempt after this wait would come too late. */
	isLost({ mayHaveArrived }: NetworkFault, wait: number): boolean {
		if (this.#isMade || mayHaveArrived || this.#since === undefined) return false;
		return elapsed(this.#clock) + wait - this.#since > this.#within;
	}
}
