import { isMatching, P } from "ts-pattern";
import { knownOauthError } from "../../facts/oauth-error-codes.js";
import { minute } from "../../time/clock.js";
import { accountsLimitBackoff } from "../../time/wait-times.js";
import { AuthError } from "../errors/auth-error.js";
import { NetworkError } from "../errors/network-error.js";
import { RateLimitError } from "../errors/rate-limit-error.js";
import { Secrets } from "../errors/secrets.js";
import { ZohoApiError } from "../errors/zoho-api-error.js";
import { type Answer, ExchangeFailed, exchange, type Failure } from "../transport/exchange.js";
import { reportTo } from "../transport/request-event.js";
import { readRetryAfter } from "../transport/retry-after.js";
import type { OnWait } from "../transport/wait.js";
import { type Patience, waitBeforeRetry } from "../transport/wait-before-retry.js";
import { checkToken } from "./access-token.js";
import type { AuthContext } from "./auth.js";
import { longestLife, readOrigin } from "./stored-token.js";
import type { StoredToken } from "./token-store.js";

/** What a refresh token is exchanged with. */
export interface ClientCredentials {
	/** Id of the client, from the API console. */
	readonly clientId: string;
	/** Secret of the client, from the API console. */
	readonly clientSecret: string;
	/** Token that a grant code was exchanged for; it lives until it is revoked. */
	readonly refreshToken: string;
}

/** How long before its end a token is renewed; for one that lives shorter, half of its life. */
const renewalMargin = 5 * minute;

/** How long an access token lives where the answer does not say. Documented. */
const tokenLifetime = 60 * minute;

/** Within this time Zoho gives at most ten access tokens per refresh token. Documented. */
const accountsLimitPeriod = 10 * minute;

/**
 * Asks the accounts server for an access token.
 *
 * @param onWait - is told of each wait before it begins.
 * @throws {@link AuthError}, {@link RateLimitError}, {@link NetworkError}, {@link ZohoApiError}.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/refresh.html
 */
export async function requestToken(
	{ clientId, clientSecret, refreshToken }: ClientCredentials,
	context: AuthContext,
	onWait: OnWait,
): Promise<StoredToken> {
	const { clock, signal, fetch, timeout, accountsUrl } = context;
	const secrets = new Secrets([clientSecret, refreshToken]);
	try {
		const answer = await exchange({
			method: "POST",
			url: accountsUrl + tokenPath,
			body: new URLSearchParams({
				grant_type: "refresh_token",
				client_id: clientId,
				client_secret: clientSecret,
				refresh_token: refreshToken,
			}),
			fetch,
			signal,
			timeout,
			secrets: () => secrets,
			report: reportTo(context.onRequest, { method: "POST", path: tokenPath }, () => secrets),
			prepare: async () => ({}),
			// Zoho reports most errors with status 200.
			refuses: (received) => {
				const document = parse(received);
				return document === undefined ? received.status !== 200 : !isMatching(grant, document);
			},
			retry: async (failure, failures) => waitForToken(failure, failures, context),
			pause: (wait, { answer }) => {
				const isLimit = answer !== undefined && isThrottled(answer);
				onWait({ for: isLimit ? "token limit" : "fault", until: clock.now() + wait });
				return clock.sleep(wait, signal);
			},
		});
		return readGrant(parse(answer), clock.now(), accountsUrl);
	} catch (error) {
		throw error instanceof ExchangeFailed ? toError(error.failure, secrets, clock.now()) : error;
	}
}

/** Where the accounts server gives out tokens. */
export const tokenPath = "/oauth/v2/token";
const grant = { access_token: P.string } as const;
const refusal = { error: P.string } as const;

function parse({ text }: Answer): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readGrant(document: unknown, now: number, accountsUrl: string): StoredToken {
	const value = checkToken("access_token", isMatching(grant, document) ? document.access_token : undefined);
	const apiDomain = isMatching({ api_domain: P.string }, document)
		? readOrigin(document.api_domain, accountsUrl)
		: undefined;
	const lifetime = readLifetime(document);
	return {
		value,
		...(apiDomain === undefined ? {} : { apiDomain }),
		renewAt: now + Math.max(lifetime - renewalMargin, lifetime / 2),
		expiresAt: now + lifetime,
	};
}

/** Milliseconds. An early form of the answer had milliseconds in `expires_in`, and seconds in `expires_in_sec`. */
function readLifetime(document: unknown): number {
	const seconds = isMatching({ expires_in_sec: P.number }, document)
		? document.expires_in_sec
		: isMatching({ expires_in: P.number }, document)
			? document.expires_in
			: 0;
	return seconds > 0 && seconds * 1_000 <= longestLife ? seconds * 1_000 : tokenLifetime;
}

function waitForToken(failure: Failure, failures: number, patience: Patience): number | undefined {
	return failure.answer !== undefined && isThrottled(failure.answer)
		? waitBeforeRetry(failure, failures, patience, accountsLimitBackoff)
		: waitBeforeRetry(failure, failures, patience);
}

/** The words of a refusal are localised, and its spelling differs: status 400 with `"failure"` tells it as well. */
function isThrottled(answer: Answer): boolean {
	const document = parse(answer);
	const known = isMatching(refusal, document) ? knownOauthError(document.error) : undefined;
	if (known !== undefined) return known.temporary;
	return answer.status === 429 || (answer.status === 400 && isMatching({ status: "failure" }, document));
}

function toError(failure: Failure, secrets: Secrets, now: number): Error {
	const request = `POST ${tokenPath}`;
	if (failure.fault !== undefined) return new NetworkError(request, failure.fault, undefined);
	const { answer } = failure;
	const document = parse(answer);
	const code = isMatching(refusal, document) ? document.error : undefined;
	const words = isMatching({ error_description: P.string }, document) ? document.error_description : undefined;
	const facts = {
		code: code === undefined ? undefined : secrets.concealCode(code),
		status: answer.status,
		zohoMessage: words === undefined ? undefined : secrets.conceal(words),
		details: {},
		advice:
			(code === undefined ? undefined : knownOauthError(code)?.advice) ??
			"Check the client id, the client secret, the refresh token and the data centre.",
		request,
		jobId: undefined,
	};
	if (isThrottled(answer)) {
		return new RateLimitError(facts, readRetryAfter(answer.headers, now) ?? accountsLimitPeriod);
	}
	return code === undefined ? new ZohoApiError(facts) : new AuthError(facts);
}
