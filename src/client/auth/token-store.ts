import { untilAborted } from "../../time/until-aborted.js";

/** An access token as stored: plain JSON. It is a secret. */
export interface StoredToken {
	/** The token itself. */
	readonly value: string;
	/** Origin of the API that the token is for. */
	readonly apiDomain?: string | undefined;
	/** When to get a new one, in milliseconds since 1970: some time before it expires. */
	readonly renewAt: number;
	/** When it expires, in milliseconds since 1970. */
	readonly expiresAt: number;
}

/**
 * Keeps access tokens, so that processes share them: Zoho gives at most ten access tokens per refresh token in ten
 * minutes. Anything that keeps a value under a key will do; a `Map` almost does.
 */
export interface TokenStore {
	/**
	 * Looks up a token. Anything that is not a token, or has impossible times, is ignored.
	 *
	 * @param key - identifies one refresh token of one client; it is not a secret.
	 * @returns the token; `undefined` or `null` for none.
	 */
	get(key: string): Promise<StoredToken | null | undefined>;
	/** Stores a token, replacing the one before. */
	set(key: string, token: StoredToken): Promise<void>;
	/**
	 * Does work exclusively: others who share the store wait, and then find the new token. Without it each process may
	 * get its own token, which works as long as there are few.
	 *
	 * @param signal - is aborted when nobody waits for the token any more: stop waiting then.
	 */
	exclusive?<Result>(key: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

/** Keeps access tokens in memory, for the clients of one process. */
export function memoryTokenStore(): TokenStore {
	const tokens = new Map<string, StoredToken>();
	const queues = new Map<string, Promise<unknown>>();
	return {
		get: async (key) => tokens.get(key),
		set: async (key, token) => {
			tokens.set(key, token);
		},
		exclusive: (key, work, signal) => {
			const before = queues.get(key) ?? Promise.resolve();
			const turn = untilAborted(before, signal).then(work);
			queues.set(
				key,
				turn.catch(() => before),
			);
			return turn;
		},
	};
}
