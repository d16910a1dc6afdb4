import type { LiteralUnion } from "type-fest";
/**
 * What is known of one code of the API: the HTTP status that it comes with, the words that come with it, and what to do.
 */
export interface ErrorCode {
	/** HTTP status of the answer. */
	readonly status: number;
	/** Zoho's message, with `%s` and `%d` where it puts in what was sent; `undefined` where no source prints it. */
	readonly message: string | undefined;
	/** What the caller should do. */
	readonly advice: string;
	/** Whether Zoho documents code, status and message, or we assume a part of it. */
	readonly certainty: "documented" | "assumed";
}

/**
 * Every code of the Bulk Read API that Zoho names, once, as data. The client's errors and the sandbox's answers are
 * derived from it. Zoho may answer with codes that stand nowhere: code that reads one must not take the list for closed.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html (possible errors)
 */
export const errorCodes = {
	// Any endpoint.
	INVALID_TOKEN: {
		status: 401,
		message: "invalid oauth token",
		advice: "The access token is expired or revoked: give a new one, or use refreshToken({...}).",
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
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
		certainty: "documented",
	},
	INVALID_URL_PATTERN: {
		status: 404,
		message: "Please check if the URL trying to access is a correct one",
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
		certainty: "documented",
	},
	INVALID_HOST: {
		status: 400,
		message: undefined,
		advice: "Check dataCenter: the token belongs to another one.",
		certainty: "documented",
	},
	MEDIA_TYPE_NOT_SUPPORTED: {
		status: 415,
		message: "Media type is not supported.",
		advice: "Something between here and Zoho changes the Content-Type header; it must be application/json.",
		certainty: "documented",
	},
	REQUIRED_PARAM_MISSING: {
		status: 400,
		message: undefined,
		advice: "Name the parameter that details.param_name names; metadata is asked for module by module.",
		certainty: "documented",
	},
	INTERNAL_ERROR: {
		status: 500,
		message: "Internal Server Error",
		advice: "Send the request again later; if it persists, ask Zoho with the job's id.",
		certainty: "documented",
	},
	INTERNAL_SERVER_ERROR: {
		status: 500,
		message: "Internal server error occurred.",
		advice: "Send the request again later; if it persists, ask Zoho with the job's id.",
		certainty: "assumed",
	},
	TOO_MANY_REQUESTS: {
		status: 429,
		message: "Many requests fired in concurrent than the allowed limit",
		advice: "Wait a minute, then send the request again.",
		certainty: "assumed",
	},
	INVALID_SERVICE_NAME: {
		status: 400,
		message: "Provided service name %s is not valid/not supported",
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
		certainty: "assumed",
	},
	INVALID_BULK_OPERATION: {
		status: 400,
		message: "Requested operation is an invalid bulk operation",
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
		certainty: "assumed",
	},

	// Creating a job: the request as a whole.
	REQUEST_BODY_IS_EMPTY: {
		status: 400,
		message: "Request body is empty.",
		advice: "Something between here and Zoho drops the body of the request.",
		certainty: "documented",
	},
	REQUEST_BODY_NOT_READABLE: {
		status: 400,
		message: "Unable to parse the request body.",
		advice: "Something between here and Zoho changes the body of the request.",
		certainty: "documented",
	},
	REQUEST_BODY_NOT_SUPPORTED: {
		status: 400,
		message: "request body contains invalid format",
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
		certainty: "documented",
	},
	MANDATORY_NOT_FOUND: {
		status: 400,
		message: undefined,
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
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
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
		certainty: "documented",
	},
	QUERY_NOT_SUPPORTED: {
		status: 400,
		message: "Invalid query for bulk %s job. Query '%s' is not supported.",
		advice: "Look at the job's JSON: a part of its query does not fit the module or the format.",
		certainty: "documented",
	},
	INVALID_QUERY: {
		status: 400,
		message: undefined,
		advice: "Bulk read does not export this module as it was asked for.",
		certainty: "assumed",
	},
	INVALID_CALLBACK_URL: {
		status: 400,
		message: "Invalid URL '%s' for callback.",
		advice: "Give a callback that Zoho can reach from the internet.",
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
		advice: "Take the field out of the job, or check its API name and who may see it.",
		certainty: "documented",
	},
	FIELD_NOT_SUPPORTED: {
		status: 400,
		message:
			"Invalid field for the module provided in fields. Field api name '%s' is not supported for this module '%s'.",
		advice: "Take the field out of the job, or check its API name and who may see it.",
		certainty: "documented",
	},
	JOIN_LIMIT_EXCEEDED: {
		status: 400,
		message: "Maximum number of joins supported in a query is %d",
		advice: "Name paths through fewer different lookups in select and where.",
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
		advice: "Check the custom view's id; views on co-owner or on sharing cannot be exported.",
		certainty: "documented",
	},
	EXPIRED_VALUE: {
		status: 400,
		message: undefined,
		advice: "The page token is older than a day or of another user: begin the export anew.",
		certainty: "assumed",
	},
	INVALID_DATA: {
		status: 400,
		message: undefined,
		advice: "Look at details: it names the part of the request that does not fit.",
		certainty: "documented",
	},
	INVALID_REQUEST: {
		status: 400,
		message: undefined,
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
		certainty: "assumed",
	},
	BAD_REQUEST: {
		status: 400,
		message: undefined,
		advice: "Check baseUrl and apiVersion: the API did not take this request for one of its own.",
		certainty: "assumed",
	},
	LIMIT_REACHED: {
		status: 400,
		message: undefined,
		advice: "A limit of the org is used up; details may name it.",
		certainty: "assumed",
	},
	NOT_ALLOWED: {
		status: 400,
		message: undefined,
		advice: "The token's user or the org's edition may not do this.",
		certainty: "assumed",
	},
	ALREADY_USED: {
		status: 400,
		message: undefined,
		advice: "Look at details: it names what was used before.",
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
		advice: "Use fewer conditions, for example one in(...) for several equal(...).",
		certainty: "documented",
	},
	FIELD_IN_CRITERIA_NOT_AVAILABLE: {
		status: 400,
		message: "Field api name '%s' is not available for criteria %s. Check visibility and permission for the field",
		advice: "Check the field's API name in the filter and who may see it.",
		certainty: "documented",
	},
	FIELD_IN_CRITERIA_NOT_SUPPORTED: {
		status: 400,
		message: "Field api name '%s' for criteria %s is not supported.",
		advice: "This field cannot be filtered by; leave it out of the filter.",
		certainty: "documented",
	},
	FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: {
		status: 400,
		message: "Field api name '%s' doesn't support this comparator '%s' for criteria %s.",
		advice: "Use a comparator of the field's data type; details.supported may list them.",
		certainty: "documented",
	},
	FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE: {
		status: 400,
		message: "Field api name '%s' is not supported with comparator '%s' for criteria %s.",
		advice: "Use a comparator of the field's data type; details.supported may list them.",
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
		advice: "Give a value of the field's data type; details.supported may list them.",
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
			"Check the job's id, the data centre and the user. A result cannot be had before the job is completed, nor once it expired: then submit the job again.",
		certainty: "documented",
	},
} as const;

/** A code that Zoho names somewhere. */
export type KnownErrorCode = keyof typeof errorCodes;

/** A code of the API, known or not. */
export type ZohoErrorCode = LiteralUnion<KnownErrorCode, string>;
