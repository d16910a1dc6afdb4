import { type Clock, elapsed } from "../../time/clock.js";
import { untilAborted } from "../../time/until-aborted.js";

/** A token in use, and when it comes back: a minute after its request was answered. */
interface Taken {
	backAt: number;
}

/**
 * A bucket of tokens, one for each download that may start within a minute; beyond that the API refuses every download
 * until a minute has passed.
 *
 * A token comes back a minute after its request was answered, not after it was sent, so that the server never sees more
 * than the limit within a minute, however long the requests travel.
 */
export class DownloadLimit {
	readonly #clock: Clock;
	readonly #capacity: number;
	readonly #period: number;
	readonly #taken = new Set<Taken>();
	#pausedUntil = Number.NEGATIVE_INFINITY;
	#queue: Promise<unknown> = Promise.resolve();
	#wake: () => void = () => {};

	/**
	 * @param capacity - downloads within one period.
	 * @param period - milliseconds.
	 */
	constructor(clock: Clock, capacity: number, period: number) {
		this.#clock = clock;
		this.#capacity = capacity;
		this.#period = period;
	}

	/**
	 * Waits for a token, first come first served.
	 *
	 * @param onWait - called with the milliseconds of each wait before it starts.
	 * @returns a function to call when the request was answered, or failed.
	 */
	async take(signal: AbortSignal | undefined, onWait: (milliseconds: number) => void = () => {}): Promise<() => void> {
		const before = this.#queue;
		const turn = untilAborted(before, signal).then(() => this.#takeInTurn(signal, onWait));
		// Whoever gives up lets the next one through, but not past those who still wait.
		this.#queue = turn.catch(() => before);
		const token = await turn;
		return () => {
			token.backAt = elapsed(this.#clock) + this.#period;
			this.#wake();
		};
	}

	/** Holds back downloads for a while, because the API refused one. */
	pause(milliseconds: number): void {
		this.#pausedUntil = Math.max(this.#pausedUntil, elapsed(this.#clock) + milliseconds);
	}

	async #takeInTurn(signal: AbortSignal | undefined, onWait: (milliseconds: number) => void): Promise<Taken> {
		for (;;) {
			signal?.throwIfAborted();
			const now = elapsed(this.#clock);
			for (const token of this.#taken) if (token.backAt <= now) this.#taken.delete(token);
			const full = this.#taken.size >= this.#capacity;
			if (!full && this.#pausedUntil <= now) {
				const token: Taken = { backAt: Number.POSITIVE_INFINITY };
				this.#taken.add(token);
				return token;
			}
			const back = full ? Math.min(...[...this.#taken].map((token) => token.backAt)) : now;
			const wait = Math.max(back, this.#pausedUntil) - now;
			onWait(wait);
			if (wait < Number.POSITIVE_INFINITY) await this.#clock.sleep(wait, signal);
			else await untilAborted(this.#answered(), signal);
		}
	}

	/** Resolves when a request under way is answered. */
	#answered(): Promise<void> {
		return new Promise((resolve) => {
			this.#wake = resolve;
		});
	}
}
