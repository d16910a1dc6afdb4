import { makeVisible } from "../../checks/make-visible.js";
import type { ZohoErrorCode } from "../../facts/error-codes.js";
import type { JobFailure } from "../../job/job-details.js";

/**
 * Zoho accepted the job, worked on it and gave up: its state is `FAILURE`. `code`, `zohoMessage` and `details` are Zoho's
 * own account. The job will not change any more; submit it again, corrected where `code` says so. An export goes on from
 * {@link resubmitPage} of its last checkpoint.
 */
export class JobFailedError extends Error {
	override readonly name = "JobFailedError";
	/** The job that failed. */
	readonly jobId: string;
	/** Zoho's code, `"UNKNOWN"` where it gave none. */
	readonly code: ZohoErrorCode;
	/** Zoho's own words. */
	readonly zohoMessage: string;
	/** What Zoho adds; its shape depends on the code. */
	readonly details: unknown;
	/** What to do. */
	readonly advice: string;

	/** @param advice - what to do about the failure's code, where that is known. */
	constructor(jobId: string, failure: JobFailure, advice: string = unknownAdvice) {
		super(
			`Job ${jobId} failed with ${makeVisible(failure.code)}: ${makeVisible(failure.message)} ${advice} An export goes on from resubmitPage(checkpoint).`,
		);
		this.jobId = jobId;
		this.code = failure.code;
		this.zohoMessage = failure.message;
		this.details = failure.details;
		this.advice = advice;
	}
}

const unknownAdvice = "Submit the job again; if it fails again, ask Zoho with its id.";
