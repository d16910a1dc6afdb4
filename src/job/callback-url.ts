import { showGiven } from "../checks/show-given.js";
import { InvalidJobError } from "./invalid-job-error.js";

/** Identifies Zoho's calls: it is part of the query string of the callback's URL. */
export interface CallbackSecret {
	/** The secret, any text: it is encoded for you. Make it long and random. */
	readonly secret: string;
	/** Its name in the query string; `"secret"` by default. Give {@link callbackHandler} the same. */
	readonly parameter?: string | undefined;
}

/** The default name of a callback's secret in the query string. */
export const defaultCallbackParameter = "secret";

/**
 * Checks a callback's URL and adds its secret. Errors contain neither: receivers keep secrets in other parts of a URL
 * too.
 *
 * @throws {@link InvalidJobError}
 */
export function writeCallbackUrl(url: string | URL, given?: CallbackSecret): string {
	const text = url instanceof URL ? url.href : url;
	const parsed = typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
	if (parsed?.protocol !== "https:" && parsed?.protocol !== "http:") {
		throw invalid("url", `${showGiven(shownPart(text))}: a callback must be an absolute http or https URL.`);
	}
	if (given === undefined) return text;
	const { secret, parameter = defaultCallbackParameter } = given ?? {};
	if (!isParameter(secret)) throw invalid("secret", "a callback's secret must be a non-empty text.");
	if (!isParameter(parameter)) throw invalid("parameter", "the name of a callback's secret must be a text.");
	if (parsed.searchParams.has(parameter)) {
		throw invalid("parameter", `the URL already has a "${parameter}". Remove it, or give the secret another name.`);
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

/**
 * The part of an invalid callback URL that may be shown: without what follows the path, and without a name and password. Without
 * a scheme, a name is read as one: the URL of `name:password@host` has no host, and the password is in its path.
 */
function shownPart(given: unknown): unknown {
	if (typeof given !== "string") return given;
	const [path = ""] = given.split(/[?#]/, 1);
	const [scheme = ""] = /^\w+:\/\//.exec(path) ?? [];
	return scheme + path.slice(Math.max(scheme.length, path.lastIndexOf("@") + 1));
}

/** Half of a surrogate pair cannot be encoded. */
function isParameter(text: unknown): text is string {
	return typeof text === "string" && text !== "" && !/\p{Cs}/u.test(text);
}

function invalid(member: string, message: string): InvalidJobError {
	return new InvalidJobError([{ code: "INVALID_CALLBACK_URL", message, path: ["callback", member] }]);
}
