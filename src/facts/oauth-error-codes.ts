/** What is known of one error of the accounts server. */
export interface OauthErrorCode {
	/** HTTP status of the answer: most errors come with 200. */
	readonly status: number;
	/** Whether the same request may do later. */
	readonly temporary: boolean;
	/** What the caller should do. */
	readonly advice: string;
	/** The same where a grant code was to be exchanged. */
	readonly grant?: GrantAdvice;
}

/** Why a grant code could not be exchanged, and what to do. */
export interface GrantAdvice {
	/** What is wrong. */
	readonly wrong: GrantFault;
	/** What the caller should do. */
	readonly advice: string;
}

/**
 * What is wrong where a grant code is exchanged: the code, the client's id or its secret, the redirect URI, or that Zoho gave no
 * refresh token.
 */
export type GrantFault = "code" | "client" | "secret" | "redirect" | "refresh token";

/**
 * The errors of the token endpoint, by the text of `error` in the answer.
 *
 * @see https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html
 */
const oauthErrorCodes: Readonly<Record<string, OauthErrorCode>> = {
	invalid_code: {
		status: 200,
		temporary: false,
		advice: "The refresh token is wrong, revoked, or of another data centre: check dataCenter, or create a new one.",
		grant: {
			wrong: "code",
			advice:
				"The grant code was used once already, is older than its minutes, or is of another data centre or another client. Create a new one in the org's own data centre, and exchange it at once: each holds once.",
		},
	},
	invalid_client: {
		status: 200,
		temporary: false,
		advice: "This data centre knows no such client: check clientId and dataCenter.",
		grant: {
			wrong: "client",
			advice:
				"This data centre knows no such client: check the client id and the data centre. Each data centre has an API console of its own.",
		},
	},
	invalid_client_secret: {
		status: 200,
		temporary: false,
		advice: "The client secret does not belong to this client: check clientSecret.",
		grant: {
			wrong: "secret",
			advice: "The client secret does not belong to this client: copy it again from the API console.",
		},
	},
	invalid_redirect_uri: {
		status: 200,
		temporary: false,
		advice: "The redirect URI is not one of the client's: check redirectUri.",
		grant: {
			wrong: "redirect",
			advice:
				"The redirect URI is not the one that the code was sent to: give it letter by letter as in the API console. A self client has none.",
		},
	},
	access_denied: {
		status: 200,
		temporary: true,
		advice: "Too many tokens were asked for: wait ten minutes, and share tokens between processes by a store.",
	},
	"Access Denied": {
		status: 400,
		temporary: true,
		advice: "Too many tokens were asked for: wait ten minutes, and share tokens between processes by a store.",
	},
};

/** What is known of an error of the accounts server, if anything is. */
export function knownOauthError(code: string): OauthErrorCode | undefined {
	return Object.hasOwn(oauthErrorCodes, code) ? oauthErrorCodes[code] : undefined;
}
