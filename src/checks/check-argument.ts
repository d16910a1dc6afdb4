import { InvalidOptionError } from "./invalid-option-error.js";
import { showGiven } from "./show-given.js";

/**
 * Checks options that may be left out.
 *
 * @throws {@link InvalidOptionError} if they are anything but an object.
 */
export function checkOptions<Options extends object>(given: Options | undefined): Partial<Options> {
	if (given === undefined) return {};
	if (typeof given === "object" && given !== null && !Array.isArray(given)) return given;
	throw new InvalidOptionError(
		"options",
		`${showGiven(given)} is not an object of options. Give an object, or nothing.`,
	);
}

/**
 * Checks a text.
 *
 * @throws {@link InvalidOptionError} if it is not a string, or empty.
 */
export function checkText(given: unknown, name: string): void {
	if (typeof given === "string" && given !== "") return;
	throw new InvalidOptionError(name, `${showGiven(given)} is not a text. Give a non-empty string.`);
}

/**
 * Checks a key of a table.
 *
 * @throws {@link InvalidOptionError} that lists the keys.
 */
export function checkKey(given: unknown, table: object, name: string): void {
	if (typeof given === "string" && Object.hasOwn(table, given)) return;
	throw new InvalidOptionError(name, `${showGiven(given)} is not one of ${Object.keys(table).join(", ")}.`);
}
