import { type ApiErrorFacts, ZohoApiError } from "./zoho-api-error.js";

/**
 * Zoho has a job or its result no longer: it keeps results for a day. Or these credentials may not see it. The job has to be
 * submitted again; an export goes on from {@link resubmitPage} of its last checkpoint, and what the page gave is to be
 * forgotten.
 */
export class ResultExpiredError extends ZohoApiError {
	override readonly name: string = "ResultExpiredError";
	/** The job. */
	override readonly jobId: string;
	/** When it was submitted or seen to be completed, where a checkpoint says so: ISO 8601. */
	readonly since: string | undefined;

	constructor(facts: ApiErrorFacts & { readonly jobId: string }, since?: string) {
		super({ ...facts, advice: writeAdvice(since) });
		this.jobId = facts.jobId;
		this.since = since;
	}
}

function writeAdvice(since: string | undefined): string {
	const age = since === undefined ? "" : ` This one is known since ${since}.`;
	return `Zoho keeps a job's result for a day.${age} Submit the job again; an export goes on from resubmitPage(checkpoint), and what its page gave is to be forgotten.`;
}

/** What an answer means that knows nothing of a job which was there. */
export function asExpired(error: unknown, jobId: string, since?: string): unknown {
	if (!(error instanceof ZohoApiError) || error.code !== "RESOURCE_NOT_FOUND") return error;
	return new ResultExpiredError({ ...error, jobId }, since);
}
