/** What is known of one error of the accounts server. */
export interface OauthErrorCode {
	/** HTTP status of the answer: most errors come with 200. */
	readonly status: number;
	/** Whether the same request may do later. */
	readonly temporary: boolean;
	/** What the caller should do. */
	readonly advice: string;
}

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
	},
	invalid_client: {
		status: 200,
		temporary: false,
		advice: "This data centre knows no such client: check clientId and dataCenter.",
	},
	invalid_client_secret: {
		status: 200,
		temporary: false,
		advice: "The client secret does not belong to this client: check clientSecret.",
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
