import { untilAborted } from "./until-aborted.js";

interface Running<Value, News> {
	readonly value: Promise<Value>;
	readonly end: AbortController;
	/** Of those who wait for it. */
	readonly listeners: Set<(news: News) => void>;
	/** What was told last. */
	last: News | undefined;
}

/** Work that several wait for: it is begun once, and ended when nobody waits for it any more. */
export class SharedWork<Value, News = never> {
	readonly #begin: (signal: AbortSignal, tell: (news: News) => void) => Promise<Value>;
	#running: Running<Value, News> | undefined;

	/**
	 * @param begin - begins the work; its signal is aborted when the last one who waited has left. What it tells reaches all who
	 * wait.
	 */
	constructor(begin: (signal: AbortSignal, tell: (news: News) => void) => Promise<Value>) {
		this.#begin = begin;
	}

	/**
	 * Waits for the work, which is begun unless it is under way.
	 *
	 * @param signal - ends the waiting: the promise rejects with its reason.
	 * @param onNews - called with what the work tells; at once with what it told last.
	 */
	async join(signal: AbortSignal | undefined, onNews: (news: News) => void = () => {}): Promise<Value> {
		signal?.throwIfAborted();
		this.#running ??= this.#start();
		const running = this.#running;
		if (running.last !== undefined) onNews(running.last);
		// Each has a listener of its own, though the function be the same.
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
