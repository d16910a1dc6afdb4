import { showGiven } from "../checks/show-given.js";
import { InvalidJobError } from "./invalid-job-error.js";

/** What tells Zoho's calls from others: it stands in the query string of the callback's URL. */
export interface CallbackSecret {
	/** The secret itself, any text: it is encoded. Make it long and random. */
	readonly secret: string;
	/** Its name in the query string; `"secret"` unless given. Give {@link callbackHandler} the same. */
	readonly parameter?: string | undefined;
}

/** The name of a callback's secret in the query string, unless another is given. */
export const defaultCallbackParameter = "secret";

/**
 * Checks a callback's URL and puts its secret in. Neither is part of an error: receivers keep secrets in other places of a URL
 * too.
 *
 * @throws {@link InvalidJobError}
 */
export function writeCallbackUrl(url: string | URL, given?: CallbackSecret): string {
	const text = url instanceof URL ? url.href : url;
	const parsed = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
	if (parsed?.protocol !== "https:" && parsed?.protocol !== "http:") {
		throw invalid("url", `${showGiven(shownPart(text, parsed))}: a callback is an absolute http or https URL.`);
	}
	if (given === undefined) return text;
	const { secret, parameter = defaultCallbackParameter } = given ?? {};
	if (!isParameter(secret)) throw invalid("secret", "a callback's secret is a text of at least one character.");
	if (!isParameter(parameter)) throw invalid("parameter", "the name of a callback's secret is a text.");
	if (parsed.searchParams.has(parameter)) {
		throw invalid(
			"parameter",
			`the URL has a "${parameter}" already. Leave it out there, or name the secret otherwise.`,
		);
	}
	const pair = `${encodeURIComponent(parameter)}=${encodeURIComponent(secret)}`;
	parsed.search = parsed.search === "" ? pair : `${parsed.search}&${pair}`;
	return parsed.href;
}

/** A callback's URL without the parts in which receivers keep secrets. */
export function withoutSecrets(url: string): string {
	const { origin, pathname, search } = new URL(url);
	return origin + pathname + (search === "" ? "" : "?...");
}

/** What of something that is no callback's URL may be shown. */
function shownPart(given: unknown, parsed: URL | undefined): unknown {
	if (parsed !== undefined) return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
	if (typeof given !== "string") return given;
	const [path = ""] = given.split(/[?#]/, 1);
	return path.slice(path.lastIndexOf("@") + 1);
}

/** Half of a surrogate pair cannot be encoded. */
function isParameter(text: unknown): text is string {
	return typeof text === "string" && text !== "" && !/\p{Cs}/u.test(text);
}

function invalid(member: string, message: string): InvalidJobError {
	return new InvalidJobError([{ code: "INVALID_CALLBACK_URL", message, path: ["callback", member] }]);
}
