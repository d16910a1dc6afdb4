import { makeVisible } from "../../checks/make-visible.js";
import type { ZohoErrorCode } from "../../facts/error-codes.js";
import type { JobFailure } from "../../job/job-details.js";

/**
 * Zoho accepted the job, worked on it and gave up: its state is `FAILURE`. `code`, `zohoMessage` and `details` are
 * Zoho's explanation. The job is final; submit it again, corrected if `code` says so. An export resumes from
 * {@link resubmitPage} of its last checkpoint.
 */
export class JobFailedError extends Error {
	override readonly name = "JobFailedError";
	/** The job that failed. */
	readonly jobId: string;
	/** Zoho's code, `"UNKNOWN"` if it gave none. */
	readonly code: ZohoErrorCode;
	/** Zoho's message. */
	readonly zohoMessage: string;
	/** Further details from Zoho; their shape depends on the code. */
	readonly details: unknown;
	/** What to do. */
	readonly advice: string;

	/** @param advice - what to do about the failure's code, if known. */
	constructor(jobId: string, failure: JobFailure, advice: string = unknownAdvice) {
		super(
			`Job ${jobId} failed with ${makeVisible(failure.code)}: ${makeVisible(failure.message)} ${advice} To resume an export, use resubmitPage(checkpoint).`,
		);
		this.jobId = jobId;
		this.code = failure.code;
		this.zohoMessage = failure.message;
		this.details = failure.details;
		this.advice = advice;
	}
}

const unknownAdvice = "Submit the job again. If it fails again, contact Zoho with its id.";
