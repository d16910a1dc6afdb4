import type { Job } from "../job/bulk-read.js";
import { DamagedResultError } from "../result/damaged-result-error.js";
import { type ReadRowsOptions, type Rows, readRows } from "../result/read-rows.js";
import type { ReadCheckpoint } from "./checkpoint.js";
import type { ClientContext } from "./client-context.js";
import { type DownloadOptions, downloadResult } from "./download-result.js";

/** What reading a page takes. */
export interface ReadOptions extends ReadRowsOptions, DownloadOptions {}

/** The rows of a completed page's job, those aside that were taken; the download begins when they are first asked for. */
export function readPage<Row>(
	context: ClientContext,
	page: Pick<ReadCheckpoint, "jobId" | "downloadUrl" | "count" | "taken">,
	job: Job<Row>,
	options: ReadOptions,
): Rows<Row> {
	...
}
