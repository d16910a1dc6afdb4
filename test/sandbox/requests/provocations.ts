import type { KnownErrorCode } from "../../../src/facts/error-codes.js";
import type { SandboxOptions } from "../../../src/sandbox/index.js";
import type { RawAnswer, RunningSandbox } from "../raw-http.js";

/** How to provoke an error code, and the expected answer. Status, message and details are copied by hand from the reference. */
interface Provocation {
	readonly options?: SandboxOptions;
	readonly provoke: (running: RunningSandbox) => Promise<RawAnswer>;
	readonly status: number;
	/** Absent where no source prints one: then the sandbox says that the words are its own. */
	readonly message?: string;
	readonly details?: unknown;
}

/** A condition that holds. */
export const leaf = { api_name: "Last_Name", comparator: "equal", value: "Boyle" };
const shown = JSON.stringify;
/** Creates a job with a body. */
export const create =
	(body: unknown) =>
	({ post }: RunningSandbox) =>
		post("/crm/bulk/v2/read", body);
/** Creates a job with a query on contacts. */
export const contacts = (query: object) => create({ query: { module: "Contacts", ...query } });
/** Creates a job with a filter on contacts. */
export const filter = (criteria: unknown) => contacts({ criteria });

/** What brings about each code. */
export const provocations: Partial<Record<KnownErrorCode, Provocation>> = {
	// Table 5.2: any endpoint.
	INVALID_TOKEN: {
		provoke: ({ get }) => get("/crm/bulk/v2/read/1", { authorization: "Zoho-oauthtoken 1000.dead.beef" }),
		status: 401,
		message: "invalid oauth token",
		details: {},
	},
	AUTHENTICATION_FAILURE: {
		provoke: ({ get }) => get("/crm/bulk/v2/read/1", { authorization: "Bearer 1000.dead.beef" }),
		status: 401,
		message: "Authentication failed",
		details: {},
	},
	OAUTH_SCOPE_MISMATCH: {
		options: { scopes: ["ZohoCRM.bulk.READ"] },
		provoke: contacts({}),
		status: 401,
		message: "Unauthorized",
		details: {},
	},
	NO_PERMISSION: {
		options: { forbiddenModules: ["Contacts"] },
		provoke: contacts({}),
		status: 403,
		message: "permission denied",
		details: {},
	},
	AUTHORIZATION_FAILED: {
		options: { apiAccess: false },
		provoke: contacts({}),
		status: 400,
		message: "User does not have sufficient privilege to read.",
		details: {},
	},
	INVALID_REQUEST_METHOD: {
		provoke: ({ get }) => get("/crm/bulk/v2/read"),
		status: 400,
		message: "The http request method type is not a valid one",
		details: {},
	},
	INVALID_URL_PATTERN: {
		provoke: ({ get }) => get("/crm/v2/read/1/result"),
		status: 404,
		message: "Please check if the URL trying to access is a correct one",
		details: {},
	},
	MEDIA_TYPE_NOT_SUPPORTED: {
		provoke: ({ post }) => post("/crm/bulk/v2/read", "{}", { "content-type": "text/plain" }),
		status: 415,
		message: "Media type is not supported.",
		details: {},
	},
	INTERNAL_ERROR: {
		provoke: ({ get }) => get("/crm/bulk/v2/read/1", { "x-sandbox-fault": "500" }),
		status: 500,
		message: "Internal Server Error",
		details: {},
	},
	TOO_MANY_REQUESTS: {
		options: { limits: { downloadsPerMinute: 1 } },
		provoke: async ({ get }) => {
			await get("/crm/bulk/v2/read/1/result");
			return get("/crm/bulk/v2/read/1/result");
		},
		status: 429,
		message: "Many requests fired in concurrent than the allowed limit",
		details: {},
	},
	INVALID_SERVICE_NAME: {
		provoke: ({ post }) => post("/books/bulk/v2/read", {}),
		status: 400,
		message: "Provided service name books is not valid/not supported",
		details: {},
	},
	INVALID_BULK_OPERATION: {
		provoke: ({ post }) => post("/crm/bulk/v2/erase", {}),
		status: 400,
		message: "Requested operation is an invalid bulk operation",
		details: {},
	},

	// Table 5.3: creating a job.
	REQUEST_BODY_IS_EMPTY: { provoke: create(""), status: 400, message: "Request body is empty.", details: {} },
	REQUEST_BODY_NOT_READABLE: {
		provoke: create('{"query": {'),
		status: 400,
		message: "Unable to parse the request body.",
		details: {},
	},
	REQUEST_BODY_NOT_SUPPORTED: {
		provoke: create("[]"),
		status: 400,
		message: "request body contains invalid format",
		details: {},
	},
	MANDATORY_NOT_FOUND: { provoke: create({ query: {} }), status: 400, details: {} },
	MODULE_NOT_AVAILABLE: {
		provoke: create({ query: { module: "Kontakte" } }),
		status: 400,
		message: "Requested module 'Kontakte' is not available.",
		details: { api_name: "Kontakte" },
	},
	MODULE_NOT_SUPPORTED: {
		provoke: create({ query: { module: "Users" } }),
		status: 400,
		message: "Invalid module for the query. Module 'Users' is not supported.",
		details: {},
	},
	NOT_SUPPORTED_FEATURE: {
		provoke: ({ post }) => post("/crm/bulk/v2/write", {}),
		status: 400,
		message: "Feature is not supported",
		details: {},
	},
	JOB_NOT_SUPPORTED: {
		provoke: create({ query: { module: "Contacts" }, file_type: "ics" }),
		status: 400,
		message: "Invalid bulk read job.",
		details: {},
	},
	QUERY_NOT_SUPPORTED: {
		provoke: create({ query: { module: "Events", fields: ["Event_Title"] }, file_type: "ics" }),
		status: 400,
		message: "Invalid query for bulk read job. Query 'fields' is not supported.",
		details: {},
	},
	INVALID_CALLBACK_URL: {
		provoke: create({ query: { module: "Contacts" }, callback: { url: "no url", method: "post" } }),
		status: 400,
		message: "Invalid URL 'no url' for callback.",
		details: {},
	},
	INVALID_CALLBACK_METHOD: {
		provoke: create({ query: { module: "Contacts" }, callback: { url: "http://127.0.0.1/", method: "get" } }),
		status: 400,
		message: "Invalid request method get for callback.",
		details: { supported_callback_methods: ["post"] },
	},
	FIELD_NOT_AVAILABLE: {
		provoke: contacts({ fields: ["Last_Name", "Las_Name"] }),
		status: 400,
		message:
			"Requested field api name 'Las_Name' is not available for the module 'Contacts'. Check permission or visibility for the field.",
		details: { api_name: "Las_Name" },
	},
	FIELD_NOT_SUPPORTED: {
		provoke: create({ query: { module: "Events", fields: ["Participants"] } }),
		status: 400,
		message:
			"Invalid field for the module provided in fields. Field api name 'Participants' is not supported for this module 'Events'.",
		details: { api_name: "Participants" },
	},
	JOIN_LIMIT_EXCEEDED: {
		options: { limits: { joins: 1 } },
		provoke: contacts({ fields: ["Owner.last_name", "Owner.email", "Account_Name.Phone"] }),
		status: 400,
		message: "Maximum number of joins supported in a query is 1",
		details: {},
	},
	CRITERIA_NOT_SUPPORTED: {
		provoke: filter(["Last_Name"]),
		status: 400,
		message: 'Invalid criteria for the query. Criteria ["Last_Name"] is not supported.',
		details: { criteria: ["Last_Name"] },
	},
	INVALID_CRITERIA: {
		provoke: filter({ ...leaf, operator: "equal" }),
		status: 400,
		message: `Invalid criteria ${shown({ ...leaf, operator: "equal" })} for the query.`,
		details: { ...leaf, operator: "equal" },
	},
	AMBIGUOUS_CRITERIA: {
		provoke: filter({ api_name: "Last_Name", comparator: "equal" }),
		status: 400,
		message: `Ambiguous criteria ${shown({ api_name: "Last_Name", comparator: "equal" })}. Criteria can have either {group, group_operator} or {api_name, comparator, value}.`,
		details: { api_name: "Last_Name", comparator: "equal" },
	},
	AMBIGUOUS_GROUP_IN_CRITERIA: {
		options: { assumptions: { groupOfOne: false } },
		provoke: filter({ group: [leaf], group_operator: "or" }),
		status: 400,
		message: `Ambiguous group in criteria ${shown({ group: [leaf], group_operator: "or" })}. Group should be used only when there are more than one criteria`,
		details: { group: [leaf], group_operator: "or" },
	},
	CRITERIA_LIMIT_EXCEEDED: {
		provoke: filter({ group_operator: "or", group: Array.from({ length: 26 }, () => leaf) }),
		status: 400,
		message: "Number of criteria exceeded the maximum limit of 25",
		details: { max_limit: 25 },
	},
	FIELD_IN_CRITERIA_NOT_AVAILABLE: {
		provoke: filter({ ...leaf, api_name: "Las_Name" }),
		status: 400,
		message: `Field api name 'Las_Name' is not available for criteria ${shown({ ...leaf, api_name: "Las_Name" })}. Check visibility and permission for the field`,
		details: { ...leaf, api_name: "Las_Name" },
	},
	FIELD_IN_CRITERIA_NOT_SUPPORTED: {
		provoke: create({ query: { module: "Events", criteria: { ...leaf, api_name: "Description" } } }),
		status: 400,
		message: `Field api name 'Description' for criteria ${shown({ ...leaf, api_name: "Description" })} is not supported.`,
		details: { ...leaf, api_name: "Description" },
	},
	FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: {
		provoke: filter({ api_name: "Email_Opt_Out", comparator: "not_equal", value: true }),
		status: 400,
		message: `Field api name 'Email_Opt_Out' doesn't support this comparator 'not_equal' for criteria ${shown({ api_name: "Email_Opt_Out", comparator: "not_equal", value: true })}.`,
		details: { comparator: "not_equal", api_name: "Email_Opt_Out", supported: ["equal"] },
	},
	FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE: {
		provoke: filter({ api_name: "Email_Opt_Out", comparator: "like", value: true }),
		status: 400,
		message: `Field api name 'Email_Opt_Out' is not supported with comparator 'like' for criteria ${shown({ api_name: "Email_Opt_Out", comparator: "like", value: true })}.`,
		details: { comparator: "like", api_name: "Email_Opt_Out", supported: ["equal"] },
	},
	FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: {
		provoke: filter({ api_name: "Date_of_Birth", comparator: "equal", value: "2026-13-01" }),
		status: 400,
		message: `Field 'Date_of_Birth' is not supported with value '2026-13-01' for criteria ${shown({ api_name: "Date_of_Birth", comparator: "equal", value: "2026-13-01" })}.`,
		details: { api_name: "Date_of_Birth", comparator: "equal", value: "2026-13-01" },
	},
	COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: {
		provoke: filter({ ...leaf, comparator: "in" }),
		status: 400,
		message: `Comparator 'in' is not supported with value 'Boyle' for criteria ${shown({ ...leaf, comparator: "in" })}.`,
		details: { ...leaf, comparator: "in" },
	},
	COMPARATOR_AND_ENCRYPTED_VALUE_IN_CRITERIA_NOT_COMPATIBLE: {
		options: { encryptedFields: { Contacts: ["Last_Name"] } },
		provoke: filter({ ...leaf, comparator: "contains" }),
		status: 400,
		message: `Comparator 'contains' is not supported with value 'Boyle' for criteria ${shown({ ...leaf, comparator: "contains" })} as the value is encrypted.`,
		details: { ...leaf, comparator: "contains" },
	},
	VALUE_IN_CRITERIA_NOT_SUPPORTED: {
		provoke: filter({ ...leaf, value: null }),
		status: 400,
		message: `Value 'null' is not supported for criteria ${shown({ ...leaf, value: null })}.`,
		details: { ...leaf, value: null },
	},
	VALUE_LIMIT_EXCEEDED_IN_CRITERIA: {
		provoke: filter({ ...leaf, comparator: "in", value: Array.from({ length: 201 }, String) }),
		status: 400,
		message: "Value exceeded limit 200",
		details: { max_limit: 200 },
	},
	VALUE_TYPE_NOT_SUPPORTED: {
		provoke: ({ post }) => {
			const criteria = { field: { api_name: "Last_Name" }, comparator: "equal", value: "Boyle", type: "field" };
			return post("/crm/bulk/v8/read", { query: { module: { api_name: "Contacts" }, criteria } });
		},
		status: 400,
		details: { api_name: "Last_Name", supported: ["value"] },
	},
	GROUP_OPERATOR_NOT_SUPPORTED: {
		provoke: filter({ group_operator: "xor", group: [leaf, leaf] }),
		status: 400,
		message: `Criteria ${shown({ group_operator: "xor", group: [leaf, leaf] })} doesn't support this logical group operator 'xor'. Supported operators are 'and', 'or'.`,
		details: { supported: ["and", "or"] },
	},
	PAGE_NOT_SUPPORTED: {
		provoke: contacts({ page: 0 }),
		status: 400,
		message: "Invalid page number for query. Page 0 is not supported for the query.",
		details: {},
	},
	PAGE_RANGE_EXCEEDED: {
		provoke: contacts({ page: 51 }),
		status: 400,
		message: "Invalid page number for query. Page 51 is not supported for the query. Page range is from 1 to 50.",
		details: { max_limit: 50 },
	},
	CVID_NOT_SUPPORTED: { provoke: contacts({ cvid: "1" }), status: 400, details: {} },
	EXPIRED_VALUE: {
		provoke: ({ post }) => post("/crm/bulk/v8/read", { query: { page_token: "c0ffee" } }),
		status: 400,
		details: {},
	},
	INVALID_DATA: {
		provoke: create({ query: { module: "Contacts" }, file_type: "xlsx" }),
		status: 400,
		details: { api_name: "file_type", supported_values: ["ics", "csv"] },
	},

	// Table 5.4, and the settings endpoints.
	RESOURCE_NOT_FOUND: {
		provoke: ({ get }) => get("/crm/bulk/v2/read/554023000000000001"),
		status: 404,
		message: "The requested resource doesn't exist.",
		details: { resource: "554023000000000001" },
	},
	INVALID_MODULE: { provoke: ({ get }) => get("/crm/v8/settings/fields?module=Kontakte"), status: 400, details: {} },
	REQUIRED_PARAM_MISSING: {
		provoke: ({ get }) => get("/crm/v8/settings/fields"),
		status: 400,
		details: { param_name: "module" },
	},
	BAD_REQUEST: {
		provoke: ({ get }) => get("/crm/bulk/v2/read/1", { "x-sandbox-fault": "gremlins" }),
		status: 400,
		details: {},
	},
};
