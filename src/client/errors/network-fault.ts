import type { Secrets } from "./secrets.js";

/** What went wrong in transit. */
export interface NetworkFault {
	/**
	 * The system's code (`"ECONNRESET"`), `"TIMEOUT"` for an answer that did not come in time, `"NO_JSON"` for a page
	 * that is not Zoho's, or `undefined` if there is none.
	 */
	readonly code: string | undefined;
	/** The runtime's message. */
	readonly words: string;
	/**
	 * Whether the request may have reached the server. Only a failure before the connection was established rules that
	 * out.
	 */
	readonly mayHaveArrived: boolean;
}

/**
 * Reads the error of a `fetch`. Node puts the reason into the error's cause; browsers give none, so the request may
 * have arrived.
 *
 * @param secrets - are removed from the runtime's message, which may quote a header.
 */
export function readNetworkFault(error: unknown, secrets: Secrets): NetworkFault {
	const causes = rootCauses(error);
	const code = causes.map((cause) => textOf(cause, "code")).find((found) => found !== undefined);
	const words = causes.map((cause) => textOf(cause, "message") || code).find((found) => found !== undefined);
	return {
		code: code === undefined ? undefined : secrets.conceal(code),
		words: secrets.conceal(words ?? "the connection failed"),
		mayHaveArrived: !causes.every(cameBeforeConnection),
	};
}

/** The errors at the end of the chain of causes; several if several addresses of a host were tried. */
function rootCauses(error: unknown): unknown[] {
	if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(rootCauses);
	if (error instanceof Error && error.cause instanceof Error) return rootCauses(error.cause);
	return [error];
}

/**
 * Name lookup, connecting and checking the server's certificate come before sending. The names are those of Node's
 * errors.
 */
function cameBeforeConnection(cause: unknown): boolean {
	const syscall = textOf(cause, "syscall");
	const code = textOf(cause, "code") ?? "";
	const isUnconnected = syscall === "connect" || syscall === "getaddrinfo" || code === "UND_ERR_CONNECT_TIMEOUT";
	return isUnconnected || certificateCodes.test(code);
}

/** @see https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const certificateCodes =
	/^(?:CERT_|ERR_TLS_CERT_|UNABLE_TO_|SELF_SIGNED_CERT_IN_CHAIN$|DEPTH_ZERO_SELF_SIGNED_CERT$|HOSTNAME_MISMATCH$|INVALID_CA$|INVALID_PURPOSE$)/;

function textOf(error: unknown, key: "code" | "message" | "syscall"): string | undefined {
	if (typeof error !== "object" || error === null || !(key in error)) return undefined;
	const value: unknown = Reflect.get(error, key);
	return typeof value === "string" && value !== "" ? value : undefined;
}
