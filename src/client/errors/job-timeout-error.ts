import type { JobState } from "../../job/job-state.js";

/**
 * A job was not completed in the given time. It continues at Zoho, and its credits are not lost: wait longer with
 * `client.job(error.jobId).completed()`.
 */
export class JobTimeoutError extends Error {
	override readonly name = "JobTimeoutError";
	/** The job, which continues. */
	readonly jobId: string;
	/** Its state when last looked at. */
	readonly state: JobState;
	/** How long the call waited, in milliseconds. */
	readonly waited: number;

	constructor(jobId: string, state: JobState, waited: number) {
		super(
			`Job ${jobId} was still ${state} after ${Math.round(waited / 1_000)} seconds. It continues at Zoho: pick it up with client.job("${jobId}").`,
		);
		this.jobId = jobId;
		this.state = state;
		this.waited = waited;
	}
}
