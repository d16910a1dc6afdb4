import { jobIdOf, tasksOf } from "../../client/export/begin-export.js";
import type { Checkpoint, CheckpointOwner } from "../../client/export/checkpoint.js";

/** The jobs in a checkpoint. */
export function jobsIn(checkpoint: Checkpoint): readonly string[] {
	const ahead = checkpoint.step === "read" ? (checkpoint.nextJob?.id ?? []) : [];
	return tasksOf(checkpoint)
		.flatMap((task) => jobIdOf(task) ?? [])
		.concat(ahead);
}

/** What a job of a checkpoint exports, as a text: its page or its window; `undefined` if the job is not in it. */
export function partOf(checkpoint: Checkpoint, jobId: string): string | undefined {
	if (checkpoint.step !== "windows") {
		return tasksOf(checkpoint).some((task) => jobIdOf(task) === jobId) ? `page ${checkpoint.page}` : undefined;
	}
	const task = checkpoint.open.find((open) => jobIdOf(open) === jobId);
	return task && JSON.stringify([task.window, task.part, task.probe]);
}

/** Whether records are another user's. If Zoho names no user, the credentials decide. */
export function isOtherOwner(known: CheckpointOwner, owner: CheckpointOwner): boolean {
	if (known.api !== owner.api) return true;
	if (known.user !== undefined && owner.user !== undefined) return known.user !== owner.user;
	return known.credentials !== undefined && owner.credentials !== undefined && known.credentials !== owner.credentials;
}
