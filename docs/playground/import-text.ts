import { bulkRead, parseCriteria, parseJob } from "zoho-bulk-read";
import { toSource } from "zoho-bulk-read/render";
import { generateModules } from "../../src/generate/generate.js";
import { parseMetadata } from "../../src/generate/metadata/metadata.js";
import { exportJob } from "./compose.js";
import { listModules } from "./user-code.js";

/** The TypeScript for a pasted text: a query, or modules of the user's own. */
export type Imported = { readonly query: string } | { readonly modules: string };

/**
 * Turns what people have into TypeScript: the body of a request, a filter, a job's details, an org's metadata.
 *
 * @param moduleName - the module of a filter or a list of fields, since neither names it.
 */
export function importText(text: string, moduleName: string): Imported {
	const json = readJson(text);
	if ("modules" in json) return { modules: writeModules(json) };
	if ("fields" in json && Array.isArray(json.fields)) {
		if (moduleName === "") throw new Error("These are fields of a module. Say below which module.");
		const module = { api_name: moduleName, api_supported: true };
		return { modules: writeModules({ modules: { modules: [module] }, fields: { [moduleName]: json } }) };
	}
	const [details] = Array.isArray(json.data) ? json.data : [json];
	if (isObject(details) && "query" in details) {
		// A job's details contain more than its request.
		const { query, file_type, callback } = details;
		const body = { query, ...(file_type !== undefined && { file_type }), ...(callback !== undefined && { callback }) };
		return { query: exportJob(toSource(parseJob(body, listModules()))) };
	}
	if ("group" in json || "comparator" in json) return { query: writeCriteria(json, moduleName) };
	throw new Error(
		"This JSON is neither a request (it has a query), nor a filter (a group, or a comparator), nor a job's details (data), nor metadata (modules and fields).",
	);
}

function writeCriteria(json: unknown, moduleName: string): string {
	const module = listModules().find(({ apiName }) => apiName === moduleName);
	if (!module) throw new Error("A filter does not name its module. Choose it below.");
	return exportJob(toSource(bulkRead(module).where(parseCriteria(module, json))));
}

function writeModules(json: unknown): string {
	const [file] = generateModules(parseMetadata(json), { file: "zoho.ts" }).files;
	if (!file) throw new Error("The metadata describes no module that bulk read serves.");
	return file.text;
}

function readJson(text: string): Readonly<Record<string, unknown>> {
	const trimmed = text.trim();
	if (trimmed === "") throw new Error("There is nothing here yet. Paste some JSON.");
	let json: unknown;
	try {
		json = JSON.parse(trimmed);
	} catch (error) {
		throw new Error(sayWhere(trimmed, error instanceof Error ? error.message : ""));
	}
	if (!isObject(json)) throw new Error("This is JSON, but not an object: it has to begin with { and end with }.");
	return json;
}

function sayWhere(text: string, words: string): string {
	if (!/^[[{"]/.test(text)) return `This is not JSON: it begins with "${text.slice(0, 20)}", and JSON with {.`;
	const told = /position (\d+)/.exec(words)?.[1];
	if (/end of|Unterminated/i.test(words) || Number(told) >= text.length) {
		return "This JSON is incomplete: it ends before its last bracket. Was all of it copied?";
	}
	const position = Number(told ?? findStranger(text));
	if (position >= text.length) return "This is not JSON: a comma, a colon or a bracket is missing, or one too many.";
	const before = text.slice(0, position).split("\n");
	const column = (before.at(-1)?.length ?? 0) + 1;
	return `This is not JSON from line ${before.length}, column ${column} on: "${text.slice(position, position + 20).split("\n")[0]}".`;
}

/** The position of the first token that JSON does not allow, since not every browser reports it. */
function findStranger(text: string): number {
	const known = /\s+|[{}[\]:,]|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
	let end = 0;
	while (known.test(text)) end = known.lastIndex;
	return end;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
