import type { RouteName } from "./routes.js";

/** What is told of a request: no token, no secret, no body. */
export interface RequestLogEntry {
	/** ISO 8601. */
	readonly time: string;
	/** Its method. */
	readonly method: string;
	/** The path, and the query string with its secrets struck out. */
	readonly path: string;
	/** The kind of request; absent where the sandbox serves no such path. */
	readonly route?: RouteName;
	/** HTTP status of the answer; absent where the connection was cut before one. */
	readonly status?: number;
	/** The API's code, where the request was refused. */
	readonly code?: string;
	/** The id of the job that it is about. */
	readonly job?: string;
	/** Until the answer began. */
	readonly milliseconds: number;
	/** The faults that befell it. */
	readonly faults?: readonly string[];
	/** What went wrong in the sandbox itself, or in a function that was given to it. The connection is cut. */
	readonly error?: string;
}

/** A URL's path and query string, fit to be logged: the values of the token endpoint's parameters are struck out. */
export function loggedPath(url: URL): string {
	const query = [...url.searchParams.keys()].map((name) => {
		const shown = openParameters.has(name) ? (url.searchParams.get(name) ?? "") : "***";
		return `${encodeURIComponent(name)}=${shown === "***" ? shown : encodeURIComponent(shown)}`;
	});
	return query.length === 0 ? url.pathname : `${url.pathname}?${query.join("&")}`;
}

const openParameters: ReadonlySet<string> = new Set(["module", "type", "grant_type", "status"]);
