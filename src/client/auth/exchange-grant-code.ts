import type { RequireExactlyOne } from "type-fest";
import { checkDataCenter } from "../../checks/check-data-center.js";
import { textIn } from "../../checks/document-parts.js";
import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import {
	abortSignal,
	callback,
	checkEachOption,
	checkedLater,
	numberFrom,
	type OptionKinds,
} from "../../checks/option-kinds.js";
import { readUrl } from "../../checks/read-url.js";
import { type DataCenter, type Environment, hostsOf, placeOf } from "../../facts/data-centers.js";
import { knownOauthError } from "../../facts/oauth-error-codes.js";
import { longestTimer, minute, systemClock } from "../../time/clock.js";
import { backoffTime, faultBackoff } from "../../time/wait-times.js";
import { AbortedError } from "../errors/aborted-error.js";
import { GrantCodeError } from "../errors/grant-code-error.js";
import { NetworkError } from "../errors/network-error.js";
import { RateLimitError } from "../errors/rate-limit-error.js";
import { Secrets } from "../errors/secrets.js";
import { ZohoApiError } from "../errors/zoho-api-error.js";
import { ExchangeFailed, type Failure, type Fetch } from "../transport/exchange.js";
import type { OnRequest } from "../transport/request-event.js";
import { checkToken } from "./access-token.js";
import { askForTokens, isThrottled, readAccessToken, refusalIn, throttledFor, tokenRequest } from "./ask-for-tokens.js";

/** A grant code, the client that it was made for, and where it is exchanged. */
export type GrantCodeOptions = RequireExactlyOne<
	{
		/** The data centre in which the code was created: after a redirect, the one that Zoho names as `location`. */
		readonly dataCenter: DataCenter;
		/**
		 * Another accounts server, such as a sandbox of this library. The client's secret goes there: never take this
		 * from a request.
		 */
		readonly accountsUrl: string | URL;
	},
	"dataCenter" | "accountsUrl"
> & {
	/** Id of the client, from the API console. */
	readonly clientId: string;
	/** Secret of the client, from the API console. */
	readonly clientSecret: string;
	/** The code, from a self client's *Generate Code* or from a redirect. It works once, for a few minutes. */
	readonly code: string;
	/** The exact URI that Zoho redirected to. A self client has none. */
	readonly redirectUri?: string | URL;
	/** What sends the request; the platform's own by default. A sandbox's `fetch` needs no port. */
	readonly fetch?: Fetch;
	/** Ends the call. */
	readonly signal?: AbortSignal;
	/** Milliseconds for one attempt; a minute by default. */
	readonly timeout?: number;
	/** Called after every attempt. It holds no secret. */
	readonly onRequest?: OnRequest;
};

/** The result of exchanging a grant code. It contains secrets: store it as such. */
export interface Granted {
	/** Lives until it is revoked: for `refreshToken({ clientId, clientSecret, refreshToken })`. A secret. */
	readonly refreshToken: string;
	/** Lives for an hour. A secret. */
	readonly accessToken: string;
	/** Origin of the API that the tokens are for; `undefined` if Zoho names none. */
	readonly apiDomain: string | undefined;
	/** The data centre of that API; `undefined` if it is not one of Zoho's, such as a sandbox of this library. */
	readonly dataCenter: DataCenter | undefined;
	/** The environment that the tokens are for; `undefined` in the same cases. */
	readonly environment: Environment | undefined;
	/** What the tokens may do; `undefined` if Zoho does not say. */
	readonly scopes: readonly string[] | undefined;
}

/**
 * Exchanges a grant code for a refresh token: once per org, when somebody connects it.
 *
 * A code works once, so the request is repeated only if it cannot have arrived; otherwise a new code is needed.
 *
 * @example
 * ```ts
 * const granted = await exchangeGrantCode({ dataCenter: "eu", clientId, clientSecret, code });
 * const zoho = createClient({ dataCenter: "eu", auth: refreshToken({ clientId, clientSecret, refreshToken: granted.refreshToken }) });
 * ```
 * @throws {@link GrantCodeError} if the code, the client, its secret or the redirect URI is refused, or there is no
 * refresh token; {@link RateLimitError} after too many codes; {@link NetworkError} if no answer came;
 * {@link ZohoApiError} for an answer that is not from the accounts server; {@link AbortedError};
 * {@link InvalidOptionError}.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/access-refresh.html
 */
export async function exchangeGrantCode(options: GrantCodeOptions): Promise<Granted> {
	checkEachOption(options, grantCodeKinds);
	const { redirectUri, signal, fetch = (request: Request) => globalThis.fetch(request) } = options;
	const clientId = readText("clientId", options.clientId);
	const clientSecret = readText("clientSecret", options.clientSecret);
	const code = readText("code", options.code);
	const accountsUrl = readAccountsUrl(options);
	const secrets = new Secrets([clientSecret, code]);
	try {
		const document = await askForTokens({
			context: { accountsUrl, fetch, signal, timeout: options.timeout ?? minute, onRequest: options.onRequest },
			secrets,
			parameters: {
				grant_type: "authorization_code",
				client_id: clientId,
				client_secret: clientSecret,
				code,
				...(redirectUri === undefined ? {} : { redirect_uri: String(redirectUri) }),
			},
			retry: ({ fault }, failures) =>
				fault?.mayHaveArrived === false && failures < retries
					? backoffTime(faultBackoff, failures, Math.random)
					: undefined,
			pause: (wait) => systemClock.sleep(wait, signal),
		});
		return readGranted(document, accountsUrl);
	} catch (error) {
		if (signal?.aborted) throw new AbortedError(undefined, signal.reason);
		throw error instanceof ExchangeFailed ? toGrantError(error.failure, secrets) : error;
	}
}

/** What the options take; texts are checked where they are read, and never shown. */
const grantCodeKinds: OptionKinds<Record<keyof GrantCodeOptions, unknown>> = {
	dataCenter: checkedLater,
	accountsUrl: checkedLater,
	clientId: checkedLater,
	clientSecret: checkedLater,
	code: checkedLater,
	redirectUri: checkedLater,
	fetch: callback,
	signal: abortSignal,
	timeout: numberFrom(1, longestTimer),
	onRequest: callback,
};

/** How often a request that cannot have arrived is repeated: a code lives for minutes, and a person is waiting. */
const retries = 2;

/** People copy stray spaces. The value is never shown: it is a secret, or was given in place of one. */
function readText(name: "clientId" | "clientSecret" | "code", given: unknown): string {
	const text = typeof given === "string" ? given.trim() : "";
	if (/^[\x21-\x7e]+$/.test(text)) return text;
	const what = text === "" ? "is missing" : "is not a text of visible ASCII characters without spaces";
	throw new InvalidOptionError(name, `${what}; copy it from the API console, https://api-console.zoho.com.`);
}

function readAccountsUrl({ dataCenter, accountsUrl }: GrantCodeOptions): string {
	if (accountsUrl === undefined) return hostsOf(checkDataCenter(dataCenter, "accountsUrl")).accounts;
	if (dataCenter === undefined) return readUrl("accountsUrl", accountsUrl);
	throw new InvalidOptionError("accountsUrl", "give either accountsUrl or dataCenter.");
}

function readGranted(document: unknown, accountsUrl: string): Granted {
	const { value, apiDomain } = readAccessToken(document, Date.now(), accountsUrl);
	const refreshToken = textIn(document, "refresh_token");
	if (refreshToken === undefined || refreshToken === "") throw withoutRefreshToken();
	const place = apiDomain === undefined ? undefined : placeOf(apiDomain);
	return {
		refreshToken: checkToken("refresh_token", refreshToken),
		accessToken: value,
		apiDomain,
		dataCenter: place?.dataCenter,
		environment: place?.environment,
		scopes: textIn(document, "scope")
			?.split(/[\s,]+/)
			.filter(Boolean),
	};
}

function withoutRefreshToken(): GrantCodeError {
	const advice =
		"The answer has an access token but no refresh token. Send people to the accounts server with access_type=offline and prompt=consent: without them, Zoho gives a refresh token only the first time, if at all. A self client's code always gives one.";
	const facts = { code: undefined, status: 200, zohoMessage: undefined, details: {}, jobId: undefined };
	return new GrantCodeError({ ...facts, advice, request: tokenRequest }, "refresh token");
}

function toGrantError({ answer, fault }: Failure, secrets: Secrets): Error {
	if (fault !== undefined) {
		const advice = fault.mayHaveArrived
			? "The code may have been used. Check the connection, then create a new code and exchange that one."
			: "The code was not sent, and is valid until it expires. Check the connection, then try again.";
		return new NetworkError(tokenRequest, fault, undefined, advice);
	}
	const { code, ...said } = refusalIn(answer, secrets);
	const known = code === undefined ? undefined : knownOauthError(code);
	if (isThrottled(answer)) {
		const advice = "Zoho gives at most ten grant codes in ten minutes. Wait ten minutes, then create a new one.";
		return new RateLimitError({ ...said, code, advice }, throttledFor(answer, Date.now()));
	}
	const otherwise =
		"Check the client id, the client secret, the data centre and the redirect URI, and create a new code.";
	const facts = { ...said, code, advice: known?.grant?.advice ?? otherwise };
	return code === undefined ? new ZohoApiError(facts) : new GrantCodeError(facts, known?.grant?.wrong);
}
