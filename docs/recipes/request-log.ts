import type { RequestEvent } from "zoho-bulk-read";

/** A line for each attempt: `createClient({ ..., onRequest: logRequest })`. */
export function logRequest(
	event: RequestEvent,
	write: (line: string) => void = console.error,
): void {
	const { method, path, attempt, status, code, milliseconds, bytes, wait } = event;
	const words = [method, path, status ?? "no answer", code, `${Math.round(milliseconds)} ms`];
	if (bytes !== undefined) words.push(`${bytes} bytes`);
	if (attempt > 1) words.push(`attempt ${attempt}`);
	if (wait !== undefined) words.push(`again in ${Math.round(wait / 1_000)} s`);
	write(words.filter((word) => word !== undefined).join(" "));
}
