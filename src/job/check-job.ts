import { InvalidOptionError } from "../checks/invalid-option-error.js";
import { showGiven } from "../checks/show-given.js";

/**
 * Checks that something is a job, as `bulkRead` and `parseJob` make them.
 *
 * @throws {@link InvalidOptionError} for anything else.
 */
export function checkJob(given: unknown): void {
	if (isJobLike(given)) return;
	throw new InvalidOptionError(
		"job",
		`${showGiven(given)} is not a job. Give what bulkRead(...) or parseJob(...) returns.`,
	);
}

/** Whether something can write the body of its request. */
export function isJobLike(given: unknown): boolean {
	return (
		typeof given === "object" &&
		given !== null &&
		"toJSON" in given &&
		typeof given.toJSON === "function" &&
		"module" in given &&
		typeof given.module === "object"
	);
}
