import { untilAborted } from "./until-aborted.js";

interface Running<Value, News> {
	readonly value: Promise<Value>;
	readonly end: AbortController;
	/** How many are waiting. */
	readonly listeners: Set<(news: News) => void>;
	/** The latest news. */
	last: News | undefined;
}

/** Work that several callers wait for: it starts once, and ends when nobody is waiting any more. */
export class SharedWork<Value, News = never> {
	readonly #begin: (signal: AbortSignal, tell: (news: News) => void) => Promise<Value>;
	#running: Running<Value, News> | undefined;

	/**
	 * @param begin - starts the work; its signal is aborted when the last caller has left. Its news reaches everyone
	 * who waits.
	 */
	constructor(begin: (signal: AbortSignal, tell: (news: News) => void) => Promise<Value>) {
		this.#begin = begin;
	}

	/**
	 * Waits for the work, and starts it unless it is already running.
	 *
	 * @param signal - ends the wait: the promise rejects with its reason.
	 * @param onNews - called with the work's news; at once with the latest.
	 */
	async join(signal: AbortSignal | undefined, onNews: (news: News) => void = () => {}): Promise<Value> {
		signal?.throwIfAborted();
		this.#running ??= this.#start();
		const running = this.#running;
		if (running.last !== undefined) onNews(running.last);
		// Each caller gets its own listener, even if the function is the same.
		const listener = (news: News): void => onNews(news);
		running.listeners.add(listener);
		try {
			return await untilAborted(running.value, signal);
		} finally {
			running.listeners.delete(listener);
			if (running.listeners.size === 0 && this.#running === running) {
				this.#running = undefined;
				running.end.abort(signal?.reason);
			}
		}
	}

	#start(): Running<Value, News> {
		const end = new AbortController();
		const listeners = new Set<(news: News) => void>();
		const tell = (news: News): void => {
			running.last = news;
			for (const listener of listeners) listener(news);
		};
		const value = this.#begin(end.signal, tell).finally(() => {
			if (this.#running === running) this.#running = undefined;
		});
		const running: Running<Value, News> = { value, end, listeners, last: undefined };
		return running;
	}
}
