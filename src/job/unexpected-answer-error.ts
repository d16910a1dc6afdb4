import { writeJsonPath } from "../checks/json-path.js";
import { makeVisible } from "../checks/make-visible.js";
import { showGiven } from "../checks/show-given.js";

/** The maximum number of characters of a document in a message. */
const maxExcerpt = 200;

/**
 * A document that is not what the API documents: a proxy's page, a new version, or a bug. `path` says where it differs
 * and `expected` what should be there; the message shows the beginning of the document, and `document` is all of it.
 * The client conceals secrets in it.
 */
export class UnexpectedAnswerError extends Error {
	override readonly name = "UnexpectedAnswerError";
	/** The document. */
	readonly document: unknown;
	/** Where it differs from what the API documents. */
	readonly path: readonly (string | number)[];
	/** What should be there, as a phrase. */
	readonly expected: string;

	constructor(document: unknown, path: readonly (string | number)[], expected: string) {
		const place = path.length === 0 ? "The document" : writeJsonPath(path);
		const came = makeVisible(showGiven(document, maxExcerpt));
		super(`${place} is not what the API documents: expected ${expected}. Received: ${came}`);
		this.document = document;
		this.path = path;
		this.expected = expected;
	}
}
