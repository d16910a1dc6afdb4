import { limits } from "../../facts/limits.js";

/** The limits that the sandbox keeps to. The documented ones default to Zoho's; all can be lowered or raised for a test. */
export interface SandboxLimits {
	/** Records in one CSV job. Default: 200,000, documented. */
	readonly recordsPerPage: number;
	/** Records in one ICS job. Default: 20,000, documented. */
	readonly recordsPerIcsPage: number;
	/** Downloads in one minute; above, every download is refused for a minute. Default: 10, documented. */
	readonly downloadsPerMinute: number;
	/** Hours that a result is kept after completion. Default: 24, reported by users who quote Zoho. */
	readonly resultHours: number;
	/** Hours that a page token holds. Default: 24, documented for v7 and v8. */
	readonly pageTokenHours: number;
	/** Names in `fields`; with more, all fields are exported. Default: 200, reported by users who quote Zoho. */
	readonly fields: number;
	/** The highest page. Default: 50, from Zoho's SDKs for v5 and later; newer pages say 500, those of v2 say nothing. */
	readonly page: number;
	/** Values in a list. Default: 200, from Zoho's OpenAPI description; users quote 20. */
	readonly listValues: number;
	/** Different lookups that a query may pass through. Default: no limit; that there is one is documented, its number is not. */
	readonly joins: number;
	/** Seconds that an access token holds. Default: 3,600, documented. */
	readonly tokenSeconds: number;
	/** Access tokens for one refresh token in ten minutes. Default: 10, documented. */
	readonly tokensPerTenMinutes: number;
	/** Access tokens for one refresh token that hold at once; one more ends the oldest. Default: 15, documented. */
	readonly liveTokens: number;
	/**
	 * API credits in 24 hours. Default: no limit, since it depends on the edition and the number of users (50,000 and 1,000 for each user
	 * in the Enterprise edition, documented). What is used up is answered with `TOO_MANY_REQUESTS`.
	 */
	readonly credits: number;
	/** Credits that a job costs, that is each page. Default: 50, reported by users who quote Zoho. */
	readonly jobCredits: number;
	/** Credits that any other request costs. Default: 1, documented; that details and downloads are such requests is inferred. */
	readonly requestCredits: number;
	/** Bytes of a request's body. Default: 1,048,576; ours: nothing that the API takes comes near it. */
	readonly bodyBytes: number;
	/** Jobs that are remembered; the oldest is forgotten, as if it never was. Default: 10,000; ours: so that memory stays flat. */
	readonly jobs: number;
}

/** The defaults. */
export const limitDefaults: SandboxLimits = {
	recordsPerPage: limits.recordsPerPage,
	recordsPerIcsPage: limits.recordsPerIcsPage,
	downloadsPerMinute: limits.downloadsPerMinute,
	resultHours: limits.resultHours,
	pageTokenHours: 24,
	fields: limits.fields,
	page: 50,
	listValues: 200,
	joins: Number.POSITIVE_INFINITY,
	tokenSeconds: 3_600,
	tokensPerTenMinutes: 10,
	liveTokens: 15,
	credits: Number.POSITIVE_INFINITY,
	jobCredits: limits.createCredits,
	requestCredits: 1,
	bodyBytes: 1_048_576,
	jobs: 10_000,
};
