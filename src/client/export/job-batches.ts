import type { Job } from "../../job/any-job.js";
import type { Rows } from "../../result/rows/rows.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { ProgressTeller } from "../jobs/progress-teller.js";
import { type CompletedJob, pageOf } from "../jobs/wait-for-job.js";
import { type ReadOptions, readResult } from "./read-result.js";

/** What the page of a completed job has, batch by batch. */
export async function* jobBatches<Row, Batch extends { readonly length: number }>(
	context: ClientContext,
	job: Job<Row>,
	completed: CompletedJob,
	options: ReadOptions & { readonly signal?: AbortSignal | undefined },
	progress: ProgressTeller,
	read: (rows: Rows<Row>) => AsyncIterable<Batch>,
): AsyncGenerator<Batch, void, undefined> {
	const { id, state, result } = completed;
	const { count, downloadUrl } = result;
	const page = pageOf(completed);
	let bytes = 0;
	let rows = 0;
	const given = readResult(context, { jobId: id, count, downloadUrl, taken: 0 }, job, {
		...options,
		onWait: progress.onWait,
		onBytes: (more) => {
			bytes += more;
		},
	});
	for await (const batch of read(given)) {
		rows += batch.length;
		progress.tell({ jobId: id, state, page, rows, bytes, total: count }, rows === count);
		yield batch;
	}
}
