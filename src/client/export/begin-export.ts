import type { Job } from "../../job/any-job.js";
import type {
	Checkpoint,
	PageTask,
	ReadTask,
	SplitTask,
	SubmitCheckpoint,
	SubmitTask,
	WindowsCheckpoint,
	WindowTask,
} from "./checkpoint.js";
import { fingerprint, seal } from "./checkpoint-seal.js";
import { checkKept } from "./read-checkpoint.js";
import { refuseUncuttable } from "./window.js";

/** How an export is split. */
export interface ExportPlan {
	/**
	 * Whether it is split by creation time instead of in pages: see {@link Client.rows}. In pages by default.
	 */
	readonly windows?: boolean | undefined;
}

/**
 * The checkpoint before the first step of an export.
 *
 * @throws {@link InvalidJobError} if the job cannot be split into windows.
 */
export function beginExport(job: Job<unknown>, plan: { readonly windows: true }): WindowsCheckpoint;
export function beginExport(job: Job<unknown>, plan?: { readonly windows?: false | undefined }): SubmitCheckpoint;
export function beginExport(job: Job<unknown>, plan?: ExportPlan): SubmitCheckpoint | WindowsCheckpoint;
export function beginExport(job: Job<unknown>, { windows }: ExportPlan = {}): SubmitCheckpoint | WindowsCheckpoint {
	const { page = 1 } = job.toJSON().query;
	const base = { version: 2, job: fingerprint(job), page, rows: 0 } as const;
	if (!windows) return seal<SubmitCheckpoint>({ ...base, step: "submit" });
	refuseUncuttable(job);
	return seal<WindowsCheckpoint>({ ...base, step: "windows", open: [{ step: "submit", window: {} }] });
}

/**
 * The same checkpoint, with no rows of its page taken: where to resume after a {@link DamagedResultError}. Discard the
 * rows that the page gave.
 *
 * @throws {@link InvalidCheckpointError} if it is not a checkpoint.
 */
export function restartPage(checkpoint: Checkpoint): Checkpoint {
	const kept = checkKept(checkpoint);
	if (kept.step === "read") return seal(untaken(kept));
	if (kept.step !== "windows") return kept;
	return seal({ ...kept, open: kept.open.map((task) => (task.step === "read" ? untaken(task) : task)) });
}

function untaken<Task extends ReadTask>({ proof: _, ...task }: Task): Omit<Task, "proof"> & { taken: number } {
	return { ...task, taken: 0 };
}

/**
 * The same page, to be submitted again: where to resume after a {@link JobFailedError} or a {@link ResultExpiredError},
 * and after a {@link DamagedResultError} whose archive is intact. Discard the rows that the page gave; the new job is
 * charged for.
 *
 * @param jobId - in an export by windows, the job to submit again: the error names it. By default, those of all windows
 * under way.
 * @throws {@link InvalidCheckpointError} if it is not a checkpoint.
 */
export function resubmitPage(checkpoint: Checkpoint, jobId?: string): Checkpoint {
	const kept = checkKept(checkpoint);
	if (kept.step === "windows") {
		const open = kept.open.map((task) => (jobId === undefined || jobIdOf(task) === jobId ? resubmitted(task) : task));
		return seal<WindowsCheckpoint>({ ...kept, open });
	}
	if (kept.step === "done") return kept;
	const { version, job, owner, page, rows } = kept;
	return seal<SubmitCheckpoint>({ version, job, ...(owner && { owner }), page, rows, ...submitTask(kept) });
}

function resubmitted(task: WindowTask): WindowTask {
	const { window, part, probe } = task;
	const named = { window, ...(part && { part }), ...(probe && { probe }) };
	return { ...named, ...submitTask(task) };
}

function submitTask({ pageToken }: Pick<WindowTask, "step"> & Pick<SubmitTask, "pageToken">): SubmitTask {
	return { step: "submit", ...(pageToken === undefined ? {} : { pageToken }) };
}

/** The job of a page or a window, if it was submitted. */
export function jobIdOf(task: PageTask | SplitTask): string | undefined {
	return task.step === "submit" ? undefined : task.jobId;
}

/** The parts of an export that are under way, however it is split. */
export function tasksOf(checkpoint: Checkpoint): readonly (PageTask | SplitTask)[] {
	if (checkpoint.step === "windows") return checkpoint.open;
	return checkpoint.step === "done" ? [] : [checkpoint];
}
