import { type ApiErrorFacts, ZohoApiError } from "./zoho-api-error.js";

/**
 * Zoho no longer has a job or its result, which it keeps for a day, or these credentials cannot see it. Submit the job
 * again; an export resumes from {@link resubmitPage} of its last checkpoint, after discarding the page's rows.
 */
export class ResultExpiredError extends ZohoApiError {
	override readonly name: string = "ResultExpiredError";
	/** The job. */
	override readonly jobId: string;
	/** When it was submitted or seen to be completed, if a checkpoint says so: ISO 8601. */
	readonly since: string | undefined;

	constructor(facts: ApiErrorFacts & { readonly jobId: string }, since?: string, advice: string = writeAdvice(since)) {
		super({ ...facts, advice });
		this.jobId = facts.jobId;
		this.since = since;
	}
}

function writeAdvice(since: string | undefined): string {
	const age = since === undefined ? "" : ` This job is from ${since}, or earlier.`;
	return `Zoho keeps a job's result for a day.${age} Submit the job again. To resume an export, discard the page's rows and use resubmitPage(checkpoint).`;
}

/** The meaning of an answer that does not know a job which existed. */
export function asExpired(error: unknown, jobId: string, since?: string): unknown {
	if (!(error instanceof ZohoApiError) || error.code !== "RESOURCE_NOT_FOUND") return error;
	return new ResultExpiredError({ ...error, jobId }, since);
}
