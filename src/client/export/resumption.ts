import { limits } from "../../facts/limits.js";
import type { Job } from "../../job/any-job.js";
import { InvalidCheckpointError } from "../errors/invalid-checkpoint-error.js";
import { JobFailedError } from "../errors/job-failed-error.js";
import { ResultExpiredError } from "../errors/result-expired-error.js";
import { beginExport, jobIdOf, resubmitPage, tasksOf } from "./begin-export.js";
import type { Checkpoint } from "./checkpoint.js";
import { readCheckpoint } from "./read-checkpoint.js";

/** Where an export starts: at the stored checkpoint, or at the beginning. */
export function startOf(
	job: Job<unknown>,
	{ from, windows }: { readonly from: Checkpoint | undefined; readonly windows: boolean | undefined },
): Checkpoint {
	if (from === undefined) return beginExport(job, { windows });
	const kept = readCheckpoint(from, job);
	if (kept.step === "done" || windows === undefined || windows === (kept.step === "windows")) return kept;
	throw new InvalidCheckpointError(
		windows
			? "This checkpoint belongs to an export in pages. Leave out windows to resume it, or start the export again."
			: "This checkpoint belongs to an export by windows. Give windows: true to resume it, or start the export again.",
	);
}

/**
 * The jobs of a checkpoint that an export was resumed from, and of which no rows were taken: if they turn out to have
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

	/** The checkpoint without the results that are too old for Zoho to still have. */
	withoutExpired(checkpoint: Checkpoint, now: number): Checkpoint {
		let kept = checkpoint;
		for (const task of tasksOf(checkpoint)) {
			if (task.step !== "read" && task.step !== "split") continue;
			const isOld = now - Date.parse(task.time) >= limits.resultHours * 3_600_000;
			if (isOld && this.#jobs.delete(task.jobId)) kept = resubmitPage(kept, task.jobId);
		}
		return kept;
	}

	/** The checkpoint with the job of an error to be submitted again; `undefined` if it must not be. */
	resubmitted(checkpoint: Checkpoint, error: unknown): Checkpoint | undefined {
		const isGone = error instanceof JobFailedError || error instanceof ResultExpiredError;
		return isGone && this.#jobs.delete(error.jobId) ? resubmitPage(checkpoint, error.jobId) : undefined;
	}
}
