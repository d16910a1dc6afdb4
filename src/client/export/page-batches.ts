import type { Job } from "../../job/any-job.js";
import type { Rows } from "../../result/rows/rows.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { ExportOptions } from "./export-options.js";
import { readyPages } from "./ready-pages.js";

/** What every page of an export has, batch by batch, one page after the other. */
export async function* pageBatches<Row, Batch extends { readonly length: number }>(
	context: ClientContext,
	job: Job<Row>,
	options: ExportOptions,
	read: (rows: Rows<Row>) => AsyncIterable<Batch>,
): AsyncGenerator<Batch, void, undefined> {
	const { onCheckpoint } = options;
	for await (const { page, report, resubmit } of readyPages(context, job, options)) {
		let taken = 0;
		try {
			for await (const batch of read(page.rows())) {
				report(taken + batch.length);
				yield batch;
				// Whoever requests more has processed what came before.
				taken += batch.length;
				if (onCheckpoint !== undefined) await onCheckpoint(page.after(taken));
			}
		} catch (error) {
			if (taken === 0 && resubmit(error)) continue;
			throw error;
		}
	}
}
