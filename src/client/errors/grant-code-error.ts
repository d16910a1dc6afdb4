import type { GrantFault } from "../../facts/oauth-error-codes.js";
import { AuthError } from "./auth-error.js";
import type { ApiErrorFacts } from "./zoho-api-error.js";

/**
 * A grant code gave no refresh token. `wrong` says what is wrong, for programs, and `advice` what to do, for people. A
 * code works once; Zoho does not say whether one that was refused for another reason still works.
 */
export class GrantCodeError extends AuthError {
	override readonly name = "GrantCodeError";
	/**
	 * What is wrong: the `"code"` (used, too old, of another data centre or client), the `"client"`'s id, its
	 * `"secret"`, the `"redirect"` URI, or that the answer has no `"refresh token"`. `undefined` for an unknown code of
	 * Zoho's.
	 */
	readonly wrong: GrantFault | undefined;

	constructor(facts: ApiErrorFacts, wrong: GrantFault | undefined) {
		super(facts);
		this.wrong = wrong;
	}
}
