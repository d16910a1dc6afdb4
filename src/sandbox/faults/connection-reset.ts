/**
 * The connection was cut. What `fetch` of a browser or of Node throws in that case looks the same: a `TypeError` with the
 * reason as its cause.
 */
export class ConnectionReset extends TypeError {
	constructor() {
		super("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });
	}
}
