import { memberOf, numberIn, textIn } from "../../checks/document-parts.js";
import type { StoredToken } from "./token-store.js";

/** The longest plausible life of an access token, in milliseconds. Zoho's live for an hour. */
export const longestLife: number = 24 * 3_600_000;

/** Whether something has the form of a stored token. */
export function isStoredToken(kept: unknown): kept is StoredToken {
	const apiDomain = memberOf(kept, "apiDomain");
	return (
		/^[\x21-\x7e]+$/.test(textIn(kept, "value") ?? "") &&
		(apiDomain === undefined || typeof apiDomain === "string") &&
		numberIn(kept, "renewAt") !== undefined &&
		numberIn(kept, "expiresAt") !== undefined
	);
}

/**
 * The value from a store, if it is a token: stores are written by others, who return `null` for nothing, and shared
 * with other versions of this library. A token with impossible times would be used for ever.
 *
 * @param now - milliseconds since 1970.
 */
export function readStoredToken(kept: unknown, now: number, accountsUrl: string): StoredToken | undefined {
	if (!isStoredToken(kept)) return undefined;
	const { value, apiDomain, renewAt, expiresAt } = kept;
	const inRange = renewAt <= expiresAt && expiresAt <= now + longestLife;
	if (!inRange || (apiDomain !== undefined && readOrigin(apiDomain, accountsUrl) !== apiDomain)) return undefined;
	return { value, ...(apiDomain === undefined ? {} : { apiDomain }), renewAt, expiresAt };
}

/** The token will be sent there, so only over TLS, or to the accounts server itself. */
export function readOrigin(apiDomain: string, accountsUrl: string): string | undefined {
	if (!URL.canParse(apiDomain)) return undefined;
	const { protocol, origin } = new URL(apiDomain);
	return protocol === "https:" || origin === new URL(accountsUrl).origin ? origin : undefined;
}
