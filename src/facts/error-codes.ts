import type { LiteralUnion } from "type-fest";
/**
 * What is known about one code of the API: the HTTP status and message that come with it, and what to do.
 */
export interface ErrorCode {
	/** HTTP status of the answer. */
	readonly status: number;
	/** Zoho's message, with `%s` and `%d` where it inserts what was sent; `undefined` if no source shows it. */
	readonly message: string | undefined;
	/** What the caller should do. */
	readonly advice: string;
	/** Whether Zoho documents the code, status and message, or part of it is assumed. */
	readonly certainty: "documented" | "assumed";
}

/**
 * Every code of the Bulk Read API that Zoho names, once, as data. The client's errors and the sandbox's answers are
 * derived from it. Zoho may answer with codes that are documented nowhere, so do not treat the list as closed.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html (possible errors)
 */
export const errorCodes = {
	// Any endpoint.
	INVALID_TOKEN: {
		status: 401,
		message: "invalid oauth token",
		advice: "The access token has expired or was revoked. Give a new one, or use refreshToken({...}).",
		certainty: "documented",
	},
	AUTHENTICATION_FAILURE: {
		status: 401,
		message: "Authentication failed",
		advice:
			"Check that the token belongs to this data centre and to this environment (production, sandbox, developer).",
		certainty: "documented",
	},
	OAUTH_SCOPE_MISMATCH: {
		status: 401,
		message: "Unauthorized",
		advice: "Create a token with the scopes that requiredScopes(job) lists.",
		certainty: "documented",
	},
	NO_PERMISSION: {
		status: 403,
		message: "permission denied",
		advice: "Ask an administrator of the org for the permission; details may name it.",
		certainty: "documented",
	},
	AUTHORIZATION_FAILED: {
		status: 400,
		message: "User does not have sufficient privilege to read.",
		advice: "Use the token of a user who may read the module and use the API.",
		certainty: "documented",
	},
	INVALID_REQUEST_METHOD: {
		status: 400,
		message: "The http request method type is not a valid one",
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "documented",
	},
	INVALID_URL_PATTERN: {
		status: 404,
		message: "Please check if the URL trying to access is a correct one",
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "documented",
	},
	INVALID_HOST: {
		status: 400,
		message: undefined,
		advice: "Check dataCenter: the token belongs to a different one.",
		certainty: "documented",
	},
	MEDIA_TYPE_NOT_SUPPORTED: {
		status: 415,
		message: "Media type is not supported.",
		advice: "Something between you and Zoho changes the Content-Type header; it must be application/json.",
		certainty: "documented",
	},
	REQUIRED_PARAM_MISSING: {
		status: 400,
		message: undefined,
		advice: "Add the parameter that details.param_name names; metadata is requested one module at a time.",
		certainty: "documented",
	},
	INTERNAL_ERROR: {
		status: 500,
		message: "Internal Server Error",
		advice: "Try again later. If it persists, contact Zoho with the job's id.",
		certainty: "documented",
	},
	INTERNAL_SERVER_ERROR: {
		status: 500,
		message: "Internal server error occurred.",
		advice: "Try again later. If it persists, contact Zoho with the job's id.",
		certainty: "assumed",
	},
	TOO_MANY_REQUESTS: {
		status: 429,
		message: "Many requests fired in concurrent than the allowed limit",
		advice: "Wait a minute, then try again.",
		certainty: "assumed",
	},
	INVALID_SERVICE_NAME: {
		status: 400,
		message: "Provided service name %s is not valid/not supported",
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "assumed",
	},
	INVALID_BULK_OPERATION: {
		status: 400,
		message: "Requested operation is an invalid bulk operation",
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "assumed",
	},

	// Creating a job: the request as a whole.
	REQUEST_BODY_IS_EMPTY: {
		status: 400,
		message: "Request body is empty.",
		advice: "Something between you and Zoho drops the body of the request.",
		certainty: "documented",
	},
	REQUEST_BODY_NOT_READABLE: {
		status: 400,
		message: "Unable to parse the request body.",
		advice: "Something between you and Zoho changes the body of the request.",
		certainty: "documented",
	},
	REQUEST_BODY_NOT_SUPPORTED: {
		status: 400,
		message: "request body contains invalid format",
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "documented",
	},
	MANDATORY_NOT_FOUND: {
		status: 400,
		message: undefined,
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "documented",
	},
	MODULE_NOT_AVAILABLE: {
		status: 400,
		message: "Requested module '%s' is not available.",
		advice: "Check the module's API name, and that the token's user may see it.",
		certainty: "documented",
	},
	MODULE_NOT_SUPPORTED: {
		status: 400,
		message: "Invalid module for the query. Module '%s' is not supported.",
		advice: "Bulk read does not export this module; use the records API for it.",
		certainty: "documented",
	},
	INVALID_MODULE: {
		status: 400,
		message: undefined,
		advice: "Bulk read does not export this module, or its API name is wrong.",
		certainty: "assumed",
	},
	NOT_SUPPORTED_FEATURE: {
		status: 400,
		message: "Feature is not supported",
		advice: "The org's edition does not have this feature.",
		certainty: "documented",
	},
	JOB_NOT_SUPPORTED: {
		status: 400,
		message: "Invalid bulk %s job.",
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "documented",
	},
	QUERY_NOT_SUPPORTED: {
		status: 400,
		message: "Invalid query for bulk %s job. Query '%s' is not supported.",
		advice: "Check the job's JSON: part of its query does not fit the module or the format.",
		certainty: "documented",
	},
	INVALID_QUERY: {
		status: 400,
		message: undefined,
		advice: "Bulk read cannot export this module in this way.",
		certainty: "assumed",
	},
	INVALID_CALLBACK_URL: {
		status: 400,
		message: "Invalid URL '%s' for callback.",
		advice: "Give a callback URL that Zoho can reach over the internet.",
		certainty: "documented",
	},
	INVALID_CALLBACK_METHOD: {
		status: 400,
		message: "Invalid request method %s for callback.",
		advice: 'The only method is "post".',
		certainty: "documented",
	},
	CALLBACK_FAILURE: {
		status: 400,
		message: "Callback failed after %d attempts.",
		advice: "The job itself may have completed: ask for its details with client.job(id).",
		certainty: "assumed",
	},
	FIELD_NOT_AVAILABLE: {
		status: 400,
		message:
			"Requested field api name '%s' is not available for the module '%s'. Check permission or visibility for the field.",
		advice: "Remove the field from the job, or check its API name and its visibility.",
		certainty: "documented",
	},
	FIELD_NOT_SUPPORTED: {
		status: 400,
		message:
			"Invalid field for the module provided in fields. Field api name '%s' is not supported for this module '%s'.",
		advice: "Remove the field from the job, or check its API name and its visibility.",
		certainty: "documented",
	},
	JOIN_LIMIT_EXCEEDED: {
		status: 400,
		message: "Maximum number of joins supported in a query is %d",
		advice: "Use fewer different lookups in select and where.",
		certainty: "documented",
	},
	PAGE_NOT_SUPPORTED: {
		status: 400,
		message: "Invalid page number for query. Page %s is not supported for the query.",
		advice: "Pages are whole numbers from 1.",
		certainty: "documented",
	},
	PAGE_RANGE_EXCEEDED: {
		status: 400,
		message: "Invalid page number for query. Page %s is not supported for the query. Page range is from %d to %d.",
		advice: "Split the export by a filter, for example on Created_Time, so that each part has fewer pages.",
		certainty: "documented",
	},
	CVID_NOT_SUPPORTED: {
		status: 400,
		message: undefined,
		advice: "Check the custom view's id. Views filtered by co-owner or sharing cannot be exported.",
		certainty: "documented",
	},
	EXPIRED_VALUE: {
		status: 400,
		message: undefined,
		advice: "The page token is more than a day old, or belongs to another user. Start the export again.",
		certainty: "assumed",
	},
	INVALID_DATA: {
		status: 400,
		message: undefined,
		advice: "Check details: it names the part of the request that does not fit.",
		certainty: "documented",
	},
	INVALID_REQUEST: {
		status: 400,
		message: undefined,
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "assumed",
	},
	BAD_REQUEST: {
		status: 400,
		message: undefined,
		advice: "Check baseUrl and apiVersion: the API did not recognise this request.",
		certainty: "assumed",
	},
	LIMIT_REACHED: {
		status: 400,
		message: undefined,
		advice: "The org has reached a limit; details may name it.",
		certainty: "assumed",
	},
	NOT_ALLOWED: {
		status: 400,
		message: undefined,
		advice: "The token's user, or the org's edition, is not allowed to do this.",
		certainty: "assumed",
	},
	ALREADY_USED: {
		status: 400,
		message: undefined,
		advice: "Check details: it names what was used before.",
		certainty: "assumed",
	},

	// Creating a job: its criteria.
	CRITERIA_NOT_SUPPORTED: {
		status: 400,
		message: "Invalid criteria for the query. Criteria %s is not supported.",
		advice: "Correct the filter; the same request will be refused again.",
		certainty: "documented",
	},
	INVALID_CRITERIA: {
		status: 400,
		message: "Invalid criteria %s for the query.",
		advice: "Correct the filter; the same request will be refused again.",
		certainty: "documented",
	},
	AMBIGUOUS_CRITERIA: {
		status: 400,
		message:
			"Ambiguous criteria %s. Criteria can have either {group, group_operator} or {api_name, comparator, value}.",
		advice: "Correct the filter; the same request will be refused again.",
		certainty: "documented",
	},
	AMBIGUOUS_GROUP_IN_CRITERIA: {
		status: 400,
		message: "Ambiguous group in criteria %s. Group should be used only when there are more than one criteria",
		advice: "Correct the filter; the same request will be refused again.",
		certainty: "documented",
	},
	CRITERIA_LIMIT_EXCEEDED: {
		status: 400,
		message: "Number of criteria exceeded the maximum limit of %d",
		advice: "Use fewer conditions, for example one in(...) instead of several equal(...).",
		certainty: "documented",
	},
	FIELD_IN_CRITERIA_NOT_AVAILABLE: {
		status: 400,
		message: "Field api name '%s' is not available for criteria %s. Check visibility and permission for the field",
		advice: "Check the field's API name in the filter, and its visibility.",
		certainty: "documented",
	},
	FIELD_IN_CRITERIA_NOT_SUPPORTED: {
		status: 400,
		message: "Field api name '%s' for criteria %s is not supported.",
		advice: "You cannot filter by this field. Remove it from the filter.",
		certainty: "documented",
	},
	FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: {
		status: 400,
		message: "Field api name '%s' doesn't support this comparator '%s' for criteria %s.",
		advice: "Use a comparator that the field's data type takes; details.supported may list them.",
		certainty: "documented",
	},
	FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE: {
		status: 400,
		message: "Field api name '%s' is not supported with comparator '%s' for criteria %s.",
		advice: "Use a comparator that the field's data type takes; details.supported may list them.",
		certainty: "documented",
	},
	FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: {
		status: 400,
		message: "Field '%s' is not supported with value '%s' for criteria %s.",
		advice: "Give a value of the field's data type.",
		certainty: "documented",
	},
	COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: {
		status: 400,
		message: "Comparator '%s' is not supported with value '%s' for criteria %s.",
		advice: "Give the comparator what it takes: one value, a list, or a pair in order.",
		certainty: "documented",
	},
	COMPARATOR_AND_ENCRYPTED_VALUE_IN_CRITERIA_NOT_COMPATIBLE: {
		status: 400,
		message: "Comparator '%s' is not supported with value '%s' for criteria %s as the value is encrypted.",
		advice: "The field is encrypted and takes fewer comparators; try equal, or filter the rows yourself.",
		certainty: "documented",
	},
	VALUE_IN_CRITERIA_NOT_SUPPORTED: {
		status: 400,
		message: "Value '%s' is not supported for criteria %s.",
		advice: "Give a value of the field's data type.",
		certainty: "documented",
	},
	VALUE_LIMIT_EXCEEDED_IN_CRITERIA: {
		status: 400,
		message: "Value exceeded limit %d",
		advice: "Give in(...) fewer values; details.max_limit says how many.",
		certainty: "documented",
	},
	VALUE_TYPE_NOT_SUPPORTED: {
		status: 400,
		message: undefined,
		advice: "Give a value of the field's data type; details.supported may list the allowed ones.",
		certainty: "documented",
	},
	GROUP_OPERATOR_NOT_SUPPORTED: {
		status: 400,
		message: "Criteria %s doesn't support this logical group operator '%s'. Supported operators are 'and', 'or'.",
		advice: "Correct the filter; the same request will be refused again.",
		certainty: "documented",
	},

	// Details and download.
	RESOURCE_NOT_FOUND: {
		status: 404,
		message: "The requested resource doesn't exist.",
		advice:
			"Check the job's id, the data centre and the user. There is no result until the job is completed, or after it has expired; if it has, submit the job again.",
		certainty: "documented",
	},
} as const;

/** A code that appears in Zoho's documentation or SDKs. */
export type KnownErrorCode = keyof typeof errorCodes;

/** A code of the API, known or not. */
export type ZohoErrorCode = LiteralUnion<KnownErrorCode, string>;
