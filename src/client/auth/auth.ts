import type { Fetch } from "../transport/exchange.js";
import type { OnRequest } from "../transport/request-event.js";
import type { OnWait } from "../transport/wait.js";
import type { Patience } from "../transport/wait-before-retry.js";

/** What a client lends to its credentials, so that they can ask the accounts server. */
export interface AuthContext extends Patience {
	/** Origin of the accounts server. */
	readonly accountsUrl: string;
	/** What sends requests. */
	readonly fetch: Fetch;
	/** Milliseconds for one attempt. */
	readonly timeout: number;
	/** Ends everything that the client does. */
	readonly signal: AbortSignal | undefined;
	/** Takes note of every attempt, unless nobody does. */
	readonly onRequest?: OnRequest | undefined;
}

/** Gives a client its access tokens. */
export interface TokenSource {
	/**
	 * A token that is believed to be alive.
	 *
	 * @param signal - is aborted when this call is: what nobody waits for any more should end.
	 * @param onWait - to be told of each wait before it begins.
	 */
	token(signal?: AbortSignal, onWait?: OnWait): Promise<string>;
	/** Origin of the API that the tokens are for, where the accounts server named one. */
	apiDomain(signal?: AbortSignal, onWait?: OnWait): Promise<string | undefined>;
	/**
	 * Called when the API said that a token is dead.
	 *
	 * @returns whether there is another one now.
	 */
	renew(dead: string, signal?: AbortSignal, onWait?: OnWait): Promise<boolean>;
	/**
	 * What tells these credentials from others, whatever token they have just now: a checkpoint keeps a one-way fingerprint of
	 * it and is not gone on from with others. Absent where nothing lasting is known, as of a mere access token.
	 */
	identity?(): Promise<string>;
}

/** Credentials: {@link accessToken} or {@link refreshToken}. */
export interface Auth {
	/** Called once by a client, which then asks what it gives for tokens. */
	connect(context: AuthContext): TokenSource;
}
