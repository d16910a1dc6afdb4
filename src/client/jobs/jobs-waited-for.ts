import { limits } from "../../facts/limits.js";
import type { JobState } from "../../job/job-state.js";
import { type Clock, elapsed } from "../../time/clock.js";
import { AbortedError } from "../errors/aborted-error.js";
import { JobTimeoutError } from "../errors/job-timeout-error.js";

/** By default, a job is waited for as long as Zoho would keep its result. */
export const defaultJobTimeout: number = limits.resultHours * 3_600_000;

/** A job to wait for. */
interface WaitedFor {
	readonly jobId: string;
	readonly state: JobState;
}

/** The waits between looks at jobs, with a time limit for each job in this process. */
export class JobsWaitedFor {
	readonly #clock: Clock;
	readonly #timeout: number;
	#since = new Map<string, number>();

	/** @param timeout - milliseconds for each job. */
	constructor(clock: Clock, timeout: number = defaultJobTimeout) {
		this.#clock = clock;
		this.#timeout = timeout;
	}

	/**
	 * Waits until the next look.
	 *
	 * @param jobs - the jobs to wait for; without one there is no wait.
	 * @param lookedAt - the job that was just looked at.
	 * @param wait - milliseconds until the next look, if every job has as much left.
	 * @throws {@link JobTimeoutError} if the time of the job that was looked at is up; {@link AbortedError}, with the
	 * id of the job that has been waited for longest.
	 */
	async untilNextLook(
		jobs: readonly WaitedFor[],
		lookedAt: string | undefined,
		wait: number,
		signal: AbortSignal | undefined,
	): Promise<void> {
		const now = elapsed(this.#clock);
		this.#since = new Map(jobs.map(({ jobId }) => [jobId, this.#since.get(jobId) ?? now]));
		const waited = ({ jobId }: WaitedFor): number => now - (this.#since.get(jobId) ?? now);
		const [first, ...others] = jobs;
		if (first === undefined) return;
		const oldest = others.reduce((left, right) => (waited(right) > waited(left) ? right : left), first);
		const left = this.#timeout - waited(oldest);
		if (left <= 0 && oldest.jobId === lookedAt) throw new JobTimeoutError(oldest.jobId, oldest.state, waited(oldest));
		const pause = Math.min(wait, Math.max(0, left));
		if (pause === 0) return;
		try {
			await this.#clock.sleep(pause, signal);
		} catch (error) {
			throw signal?.aborted ? new AbortedError(oldest.jobId, signal.reason) : error;
		}
	}
}
