import type { RenderedRequest } from "../request/render-options.js";

/** How a language is shown, and how it sends a request. */
export interface Program {
	/** The language's name, for people. */
	readonly title: string;
	/** The file extension of the language, without the dot. */
	readonly extension: string;
	/** A complete program that sends the request and prints the answer, with only the language's standard library. */
	readonly write: (request: RenderedRequest) => string;
}
