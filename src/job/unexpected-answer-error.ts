import { writeJsonPath } from "../checks/json-path.js";

/**
 * A document that is not what the API promises: a proxy's page, a new version, or a bug. `path` says where it departs
 * from the promise and `expected` what stands there otherwise; the document itself is kept in `document`.
 */
export class UnexpectedAnswerError extends Error {
	override readonly name = "UnexpectedAnswerError";
	/** The document as it came. */
	readonly document: unknown;
	/** Where it departs from what the API promises. */
	readonly path: readonly (string | number)[];
	/** What stands there otherwise, as a phrase. */
	readonly expected: string;

	constructor(document: unknown, path: readonly (string | number)[], expected: string) {
		super(
			`${path.length === 0 ? "The document" : writeJsonPath(path)} is not what the API promises: expected ${expected}.`,
		);
		this.document = document;
		this.path = path;
		this.expected = expected;
	}
}
