import { untilAborted } from "./until-aborted.js";

interface Running<Value> {
	readonly value: Promise<Value>;
	readonly end: AbortController;
	/** How many wait for it. */
	waiting: number;
}

/** Work that several wait for: it is begun once, and ended when nobody waits for it any more. */
export class SharedWork<Value> {
	readonly #begin: (signal: AbortSignal) => Promise<Value>;
	#running: Running<Value> | undefined;

	/** @param begin - begins the work; its signal is aborted when the last one who waited has left. */
	constructor(begin: (signal: AbortSignal) => Promise<Value>) {
		this.#begin = begin;
	}

	/**
	 * Waits for the work, which is begun unless it is under way.
	 *
	 * @param signal - ends the waiting: the promise rejects with its reason.
	 */
	async join(signal: AbortSignal | undefined): Promise<Value> {
		signal?.throwIfAborted();
		this.#running ??= this.#start();
		const running = this.#running;
		running.waiting += 1;
		try {
			return await untilAborted(running.value, signal);
		} finally {
			running.waiting -= 1;
			if (running.waiting === 0 && this.#running === running) {
				this.#running = undefined;
				running.end.abort(signal?.reason);
			}
		}
	}

	#start(): Running<Value> {
		const end = new AbortController();
		const value = this.#begin(end.signal).finally(() => {
			if (this.#running === running) this.#running = undefined;
		});
		const running = { value, end, waiting: 0 };
		return running;
	}
}
