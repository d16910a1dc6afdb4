import { writeJsonPath } from "../checks/json-path.js";

/** One thing that is wrong with a job. */
export interface JobIssue {
	/** The code that the API would have answered with. */
	readonly code: string;
	/** A sentence that says what was given, what is allowed and what to do. */
	readonly message: string;
	/** Where in the request's JSON the mistake stands. */
	readonly path: readonly (string | number)[];
	/** What was given, whole. */
	readonly given?: unknown;
	/** What would do instead, where that is a list. */
	readonly allowed?: readonly string[];
}

/**
 * A job that the API would refuse or misread, caught before it was sent: a field that is not there, a page below 1, a
 * callback that is no URL. Mistakes in the filter are an {@link InvalidCriteriaError}.
 */
export class InvalidJobError extends Error {
	override readonly name = "InvalidJobError";
	/** Everything that is wrong, in the order in which it stands. */
	readonly issues: readonly JobIssue[];

	constructor(issues: readonly JobIssue[]) {
		super(issues.map((issue) => `${writeJsonPath(issue.path)}: ${issue.message}`).join("\n"));
		this.issues = issues;
	}
}
