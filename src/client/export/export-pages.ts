import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { Job } from "../../job/any-job.js";
import { linesOf, type Rows, rowsOfBatches } from "../../result/rows/rows.js";
import { endOnReturn } from "../../time/end-on-return.js";
import { type ClientContext, joinSignals } from "../jobs/client-context.js";
import type { ExportOptions } from "./export-options.js";
import type { Page } from "./page.js";
import type { ReadyPage } from "./ready-pages.js";
import { refuseCalendar } from "./refuse-calendar.js";

/** The rows of every page, one after the other. */
export function exportRows<Row>(context: ClientContext, job: Job<Row>, options: ExportOptions): Rows<Row> {
	refuseCalendar(job);
	const { onCheckpoint } = options;
	async function* batchesOf<Batch extends { readonly length: number }>(
		left: AbortSignal,
		read: (rows: Rows<Row>) => AsyncIterable<Batch>,
	): AsyncGenerator<Batch, void, undefined> {
		const ended = { ...options, signal: joinSignals(context, options.signal, left) };
		for await (const { page, report, resubmit } of beginExporting(context, job, ended)) {
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
	return rowsOfBatches(
		() => endOnReturn((left) => batchesOf(left, (rows) => rows.batches())),
		() => endOnReturn((left) => batchesOf(left, linesOf)),
	);
}

/** The rows of several jobs, one job after the other. */
export function exportRowsOfMany<Row>(
	context: ClientContext,
	jobs: readonly Job<Row>[],
	options: ExportOptions,
): Rows<Row> {
	const [only] = jobs;
	if (only !== undefined && jobs.length === 1) return exportRows(context, only, options);
	for (const option of ["from", "onCheckpoint"] as const) {
		if (options[option] === undefined) continue;
		throw new InvalidOptionError(
			option,
			"a checkpoint belongs to one job, and these are several. Export them one by one.",
		);
	}
	for (const job of jobs) refuseCalendar(job);
	async function* batchesOf<Batch>(
		read: (rows: Rows<Row>) => AsyncIterable<Batch>,
	): AsyncGenerator<Batch, void, undefined> {
		for (const job of jobs) yield* read(exportRows(context, job, options));
	}
	return rowsOfBatches(
		() => batchesOf((rows) => rows.batches()),
		() => batchesOf(linesOf),
	);
}

/** Every page, once it is completed. */
export function exportPages<Row>(
	context: ClientContext,
	job: Job<Row>,
	options: ExportOptions,
): AsyncIterable<Page<Row>> {
	return endOnReturn(async function* (left) {
		const ended = { ...options, signal: joinSignals(context, options.signal, left) };
		for await (const { page } of beginExporting(context, job, ended)) yield page;
	});
}

/** Begins an export. What takes its steps and reads its files is loaded before anything is asked of Zoho and charged for. */
async function* beginExporting<Row>(
	context: ClientContext,
	job: Job<Row>,
	options: ExportOptions,
): AsyncGenerator<ReadyPage<Row>, void, undefined> {
	const { readyPages } = await import("./ready-pages.js");
	yield* readyPages(context, job, options);
}
