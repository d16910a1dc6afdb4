import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { showGiven } from "../../checks/show-given.js";

/**
 * Checks that a result is a stream of bytes.
 *
 * @throws {@link InvalidOptionError}
 */
export function checkStream(given: unknown): void {
	if (typeof given === "object" && given !== null && "getReader" in given && typeof given.getReader === "function") {
		return;
	}
	const advice = "Give what download() returns, the body of a Response, or the stream() of a file's blob.";
	throw new InvalidOptionError("zip", `${showGiven(given)} is not a ReadableStream of bytes. ${advice}`);
}
