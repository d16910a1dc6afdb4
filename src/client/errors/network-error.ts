import { makeVisible } from "../../checks/make-visible.js";
import type { NetworkFault } from "./network-fault.js";

/**
 * No answer came: the server was not reached, the connection broke or nothing was heard in time, and trying again as often
 * as the client was told to did not help. Nothing is lost: go on from the last checkpoint, or with `client.job(jobId)`.
 */
export class NetworkError extends Error {
	override readonly name = "NetworkError";
	/** The code of the platform, such as `"ECONNRESET"`; `undefined` where it gives none. */
	readonly code: string | undefined;
	/** Method and path of the request. */
	readonly request: string;
	/** The job that the request was about, if one. */
	readonly jobId: string | undefined;

	/** The runtime's own error is not kept as a cause: some hold the request with its headers. */
	constructor(
		request: string,
		fault: NetworkFault,
		jobId: string | undefined,
		advice = "Check the connection, then go on.",
	) {
		const job = jobId === undefined ? "" : ` (job ${jobId})`;
		const code = fault.code === undefined ? "" : ` [${fault.code}]`;
		super(`${makeVisible(request)} got no answer: ${makeVisible(fault.words)}${code}. ${advice}${job}`);
		this.code = fault.code;
		this.request = request;
		this.jobId = jobId;
	}
}
