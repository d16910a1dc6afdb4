import type { Job } from "../../job/any-job.js";
import type { Rows } from "../../result/rows/rows.js";
import { type DownloadOptions, downloadResult } from "../download/download-result.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { ReadCheckpoint } from "./checkpoint.js";
import { type ReadOptions, readResult } from "./read-result.js";

/** A page of an export whose job is completed. */
export interface Page<out Row> {
	/** From 1. */
	readonly number: number;
	/** The job that exported it. */
	readonly jobId: string;
	/** All its rows, as Zoho counts them. */
	readonly count: number;
	/**
	 * Its rows, without those that the checkpoint says were taken. The download begins when they are first asked for, anew
	 * each time.
	 *
	 * @throws {@link InvalidJobError} for a calendar: that is read with `download`.
	 */
	rows(): Rows<Row>;
	/** Its ZIP as it is. The download begins when the stream is first read. */
	download(): ReadableStream<Uint8Array>;
	/** The checkpoint at which so many of `rows()` were taken: to go on in the middle of a page. */
	after(rows: number): ReadCheckpoint;
}

/** The page that a checkpoint says is to be read. */
export function pageAt<Row>(
	context: ClientContext,
	at: ReadCheckpoint,
	job: Job<Row>,
	options: ReadOptions & DownloadOptions,
): Page<Row> {
	return {
		number: at.page,
		jobId: at.jobId,
		count: at.count,
		rows: () => readResult(context, at, job, options),
		download: () => downloadResult(context, at.jobId, at, options),
		after: (rows) => ({ ...at, taken: at.taken + rows }),
	};
}
