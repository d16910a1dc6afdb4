import { writeJsonPath } from "../checks/json-path.js";
import { makeVisible } from "../checks/make-visible.js";
import { showGiven } from "../checks/show-given.js";

/** Characters of a document that the message shows at most. */
const maxExcerpt = 200;

/**
 * A document that is not what the API promises: a proxy's page, a new version, or a bug. `path` says where it departs
 * from the promise and `expected` what stands there otherwise; the message shows the beginning of what came, and `document` is
 * all of it. Where the client throws it, secrets in it are concealed.
 */
export class UnexpectedAnswerError extends Error {
	override readonly name = "UnexpectedAnswerError";
	/** The document. */
	readonly document: unknown;
	/** Where it departs from what the API promises. */
	readonly path: readonly (string | number)[];
	/** What stands there otherwise, as a phrase. */
	readonly expected: string;

	constructor(document: unknown, path: readonly (string | number)[], expected: string) {
		const place = path.length === 0 ? "The document" : writeJsonPath(path);
		const came = makeVisible(showGiven(document, maxExcerpt));
		super(`${place} is not what the API promises: expected ${expected}. What came: ${came}`);
		this.document = document;
		this.path = path;
		this.expected = expected;
	}
}
