import type { Job } from "../../job/any-job.js";
import type { Rows } from "../../result/rows/rows.js";
import { FileWatch } from "../download/file-watch.js";
import { type DownloadOptions, downloadResult } from "../download/unbroken-download.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { Checkpoint, CreatedWindow, ReadTask } from "./checkpoint.js";
import { type ReadOptions, readResult } from "./read-result.js";

/** The window of a page. */
export interface PageWindow extends CreatedWindow {
	/**
	 * The page of the window, from 1, if the window cannot be narrowed: more records than a page holds were created in
	 * its one second, and they cannot be filtered by id. Like all pages, these may lose or duplicate records; windows
	 * of one page cannot.
	 */
	readonly part?: number | undefined;
}

/** A page of an export whose job is completed. */
export interface Page<out Row> {
	/** From 1. In an export by windows, which have no order, the number of windows handed out so far. */
	readonly number: number;
	/** The job that exported it. */
	readonly jobId: string;
	/** The number of its rows, as Zoho counts them. */
	readonly count: number;
	/** How many of them were taken before, according to the checkpoint. */
	readonly taken: number;
	/** Whether no page follows it, as far as known. */
	readonly isLast: boolean;
	/** In an export by windows, the window that it has in full. */
	readonly window?: PageWindow | undefined;
	/**
	 * Its rows, without those that were already taken according to the checkpoint. The download starts when they are
	 * first requested, each time from the beginning.
	 *
	 * @throws {@link InvalidJobError} for a calendar: use `download`. While they are read: {@link DamagedResultError}:
	 * discard what was given; {@link InvalidCheckpointError} if the rows that were taken before are not those of the
	 * file; {@link ResultExpiredError}.
	 */
	rows(): Rows<Row>;
	/** Its ZIP, unchanged. The download starts when the stream is first read. */
	download(): ReadableStream<Uint8Array>;
	/**
	 * The checkpoint after this many of `rows()`, to resume in the middle of a page. It keeps a checksum of what the
	 * rows came from, to recognise the same file in a later download.
	 */
	after(rows: number): Checkpoint;
}

/** A page that is to be read according to a checkpoint. */
export interface PageToRead {
	readonly task: ReadTask;
	readonly number: number;
	readonly isLast: boolean;
	readonly window?: PageWindow;
	/** The same checkpoint with changes to the page. */
	keep(change: Pick<ReadTask, "taken" | "proof">): Checkpoint;
}

/** The page that is to be read according to a checkpoint. */
export function pageAt<Row>(
	context: ClientContext,
	{ task, number, isLast, window, keep }: PageToRead,
	job: Job<Row>,
	options: ReadOptions & DownloadOptions,
): Page<Row> {
	const { jobId, count, taken, proof } = task;
	let watch: FileWatch | undefined;
	return {
		number,
		jobId,
		count,
		taken,
		isLast,
		...(window === undefined ? {} : { window }),
		rows: () => readResult(context, task, job, options, (begun) => (watch = begun)),
		download: () => {
			const begun = new FileWatch();
			watch = begun;
			return downloadResult(context, jobId, task, { ...options, onPart: (part) => begun.push(part) });
		},
		after: (rows) => {
			const known = rows === 0 ? proof : options.verified ? "verified" : watch?.soFar();
			return keep({ taken: taken + rows, proof: known });
		},
	};
}
