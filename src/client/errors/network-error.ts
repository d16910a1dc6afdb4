import { makeVisible } from "../../checks/make-visible.js";
import type { NetworkFault } from "./network-fault.js";

/**
 * No answer came: the server could not be reached, the connection broke or nothing arrived in time, and the client's
 * retries did not help. Nothing is lost: resume from the last checkpoint, or with `client.job(jobId)`.
 */
export class NetworkError extends Error {
	override readonly name = "NetworkError";
	/** The platform's code, such as `"ECONNRESET"`; `undefined` if there is none. */
	readonly code: string | undefined;
	/** Method and path of the request. */
	readonly request: string;
	/** The job that the request was about, if any. */
	readonly jobId: string | undefined;

	/** The runtime's own error is not kept as a cause: some contain the request with its headers. */
	constructor(
		request: string,
		fault: NetworkFault,
		jobId: string | undefined,
		advice = `Check the connection, then ${jobId === undefined ? "try again" : "resume"}.`,
	) {
		const job = jobId === undefined ? "" : ` (job ${jobId})`;
		const code = fault.code === undefined ? "" : ` [${fault.code}]`;
		super(`${makeVisible(request)} got no answer: ${makeVisible(fault.words)}${code}. ${advice}${job}`);
		this.code = fault.code;
		this.request = request;
		this.jobId = jobId;
	}
}
