import { limits } from "../../facts/limits.js";
import type { WireCriteria } from "./criteria-json.js";
import type { CriteriaIssue } from "./invalid-criteria-error.js";

/** The issue for more conditions than the API takes. */
export function tooManyConditions(size: number): CriteriaIssue {
	return {
		code: "CRITERIA_LIMIT_EXCEEDED",
		message: `${size} conditions are more than the ${limits.conditions} that the API takes. Use in(...) for a list of values, a custom view, or several jobs.`,
		path: [],
		given: size,
		limit: limits.conditions,
	};
}

/** The issue for criteria of another module than those that they are combined with. */
export function foreignModule(own: string, other: string, given: WireCriteria): CriteriaIssue {
	return {
		code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
		message: `A filter on ${other} cannot be combined with one on ${own}: a job reads one module. Reach the other module's fields through a lookup, like "Owner.last_name".`,
		path: [],
		given,
		allowed: [own],
	};
}
