import { limits } from "../../facts/limits.js";
import type { Job } from "../../job/any-job.js";
import { InvalidCheckpointError } from "../errors/invalid-checkpoint-error.js";
import { JobFailedError } from "../errors/job-failed-error.js";
import { ResultExpiredError } from "../errors/result-expired-error.js";
import { beginExport, jobIdOf, resubmitPage, tasksOf } from "./begin-export.js";
import type { Checkpoint } from "./checkpoint.js";
import { readCheckpoint } from "./read-checkpoint.js";

/** Where an export starts: at the checkpoint that was kept, or at its beginning. */
export function startOf(
	job: Job<unknown>,
	{ from, windows }: { readonly from: Checkpoint | undefined; readonly windows: boolean | undefined },
): Checkpoint {
	if (from === undefined) return beginExport(job, { windows });
	const kept = readCheckpoint(from, job);
	if (kept.step === "done" || windows === undefined || windows === (kept.step === "windows")) return kept;
	throw new InvalidCheckpointError(
		windows
			? "This checkpoint is of an export in pages. Leave out windows to go on with it, or begin the export anew."
			: "This checkpoint is of an export by windows. Give windows: true to go on with it, or begin the export anew.",
	);
}

/**
 * The jobs that stood in a checkpoint when an export was resumed, and of which nothing was taken: where they turn out to have
 * failed, or to be gone, they are submitted again, each once. A job that fails while the export runs is not.
 */
export class Resumption {
	readonly #jobs: Set<string>;

	constructor(from: Checkpoint | undefined) {
		const tasks = from === undefined ? [] : tasksOf(from);
		const untouched = tasks.filter((task) => task.step !== "read" || task.taken === 0);
		const ahead = from?.step === "read" && from.nextJob !== undefined ? [from.nextJob.id] : [];
		this.#jobs = new Set([...untouched.flatMap((task) => jobIdOf(task) ?? []), ...ahead]);
	}

	/** The checkpoint without the results that Zoho has no longer, by their age. */
	withoutExpired(checkpoint: Checkpoint, now: number): Checkpoint {
		let kept = checkpoint;
		for (const task of tasksOf(checkpoint)) {
			if (task.step !== "read" && task.step !== "split") continue;
			const isOld = now - Date.parse(task.time) >= limits.resultHours * 3_600_000;
			if (isOld && this.#jobs.delete(task.jobId)) kept = resubmitPage(kept, task.jobId);
		}
		return kept;
	}

	/** The checkpoint with the job submitted again that an error is about; `undefined` where that is not to be done. */
	resubmitted(checkpoint: Checkpoint, error: unknown): Checkpoint | undefined {
		const isGone = error instanceof JobFailedError || error instanceof ResultExpiredError;
		return isGone && this.#jobs.delete(error.jobId) ? resubmitPage(checkpoint, error.jobId) : undefined;
	}
}
