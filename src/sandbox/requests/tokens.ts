import type { Clock } from "../../time/clock.js";
import type { SandboxLimits } from "../options/sandbox-limits.js";
import { type Random, seededRandom } from "../org/random.js";
import { ApiRefusal } from "./api-refusal.js";

/** An access token that was issued. */
export interface AccessToken {
	readonly value: string;
	readonly scopes: readonly string[];
	/** Milliseconds since 1970. */
	readonly expiresAt: number;
}

/** What a refresh token gives access to. */
export interface Grant {
	readonly refreshToken: string;
	readonly scopes: readonly string[];
	/** The access tokens that were issued for it and may still be valid, oldest first. */
	readonly issued: AccessToken[];
	/** When they were issued: at most ten in ten minutes. */
	readonly issuedAt: number[];
}

const tenMinutes = 600_000;

/** The sandbox's tokens: issued, checked, revoked. */
export class Tokens {
	readonly #clock: Clock;
	readonly #limits: SandboxLimits;
	readonly #random: Random;
	readonly #live = new Map<string, AccessToken>();
	readonly #grants = new Map<string, Grant>();

	constructor(clock: Clock, limits: SandboxLimits, seed: number | string) {
		this.#clock = clock;
		this.#limits = limits;
		this.#random = seededRandom(`tokens ${seed}`);
	}

	/** Issues an access token without a refresh token. */
	issue(scopes: readonly string[], seconds: number): AccessToken {
		const token = { value: this.mint(), scopes, expiresAt: this.#clock.now() + seconds * 1_000 };
		this.#live.set(token.value, token);
		return token;
	}

	/** Issues a refresh token. */
	grant(scopes: readonly string[]): Grant {
		const grant: Grant = { refreshToken: this.mint(), scopes, issued: [], issuedAt: [] };
		this.#grants.set(grant.refreshToken, grant);
		return grant;
	}

	/** What a refresh token gives access to, if it is valid. */
	find(refreshToken: string): Grant | undefined {
		return this.#grants.get(refreshToken);
	}

	/** Issues an access token for a refresh token; `undefined` if too many were issued in ten minutes. */
	refresh(grant: Grant): AccessToken | undefined {
		const now = this.#clock.now();
		while (grant.issuedAt[0] !== undefined && grant.issuedAt[0] <= now - tenMinutes) grant.issuedAt.shift();
		if (grant.issuedAt.length >= this.#limits.tokensPerTenMinutes) return undefined;
		grant.issuedAt.push(now);
		const token = this.issue(grant.scopes, this.#limits.tokenSeconds);
		grant.issued.push(token);
		while (grant.issued.length > this.#limits.liveTokens) this.end(grant.issued.shift()?.value ?? "");
		return token;
	}

	/** Revokes an access token, or a refresh token with all its access tokens. */
	end(value: string): void {
		this.#live.delete(value);
		for (const token of this.#grants.get(value)?.issued ?? []) this.#live.delete(token.value);
		this.#grants.delete(value);
	}

	/**
	 * Finds the token of a request.
	 *
	 * @throws {@link ApiRefusal} if there is none, or it is not valid.
	 */
	check(authorization: string | null): AccessToken {
		const value = readAuthorization(authorization);
		if (value === undefined) throw new ApiRefusal("AUTHENTICATION_FAILURE");
		const token = this.#live.get(value);
		if (token === undefined) throw new ApiRefusal("INVALID_TOKEN");
		if (token.expiresAt > this.#clock.now()) return token;
		this.#live.delete(value);
		throw new ApiRefusal("INVALID_TOKEN");
	}

	/** The remaining seconds of a token. */
	secondsLeft(token: AccessToken): number {
		return (token.expiresAt - this.#clock.now()) / 1_000;
	}

	/** Makes a token that looks like Zoho's. */
	mint(): string {
		const hex = (): string => Array.from({ length: 32 }, () => this.#random.below(16).toString(16)).join("");
		return `1000.${hex()}.${hex()}`;
	}
}

/** The token in an `Authorization` header. The scheme is Zoho's own, not `Bearer`. */
export function readAuthorization(header: string | null): string | undefined {
	return /^Zoho-oauthtoken (\S+)$/i.exec(header ?? "")?.[1];
}
