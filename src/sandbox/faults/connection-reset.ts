/**
 * The connection was cut. The `fetch` of browsers and of Node throws the same: a `TypeError` with the reason as its
 * cause.
 */
export class ConnectionReset extends TypeError {
	constructor() {
		super("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });
	}
}
