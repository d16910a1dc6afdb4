import type { RouteName } from "./routes.js";

/** What is logged about a request: no token, no secret, no body. */
export interface RequestLogEntry {
	/** ISO 8601. */
	readonly time: string;
	/** Its method. */
	readonly method: string;
	/** The path, and the query string without its secrets. */
	readonly path: string;
	/** The kind of request; absent if the sandbox does not serve the path. */
	readonly route?: RouteName;
	/** HTTP status of the answer; absent if the connection was cut before. */
	readonly status?: number;
	/** The API's code, if the request was refused. */
	readonly code?: string;
	/** The id of the job that it is about. */
	readonly job?: string;
	/** Milliseconds until the answer began. */
	readonly milliseconds: number;
	/** The faults that affected it. */
	readonly faults?: readonly string[];
	/** An error in the sandbox itself, or in a function that was given to it. The connection is cut. */
	readonly error?: string;
}

/** A URL's path and query string, safe to log: the values of the token endpoint's parameters are removed. */
export function loggedPath(url: URL): string {
	const query = [...url.searchParams.keys()].map((name) => {
		const shown = openParameters.has(name) ? (url.searchParams.get(name) ?? "") : "***";
		return `${encodeURIComponent(name)}=${shown === "***" ? shown : encodeURIComponent(shown)}`;
	});
	return query.length === 0 ? url.pathname : `${url.pathname}?${query.join("&")}`;
}

const openParameters: ReadonlySet<string> = new Set(["module", "type", "grant_type", "status"]);
