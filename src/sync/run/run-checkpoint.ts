import { jobIdOf, tasksOf } from "../../client/export/begin-export.js";
import type { Checkpoint, CheckpointOwner } from "../../client/export/checkpoint.js";

/** The jobs in a checkpoint. */
export function jobsIn(checkpoint: Checkpoint): readonly string[] {
	const ahead = checkpoint.step === "read" ? (checkpoint.nextJob?.id ?? []) : [];
	return tasksOf(checkpoint)
		.flatMap((task) => jobIdOf(task) ?? [])
		.concat(ahead);
}

/** Whether records are another user's. If Zoho names no user, the credentials decide. */
export function isOtherOwner(known: CheckpointOwner, owner: CheckpointOwner): boolean {
	if (known.api !== owner.api) return true;
	if (known.user !== undefined && owner.user !== undefined) return known.user !== owner.user;
	return known.credentials !== undefined && owner.credentials !== undefined && known.credentials !== owner.credentials;
}
