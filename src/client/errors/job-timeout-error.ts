import type { JobState } from "../../job/job-state.js";

/**
 * A job was not completed in the time it was given. It goes on at Zoho, and what was paid is not lost: wait longer with
 * `client.job(error.jobId).completed()`.
 */
export class JobTimeoutError extends Error {
	override readonly name = "JobTimeoutError";
	/** The job that goes on. */
	readonly jobId: string;
	/** The state it was in when last looked at. */
	readonly state: JobState;
	/** Milliseconds that were waited. */
	readonly waited: number;

	constructor(jobId: string, state: JobState, waited: number) {
		super(
			`Job ${jobId} was still ${state} after ${Math.round(waited / 1_000)} seconds. It goes on at Zoho: pick it up with client.job("${jobId}").`,
		);
		this.jobId = jobId;
		this.state = state;
		this.waited = waited;
	}
}
