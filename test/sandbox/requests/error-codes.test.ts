import { describe, expect, test } from "vitest";
import { errorCodes, type KnownErrorCode } from "../../../src/facts/error-codes.js";
import type { SandboxOptions } from "../../../src/sandbox/index.js";
import { longEnough, type RawAnswer, type RunningSandbox, send, startSandbox } from "../raw-http.js";
import { contacts, create, filter, leaf, provocations } from "./provocations.js";

/** Codes that never appear in an answer to a request, and why. */
const elsewhere: Partial<Record<KnownErrorCode, string>> = {
	INTERNAL_SERVER_ERROR: "stands in the result of a failed job: details.test.ts",
	CALLBACK_FAILURE: "where Zoho shows it is not known; jobs() tells it: callback.test.ts",
	INVALID_HOST: "the sandbox has one host, whatever it is called",
	INVALID_QUERY: "seen by one client for modules that are not described here",
	INVALID_REQUEST: "stands in an enum alone: nobody knows when it comes",
	LIMIT_REACHED: "stands in an enum alone: nobody knows when it comes",
	NOT_ALLOWED: "stands in an enum alone: nobody knows when it comes",
	ALREADY_USED: "stands in an enum alone: nobody knows when it comes",
};

test("every code that Zoho names is brought about, or it is said why not", () => {
	expect([...Object.keys(provocations), ...Object.keys(elsewhere)].sort()).toEqual(Object.keys(errorCodes).sort());
});

describe("the API's codes", () => {
	test.each(Object.entries(provocations))("%s", async (code, { options, provoke, status, message, details }) => {
		const answer = await provoke(await startSandbox(options));
		expect(answer.headers["content-type"]).toBe("application/json;charset=UTF-8");
		const { message: given, ...rest } = answer.json();
		expect({ http: answer.status, ...rest }).toEqual({ http: status, code, details, status: "error" });
		if (message === undefined) expect(given).toMatch(/^\[sandbox: /);
		else expect(given).toBe(message);
	});
});

describe("the same mistakes in other clothes", () => {
	const cases: readonly [string, KnownErrorCode, (running: RunningSandbox) => Promise<RawAnswer>, SandboxOptions?][] = [
		["no Authorization header", "AUTHENTICATION_FAILURE", ({ url }) => send(`${url}/crm/bulk/v2/read/1`)],
		[
			"a token that expired",
			"INVALID_TOKEN",
			async ({ clock, get }) => {
				await clock.advance(3_600_000);
				return get("/crm/bulk/v2/read/1");
			},
		],
		[
			"no Content-Type",
			"MEDIA_TYPE_NOT_SUPPORTED",
			({ post }) => post("/crm/bulk/v2/read", "{}", { "content-type": "" }),
		],
		["a body of spaces", "REQUEST_BODY_IS_EMPTY", create(" \n")],
		["a body that is no UTF-8", "REQUEST_BODY_NOT_READABLE", create(Buffer.from([0x7b, 0xff, 0x7d]))],
		["no query", "MANDATORY_NOT_FOUND", create({})],
		["a query that is text", "QUERY_NOT_SUPPORTED", create({ query: "Contacts" })],
		[
			"a module as an object on v2",
			"REQUEST_BODY_NOT_SUPPORTED",
			create({ query: { module: { api_name: "Contacts" } } }),
		],
		["a module with another case", "MODULE_NOT_AVAILABLE", create({ query: { module: "contacts" } })],
		["a module called like a built-in", "MODULE_NOT_AVAILABLE", create({ query: { module: "__proto__" } })],
		["fields that are no list", "REQUEST_BODY_NOT_SUPPORTED", contacts({ fields: "Last_Name" })],
		["a field called like a built-in", "FIELD_NOT_AVAILABLE", contacts({ fields: ["constructor"] })],
		["a path through two lookups", "FIELD_NOT_AVAILABLE", contacts({ fields: ["Account_Name.Owner.last_name"] })],
		["a path through what is no lookup", "FIELD_NOT_AVAILABLE", contacts({ fields: ["Last_Name.id"] })],
		[
			"an empty callback URL",
			"INVALID_CALLBACK_URL",
			create({ query: { module: "Contacts" }, callback: { url: "", method: "post" } }),
		],
		[
			"a callback by FTP",
			"INVALID_CALLBACK_URL",
			create({ query: { module: "Contacts" }, callback: { url: "ftp://a.example/", method: "post" } }),
		],
		[
			"a callback without a method",
			"INVALID_CALLBACK_METHOD",
			create({ query: { module: "Contacts" }, callback: { url: "http://127.0.0.1/" } }),
		],
		["a page that is text", "PAGE_NOT_SUPPORTED", contacts({ page: "1" })],
		["half a page", "PAGE_NOT_SUPPORTED", contacts({ page: 1.5 })],
		["a view of another module", "CVID_NOT_SUPPORTED", contacts({ cvid: "554023000000093005" })],
		[
			"a view that cannot be exported",
			"CVID_NOT_SUPPORTED",
			contacts({ cvid: "7" }),
			{ customViews: [{ id: "7", name: "Shared to Me", module: "Contacts", exportable: false }] },
		],
		["a leaf with group keys", "AMBIGUOUS_CRITERIA", filter({ ...leaf, group: [leaf, leaf] })],
		[
			"a leaf of v8 on v2",
			"AMBIGUOUS_CRITERIA",
			filter({ field: { api_name: "Last_Name" }, comparator: "equal", value: "x" }),
		],
		["a group without operator", "AMBIGUOUS_CRITERIA", filter({ group: [leaf, leaf] })],
		["a group of none", "AMBIGUOUS_GROUP_IN_CRITERIA", filter({ group_operator: "and", group: [] })],
		[
			"a mistake deep in groups",
			"FIELD_IN_CRITERIA_NOT_AVAILABLE",
			filter({
				group_operator: "and",
				group: [leaf, { group_operator: "or", group: [leaf, { ...leaf, api_name: "No" }] }],
			}),
		],
		[
			"26 conditions in nested groups",
			"CRITERIA_LIMIT_EXCEEDED",
			filter({
				group_operator: "and",
				group: [
					{ group_operator: "or", group: Array.from({ length: 13 }, () => leaf) },
					{ group_operator: "or", group: Array.from({ length: 13 }, () => leaf) },
				],
			}),
		],
		["256 characters", "VALUE_IN_CRITERIA_NOT_SUPPORTED", filter({ ...leaf, value: "x".repeat(256) })],
		[
			"20 digits",
			"VALUE_IN_CRITERIA_NOT_SUPPORTED",
			filter({ api_name: "Owner", comparator: "equal", value: "1".repeat(20) }),
		],
		[
			"milliseconds",
			"FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
			filter({ api_name: "Created_Time", comparator: "equal", value: "2026-01-01T00:00:00.000Z" }),
		],
		["an object as a value", "VALUE_IN_CRITERIA_NOT_SUPPORTED", filter({ ...leaf, value: {} })],
		["a list for equal", "COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE", filter({ ...leaf, value: ["Boyle"] })],
		[
			"an empty list",
			"COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
			filter({ ...leaf, comparator: "in", value: [] }),
		],
		[
			"a range that ends before it begins",
			"COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
			filter({ api_name: "Date_of_Birth", comparator: "between", value: ["2026-01-02", "2026-01-01"] }),
		],
		[
			"an empty boolean",
			"FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
			filter({ api_name: "Email_Opt_Out", comparator: "equal", value: "${EMPTY}" }),
		],
		[
			"a comparator of lookups on text",
			"FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
			filter({ ...leaf, comparator: "between", value: ["a", "b"] }),
		],
		[
			"a comparator in capitals",
			"FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE",
			filter({ ...leaf, comparator: "EQUAL" }),
		],
		[
			"a page token among other keys",
			"QUERY_NOT_SUPPORTED",
			({ post }) => post("/crm/bulk/v8/read", { query: { page_token: "c0ffee", page: 2 } }),
		],
		["a version that does not exist", "INVALID_URL_PATTERN", ({ post }) => post("/crm/bulk/v9/read", {})],
		["a job id that is none", "RESOURCE_NOT_FOUND", ({ get }) => get("/crm/bulk/v2/read/__proto__")],
		[
			"a result that is not ready",
			"RESOURCE_NOT_FOUND",
			async ({ create: make, get }) => get(`/crm/bulk/v2/read/${await make({ query: { module: "Contacts" } })}/result`),
		],
		[
			"a result that expired",
			"RESOURCE_NOT_FOUND",
			async ({ create: make, clock, get, sandbox }) => {
				const id = await make({ query: { module: "Contacts" } });
				await clock.advance(longEnough + 24 * 3_600_000);
				return get(`/crm/bulk/v2/read/${id}/result`, {
					authorization: `Zoho-oauthtoken ${sandbox.issueAccessToken()}`,
				});
			},
		],
	];
	test.each(cases)("%s", async (_, code, provoke, options) => {
		const answer = await provoke(await startSandbox(options));
		expect(answer.json().code).toBe(code);
		expect(answer.status).toBe(errorCodes[code].status);
	});
});
