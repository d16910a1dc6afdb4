import { InvalidOptionError } from "./invalid-option-error.js";
import { showGiven } from "./show-given.js";

/**
 * Options, where none may be given.
 *
 * @throws {@link InvalidOptionError} where something else than an object was.
 */
export function checkOptions<Options extends object>(given: Options | undefined): Partial<Options> {
	if (given === undefined) return {};
	if (typeof given === "object" && given !== null && !Array.isArray(given)) return given;
	throw new InvalidOptionError("options", `${showGiven(given)} are no options. Give an object, or nothing.`);
}

/**
 * A text.
 *
 * @throws {@link InvalidOptionError} where it is none, or an empty one.
 */
export function checkText(given: unknown, name: string): void {
	if (typeof given === "string" && given !== "") return;
	throw new InvalidOptionError(name, `${showGiven(given)} is not a text. Give a string that is not empty.`);
}

/**
 * A key of a table.
 *
 * @throws {@link InvalidOptionError} that lists what there is.
 */
export function checkKey(given: unknown, table: object, name: string): void {
	if (typeof given === "string" && Object.hasOwn(table, given)) return;
	throw new InvalidOptionError(name, `${showGiven(given)} is none of ${Object.keys(table).join(", ")}.`);
}
