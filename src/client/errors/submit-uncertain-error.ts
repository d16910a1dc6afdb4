/**
 * A job was submitted, but it is unknown whether it was created: the connection broke, the answer did not come in time,
 * or it was not from Zoho. The client does not retry by itself, since that might create, and charge for, a second job;
 * Zoho has no list of jobs to look it up in. Submit again if a second job does no harm; a callback would report the
 * first.
 *
 * `cause` is what happened: a {@link NetworkError}, a {@link ZohoApiError} of status 500 or above, or an
 * {@link UnexpectedAnswerError}.
 */
export class SubmitUncertainError extends Error {
	override readonly name = "SubmitUncertainError";
	/** What happened. */
	override readonly cause: Error;
	/**
	 * The job's id, if the answer has one although it is not what the API documents: see `client.job(jobId).details()`.
	 */
	readonly jobId: string | undefined;

	constructor(cause: Error, jobId?: string) {
		const advice =
			jobId === undefined
				? "Submit it again if a second job does no harm."
				: `The answer names job ${jobId}: look at it with client.job("${jobId}") before you submit another.`;
		super(`The job may or may not have been created. ${advice} ${cause.message}`);
		this.cause = cause;
		this.jobId = jobId;
	}
}
