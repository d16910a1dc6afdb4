/** Thrown if something is not Zoho's metadata. Says where, what was expected and what was found. */
export class InvalidMetadataError extends Error {
	override readonly name = "InvalidMetadataError";
	/** Where in the metadata: `fields.Leads.fields[3].api_name`. */
	readonly path: string;

	/**
	 * @param path - where in the metadata.
	 * @param expected - what was expected.
	 * @param given - what was found.
	 */
	constructor(path: string, expected: string, given: unknown) {
		super(`${path} is not Zoho's metadata: expected ${expected}, got ${showGiven(given)}.`);
		this.path = path;
	}
}

function showGiven(given: unknown): string {
	if (given === undefined) return "nothing";
	if (Array.isArray(given)) return `a list of ${given.length}`;
	if (typeof given === "object" && given !== null) return showObject(given);
	const text = JSON.stringify(given) ?? typeof given;
	return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function showObject(given: object): string {
	if ("code" in given && typeof given.code === "string") {
		const message = "message" in given && typeof given.message === "string" ? `: ${given.message}` : "";
		return `an error from Zoho, ${given.code}${message}`;
	}
	const keys = Object.keys(given).slice(0, 5);
	return keys.length === 0 ? "an empty object" : `an object with ${keys.join(", ")}`;
}
