/** What is known about one error of the accounts server. */
export interface OauthErrorCode {
	/** HTTP status of the answer: most errors come with 200. */
	readonly status: number;
	/** Whether the same request may succeed later. */
	readonly temporary: boolean;
	/** What the caller should do. */
	readonly advice: string;
	/** The same when exchanging a grant code. */
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
 * What is wrong when exchanging a grant code: the code, the client's id or secret, the redirect URI, or an answer
 * without a refresh token.
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
		advice:
			"The refresh token is wrong, revoked, or from another data centre. Check dataCenter, or create a new token.",
		grant: {
			wrong: "code",
			advice:
				"The grant code has already been used, has expired, or belongs to another data centre or client. Create a new one in the org's own data centre and exchange it right away: a code works once.",
		},
	},
	invalid_client: {
		status: 200,
		temporary: false,
		advice: "This data centre does not know the client. Check clientId and dataCenter.",
		grant: {
			wrong: "client",
			advice:
				"This data centre does not know the client. Check the client id and the data centre: each data centre has its own API console.",
		},
	},
	invalid_client_secret: {
		status: 200,
		temporary: false,
		advice: "The client secret does not belong to this client. Check clientSecret.",
		grant: {
			wrong: "secret",
			advice: "The client secret does not belong to this client. Copy it again from the API console.",
		},
	},
	invalid_redirect_uri: {
		status: 200,
		temporary: false,
		advice: "The redirect URI is not one of the client's. Check redirectUri.",
		grant: {
			wrong: "redirect",
			advice:
				"The redirect URI is not the one that the code was sent to. Give it exactly as in the API console; a self client has none.",
		},
	},
	access_denied: {
		status: 200,
		temporary: true,
		advice: "Too many tokens were requested. Wait ten minutes, and share tokens between processes with a token store.",
	},
	"Access Denied": {
		status: 400,
		temporary: true,
		advice: "Too many tokens were requested. Wait ten minutes, and share tokens between processes with a token store.",
	},
};

/** What is known about an error of the accounts server, if anything. */
export function knownOauthError(code: string): OauthErrorCode | undefined {
	return Object.hasOwn(oauthErrorCodes, code) ? oauthErrorCodes[code] : undefined;
}
