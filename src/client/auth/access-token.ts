import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { Auth } from "./auth.js";

/**
 * Credentials in the form of an access token from elsewhere. A token lives for one hour.
 *
 * @param token - the token, or a function that returns the current one. The function is called before every request,
 * and again when the API rejects a token: it should cache the token and renew it in time. Its signal is aborted when
 * the call that needs the token is.
 * @throws {@link InvalidOptionError} if the token cannot be sent in a header.
 */
export function accessToken(token: string | ((signal?: AbortSignal) => string | Promise<string>)): Auth {
	if (typeof token !== "function") {
		const fixed = checkToken("accessToken", token);
		return {
			connect: () => ({ token: async () => fixed, apiDomain: async () => undefined, renew: async () => false }),
		};
	}
	const current = async (signal?: AbortSignal): Promise<string> => checkToken("accessToken", await token(signal));
	return {
		connect: () => ({
			token: current,
			apiDomain: async () => undefined,
			renew: async (dead, signal) => (await current(signal)) !== dead,
		}),
	};
}

/**
 * Checks that a token can be sent in a header: otherwise `fetch` would refuse it with an error that quotes it.
 *
 * @param name - of the option.
 */
export function checkToken(name: string, token: unknown): string {
	if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
		const given = typeof token === "string" ? `a text of ${token.length} characters` : typeof token;
		throw new InvalidOptionError(name, `a token consists of visible ASCII characters without spaces. Given: ${given}.`);
	}
	return token;
}
