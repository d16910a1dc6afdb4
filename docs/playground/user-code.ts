import type { AnyJob, AnyModule, BulkReadRequest, Criteria } from "zoho-bulk-read";
import * as main from "zoho-bulk-read";
import * as render from "zoho-bulk-read/render";
import * as sandboxes from "zoho-bulk-read/sandbox";
import * as standard from "zoho-bulk-read/standard";

const known: Record<string, unknown> = {
	"zoho-bulk-read": asModule(main),
	"zoho-bulk-read/render": asModule(render),
	"zoho-bulk-read/sandbox": asModule(sandboxes),
	"zoho-bulk-read/standard": asModule(standard),
};

/** Marks exports as an ES module: otherwise the compiled `import *` would add a `default` to them. */
function asModule(exported: object): object {
	return Object.defineProperty({ ...exported }, "__esModule", { value: true });
}

let ownModules: readonly AnyModule[] = [];

/** @param script - the user's own modules, in JavaScript. */
export function setModules(script: string): readonly string[] {
	const own = evaluateScript(script);
	known["./zoho.js"] = own;
	ownModules = Object.values(own).filter(isModule);
	return ownModules.map(({ apiName }) => apiName);
}

export const listOwnModules = (): readonly AnyModule[] => ownModules;

/** All known modules. A module of the user's own comes before the standard one with the same name. */
export function listModules(): readonly AnyModule[] {
	const own = new Set(ownModules.map(({ apiName }) => apiName));
	return [...ownModules, ...Object.values(standard).filter(({ apiName }) => !own.has(apiName))];
}

export function findJob(script: string): AnyJob {
	const exported = Object.values(evaluateScript(script));
	const job = exported.find(isJob);
	if (job) return job;
	const criteria = exported.find(isCriteria);
	if (!criteria) throw new NoQueryError("There is no query yet. Export one: export const job = bulkRead(...).");
	const module = listModules().find(({ apiName }) => apiName === criteria.module);
	if (!module) {
		throw new NoQueryError(`The module ${criteria.module} is not known here. Export a job instead of a filter.`);
	}
	const request: BulkReadRequest = { query: { module: module.apiName, criteria: criteria.toJSON() } };
	return main.parseJob(request, [module]);
}

/** A text that runs, but does not export a query. */
export class NoQueryError extends Error {}

/** Runs a CommonJS module, and returns its exports. */
function evaluateScript(script: string): Readonly<Record<string, unknown>> {
	const require = (name: string): unknown => {
		if (Object.hasOwn(known, name)) return known[name];
		if (name === "./zoho.js") {
			throw new NoQueryError("This query needs modules of its author's own org, ./zoho.js. Add yours by Import.");
		}
		throw new NoQueryError(`"${name}" cannot be imported here, only ${Object.keys(known).join(", ")}.`);
	};
	const exports = {};
	new Function("require", "exports", script)(require, exports);
	return exports;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isJob = (value: unknown): value is AnyJob => isObject(value) && "atPage" in value && "toJSON" in value;
const isCriteria = (value: unknown): value is Criteria => isObject(value) && "size" in value && "toJSON" in value;
const isModule = (value: unknown): value is AnyModule => isObject(value) && "where" in value && "apiName" in value;
