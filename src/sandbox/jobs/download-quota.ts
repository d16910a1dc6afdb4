const minute = 60_000;

/** Counts downloads: a limited number per minute, and after one too many none for a minute. */
export class DownloadQuota {
	readonly #perMinute: number;
	#recent: number[] = [];
	#closedUntil = Number.NEGATIVE_INFINITY;

	constructor(perMinute: number) {
		this.#perMinute = perMinute;
	}

	/** Counts one download; returns the milliseconds to wait if it is refused, and 0 if it may proceed. */
	take(now: number): number {
		if (now < this.#closedUntil) return this.#closedUntil - now;
		this.#recent = this.#recent.filter((moment) => moment > now - minute);
		if (this.#recent.length < this.#perMinute) {
			this.#recent.push(now);
			return 0;
		}
		this.#closedUntil = now + minute;
		this.#recent = [];
		return minute;
	}
}
