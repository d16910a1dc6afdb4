import type { Fetch } from "../transport/exchange.js";
import type { OnRequest } from "../transport/request-event.js";
import type { OnWait } from "../transport/wait.js";
import type { Patience } from "../transport/wait-before-retry.js";

/** What a client gives its credentials, so that they can call the accounts server. */
export interface AuthContext extends Patience {
	/** Origin of the accounts server. */
	readonly accountsUrl: string;
	/** What sends requests. */
	readonly fetch: Fetch;
	/** Milliseconds for one attempt. */
	readonly timeout: number;
	/** Ends everything that the client does. */
	readonly signal: AbortSignal | undefined;
	/** Called after every attempt, if anybody listens. */
	readonly onRequest?: OnRequest | undefined;
}

/** Gives a client its access tokens. */
export interface TokenSource {
	/**
	 * A token that is believed to be valid.
	 *
	 * @param signal - is aborted when this call is: what nobody waits for should end.
	 * @param onWait - called before each wait.
	 */
	token(signal?: AbortSignal, onWait?: OnWait): Promise<string>;
	/** Origin of the API that the tokens are for, if the accounts server named one. */
	apiDomain(signal?: AbortSignal, onWait?: OnWait): Promise<string | undefined>;
	/**
	 * Called when the API rejected a token.
	 *
	 * @returns whether there is another one now.
	 */
	renew(dead: string, signal?: AbortSignal, onWait?: OnWait): Promise<boolean>;
	/**
	 * Identifies these credentials, whatever their current token: a checkpoint keeps a one-way fingerprint of it, and
	 * can only be resumed with the same. Absent if nothing lasting is known, as with a mere access token.
	 */
	identity?(): Promise<string>;
}

/** Credentials: {@link accessToken} or {@link refreshToken}. */
export interface Auth {
	/** Called once by a client, which then gets its tokens from the result. */
	connect(context: AuthContext): TokenSource;
}
