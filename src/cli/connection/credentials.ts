import { accessToken } from "../../client/auth/access-token.js";
import type { Auth } from "../../client/auth/auth.js";
import { refreshToken } from "../../client/auth/refresh-token.js";
import { CommandError } from "../terminal/command-error.js";
import { ask, canAsk } from "../terminal/prompt.js";
import type { SettingName, Settings } from "./settings.js";
import { type SharedTokenOptions, sharedTokenStore } from "./shared-token-store.js";

/** Credentials, and a description of where they come from. */
export interface Credentials {
	readonly auth: Auth;
	readonly source: string;
}

const refreshNames = ["ZOHO_CLIENT_ID", "ZOHO_CLIENT_SECRET", "ZOHO_REFRESH_TOKEN"] as const;

/**
 * Finds the credentials: a refresh token with its client, an access token, or what a person types.
 *
 * @throws {@link CommandError} if there are none, or some are missing.
 */
export async function findCredentials(settings: Settings, sharing: SharedTokenOptions = {}): Promise<Credentials> {
	const missing = refreshNames.filter((name) => settings[name] === undefined);
	if (missing.length === 0) {
		return { auth: renewing(settings, sharing), source: `a refresh token (${refreshNames.join(", ")})` };
	}
	if (settings.ZOHO_ACCESS_TOKEN !== undefined) {
		return { auth: accessToken(settings.ZOHO_ACCESS_TOKEN), source: "an access token (ZOHO_ACCESS_TOKEN)" };
	}
	if (!canAsk()) throw new CommandError(tellMissing(missing));
	const answers: Partial<Record<SettingName, string>> = {};
	for (const name of missing) answers[name] = await ask(`${questions[name]} `, name !== "ZOHO_CLIENT_ID");
	return { auth: renewing({ ...settings, ...answers }, sharing), source: "a refresh token, typed in" };
}

const questions: Readonly<Record<(typeof refreshNames)[number], string>> = {
	ZOHO_CLIENT_ID: "Client id:",
	ZOHO_CLIENT_SECRET: "Client secret (not shown):",
	ZOHO_REFRESH_TOKEN: "Refresh token (not shown):",
};

function tellMissing(missing: readonly SettingName[]): string {
	const some = missing.length < refreshNames.length;
	return `${
		some ? `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not set` : "There are no credentials"
	}. Set ${refreshNames.join(", ")} in the environment or in a file for --env (create them at https://api-console.zoho.com, as a self client), or set ZOHO_ACCESS_TOKEN.`;
}

function renewing(settings: Settings, sharing: SharedTokenOptions): Auth {
	const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "", ZOHO_TOKEN_FILE } = settings;
	return refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
		...(ZOHO_TOKEN_FILE === undefined ? {} : { store: sharedTokenStore(ZOHO_TOKEN_FILE, sharing) }),
	});
}
