import type { Job } from "../../job/any-job.js";
import type { ClientContext } from "../jobs/client-context.js";
import { JobsWaitedFor } from "../jobs/jobs-waited-for.js";
import { ProgressTeller } from "../jobs/progress-teller.js";
import { advance } from "./advance.js";
import { tasksOf } from "./begin-export.js";
import type { Checkpoint } from "./checkpoint.js";
import type { ExportOptions } from "./export-options.js";
import type { Page } from "./page.js";
import type { AdvanceOptions, Step } from "./page-tasks.js";
import { Resumption, startOf } from "./resumption.js";

/** A page that is ready to be read. */
export interface ReadyPage<Row> {
	readonly page: Page<Row>;
	/** Tells how far the reading has got. */
	report(taken: number): void;
	/** Has the page submitted again if its result is gone and a resumed export allows it; returns whether it does. */
	resubmit(error: unknown): boolean;
}

/**
 * Takes step after step. It yields every page that is ready, which counts as processed when the next one is requested.
 *
 * @throws what a step throws, and {@link JobTimeoutError}.
 */
export async function* readyPages<Row>(
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
		const jobs = tasks.filter((task) => task.step === "wait");
		if (worked !== undefined && jobs.some(({ jobId }) => jobId === worked.id)) {
			const { page: number, rows } = checkpoint;
			const total = countedIn(checkpoint);
			progress.tell({ jobId: worked.id, page: number, state: worked.state, rows, total, bytes });
		}
		await waiting.untilNextLook(jobs, worked?.id, wait, options.signal);
	}
}

/** Rows that Zoho has counted so far: of pages that were read or are ready to be read. */
function countedIn(checkpoint: Checkpoint): number {
	return tasksOf(checkpoint).reduce((rows, task) => rows + (task.step === "read" ? task.count : 0), checkpoint.rows);
}
