import { InvalidOptionError } from "./invalid-option-error.js";

/**
 * An http or https URL without the slash at its end.
 *
 * @param option - the option's name.
 * @throws {@link InvalidOptionError} if it is anything else, or has a user name or a query.
 */
export function readUrl(option: string, given: string | URL): string {
	const text = String(given);
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.search + url.hash !== "") {
		throw new InvalidOptionError(option, "is not an http or https URL without a user name and query.");
	}
	return url.origin + url.pathname.replace(/(?<!\/)\/+$/, "");
}
