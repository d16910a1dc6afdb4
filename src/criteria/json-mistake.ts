import type { CriteriaCode, CriteriaIssue } from "./invalid-criteria-error.js";

/** Where something stands in JSON. */
export type JsonPath = readonly (string | number)[];

/** An object of JSON, whatever its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The two shapes of a criteria, as the last sentence of an error. */
export const shapes =
	"Give either a condition { api_name, comparator, value } or a group { group_operator, group } of two members or more.";

/** Whether something is an object of JSON: no list, no null. */
export function isJsonObject(json: unknown): json is JsonObject {
	return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** The issue for something that was read. */
export function mistake(
	code: CriteriaCode,
	message: string,
	path: JsonPath,
	criteria: unknown,
	given: unknown,
): CriteriaIssue {
	return { code, message, path, criteria, given };
}

/** The issue for a condition or group that lacks a member. */
export function incomplete(member: string, json: JsonObject, path: JsonPath): CriteriaIssue {
	return mistake("AMBIGUOUS_CRITERIA", `"${member}" is missing. ${shapes}`, path, json, json);
}
