import { knownOauthError } from "../../facts/oauth-error-codes.js";
import { accountsLimitBackoff } from "../../time/wait-times.js";
import { AuthError } from "../errors/auth-error.js";
import { NetworkError } from "../errors/network-error.js";
import { RateLimitError } from "../errors/rate-limit-error.js";
import { Secrets } from "../errors/secrets.js";
import { ZohoApiError } from "../errors/zoho-api-error.js";
import { ExchangeFailed, type Failure } from "../transport/exchange.js";
import type { OnWait } from "../transport/wait.js";
import { type Patience, waitBeforeRetry } from "../transport/wait-before-retry.js";
import { askForTokens, isThrottled, readAccessToken, refusalIn, throttledFor, tokenRequest } from "./ask-for-tokens.js";
import type { AuthContext } from "./auth.js";
import type { StoredToken } from "./token-store.js";

/** What is needed to get access tokens. */
export interface ClientCredentials {
	/** Id of the client, from the API console. */
	readonly clientId: string;
	/** Secret of the client, from the API console. */
	readonly clientSecret: string;
	/** The refresh token, from exchanging a grant code; it lives until it is revoked. */
	readonly refreshToken: string;
}

/**
 * Asks the accounts server for an access token.
 *
 * @param onWait - called before each wait.
 * @throws {@link AuthError}, {@link RateLimitError}, {@link NetworkError}, {@link ZohoApiError}.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/refresh.html
 */
export async function requestToken(
	{ clientId, clientSecret, refreshToken }: ClientCredentials,
	context: AuthContext,
	onWait: OnWait,
): Promise<StoredToken> {
	const { clock, signal, accountsUrl } = context;
	const secrets = new Secrets([clientSecret, refreshToken]);
	try {
		const document = await askForTokens({
			context,
			secrets,
			parameters: {
				grant_type: "refresh_token",
				client_id: clientId,
				client_secret: clientSecret,
				refresh_token: refreshToken,
			},
			retry: (failure, failures) => waitForToken(failure, failures, context),
			pause: (wait, { answer }) => {
				const isLimit = answer !== undefined && isThrottled(answer);
				onWait({ for: isLimit ? "token limit" : "fault", until: clock.now() + wait });
				return clock.sleep(wait, signal);
			},
		});
		return readAccessToken(document, clock.now(), accountsUrl);
	} catch (error) {
		throw error instanceof ExchangeFailed ? toError(error.failure, secrets, clock.now()) : error;
	}
}

function waitForToken(failure: Failure, failures: number, patience: Patience): number | undefined {
	return failure.answer !== undefined && isThrottled(failure.answer)
		? waitBeforeRetry(failure, failures, patience, accountsLimitBackoff)
		: waitBeforeRetry(failure, failures, patience);
}

function toError(failure: Failure, secrets: Secrets, now: number): Error {
	if (failure.fault !== undefined) return new NetworkError(tokenRequest, failure.fault, undefined);
	const { answer } = failure;
	const { code, ...said } = refusalIn(answer, secrets);
	const advice =
		(code === undefined ? undefined : knownOauthError(code)?.advice) ??
		"Check the client id, the client secret, the refresh token and the data centre.";
	const facts = { ...said, code, advice };
	if (isThrottled(answer)) return new RateLimitError(facts, throttledFor(answer, now));
	return code === undefined ? new ZohoApiError(facts) : new AuthError(facts);
}
