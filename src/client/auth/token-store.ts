import { untilAborted } from "../../time/until-aborted.js";

/** An access token as a store keeps it: plain JSON. It is a secret. */
export interface StoredToken {
	/** The token itself. */
	readonly value: string;
	/** Origin of the API that the token is for. */
	readonly apiDomain?: string | undefined;
	/** When to get another one, in milliseconds since 1970: some time before it expires. */
	readonly renewAt: number;
	/** When it expires, in milliseconds since 1970. */
	readonly expiresAt: number;
}

/**
 * Keeps access tokens, so that processes share them: Zoho gives at most ten access tokens per refresh token in ten minutes.
 * A `Map` would nearly do; so does anything that keeps a value under a key.
 */
export interface TokenStore {
	/**
	 * Looks a token up. What is not a token, or one whose times no token has, is taken for none.
	 *
	 * @param key - stands for one refresh token of one client; it is no secret.
	 * @returns the token; `undefined` or `null` for none.
	 */
	get(key: string): Promise<StoredToken | null | undefined>;
	/** Keeps a token in the place of the one before. */
	set(key: string, token: StoredToken): Promise<void>;
	/**
	 * Does work while nobody else who shares the store does: the others wait and then find the token that was got. Without it
	 * each process may get a token of its own, which works as long as they are few.
	 *
	 * @param signal - is aborted when nobody waits for the token any more: give up waiting then.
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
