import { didYouMean } from "../checks/closest-names.js";
import { InvalidOptionError } from "../checks/invalid-option-error.js";
import { isJsonObject, type JsonObject } from "../checks/json-object.js";
import type { JsonPath } from "../checks/json-path.js";
import { showGiven } from "../checks/show-given.js";
import { parseCriteria } from "../criteria/read/parse-criteria.js";
import { tableOf } from "../facts/table.js";
import { checkModule } from "../schema/check-module.js";
import type { AnyModule } from "../schema/module-schema.js";
import type { AnyJob } from "./any-job.js";
import { BulkReadJob } from "./bulk-read-job.js";
import { InvalidJobError } from "./invalid-job-error.js";

/**
 * Reads a job from the body of a request, as API v2 or v8 spells it: from saved JSON, another client, a sample of Zoho's
 * pages.
 *
 * @param json - the body, as `JSON.parse` returns it; anything else is refused.
 * @param modules - the modules that it may name: `Object.values(standard)`, or your org's.
 * @throws {@link InvalidJobError} if the body is not a request, or names something that the module does not have.
 * @throws {@link InvalidCriteriaError} if its filter is one that the API would refuse.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function parseJob(json: unknown, modules: readonly AnyModule[]): AnyJob {
	if (!Array.isArray(modules)) {
		throw new InvalidOptionError("modules", `${showGiven(modules)} is not a list of modules.`);
	}
	for (const [index, module] of modules.entries()) checkModule(module, `modules[${index}]`);
	const { query, callback, file_type } = readObject(json, [], ["query", "callback", "file_type"]);
	const { module, cvid, fields, criteria, page } = readObject(query, ["query"], queryKeys);
	let job = new BulkReadJob({ module: findModule(module, modules) });
	if (cvid !== undefined) job = job.customView(read(cvid, ["query", "cvid"], isText, "the id of a custom view"));
	if (fields !== undefined) {
		const paths = read(fields, ["query", "fields"], isTextList, "a list of paths");
		// An empty list means every field, like no list.
		if (paths.length > 0) job = job.select(...paths);
	}
	if (criteria !== undefined) job = job.where(parseCriteria(job.module, criteria, { allowGroupOfOne: true }));
	if (page !== undefined) job = job.page(read(page, ["query", "page"], isNumber, "a page number"));
	if (callback !== undefined) job = job.callback(readCallback(callback));
	if (file_type !== undefined && readFileType(file_type) === "ics") job = job.ics();
	return job;
}

const queryKeys = ["module", "cvid", "fields", "criteria", "page"] as const;

const isText = (given: unknown): given is string => typeof given === "string";
const isNumber = (given: unknown): given is number => typeof given === "number";
const isTextList = (given: unknown): given is string[] => Array.isArray(given) && given.every(isText);

/** An object with only these keys; ignoring a key would make a different job. */
function readObject<const Key extends string>(
	json: unknown,
	path: JsonPath,
	keys: readonly Key[],
): { readonly [_ in Key]: unknown } {
	const object: JsonObject = read(json, path, isJsonObject, `an object of ${keys.join(", ")}`);
	for (const key of Object.keys(object)) {
		if (keys.some((known) => known === key)) continue;
		const sentence = `this key is not known here.${didYouMean(key, keys)} Known: ${keys.join(", ")}.`;
		throw mistake("REQUEST_BODY_NOT_SUPPORTED", object[key], [...path, key], sentence);
	}
	return tableOf(keys, (key) => object[key]);
}

function read<Value>(
	given: unknown,
	path: JsonPath,
	isFit: (given: unknown) => given is Value,
	expectation: string,
): Value {
	if (isFit(given)) return given;
	if (given === undefined) throw mistake("MANDATORY_NOT_FOUND", given, path, `missing. Give ${expectation}.`);
	throw mistake("REQUEST_BODY_NOT_SUPPORTED", given, path, `give ${expectation}.`);
}

function findModule(given: unknown, modules: readonly AnyModule[]): AnyModule {
	const path = ["query", "module"];
	const inV8 = isJsonObject(given);
	const name = read(inV8 ? given.api_name : given, inV8 ? [...path, "api_name"] : path, isText, "a module's API name");
	const found = modules.find(({ apiName }) => apiName === name);
	if (found) return found;
	const allowed = modules.map(({ apiName }) => apiName);
	const message = `"${name}" is not one of the modules that were given: ${allowed.join(", ")}. Give your org's own modules too.`;
	throw new InvalidJobError([{ code: "MODULE_NOT_AVAILABLE", message, path, given: name, allowed }]);
}

function readCallback(given: unknown): string {
	const { url, method } = readObject(given, ["callback"], ["url", "method"]);
	if (method !== "post") {
		throw mistake("INVALID_CALLBACK_METHOD", method, ["callback", "method"], 'the only method is "post".');
	}
	return read(url, ["callback", "url"], isText, "an absolute http or https URL");
}

function readFileType(given: unknown): "csv" | "ics" {
	if (given === "csv" || given === "ics") return given;
	throw mistake("QUERY_NOT_SUPPORTED", given, ["file_type"], 'a file type is "csv" or "ics".');
}

function mistake(code: string, given: unknown, path: JsonPath, sentence: string): InvalidJobError {
	return new InvalidJobError([{ code, message: `${showGiven(given)}: ${sentence}`, path, given }]);
}
