import { checkKey } from "../checks/check-argument.js";
import { InvalidOptionError } from "../checks/invalid-option-error.js";
import { isJsonObject } from "../checks/json-object.js";
import { showGiven } from "../checks/show-given.js";
import type { WireCondition, WireCriteria, WireValue } from "../criteria/node/criteria-json.js";

/** The supported versions of the API. `"v2"` is the default; they differ only in how they spell names. */
export type ApiVersion = "v2" | "v8";

/** Where Zoho posts the outcome of a job. */
export interface CallbackTarget {
	/** An absolute http or https URL. */
	readonly url: string;
	/** The only method that the API supports. */
	readonly method: "post";
}

/** The format of the result: CSV by default; ICS for Events only. */
export type FileType = "csv" | "ics";

/**
 * The body of a request that creates a job, as API v2 spells it.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export interface BulkReadRequest {
	/** Where Zoho posts the outcome; nowhere by default. */
	readonly callback?: CallbackTarget;
	/** What the job reads. */
	readonly query: BulkReadQuery;
	/** The format of the result; CSV by default. */
	readonly file_type?: FileType;
}

/** What a job reads, as API v2 spells it. */
export interface BulkReadQuery {
	/** API name of the module. */
	readonly module: string;
	/** Id of a custom view, whose own criteria are combined with `criteria` by "and". */
	readonly cvid?: string;
	/** Paths of the fields to export; without them all fields of the module. */
	readonly fields?: readonly string[];
	/** The filter; every record by default. */
	readonly criteria?: WireCriteria;
	/** The page of 200,000 records, from 1. */
	readonly page?: number;
}

/** The body of a request as API v8 spells it. */
export interface BulkReadRequestV8 {
	/** Where Zoho posts the outcome; nowhere by default. */
	readonly callback?: CallbackTarget;
	/** What the job reads, or the token that requests its next page. */
	readonly query: BulkReadQueryV8 | { readonly page_token: string };
	/** The format of the result; CSV by default. */
	readonly file_type?: FileType;
}

/** What a job reads, as API v8 spells it. */
export interface BulkReadQueryV8 {
	/** The module, by its API name. */
	readonly module: { readonly api_name: string };
	/** Id of a custom view, whose own criteria are combined with `criteria` by "and". */
	readonly cvid?: string;
	/** Paths of the fields to export; without them all fields of the module. */
	readonly fields?: readonly string[];
	/** The filter; every record by default. */
	readonly criteria?: WireCriteriaV8;
	/** The page of 200,000 records, from 1. */
	readonly page?: number;
}

/** A condition or a group as API v8 spells it. */
export type WireCriteriaV8 =
	| { readonly field: { readonly api_name: string }; readonly comparator: string; readonly value: WireValue }
	| { readonly group_operator: "and" | "or"; readonly group: readonly WireCriteriaV8[] };

/**
 * Writes a request in the spelling of a version.
 *
 * @param pageToken - on v8, the token for this page from the page before. It replaces the whole query.
 */
export function writeRequest(
	request: BulkReadRequest,
	version: ApiVersion,
	pageToken?: string,
): BulkReadRequest | BulkReadRequestV8 {
	checkKey(version, { v2: true, v8: true } satisfies Record<ApiVersion, true>, "version");
	if (!isJsonObject(request) || !isJsonObject(request.query)) {
		throw new InvalidOptionError(
			"request",
			`${showGiven(request)} is not the body of a request: give { query: { module } }.`,
		);
	}
	if (version === "v2") return request;
	// Zoho's page sends the token "alone" and shows no callback; that one may accompany it is our assumption.
	if (pageToken !== undefined) {
		const { callback } = request;
		return { ...(callback === undefined ? {} : { callback }), query: { page_token: pageToken } };
	}
	const { module, criteria, ...query } = request.query;
	return {
		...request,
		query: {
			module: { api_name: module },
			...query,
			...(criteria === undefined ? {} : { criteria: writeCriteriaV8(criteria) }),
		},
	};
}

function writeCriteriaV8(criteria: WireCriteria): WireCriteriaV8 {
	return isCondition(criteria)
		? { field: { api_name: criteria.api_name }, comparator: criteria.comparator, value: criteria.value }
		: { group_operator: criteria.group_operator, group: criteria.group.map(writeCriteriaV8) };
}

function isCondition(criteria: WireCriteria): criteria is WireCondition {
	return "api_name" in criteria;
}
