import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { InvalidCriteriaError, InvalidJobError, writeRequest } from "zoho-bulk-read";
import * as standard from "zoho-bulk-read/standard";
import { parseJob } from "../../src/job/parse-job.js";

const modules = Object.values(standard);
const parse = (json: unknown) => parseJob(json, modules);
const sample = (name: string): unknown =>
	JSON.parse(readFileSync(new URL(`../samples/${name}.json`, import.meta.url), "utf8"));

test.each(["request-cvid-criteria", "request-lookup-fields", "request-ics"])(
	"reads and prints %s unchanged",
	(name) => {
		expect(JSON.parse(JSON.stringify(parse(sample(name))))).toEqual(sample(name));
	},
);

test.each(["request-cvid-criteria", "request-lookup-fields", "request-ics"])("reads %s as v8 spells it", (name) => {
	const job = parse(sample(name));
	expect(parse(writeRequest(job.toJSON(), "v8")).toJSON()).toEqual(job.toJSON());
});

test("what is the default is not printed", () => {
	expect(parse({ query: { module: "Leads", fields: [] }, file_type: "csv" }).toJSON()).toEqual({
		query: { module: "Leads" },
	});
});

test.each([
	["MANDATORY_NOT_FOUND", ["query"], {}],
	["MANDATORY_NOT_FOUND", ["query", "module"], { query: {} }],
	["MANDATORY_NOT_FOUND", ["query", "module", "api_name"], { query: { module: {} } }],
	["REQUEST_BODY_NOT_SUPPORTED", [], [1]],
	["REQUEST_BODY_NOT_SUPPORTED", ["criteria"], { query: { module: "Leads" }, criteria: {} }],
	["REQUEST_BODY_NOT_SUPPORTED", ["query", "page_token"], { query: { page_token: "x" } }],
	["REQUEST_BODY_NOT_SUPPORTED", ["query", "fields"], { query: { module: "Leads", fields: "Last_Name" } }],
	["REQUEST_BODY_NOT_SUPPORTED", ["query", "page"], { query: { module: "Leads", page: "1" } }],
	["REQUEST_BODY_NOT_SUPPORTED", ["query", "cvid"], { query: { module: "Leads", cvid: 17 } }],
	["CVID_NOT_SUPPORTED", ["query", "cvid"], { query: { module: "Leads", cvid: "all" } }],
	["MODULE_NOT_AVAILABLE", ["query", "module"], { query: { module: "Ghosts" } }],
	["FIELD_NOT_AVAILABLE", ["query", "fields", 1], { query: { module: "Leads", fields: ["Last_Name", "Lst_Name"] } }],
	["PAGE_NOT_SUPPORTED", ["query", "page"], { query: { module: "Leads", page: 0 } }],
	["INVALID_CALLBACK_METHOD", ["callback", "method"], { query: { module: "Leads" }, callback: { url: "https://a.b" } }],
	["INVALID_CALLBACK_URL", ["callback", "url"], { query: { module: "Leads" }, callback: { url: "a", method: "post" } }],
	["QUERY_NOT_SUPPORTED", ["file_type"], { query: { module: "Events" }, file_type: "xls" }],
	["QUERY_NOT_SUPPORTED", ["file_type"], { query: { module: "Leads" }, file_type: "ics" }],
])("refuses with %s at %j", (code, path, json) => {
	const attempt = (): unknown => parse(json);
	expect(attempt).toThrow(InvalidJobError);
	expect(attempt).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ code, path })] }));
});

test("refuses a wrong filter with everything that is wrong", () => {
	const criteria = { api_name: "Lst_Name", comparator: "like", value: 1 };
	expect(() => parse({ query: { module: "Leads", criteria } })).toThrow(InvalidCriteriaError);
	expect(() => parse({ query: { module: "Leads", criteria } })).toThrow(/Did you mean "Last_Name"\?/);
});

const known = "query, callback, file_type";
const inQuery = "module, cvid, fields, criteria, page";

test.each<[message: string, json: unknown]>([
	[`[1]: give an object of ${known}.`, [1]],
	[`undefined: missing. Give an object of ${inQuery}.`, {}],
	[`{}: this key is not known here. Known: ${known}.`, { query: { module: "Leads" }, criteria: {} }],
	[`1: this key is not known here. Did you mean "fields"? Known: ${inQuery}.`, { query: { field: 1 } }],
	["undefined: missing. Give a module's API name.", { query: {} }],
	["17: give the id of a custom view.", { query: { module: "Leads", cvid: 17 } }],
	['"x": give a list of paths.', { query: { module: "Leads", fields: "x" } }],
	['"1": give a page number.', { query: { module: "Leads", page: "1" } }],
	[
		'"get": the only method is "post".',
		{ query: { module: "Leads" }, callback: { url: "https://a.b", method: "get" } },
	],
	[
		"undefined: missing. Give an absolute http or https URL.",
		{ query: { module: "Leads" }, callback: { method: "post" } },
	],
	["5: this key is not known here. Known: url, method.", { query: { module: "Leads" }, callback: { a: 5 } }],
	['"xls": a file type is "csv" or "ics".', { query: { module: "Leads" }, file_type: "xls" }],
])("says %s", (message, json) => {
	expect(() => parse(json)).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ message })] }));
});

test.each([
	[["callback", "url"], { method: "post" }],
	[["callback", "a"], { a: 5 }],
])("a callback's mistake stands at %j", (path, callback) => {
	expect(() => parse({ query: { module: "Leads" }, callback })).toThrow(
		expect.objectContaining({ issues: [expect.objectContaining({ path })] }),
	);
});

test("a module that is not given: what was given is named", () => {
	const some = [standard.Leads, standard.Events];
	expect(() => parseJob({ query: { module: "Ghosts" } }, some)).toThrow(
		expect.objectContaining({
			issues: [
				{
					code: "MODULE_NOT_AVAILABLE",
					message:
						'"Ghosts" is not one of the modules that were given: Leads, Events. Give your org\'s own modules too.',
					path: ["query", "module"],
					given: "Ghosts",
					allowed: ["Leads", "Events"],
				},
			],
		}),
	);
	expect(() => parseJob({}, 5 as never)).toThrow("modules: 5 is not a list of modules.");
	expect(() => parseJob({}, [standard.Leads, {} as never])).toThrow("modules[1]");
});

test("a group of one condition is read, as other programs write it", () => {
	const criteria = { group_operator: "and", group: [{ api_name: "City", comparator: "equal", value: "Pune" }] };
	expect(parse({ query: { module: "Leads", criteria } }).criteria?.size).toBe(1);
});
