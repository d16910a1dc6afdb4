import type { RequestEvent } from "../../client/transport/request-event.js";
import { writeBytes, writeDuration } from "./quantities.js";
import { stderr } from "./terminal.js";

/** Prints a request for `--verbose`. */
export function printRequest(event: RequestEvent): void {
	stderr.line(stderr.paint("dim", writeRequestLine(event)));
}

/** A request in one line: what was sent, the outcome, and when it is retried. */
export function writeRequestLine(event: RequestEvent): string {
	const { method, path, attempt, status, code, milliseconds, bytes } = event;
	const words = [
		`${method} ${path}`,
		status === undefined ? "no answer" : String(status),
		code ?? "",
		`${milliseconds.toFixed(0)} ms`,
		bytes === undefined ? "" : writeBytes(bytes),
		attempt === 1 ? "" : `attempt ${attempt}`,
		event.wait === undefined ? "" : `again in ${writeDuration(event.wait)}`,
	];
	return words.filter((word) => word !== "").join("  ");
}

/** Prints a wait before a request is retried, if it is long enough to wonder about. */
export function printWait(event: RequestEvent): void {
	const words = writeWait(event, Date.now());
	if (words !== undefined) stderr.line(stderr.paint("yellow", words));
}

/** A wait of at least this many milliseconds is worth mentioning. */
const noticeable = 1_000;

/**
 * What the wait is for and until when, if a request is retried later; `undefined` if it is not, or soon.
 *
 * @param now - in milliseconds since 1970.
 */
export function writeWait({ path, status, code, wait }: RequestEvent, now: number): string | undefined {
	const isUnreached = code !== undefined && unreached.has(code);
	if (wait === undefined || (wait < noticeable && !isUnreached)) return undefined;
	const until = new Date(now + wait).toTimeString().slice(0, 8);
	const why = isUnreached
		? "Zoho cannot be reached"
		: status === 429 || code === "Access Denied"
			? "Zoho asks for a pause"
			: status === undefined && code !== "NO_JSON"
				? "No answer from Zoho"
				: "Zoho gave an unexpected answer";
	return `${why} (${code ?? status ?? "no answer"}): ${lastWord(path)} again at ${until}, in ${writeDuration(wait)}`;
}

/** The system's codes for a server that cannot be reached: without a network, nothing else will happen either. */
const unreached: ReadonlySet<string> = new Set(
	"ENOTFOUND EAI_AGAIN ECONNREFUSED ENETUNREACH EHOSTUNREACH ENETDOWN".split(" "),
);

/** `token`, `read`, `result`: enough to identify the request. */
function lastWord(path: string): string {
	return path.split("/").findLast((word) => /^[a-z]+$/.test(word)) ?? path;
}
