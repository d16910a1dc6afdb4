import { isMatching, P } from "ts-pattern";
import type { StoredToken } from "./token-store.js";

/** The longest that an access token is taken to live, in milliseconds. Zoho's live for an hour. */
export const longestLife: number = 24 * 3_600_000;

const pattern = {
	value: P.string.regex(/^[\x21-\x7e]+$/),
	apiDomain: P.optional(P.string),
	renewAt: P.number,
	expiresAt: P.number,
} as const;

/** Whether something has the form of a token that is kept. */
export function isStoredToken(kept: unknown): kept is StoredToken {
	return isMatching(pattern, kept);
}

/**
 * What a store gave, if it is a token: stores are written by others, who give `null` for nothing, and kept by programs of other
 * versions. One whose times no token has would be used for ever.
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

/** The token will be sent there: so it is followed only over TLS, or to the accounts server itself. */
export function readOrigin(apiDomain: string, accountsUrl: string): string | undefined {
	if (!URL.canParse(apiDomain)) return undefined;
	const { protocol, origin } = new URL(apiDomain);
	return protocol === "https:" || origin === new URL(accountsUrl).origin ? origin : undefined;
}
