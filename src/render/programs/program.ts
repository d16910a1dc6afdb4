import type { RenderedRequest } from "../request/render-options.js";

/** How a language is shown, and how it sends a request. */
export interface Program {
	/** The language's name, for people. */
	readonly title: string;
	/** What a file of the language ends with, without the dot. */
	readonly extension: string;
	/** A whole program that sends the request and prints what is answered, with nothing but the language's own library. */
	readonly write: (request: RenderedRequest) => string;
}
