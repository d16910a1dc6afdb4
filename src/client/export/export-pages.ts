// What takes the steps of an export and reads its files is loaded before anything is asked of Zoho and charged for.

import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { Job } from "../../job/any-job.js";
import { linesOf, type Rows, rowsOfBatches } from "../../result/rows/rows.js";
import { endOnReturn } from "../../time/end-on-return.js";
import { type ClientContext, joinSignals } from "../jobs/client-context.js";
import type { ExportOptions } from "./export-options.js";
import type { Page } from "./page.js";
import { refuseCalendar } from "./refuse-calendar.js";

/** The rows of every page, one after the other. */
export function exportRows<Row>(context: ClientContext, job: Job<Row>, options: ExportOptions): Rows<Row> {
	refuseCalendar(job);
	const open = <Batch extends { readonly length: number }>(
		read: (rows: Rows<Row>) => AsyncIterable<Batch>,
	): AsyncIterator<Batch, void, undefined> =>
		endOnReturn(async function* (left) {
			const { pageBatches } = await import("./page-batches.js");
			yield* pageBatches(context, job, { ...options, signal: joinSignals(context, options.signal, left) }, read);
		});
	return rowsOfBatches(
		() => open((rows) => rows.batches()),
		() => open(linesOf),
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
		const { readyPages } = await import("./ready-pages.js");
		const ended = { ...options, signal: joinSignals(context, options.signal, left) };
		for await (const { page } of readyPages(context, job, ended)) yield page;
	});
}
