import { writeJsonPath } from "../checks/json-path.js";

/** One thing that is wrong with a job. */
export interface JobIssue {
	/** The code that the API would have answered with. */
	readonly code: string;
	/** A sentence that says what was given, what is allowed and what to do. */
	readonly message: string;
	/** Where in the request's JSON the mistake is. */
	readonly path: readonly (string | number)[];
	/** What was given, in full. */
	readonly given?: unknown;
	/** What would work instead, if that is a list. */
	readonly allowed?: readonly string[];
}

/**
 * A job that the API would refuse or misread, caught before it was sent: a missing field, a page below 1, a callback
 * that is not a URL. Mistakes in the filter are an {@link InvalidCriteriaError}.
 */
export class InvalidJobError extends Error {
	override readonly name = "InvalidJobError";
	/** Everything that is wrong, in order of appearance. */
	readonly issues: readonly JobIssue[];

	constructor(issues: readonly JobIssue[]) {
		super(issues.map((issue) => `${writeJsonPath(issue.path)}: ${issue.message}`).join("\n"));
		this.issues = issues;
	}
}
