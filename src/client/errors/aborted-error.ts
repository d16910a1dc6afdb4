/**
 * A signal of yours ended the call. Its `name` is `"AbortError"`, as everywhere on the web; `cause` is the signal's reason.
 * If a job was on its way it goes on at Zoho: pick it up with `client.job(error.jobId)`.
 */
export class AbortedError extends Error {
	override readonly name = "AbortError";
	/** The job that the call was about; `undefined` where it was being submitted and the answer had not come. */
	readonly jobId: string | undefined;

	/** @param submission - where a job was to be created: whether its request left, so that the job may exist. */
	constructor(jobId: string | undefined, reason: unknown, submission?: "unsent" | "uncertain") {
		super(writeMessage(jobId, submission), { cause: reason });
		this.jobId = jobId;
	}
}

function writeMessage(jobId: string | undefined, submission: "unsent" | "uncertain" | undefined): string {
	if (submission === "unsent") return "The call was aborted before a job was submitted: none was created.";
	if (submission === "uncertain") {
		return "The call was aborted while a job was being submitted: it may or may not have been created.";
	}
	if (jobId === undefined) return "The call was aborted.";
	return `The call was aborted. Job ${jobId} goes on at Zoho: pick it up with client.job("${jobId}").`;
}
