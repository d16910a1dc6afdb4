import { InvalidOptionError } from "../checks/invalid-option-error.js";
import { showGiven } from "../checks/show-given.js";

/**
 * Checks that something is a module, as `defineModule` and generated files make them.
 *
 * @throws {@link InvalidOptionError} for anything else.
 */
export function checkModule(given: unknown, name = "module"): void {
	const isModule =
		typeof given === "object" &&
		given !== null &&
		"apiName" in given &&
		typeof given.apiName === "string" &&
		"fields" in given;
	if (isModule) return;
	throw new InvalidOptionError(
		name,
		`${showGiven(given)} is not a module. Give one from "zoho-bulk-read/standard", a generated one, or what defineModule returns.`,
	);
}
