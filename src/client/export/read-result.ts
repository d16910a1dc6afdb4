import type { Job } from "../../job/any-job.js";
import { InvalidJobError } from "../../job/invalid-job-error.js";
import { withoutFirst } from "../../result/rows/column-order.js";
import { type ReadRowsOptions, readRows } from "../../result/rows/read-rows.js";
import { type Rows, rowsOfBatches } from "../../result/rows/rows.js";
import { ResultError } from "../../result/zip/result-error.js";
import { type DownloadOptions, downloadResult } from "../download/download-result.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { ReadCheckpoint } from "./checkpoint.js";

/** What reading rows takes. */
export type ReadOptions = Omit<ReadRowsOptions, "onProgress" | "count">;

/** The result of a completed job, and how many of its rows were taken before. */
export type ReadyResult = Pick<ReadCheckpoint, "jobId" | "downloadUrl" | "count" | "taken">;

/**
 * The rows of a completed job, without those that were taken before. The download begins when they are first asked for.
 *
 * @throws {@link InvalidJobError} for a calendar, which has no rows.
 * @throws {@link DamagedResultError} while they are read, also where the file has more or fewer rows than Zoho counted.
 */
export function readResult<Row>(
	context: ClientContext,
	result: ReadyResult,
	job: Job<Row>,
	options: ReadOptions & DownloadOptions,
): Rows<Row> {
	refuseCalendar(job);
	return rowsOfBatches(async function* () {
		const { jobId, count, taken } = result;
		const { signal, onBytes, ...readOptions } = options;
		const zip = downloadResult(context, jobId, result, { signal, onBytes });
		let read = 0;
		try {
			for await (const batch of readRows(zip, job, { ...readOptions, count }).batches()) {
				const known = Math.max(0, taken - read);
				read += batch.length;
				if (known < batch.length) yield known === 0 ? batch : withoutFirst(batch, known);
			}
		} catch (error) {
			throw error instanceof ResultError ? error.ofJob(jobId) : error;
		}
	});
}

/** Refuses a job whose result is no table. */
export function refuseCalendar(job: Job<unknown>): void {
	if (job.fileType !== "ics") return;
	const message = '"ics": a calendar has no rows. Read it with download(), or leave out ics.';
	throw new InvalidJobError([{ code: "QUERY_NOT_SUPPORTED", message, path: ["file_type"], given: "ics" }]);
}
