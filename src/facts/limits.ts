/**
 * Limits of the Bulk Read API. Each says where it comes from; those that Zoho does not document for v2 are marked as
 * assumptions.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/bulk-read/limitations.html
 */
export const limits = {
	/** Conditions in one filter. Documented (`CRITERIA_LIMIT_EXCEEDED`, `max_limit: 25`). */
	conditions: 25,
	/** Characters of a text value. Documented. */
	textLength: 255,
	/** Digits of a bigint value. Documented. */
	bigintDigits: 19,
	/**
	 * Values in one list of `in` or `not_in`. An assumption, on the safe side: users quote 20 from Zoho's limits page,
	 * while its OpenAPI description says 200.
	 */
	listValues: 20,
	/** Names in `fields`; with more the API exports all fields instead. Reported by users who quote Zoho's limits page. */
	fields: 200,
	/** Records in one CSV job, that is in one page. Documented. */
	recordsPerPage: 200_000,
	/** Records in one ICS job. Documented. */
	recordsPerIcsPage: 20_000,
	/** Downloads per minute; beyond that, every download fails until a minute has passed. Documented. */
	downloadsPerMinute: 10,
	/** Hours that a result is kept after completion. Reported by users who quote Zoho. */
	resultHours: 24,
	/** API credits that creating a job costs. Documented for the sister product Bigin; reported for the CRM. */
	createCredits: 50,
} as const;
