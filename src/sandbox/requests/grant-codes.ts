import type { Clock } from "../../time/clock.js";
import type { Grant, Tokens } from "./tokens.js";

/** A grant code works once, for three minutes. */
const codeLife = 180_000;

/** The grant codes that a person would get from Zoho's console. */
export class GrantCodes {
	readonly #clock: Clock;
	readonly #tokens: Tokens;
	readonly #codes = new Map<string, { readonly scopes: readonly string[]; readonly expiresAt: number }>();

	constructor(clock: Clock, tokens: Tokens) {
		this.#clock = clock;
		this.#tokens = tokens;
	}

	/** Makes a code for these scopes. */
	make(scopes: readonly string[]): string {
		const code = this.#tokens.mint();
		this.#codes.set(code, { scopes, expiresAt: this.#clock.now() + codeLife });
		return code;
	}

	/** Uses up a code. */
	redeem(code: string): Grant | undefined {
		const found = this.#codes.get(code);
		this.#codes.delete(code);
		return found !== undefined && found.expiresAt > this.#clock.now() ? this.#tokens.grant(found.scopes) : undefined;
	}
}
