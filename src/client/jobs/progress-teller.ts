import type { JobState } from "../../job/job-state.js";
import { type Clock, elapsed } from "../../time/clock.js";
import type { OnWait, Wait } from "../transport/wait.js";

/** How far an export has got. */
export interface Progress {
	/** The job that is worked on; `undefined` before the first one was submitted. */
	readonly jobId: string | undefined;
	/** Its state when last looked at. */
	readonly state: JobState | undefined;
	/** The page that the job exports, from 1. */
	readonly page: number;
	/** Rows that were given so far, of all pages. */
	readonly rows: number;
	/** Rows of all pages that Zoho has counted so far. More come while there are further pages. */
	readonly total: number;
	/** Bytes that were downloaded so far, compressed, of all pages. */
	readonly bytes: number;
	/** What is waited for, apart from the job itself; `undefined` while nothing is. */
	readonly waiting: Wait | undefined;
}

/** Milliseconds between two calls that tell of nothing but more rows. */
const leastBetween = 500;

/** Tells how far an export has got, when something can be seen to have moved. */
export class ProgressTeller {
	readonly #clock: Clock;
	readonly #onProgress: ((progress: Progress) => void) | undefined;
	readonly #onWait: OnWait | undefined;
	#known: Progress = { jobId: undefined, state: undefined, page: 1, rows: 0, total: 0, bytes: 0, waiting: undefined };
	#told: Progress | undefined;
	#toldAt = Number.NEGATIVE_INFINITY;
	/** The state in which each job was told to be. */
	#states = new Map<string, JobState | undefined>();

	/** @param onWait - is told of waits too. */
	constructor(clock: Clock, onProgress: ((progress: Progress) => void) | undefined, onWait: OnWait | undefined) {
		this.#clock = clock;
		this.#onProgress = onProgress;
		this.#onWait = onWait;
	}

	/**
	 * Takes note of what is known now, and tells it where a state, a page, a total or a wait has changed; of rows alone at most
	 * twice a second.
	 *
	 * @param atEnd - whether nothing more comes of the page, so that its last rows are told in any case.
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

	/** Tells of a wait. */
	readonly onWait: OnWait = (waiting) => {
		this.#onWait?.(waiting);
		this.tell({ waiting });
	};

	#hasMoved(): boolean {
		const { jobId, state, page, total, waiting } = this.#known;
		const told = this.#told;
		if (told === undefined) return jobId !== undefined || waiting !== undefined;
		const isNewState = jobId !== undefined && (!this.#states.has(jobId) || this.#states.get(jobId) !== state);
		return isNewState || page !== told.page || total !== told.total || !isSameWait(waiting, told.waiting);
	}
}

function isSameWait(one: Wait | undefined, other: Wait | undefined): boolean {
	return one?.for === other?.for && one?.until === other?.until;
}
