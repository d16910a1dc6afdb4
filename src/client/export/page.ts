import type { Job } from "../../job/any-job.js";
import type { Rows } from "../../result/rows/rows.js";
import { FileWatch } from "../download/file-watch.js";
import { type DownloadOptions, downloadResult } from "../download/unbroken-download.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { Checkpoint, CreatedWindow, ReadTask } from "./checkpoint.js";
import { type ReadOptions, readResult } from "./read-result.js";

/** The window that a page holds. */
export interface PageWindow extends CreatedWindow {
	/**
	 * Which page of the window it is, from 1, where the window cannot be narrowed: more records than a page holds were created in
	 * its one second, and they cannot be asked for by their ids. Such pages may lose or double records like all pages do; windows
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
	/** All its rows, as Zoho counts them. */
	readonly count: number;
	/** The rows of it that were taken before, by the checkpoint. */
	readonly taken: number;
	/** Whether no page comes after it, as far as is known. */
	readonly isLast: boolean;
	/** What it holds, in an export by windows: it is a whole window. */
	readonly window?: PageWindow | undefined;
	/**
	 * Its rows, without those that the checkpoint says were taken. The download begins when they are first asked for, anew
	 * each time.
	 *
	 * @throws {@link InvalidJobError} for a calendar: that is read with `download`. While they are read:
	 * {@link DamagedResultError}: what was given is to be forgotten; {@link InvalidCheckpointError} where the rows that were
	 * taken before are not those of the file; {@link ResultExpiredError}.
	 */
	rows(): Rows<Row>;
	/** Its ZIP as it is. The download begins when the stream is first read. */
	download(): ReadableStream<Uint8Array>;
	/**
	 * The checkpoint at which so many of `rows()` were taken: to go on in the middle of a page. It keeps a checksum of what the
	 * rows came from, by which a later download is told to be the same.
	 */
	after(rows: number): Checkpoint;
}

/** A page that a checkpoint says is to be read. */
export interface PageToRead {
	readonly task: ReadTask;
	readonly number: number;
	readonly isLast: boolean;
	readonly window?: PageWindow;
	/** The same checkpoint with something changed about the page. */
	keep(change: Pick<ReadTask, "taken" | "proof">): Checkpoint;
}

/** The page that a checkpoint says is to be read. */
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
			const all = taken + rows;
			const known = rows === 0 ? proof : options.verified ? "verified" : watch?.soFar();
			return keep({ taken: all, ...(all === 0 || known === undefined ? { proof: undefined } : { proof: known }) });
		},
	};
}
