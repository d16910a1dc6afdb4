import { showInConsole } from "../../checks/show-in-console.js";

/**
 * How a request spells "no value". In a document it means exactly that; a text that somebody typed must never become
 * it.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export const emptyText = "${EMPTY}";

declare const brand: unique symbol;

/** The type of {@link EMPTY}. No text has this type. */
export interface Empty {
	/** Sets it apart from everything else; never read. */
	readonly [brand]: true;
	/** How a request spells it. */
	toJSON(): typeof emptyText;
}

/** Another copy of the library has another constant with the same mark. */
const mark = Symbol.for("zoho-bulk-read.EMPTY");

/**
 * No value: `where("Lead_Source").in(["Web Download", EMPTY])`. Every data type but boolean takes it. It is a constant
 * and not the text that the API spells it with, so that nothing a visitor types can mean it.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export const EMPTY: Empty = makeEmpty();

function makeEmpty(): Empty {
	const made = { [mark]: true, toJSON: () => emptyText, toString: () => emptyText };
	showInConsole(made, () => "EMPTY");
	// `Empty` is a brand: no object literal has its key, so that nothing else passes for it.
	return Object.freeze(made) as unknown as Empty;
}

/** Whether something is {@link EMPTY}. */
export function isEmptyConstant(given: unknown): given is Empty {
	return given === EMPTY || (typeof given === "object" && given !== null && mark in given);
}
