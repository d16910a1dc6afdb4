import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { Job } from "../../job/any-job.js";
import { linesOf, type Rows, rowsOfBatches } from "../../result/rows/rows.js";
import { endOnReturn } from "../../time/end-on-return.js";
import { type ClientContext, joinSignals } from "../jobs/client-context.js";
import { JobsWaitedFor } from "../jobs/jobs-waited-for.js";
import { ProgressTeller } from "../jobs/progress-teller.js";
import type { WaitOptions } from "../jobs/wait-for-job.js";
import { advance } from "./advance.js";
import { tasksOf } from "./begin-export.js";
import type { Checkpoint } from "./checkpoint.js";
import type { Page } from "./page.js";
import type { AdvanceOptions, Step } from "./page-tasks.js";
import { refuseCalendar } from "./read-result.js";
import { Resumption, startOf } from "./resumption.js";

/** What an export takes. */
export interface ExportOptions extends AdvanceOptions, WaitOptions {
	/**
	 * Whether the export is cut by when records were created, and not in pages: see {@link Client.rows}. What was begun
	 * otherwise is not gone on with.
	 */
	readonly windows?: boolean | undefined;
	/**
	 * Where to go on from: a checkpoint that was kept. It has to be of the same job and of the same org. Jobs that failed since,
	 * or whose results are gone, are submitted again where nothing of their page was taken.
	 */
	readonly from?: Checkpoint | undefined;
	/**
	 * Called with a checkpoint after every step, and each time more rows are asked for: those that were given before are then
	 * taken to be dealt with. The export waits for it.
	 *
	 * A file's checksum stands at its end: what was given before is provisional. A checkpoint in the middle of a page proves
	 * itself: it carries a checksum of the bytes that its rows came from, and is refused where a later download does not begin
	 * with them. So after a {@link DamagedResultError} forget what was given since the last checkpoint and go on from it; where
	 * that is refused ({@link InvalidCheckpointError}), forget what the page gave and go on from {@link restartPage} of it. After
	 * a {@link JobFailedError}, a {@link ResultExpiredError} or a damage that no download can mend, go on from
	 * {@link resubmitPage} of it. With `verified` rows are certain when they are given.
	 */
	readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
}

/** Every page's rows, one after the other. */
export function exportRows<Row>(context: ClientContext, job: Job<Row>, options: ExportOptions): Rows<Row> {
	refuseCalendar(job);
	const { onCheckpoint } = options;
	async function* batchesOf<Batch extends { readonly length: number }>(
		left: AbortSignal,
		read: (rows: Rows<Row>) => AsyncIterable<Batch>,
	): AsyncGenerator<Batch, void, undefined> {
		const ended = { ...options, signal: joinSignals(context, options.signal, left) };
		for await (const { page, report, resubmit } of readyPages(context, job, ended)) {
			let taken = 0;
			try {
				for await (const batch of read(page.rows())) {
					report(taken + batch.length);
					yield batch;
					// Who asks for more has dealt with what was given.
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
		throw new InvalidOptionError(option, "a checkpoint is of one job, and these are several. Export them one by one.");
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

/** Every page, when it is completed. */
export function exportPages<Row>(
	context: ClientContext,
	job: Job<Row>,
	options: ExportOptions,
): AsyncIterable<Page<Row>> {
	return endOnReturn(async function* (left) {
		const ended = { ...options, signal: joinSignals(context, options.signal, left) };
		for await (const { page } of readyPages(context, job, ended)) yield page;
	});
}

/** A page that is ready to be read. */
interface ReadyPage<Row> {
	readonly page: Page<Row>;
	/** Tells how far the reading has got. */
	report(taken: number): void;
	/** Has the page submitted again, where it was found that its result is gone and a resumed export may: it tells whether. */
	resubmit(error: unknown): boolean;
}

/**
 * Takes step after step. It stops at every page that is ready, and takes it for dealt with when the next one is asked for.
 *
 * @throws what a step throws, and {@link JobTimeoutError}.
 */
async function* readyPages<Row>(
	context: ClientContext,
	job: Job<Row>,
	{ from, windows, onCheckpoint, onProgress, timeout, ...given }: ExportOptions,
): AsyncGenerator<ReadyPage<Row>, void, undefined> {
	const { clock } = context;
	let bytes = 0;
	const progress = new ProgressTeller(clock, onProgress, given.onWait);
	const options: AdvanceOptions = {
		...given,
		onWait: progress.onWait,
		onBytes: (more) => {
			bytes += more;
			given.onBytes?.(more);
		},
	};
	let checkpoint = startOf(job, { from, windows });
	const resumption = new Resumption(from);
	checkpoint = resumption.withoutExpired(checkpoint, clock.now());
	const waiting = new JobsWaitedFor(clock, timeout);
	for (;;) {
		const step: Step<Row> = await advance(context, checkpoint, job, options).catch((error: unknown) => {
			const again = resumption.resubmitted(checkpoint, error);
			if (again === undefined) throw error;
			return { checkpoint: again, wait: 0, done: false };
		});
		const { page, wait, done, job: worked } = step;
		let next = step.checkpoint;
		if (page !== undefined) {
			const { jobId, number } = page;
			const before = checkpoint.rows + page.taken;
			const total = countedIn(checkpoint);
			const report = (taken: number): void => {
				const atEnd = page.taken + taken === page.count;
				progress.tell({ jobId, page: number, state: "COMPLETED", rows: before + taken, total, bytes }, atEnd);
			};
			report(0);
			const resubmit = (error: unknown): boolean => {
				const again = resumption.resubmitted(checkpoint, error);
				next = again ?? next;
				return again !== undefined;
			};
			yield { page, report, resubmit };
		}
		const isDone = done && next === step.checkpoint;
		checkpoint = next;
		await onCheckpoint?.(checkpoint);
		if (isDone) return;
		const tasks = tasksOf(checkpoint);
		const current = tasks.find((task) => task.step === "wait" && task.jobId === worked?.id);
		if (worked !== undefined && current !== undefined) {
			const { page: number, rows } = checkpoint;
			const total = countedIn(checkpoint);
			progress.tell({ jobId: worked.id, page: number, state: worked.state, rows, total, bytes });
		}
		const jobs = tasks.filter((task) => task.step === "wait");
		await waiting.untilNextLook(jobs, worked?.id, wait, options.signal);
	}
}

/** Rows that Zoho has counted so far: of the pages that were read, and of those that are ready to be. */
function countedIn(checkpoint: Checkpoint): number {
	return tasksOf(checkpoint).reduce((rows, task) => rows + (task.step === "read" ? task.count : 0), checkpoint.rows);
}
