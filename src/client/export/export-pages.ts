import type { Job } from "../../job/any-job.js";
import { type Rows, rowsOfBatches } from "../../result/rows/rows.js";
import { JobTimeoutError } from "../errors/job-timeout-error.js";
import { type ClientContext, joinSignals } from "../jobs/client-context.js";
import { defaultJobTimeout, sleepFor, type WaitOptions } from "../jobs/wait-for-job.js";
import { type AdvanceOptions, advance } from "./advance.js";
import { beginExport, type Checkpoint, readCheckpoint } from "./checkpoint.js";
import type { Page } from "./page.js";
import { refuseCalendar } from "./read-result.js";

/** What an export takes. */
export interface ExportOptions extends AdvanceOptions, WaitOptions {
	/** Where to go on from: a checkpoint that was kept. */
	readonly from?: Checkpoint | undefined;
	/**
	 * Called with a checkpoint after every step, and each time more rows are asked for: those that were given before are then
	 * taken to be dealt with. The export waits for it.
	 *
	 * A file's checksum stands at its end: after a {@link DamagedResultError} forget what the page gave, and go on from
	 * {@link restartPage} of the last checkpoint. After a {@link JobFailedError} go on from {@link resubmitPage} of it.
	 */
	readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
}

/** Every page's rows, one after the other. */
export function exportRows<Row>(context: ClientContext, job: Job<Row>, options: ExportOptions): Rows<Row> {
	refuseCalendar(job);
	return rowsOfBatches(async function* () {
		for await (const { page, report } of readyPages(context, job, options)) {
			let taken = 0;
			for await (const batch of page.rows().batches()) {
				report(taken + batch.length);
				yield batch;
				// Who asks for more has dealt with what was given.
				taken += batch.length;
				await options.onCheckpoint?.(page.after(taken));
			}
		}
	});
}

/** Every page, when it is completed. */
export async function* exportPages<Row>(
	context: ClientContext,
	job: Job<Row>,
	options: ExportOptions,
): AsyncGenerator<Page<Row>, void, undefined> {
	for await (const { page } of readyPages(context, job, options)) yield page;
}

/** A page that is ready to be read. */
interface ReadyPage<Row> {
	readonly page: Page<Row>;
	/** Tells how far the reading has got. */
	report(taken: number): void;
}

/**
 * Takes step after step. It stops at every page that is ready, and takes it for dealt with when the next one is asked for.
 *
 * @throws what a step throws, and {@link JobTimeoutError}.
 */
async function* readyPages<Row>(
	context: ClientContext,
	job: Job<Row>,
	{ from, onCheckpoint, onProgress, timeout = defaultJobTimeout, ...given }: ExportOptions,
): AsyncGenerator<ReadyPage<Row>, void, undefined> {
	const { clock } = context;
	let bytes = 0;
	const options: AdvanceOptions = {
		...given,
		signal: joinSignals(context, given.signal),
		onBytes: (more) => {
			bytes += more;
			given.onBytes?.(more);
		},
	};
	let checkpoint = from === undefined ? beginExport(job) : readCheckpoint(from, job);
	let waiting = { jobId: "", since: 0 };
	for (;;) {
		const { page, wait, done, checkpoint: next } = await advance(context, checkpoint, job, options);
		if (page !== undefined) {
			const { jobId, number } = page;
			const before = checkpoint.rows + page.after(0).taken;
			const report = (taken: number): void =>
				onProgress?.({ jobId, page: number, state: "COMPLETED", rows: before + taken, bytes });
			report(0);
			yield { page, report };
		}
		checkpoint = next;
		await onCheckpoint?.(checkpoint);
		if (done) return;
		if (checkpoint.step !== "wait") continue;
		const { jobId, page: number, state, rows } = checkpoint;
		onProgress?.({ jobId, page: number, state, rows, bytes });
		if (waiting.jobId !== jobId) waiting = { jobId, since: clock.now() };
		const waited = clock.now() - waiting.since;
		if (waited >= timeout) throw new JobTimeoutError(jobId, state, waited);
		if (wait > 0) await sleepFor(clock, Math.min(wait, timeout - waited), jobId, options.signal);
	}
}
