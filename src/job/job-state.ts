import type { LiteralUnion } from "type-fest";
/**
 * The states of a job. Zoho has no complete list: these are all that its documentation and its SDKs name. A job in any
 * other state is waited for, never taken as done.
 */
export const jobStates = ["ADDED", "QUEUED", "IN PROGRESS", "COMPLETED", "FAILURE"] as const;

/** A known state. `"IN PROGRESS"` has a space, and a job that failed has `"FAILURE"`. */
export type KnownJobState = (typeof jobStates)[number];

/** A state, known or not. */
export type JobState = LiteralUnion<KnownJobState, string>;

/** Whether a job in this state is final. */
export function isFinal(state: JobState): state is "COMPLETED" | "FAILURE" {
	return state === "COMPLETED" || state === "FAILURE";
}
