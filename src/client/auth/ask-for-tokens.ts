import { numberIn, textIn } from "../../checks/document-parts.js";
import { knownOauthError } from "../../facts/oauth-error-codes.js";
import { minute } from "../../time/clock.js";
import type { Secrets } from "../errors/secrets.js";
import type { ApiErrorFacts } from "../errors/zoho-api-error.js";
import { type Answer, type Exchange, exchange, type Failure } from "../transport/exchange.js";
import { reportTo } from "../transport/request-event.js";
import { readRetryAfter } from "../transport/retry-after.js";
import { checkToken } from "./access-token.js";
import type { AuthContext } from "./auth.js";
import { longestLife, readOrigin } from "./stored-token.js";
import type { StoredToken } from "./token-store.js";

/** Path of the accounts server's token endpoint. */
export const tokenPath = "/oauth/v2/token";

/** The request, as errors name it. */
export const tokenRequest: string = `POST ${tokenPath}`;

/** A request to the accounts server, and what happens if it fails. */
export interface TokenQuestion {
	/** The form that is sent. */
	readonly parameters: Readonly<Record<string, string>>;
	/** The parts of it that must not be shown. */
	readonly secrets: Secrets;
	readonly context: Pick<AuthContext, "accountsUrl" | "fetch" | "timeout" | "signal" | "onRequest">;
	/** How long to wait before the next attempt; `undefined` to give up. */
	retry(failure: Failure, failures: number): number | undefined;
	readonly pause: Exchange["pause"];
}

/**
 * Asks the accounts server for tokens.
 *
 * @returns the answer, which has an access token.
 * @throws ExchangeFailed if there is none, and the signal's reason.
 */
export async function askForTokens({ parameters, secrets, context, retry, pause }: TokenQuestion): Promise<unknown> {
	const { accountsUrl, fetch, timeout, signal, onRequest } = context;
	const answer = await exchange({
		method: "POST",
		url: accountsUrl + tokenPath,
		body: new URLSearchParams(parameters),
		fetch,
		signal,
		timeout,
		secrets: () => secrets,
		report: reportTo(onRequest, { method: "POST", path: tokenPath }, () => secrets),
		prepare: async () => ({}),
		// Zoho reports most errors with status 200.
		refuses: (received) => {
			const document = parse(received);
			return document === undefined ? received.status !== 200 : textIn(document, "access_token") === undefined;
		},
		retry: async (failure, failures) => retry(failure, failures),
		pause,
	});
	return parse(answer);
}

function parse({ text }: Answer): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** How long before its expiry a token is renewed; for a short-lived one, half of its life. */
const renewalMargin = 5 * minute;

/** How long an access token lives if the answer does not say. Documented. */
const tokenLifetime = 60 * minute;

/**
 * The access token of an answer.
 *
 * @param now - milliseconds since 1970.
 */
export function readAccessToken(document: unknown, now: number, accountsUrl: string): StoredToken {
	const value = checkToken("access_token", textIn(document, "access_token"));
	const named = textIn(document, "api_domain");
	const apiDomain = named === undefined ? undefined : readOrigin(named, accountsUrl);
	const lifetime = readLifetime(document);
	return {
		value,
		...(apiDomain === undefined ? {} : { apiDomain }),
		renewAt: now + Math.max(lifetime - renewalMargin, lifetime / 2),
		expiresAt: now + lifetime,
	};
}

/** Milliseconds. An earlier form of the answer had milliseconds in `expires_in`, and seconds in `expires_in_sec`. */
function readLifetime(document: unknown): number {
	const seconds = numberIn(document, "expires_in_sec") ?? numberIn(document, "expires_in") ?? 0;
	return seconds > 0 && seconds * 1_000 <= longestLife ? seconds * 1_000 : tokenLifetime;
}

/** The words of a refusal are localised, and their spelling varies: status 400 with `"failure"` means the same. */
export function isThrottled(answer: Answer): boolean {
	const document = parse(answer);
	const code = textIn(document, "error");
	const known = code === undefined ? undefined : knownOauthError(code);
	if (known !== undefined) return known.temporary;
	return answer.status === 429 || (answer.status === 400 && textIn(document, "status") === "failure");
}

/** Within this time Zoho gives at most ten access tokens per refresh token. Documented. */
const accountsLimitPeriod = 10 * minute;

/** Milliseconds to wait after such an answer. */
export function throttledFor({ headers }: Answer, now: number): number {
	return readRetryAfter(headers, now) ?? accountsLimitPeriod;
}

/** The text of a refusal, without secrets. */
export function refusalIn(answer: Answer, secrets: Secrets): Omit<ApiErrorFacts, "advice"> {
	const document = parse(answer);
	const code = textIn(document, "error");
	const words = textIn(document, "error_description");
	return {
		code: code === undefined ? undefined : concealed(code, secrets),
		status: answer.status,
		zohoMessage: words === undefined ? undefined : secrets.conceal(words),
		details: {},
		request: tokenRequest,
		jobId: undefined,
	};
}

/** A code without secrets. One that Zoho documents is none, whatever a secret looks like: programs decide by it. */
function concealed(code: string, secrets: Secrets): string {
	return knownOauthError(code) === undefined ? secrets.conceal(code) : code;
}
