import type { JobState } from "../../job/job-state.js";
import { type Clock, elapsed } from "../../time/clock.js";
import type { OnWait, Wait } from "../transport/wait.js";

/** How far an export has got. */
export interface Progress {
	/** The current job; `undefined` before the first one is submitted. */
	readonly jobId: string | undefined;
	/** Its state when last looked at. */
	readonly state: JobState | undefined;
	/** The page that the job exports, from 1. */
	readonly page: number;
	/** Rows given so far, of all pages. */
	readonly rows: number;
	/** Rows of all pages that Zoho has counted so far. The number grows while there are more pages. */
	readonly total: number;
	/** Compressed bytes downloaded so far, of all pages. */
	readonly bytes: number;
	/** What the export waits for, apart from the job itself; `undefined` if it does not. */
	readonly waiting: Wait | undefined;
}

/** Milliseconds between two reports of nothing but more rows. */
const leastBetween = 500;

/** Reports how far an export has got, when there is visible progress. */
export class ProgressTeller {
	readonly #clock: Clock;
	readonly #onProgress: ((progress: Progress) => void) | undefined;
	readonly #onWait: OnWait | undefined;
	#known: Progress = { jobId: undefined, state: undefined, page: 1, rows: 0, total: 0, bytes: 0, waiting: undefined };
	#told: Progress | undefined;
	#toldAt = Number.NEGATIVE_INFINITY;
	/** The last reported state of each job. */
	#states = new Map<string, JobState | undefined>();

	/** @param onWait - is called for waits too. */
	constructor(clock: Clock, onProgress: ((progress: Progress) => void) | undefined, onWait: OnWait | undefined) {
		this.#clock = clock;
		this.#onProgress = onProgress;
		this.#onWait = onWait;
	}

	/**
	 * Notes what is known now, and reports it if a state, a page, a total or a wait has changed; for rows alone at most
	 * twice a second.
	 *
	 * @param atEnd - whether the page is finished, so that its last rows are reported in any case.
	 */
	tell(change: Partial<Progress>, atEnd = false): void {
		if (this.#onProgress === undefined) return;
		this.#known = { ...this.#known, waiting: undefined, ...change };
		const { rows } = this.#known;
		const moreRows = rows !== this.#told?.rows;
		const isTime = atEnd || elapsed(this.#clock) - this.#toldAt >= leastBetween;
		if (!this.#hasMoved() && !(moreRows && isTime)) return;
		this.#told = this.#known;
		this.#toldAt = elapsed(this.#clock);
		if (this.#known.jobId !== undefined) this.#states.set(this.#known.jobId, this.#known.state);
		this.#onProgress(this.#known);
	}

	/** Reports a wait. */
	readonly onWait: OnWait = (waiting) => {
		this.#onWait?.(waiting);
		this.tell({ waiting });
	};

	#hasMoved(): boolean {
		const { jobId, state, page, total, waiting } = this.#known;
		const told = this.#told;
		const isNewState = jobId !== undefined && (!this.#states.has(jobId) || this.#states.get(jobId) !== state);
		return isNewState || page !== told?.page || total !== told.total || !isSameWait(waiting, told.waiting);
	}
}

function isSameWait(one: Wait | undefined, other: Wait | undefined): boolean {
	return one?.for === other?.for && one?.until === other?.until;
}
