import { isJsonObject, type JsonObject } from "../../checks/json-object.js";
import type { CallbackTarget, FileType } from "../../job/request.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../schema/path.js";
import type { CheckedView } from "../org/custom-view.js";
import { ApiRefusal } from "./api-refusal.js";
import { type CheckContext, checkCriteria } from "./check-criteria.js";
import type { ReadRequest } from "./read-request.js";

/** Finds the request of the page that a token asks for; refuses an invalid token. */
export type RedeemPageToken = (token: string) => ReadRequest;

/**
 * Checks the body of a request that creates a job.
 *
 * @throws {@link ApiRefusal} with the API's code for the first mistake.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function checkRequest(body: unknown, context: CheckContext, redeem: RedeemPageToken): ReadRequest {
	if (!isJsonObject(body)) throw new ApiRefusal("REQUEST_BODY_NOT_SUPPORTED");
	const callback = checkCallback(body.callback);
	const query = checkQuery(body.query);
	if (context.version.pageToken && query.page_token !== undefined) {
		return { ...redeem(checkPageToken(query)), callback };
	}
	const module = checkModule(query.module, context);
	const fileType = checkFileType(body, query, module, context);
	const fields = checkFields(query.fields, module, fileType, context);
	const view = findView(query.cvid, module, context);
	const criteria = query.criteria === undefined ? undefined : checkCriteria(module, query.criteria, context);
	checkJoins([...(fields ?? []), ...(criteria?.fields ?? [])], context);
	return {
		module,
		view,
		fields,
		criteria,
		page: checkPage(query.page, context),
		fileType,
		callback,
	};
}

function checkCallback(callback: unknown): CallbackTarget | undefined {
	if (callback === undefined) return undefined;
	if (!isJsonObject(callback)) throw new ApiRefusal("REQUEST_BODY_NOT_SUPPORTED");
	const { url, method } = callback;
	if (typeof url !== "string" || !isHttpUrl(url)) throw new ApiRefusal("INVALID_CALLBACK_URL", { say: [String(url)] });
	if (method !== "post") {
		throw new ApiRefusal("INVALID_CALLBACK_METHOD", {
			say: [String(method)],
			details: { supported_callback_methods: ["post"] },
		});
	}
	return { url, method };
}

function isHttpUrl(url: string): boolean {
	return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function checkQuery(query: unknown): JsonObject {
	if (query === undefined) throw new ApiRefusal("MANDATORY_NOT_FOUND", { note: "query is missing." });
	if (!isJsonObject(query)) throw new ApiRefusal("QUERY_NOT_SUPPORTED", { say: ["read", JSON.stringify(query)] });
	return query;
}

/** A page token replaces the rest. */
function checkPageToken(query: JsonObject): string {
	const other = Object.keys(query).find((key) => key !== "page_token");
	if (other !== undefined) throw new ApiRefusal("QUERY_NOT_SUPPORTED", { say: ["read", other] });
	if (typeof query.page_token !== "string") throw new ApiRefusal("REQUEST_BODY_NOT_SUPPORTED");
	return query.page_token;
}

function checkModule(given: unknown, { org, version, assumptions }: CheckContext): AnyModule {
	const name = version.names === "object" && isJsonObject(given) ? given.api_name : given;
	if (name === undefined) throw new ApiRefusal("MANDATORY_NOT_FOUND", { note: "query.module is missing." });
	if (typeof name !== "string" || (version.names === "object" && !isJsonObject(given))) {
		throw new ApiRefusal("REQUEST_BODY_NOT_SUPPORTED");
	}
	const module = org.modules.get(name);
	if (module === undefined) throw new ApiRefusal("MODULE_NOT_AVAILABLE", { say: [name], details: { api_name: name } });
	if (!org.serves(module)) throw new ApiRefusal("MODULE_NOT_SUPPORTED", { say: [name] });
	if (org.forbids(module)) throw new ApiRefusal("NO_PERMISSION");
	return assumptions.lookupHops === "any" ? { apiName: name, fields: module.fields, hops: "any" } : module;
}

/** At the top level, and from v2.1 on also in the query, as some of Zoho's SDKs write it. */
function checkFileType(body: JsonObject, query: JsonObject, module: AnyModule, { version }: CheckContext): FileType {
	const given = body.file_type ?? (version.names === "object" ? query.file_type : undefined) ?? "csv";
	if (given !== "csv" && given !== "ics") {
		throw new ApiRefusal("INVALID_DATA", {
			details: { api_name: "file_type", supported_values: ["ics", "csv"] },
			note: "file_type must be csv or ics.",
		});
	}
	if (given === "ics" && module.apiName !== "Events") throw new ApiRefusal("JOB_NOT_SUPPORTED", { say: ["read"] });
	return given;
}

/** More names than the limit mean all fields, like none do; the names are checked nevertheless. */
function checkFields(
	given: unknown,
	module: AnyModule,
	fileType: FileType,
	{ limits }: CheckContext,
): readonly string[] | undefined {
	if (given === undefined || given === null) return undefined;
	if (!Array.isArray(given) || !given.every((path) => typeof path === "string")) {
		throw new ApiRefusal("REQUEST_BODY_NOT_SUPPORTED");
	}
	if (given.length > 0 && fileType === "ics") throw new ApiRefusal("QUERY_NOT_SUPPORTED", { say: ["read", "fields"] });
	for (const path of given) checkField(path, module);
	return given.length === 0 || given.length > limits.fields ? undefined : given;
}

function checkField(path: string, module: AnyModule): void {
	if (path === "id") return;
	const found = resolvePath(module, path);
	const answer = { say: [path, module.apiName], details: { api_name: path } };
	if (isPathProblem(found)) throw new ApiRefusal("FIELD_NOT_AVAILABLE", answer);
	if (!found.field.exportable) throw new ApiRefusal("FIELD_NOT_SUPPORTED", answer);
}

function findView(given: unknown, module: AnyModule, { org }: CheckContext): CheckedView | undefined {
	if (given === undefined || given === null) return undefined;
	const view = org.customViews.find(({ id }) => id === String(given));
	if (view === undefined || view.module !== module.apiName || view.exportable === false) {
		throw new ApiRefusal("CVID_NOT_SUPPORTED", {
			note:
				view === undefined
					? "no custom view has this id."
					: `the view "${view.name}" of ${view.module} cannot be exported by this job.`,
		});
	}
	return view;
}

function checkJoins(paths: readonly string[], { limits }: CheckContext): void {
	const lookups = new Set(
		paths.filter((path) => path.includes(".")).map((path) => path.slice(0, path.lastIndexOf("."))),
	);
	if (lookups.size > limits.joins) throw new ApiRefusal("JOIN_LIMIT_EXCEEDED", { say: [limits.joins] });
}

function checkPage(given: unknown, { limits }: CheckContext): number {
	if (given === undefined || given === null) return 1;
	if (typeof given !== "number" || !Number.isSafeInteger(given) || given < 1) {
		throw new ApiRefusal("PAGE_NOT_SUPPORTED", { say: [JSON.stringify(given)] });
	}
	if (given > limits.page) {
		throw new ApiRefusal("PAGE_RANGE_EXCEEDED", { say: [given, 1, limits.page], details: { max_limit: limits.page } });
	}
	return given;
}
