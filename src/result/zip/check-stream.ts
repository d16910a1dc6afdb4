import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { showGiven } from "../../checks/show-given.js";

/**
 * Checks that a result is given as the stream of bytes that it has to be.
 *
 * @throws {@link InvalidOptionError}
 */
export function checkStream(given: unknown): void {
	if (typeof given === "object" && given !== null && "getReader" in given && typeof given.getReader === "function") {
		return;
	}
	const advice = "Give what download() gives, or the body of a Response; of a file, its blob's stream().";
	throw new InvalidOptionError("zip", `${showGiven(given)} is not a ReadableStream of bytes. ${advice}`);
}
