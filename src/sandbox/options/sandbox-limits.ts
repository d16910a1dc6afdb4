import { limits } from "../../facts/limits.js";

/** The sandbox's limits. The documented ones default to Zoho's; all can be lowered or raised for a test. */
export interface SandboxLimits {
	/** Records in one CSV job. Default: 200,000, documented. */
	readonly recordsPerPage: number;
	/** Records in one ICS job. Default: 20,000, documented. */
	readonly recordsPerIcsPage: number;
	/** Downloads per minute; beyond that, every download is refused for a minute. Default: 10, documented. */
	readonly downloadsPerMinute: number;
	/** Hours that a result is kept after completion. Default: 24, reported by users who quote Zoho. */
	readonly resultHours: number;
	/** Hours that a page token is valid. Default: 24, documented for v7 and v8. */
	readonly pageTokenHours: number;
	/** Names in `fields`; with more, all fields are exported. Default: 200, reported by users who quote Zoho. */
	readonly fields: number;
	/** The highest page. Default: 50, from Zoho's SDKs for v5 and later; newer pages say 500, those of v2 say nothing. */
	readonly page: number;
	/** Values in a list. Default: 200, from Zoho's OpenAPI description; users quote 20. */
	readonly listValues: number;
	/**
	 * Different lookups that a query may pass through. Default: no limit; it is documented that there is one, but not
	 * its number.
	 */
	readonly joins: number;
	/** Seconds that an access token is valid. Default: 3,600, documented. */
	readonly tokenSeconds: number;
	/** Access tokens for one refresh token in ten minutes. Default: 10, documented. */
	readonly tokensPerTenMinutes: number;
	/**
	 * Access tokens for one refresh token that are valid at once; one more ends the oldest. Default: 15, documented.
	 */
	readonly liveTokens: number;
	/**
	 * API credits in 24 hours. Default: no limit, since it depends on the edition and the number of users (50,000 and
	 * 1,000 for each user in the Enterprise edition, documented). Beyond it, answers are `TOO_MANY_REQUESTS`.
	 */
	readonly credits: number;
	/** Credits that a job, and so each page, costs. Default: 50, reported by users who quote Zoho. */
	readonly jobCredits: number;
	/**
	 * Credits that any other request costs. Default: 1, documented; that this includes details and downloads is
	 * inferred.
	 */
	readonly requestCredits: number;
	/** Bytes of a request's body. Default: 1,048,576, our own limit: nothing that the API takes comes near it. */
	readonly bodyBytes: number;
	/** Jobs that are kept; beyond that the oldest is dropped. Default: 10,000, our own limit, to bound memory. */
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
