import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { isJsonObject } from "../../checks/json-object.js";
import { showGiven } from "../../checks/show-given.js";
import { minute } from "../../time/clock.js";
import { SharedWork } from "../../time/shared-work.js";
import type { OnWait, Wait } from "../transport/wait.js";
import type { Auth, AuthContext, TokenSource } from "./auth.js";
import { type ClientCredentials, requestToken } from "./request-token.js";
import { readStoredToken } from "./stored-token.js";
import { memoryTokenStore, type StoredToken, type TokenStore } from "./token-store.js";

/** Credentials that get their own access tokens. */
export interface RefreshTokenOptions extends ClientCredentials {
	/** Where access tokens are kept; in memory by default. Processes that run at the same time should share a store. */
	readonly store?: TokenStore;
}

/**
 * Credentials that get an access token when one is needed: with a single request however many calls wait for it, some
 * minutes before the token expires, and once when the API rejects it.
 *
 * @example
 * ```ts
 * const auth = refreshToken({ clientId, clientSecret, refreshToken: token, store: fileTokenStore("/var/lib/exports/token.json") });
 * ```
 * @throws {@link InvalidOptionError} if one of the three is missing, or the store is not a store.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/refresh.html
 */
export function refreshToken(options: RefreshTokenOptions): Auth {
	if (!isJsonObject(options))
		throw new InvalidOptionError("refreshToken", "give { clientId, clientSecret, refreshToken }.");
	for (const name of ["clientId", "clientSecret", "refreshToken"] as const) {
		if (typeof options[name] !== "string" || options[name] === "") {
			throw new InvalidOptionError(
				name,
				"is missing; create the three at https://api-console.zoho.com, as a self client.",
			);
		}
	}
	const { clientId, clientSecret, refreshToken, store = memoryTokenStore() } = options;
	if (!isTokenStore(store)) {
		const sentence = "is not a token store. Give an object with get and set, such as memoryTokenStore().";
		throw new InvalidOptionError("store", `${showGiven(store)} ${sentence}`);
	}
	const credentials = { clientId, clientSecret, refreshToken };
	return { connect: (context) => renewingTokens(credentials, store, context) };
}

function isTokenStore(given: unknown): boolean {
	if (typeof given !== "object" || given === null) return false;
	return ["get", "set"].every((name) => typeof Reflect.get(given, name) === "function");
}

function renewingTokens(credentials: ClientCredentials, store: TokenStore, context: AuthContext): TokenSource {
	const { clock } = context;
	let current: StoredToken | undefined;
	let dead: string | undefined;
	let known: Promise<string> | undefined;
	/** Each step of an export tells its credentials, and a digest goes through the runtime's threads. */
	const ownKey = (): Promise<string> => {
		known ??= keyOf(credentials, context.accountsUrl);
		return known;
	};

	const lives = (token: StoredToken | undefined, until: "renewAt" | "expiresAt"): token is StoredToken =>
		token !== undefined && token.value !== dead && clock.now() < token[until];

	const look = async (key: string, signal: AbortSignal): Promise<StoredToken | undefined> => {
		signal.throwIfAborted();
		return readStoredToken(await store.get(key), clock.now(), context.accountsUrl);
	};

	const obtain = async (key: string, signal: AbortSignal, onWait: OnWait): Promise<StoredToken> => {
		const kept = await look(key, signal);
		if (lives(kept, "renewAt")) return kept;
		const good = [kept, current].find((token) => lives(token, "expiresAt"));
		// With minutes left, nobody has to wait for a retry: the next call tries again.
		const retries = good === undefined ? context.retries : 0;
		const token = await requestToken(credentials, { ...context, retries, signal }, onWait).catch(
			(error: unknown): StoredToken => {
				if (good === undefined || signal.aborted) throw error;
				return { ...good, renewAt: clock.now() + minute };
			},
		);
		if (token.value !== good?.value) await store.set(key, token);
		return token;
	};

	const renewal = new SharedWork<StoredToken, Wait>(async (signal, tell) => {
		const key = await ownKey();
		const work = (): Promise<StoredToken> => obtain(key, signal, tell);
		if (store.exclusive === undefined) return work();
		// Only whoever needs a new token has to wait for the others.
		const kept = await look(key, signal);
		return lives(kept, "renewAt") ? kept : store.exclusive(key, work, signal);
	});

	const stored = async (signal: AbortSignal | undefined, onWait: OnWait | undefined): Promise<StoredToken> => {
		if (!lives(current, "renewAt")) current = await renewal.join(signal, onWait);
		return current;
	};

	return {
		token: async (signal, onWait) => (await stored(signal, onWait)).value,
		apiDomain: async (signal, onWait) => (await stored(signal, onWait)).apiDomain,
		renew: async (value, signal, onWait) => {
			dead = value;
			return (await stored(signal, onWait)).value !== value;
		},
		identity: ownKey,
	};
}

/** Identifies the credentials in a store, without revealing them. */
async function keyOf({ clientId, refreshToken }: ClientCredentials, accountsUrl: string): Promise<string> {
	const text = [accountsUrl, clientId, refreshToken].join("\n");
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
