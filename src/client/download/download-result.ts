import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { asExpired } from "../errors/result-expired-error.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { CallOptions } from "../jobs/wait-for-job.js";
import { unbrokenDownload } from "./unbroken-download.js";

/** What a download takes. */
export interface DownloadOptions extends CallOptions {
	/** Called with the number of bytes of each part that is given. */
	readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** A file to download. */
export interface ResultFile {
	/** Path of the file on the API's own origin. */
	readonly downloadUrl: string;
	/** When the job was seen to be completed, where that is known: ISO 8601. */
	readonly time?: string | undefined;
}

/** What watches a download. */
export interface WatchedDownload extends DownloadOptions {
	/** Called with each part before it is given; what it throws is the stream's error. */
	readonly onPart?: ((part: Uint8Array) => void) | undefined;
}

/** The ZIP of a completed job, each byte once though the connection break. It is asked for when the stream is first read. */
export function downloadResult(
	context: ClientContext,
	jobId: string,
	{ downloadUrl, time }: ResultFile,
	{ signal, onWait, onBytes, onPart }: WatchedDownload,
): ReadableStream<Uint8Array> {
	return unbrokenDownload(
		{
			jobId,
			request: `GET ${downloadUrl}`,
			open: (opening) =>
				context.api.openResult(jobId, downloadUrl, { signal: opening, onWait }).catch((error: unknown) => {
					throw asExpired(error, jobId, time);
				}),
			changed: (how) => new DamagedResultError(how, { jobId }),
			timeout: context.timeout,
			signal,
			onWait,
			...(onBytes === undefined ? {} : { onBytes }),
			...(onPart === undefined ? {} : { onPart }),
		},
		context,
	);
}
