import type { Job } from "../job/bulk-read.js";
import { type AdvanceOptions, advance, type Step } from "./advance.js";
import { beginExport, type Checkpoint, type ReadCheckpoint, readCheckpoint } from "./checkpoint.js";
import { type ClientContext, joinSignals } from "./client-context.js";
import { JobTimeoutError } from "./errors/job-timeout-error.js";
import { defaultJobTimeout, type Progress, sleepFor, type WaitOptions } from "./wait-for-job.js";

/** What an export takes. */
export interface ExportOptions extends AdvanceOptions, WaitOptions {
	/** Where to go on from: a checkpoint that was kept. */
	readonly from?: Checkpoint | undefined;
	/**
	 * Called with a checkpoint after every step, and each time more rows are asked for: those that were given before are then
	 * taken to be dealt with. The export waits for it.
	 */
	readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
}

/** A page that is ready to be read. */
export interface ReadyPage<Row> {
	readonly at: ReadCheckpoint;
	readonly step: Step<Row>;
	/** Tells how far the reading has got. */
	progress(rows: number): void;
}

/**
 * Takes step after step. It stops at every page that is ready, and takes it for read when the next one is asked for.
 *
 * @throws what a step throws, and {@link JobTimeoutError}.
 */
export async function* readyPages<Row>(
	context: ClientContext,
	job: Job<Row>,
	{ from, onCheckpoint, onProgress, timeout = defaultJobTimeout, ...given }: ExportOptions,
): AsyncGenerator<ReadyPage<Row>, void, undefined> {
	const { clock } = context;
	let bytes = 0;
	const options = {
		...given,
		signal: joinSignals(context, given.signal),
		onBytes: (more: number) => {
			bytes += more;
			given.onBytes?.(more);
		},
	};
	const report = (rows: number, at: { jobId: string; page: number; state: string }): void =>
		onProgress?.({ jobId: at.jobId, state: at.state, page: at.page, rows, bytes });

	let checkpoint = from === undefined ? beginExport(job) : readCheckpoint(from, job);
	let waiting = { jobId: "", since: 0 };
	for (;;) {
		const step = await advance(context, checkpoint, job, options);
		if (checkpoint.step === "read" && step.rows !== undefined) {
			const at = checkpoint;
			yield { at, step, progress: (rows) => report(at.rows + rows, { ...at, state: "COMPLETED" }) };
		}
		checkpoint = step.checkpoint;
		await onCheckpoint?.(checkpoint);
		if (step.done) return;
		if (checkpoint.step === "read") report(checkpoint.rows + checkpoint.taken, { ...checkpoint, state: "COMPLETED" });
		if (checkpoint.step !== "wait") continue;
		report(checkpoint.rows, checkpoint);
		const { jobId, state } = checkpoint;
		if (waiting.jobId !== jobId) waiting = { jobId, since: clock.now() };
		const left = timeout - (clock.now() - waiting.since);
		if (left <= 0) throw new JobTimeoutError(jobId, state, clock.now() - waiting.since);
		if (step.wait > 0) await sleepFor(clock, Math.min(step.wait, left), jobId, options.signal);
	}
}
