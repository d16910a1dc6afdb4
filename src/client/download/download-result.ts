import type { JobResult } from "../../job/job-details.js";

import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { CallOptions } from "../jobs/wait-for-job.js";
import { unbrokenDownload } from "./unbroken-download.js";

/** What a download takes. */
export interface DownloadOptions extends CallOptions {
	/** Called with the number of bytes of each part that is given. */
	readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** The ZIP of a completed job, each byte once though the connection break. It is asked for when the stream is first read. */
export function downloadResult(
	context: ClientContext,
	jobId: string,
	{ downloadUrl }: Pick<JobResult, "downloadUrl">,
	{ signal, onBytes }: DownloadOptions,
): ReadableStream<Uint8Array> {
	return unbrokenDownload(
		{
			jobId,
			request: `GET ${downloadUrl}`,
			open: (opening) => context.api.openResult(jobId, downloadUrl, opening),
			changed: (how) => new DamagedResultError(how, { jobId }),
			timeout: context.timeout,
			signal,
			...(onBytes === undefined ? {} : { onBytes }),
		},
		context,
	);
}
