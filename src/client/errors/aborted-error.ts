/**
 * One of your signals ended the call. Its `name` is `"AbortError"`, as everywhere on the web; `cause` is the signal's
 * reason. A job that was under way continues at Zoho: pick it up with `client.job(error.jobId)`.
 */
export class AbortedError extends Error {
	override readonly name = "AbortError";
	/** The job of the call; `undefined` if it was being submitted and no answer had come. */
	readonly jobId: string | undefined;

	/** @param submission - if a job was being submitted: whether its request was sent, so that the job may exist. */
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
	return `The call was aborted. Job ${jobId} continues at Zoho: pick it up with client.job("${jobId}").`;
}
