import { writeJsonPath } from "../../../src/checks/json-path.js";
import type { CriteriaIssue } from "../../../src/criteria/node/invalid-criteria-error.js";
import { safeParseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import { Everything } from "../every-data-type.js";

/** What is wrong with a filter in JSON. */
export function issuesOf(json: unknown, options = {}): readonly CriteriaIssue[] {
	const parsed = safeParseCriteria(Everything, json, options);
	return parsed.success ? [] : parsed.issues;
}

/** Each issue as "path: code". */
export const reported = (json: unknown, options = {}): string[] =>
	issuesOf(json, options).map(({ path, code }) => `${writeJsonPath(path)}: ${code}`);

/** A condition with nothing wrong. */
export const good = { api_name: "Text", comparator: "equal", value: "a" };
