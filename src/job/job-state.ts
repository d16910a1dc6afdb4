import type { LiteralUnion } from "type-fest";
/**
 * The states of a job. Zoho lists them nowhere in one place: these are all that its documentation and its own SDKs name.
 * A state that is none of them is waited on, never taken for done.
 */
export const jobStates = ["ADDED", "QUEUED", "IN PROGRESS", "COMPLETED", "FAILURE"] as const;

/** A state that is known. `"IN PROGRESS"` has a space, and a job that failed is in `"FAILURE"`. */
export type KnownJobState = (typeof jobStates)[number];

/** A state, known or not. */
export type JobState = LiteralUnion<KnownJobState, string>;

/** Whether a job in this state will not change any more. */
export function isFinal(state: JobState): state is "COMPLETED" | "FAILURE" {
	return state === "COMPLETED" || state === "FAILURE";
}
