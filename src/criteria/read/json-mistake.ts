import type { JsonObject } from "../../checks/json-object.js";
import type { JsonPath } from "../../checks/json-path.js";
import type { CriteriaCode, CriteriaIssue } from "../node/invalid-criteria-error.js";

/** The two shapes of a filter, as the last sentence of an error. */
export const shapes =
	"Give either a condition { api_name, comparator, value } or a group { group_operator, group } of two or more members.";

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
