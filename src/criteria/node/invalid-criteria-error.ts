import { writeJsonPath } from "../../checks/json-path.js";

/** The API's own codes for mistakes in criteria. */
export type CriteriaCode =
	| "AMBIGUOUS_CRITERIA"
	| "AMBIGUOUS_GROUP_IN_CRITERIA"
	| "COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"
	| "CRITERIA_LIMIT_EXCEEDED"
	| "CRITERIA_NOT_SUPPORTED"
	| "FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE"
	| "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED"
	| "FIELD_IN_CRITERIA_NOT_AVAILABLE"
	| "FIELD_IN_CRITERIA_NOT_SUPPORTED"
	| "GROUP_OPERATOR_NOT_SUPPORTED"
	| "INVALID_CRITERIA"
	| "VALUE_IN_CRITERIA_NOT_SUPPORTED";

/** One thing that is wrong with a filter. */
export interface CriteriaIssue {
	/** The code that the API would have answered with. */
	readonly code: CriteriaCode;
	/** A sentence that says what was given, what is allowed and what to do. */
	readonly message: string;
	/** Where in the criteria's JSON the mistake is; empty for a filter that was built and not read. */
	readonly path: readonly (string | number)[];
	/** The condition or group with the mistake, as it was given; absent for a filter that was built. */
	readonly criteria?: unknown;
	/** The field's path, if one was named. */
	readonly field?: string;
	/** The comparator, if one was named. */
	readonly comparator?: string;
	/** What was given, in full. */
	readonly given?: unknown;
	/** What would work instead, if that is a list. */
	readonly allowed?: readonly string[];
	/** The limit that was exceeded, if any. */
	readonly limit?: number;
}

/**
 * A filter that the API would refuse, caught before it was sent. `issues` lists everything that is wrong.
 *
 * Correct the filter before you send the request again.
 */
export class InvalidCriteriaError extends Error {
	override readonly name = "InvalidCriteriaError";
	/** Everything that is wrong, in order of appearance. */
	readonly issues: readonly CriteriaIssue[];

	constructor(issues: readonly CriteriaIssue[]) {
		super(issues.map(writeIssue).join("\n"));
		this.issues = issues;
	}
}

function writeIssue(issue: CriteriaIssue): string {
	return issue.path.length === 0 ? issue.message : `${writeJsonPath(issue.path)}: ${issue.message}`;
}
