import type { Clock } from "../../time/clock.js";
import type { JobFate } from "../jobs/job.js";
import { ApiRefusal } from "../requests/api-refusal.js";
import { readAuthorization, type Tokens } from "../requests/tokens.js";
import { ConnectionReset } from "./connection-reset.js";
import { type Fault, type FaultName, type FaultPhase, faultTable } from "./fault.js";

/** What faults need. */
export interface FaultContext {
	readonly clock: Clock;
	readonly tokens: Tokens;
}

/**
 * Applies the faults that come before a request is handled.
 *
 * @returns the answer that a fault gives instead of the real one, if any.
 * @throws {@link ConnectionReset} if the connection is cut, and {@link ApiRefusal} if the API itself refuses.
 */
export async function applyEarlyFaults(
	faults: readonly Fault[],
	request: Request,
	{ clock, tokens }: FaultContext,
): Promise<Response | undefined> {
	for (const fault of inPhase(faults, "before")) {
		switch (fault.fault) {
			case "latency":
				await clock.sleep(amountOf(fault, 0), request.signal);
				break;
			case "refuse":
				throw new ConnectionReset();
			case "expired-token":
				tokens.end(readAuthorization(request.headers.get("authorization")) ?? "");
				break;
			case "429":
				throw new ApiRefusal("TOO_MANY_REQUESTS", { headers: retryAfter(fault) });
			case "500":
				throw new ApiRefusal("INTERNAL_ERROR");
			case "503":
				return page(503, "Service Unavailable", retryAfter(fault));
			case "html":
				return page(200, "Sign in to continue", {});
		}
	}
	return undefined;
}

const fates: Partial<Record<FaultName, JobFate>> = {
	"job-fails": "fails",
	"job-never-ends": "never ends",
	"unknown-state": "unknown state",
};

/** The fate of a job that a request with these faults creates. */
export function fateFrom(faults: readonly Fault[]): JobFate {
	const [first] = inPhase(faults, "job");
	return (first && fates[first.fault]) ?? "completes";
}

/**
 * Applies the faults that concern the answer.
 *
 * @throws {@link ConnectionReset} if the connection is cut before it.
 */
export async function applyLateFaults(
	faults: readonly Fault[],
	answer: Response,
	{ clock }: FaultContext,
): Promise<Response> {
	if (inPhase(faults, "answer").length > 0) {
		await answer.body?.cancel();
		throw new ConnectionReset();
	}
	let changed = answer;
	for (const fault of inPhase(faults, "body")) changed = await changeBody(fault, changed, clock);
	return changed;
}

async function changeBody(fault: Fault, answer: Response, clock: Clock): Promise<Response> {
	if (answer.body === null) return answer;
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const half = Math.floor(bytes.length / 2);
	const amount = amountOf(fault, half);
	switch (fault.fault) {
		case "truncate":
			return withBody(answer, bytes.subarray(0, amount), {});
		case "flip":
			return withBody(answer, flipBit(bytes, amount), {});
		case "cut":
			return withBody(answer, cutAfter(bytes.subarray(0, amount)), lengthHeader(bytes.length));
		case "wrong-length":
			// The connection ends with the answer: otherwise a client would wait for bytes that never come.
			return withBody(answer, bytes, { ...lengthHeader(bytes.length + amount), connection: "close" });
		case "drip":
			return withBody(answer, drip(bytes, amount, clock), lengthHeader(bytes.length));
		default:
			return answer;
	}
}

function lengthHeader(bytes: number): Record<string, string> {
	return { "content-length": String(bytes) };
}

/** The number of a fault, or its default, or the one that follows from the answer. */
function amountOf({ fault, amount }: Fault, otherwise: number): number {
	return amount ?? faultTable[fault].amount ?? otherwise;
}

function withBody(answer: Response, body: BodyInit, changed: Readonly<Record<string, string>>): Response {
	const headers = new Headers(answer.headers);
	headers.delete("content-length");
	for (const [name, value] of Object.entries(changed)) headers.set(name, value);
	return new Response(body, { status: answer.status, statusText: answer.statusText, headers });
}

function flipBit(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
	const flipped = bytes.slice();
	const byte = flipped[at];
	if (byte !== undefined) flipped[at] = byte ^ 1;
	return flipped;
}

function cutAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
	let sent = false;
	return new ReadableStream({
		pull(controller) {
			if (sent || bytes.length === 0) controller.error(new ConnectionReset());
			else controller.enqueue(bytes);
			sent = true;
		},
	});
}

const dripsASecond = 10;

function drip(bytes: Uint8Array, perSecond: number, clock: Clock): ReadableStream<Uint8Array> {
	const step = Math.max(1, Math.ceil(perSecond / dripsASecond));
	const stopped = new AbortController();
	let at = 0;
	return new ReadableStream({
		async pull(controller) {
			if (at > 0) await clock.sleep(1_000 / dripsASecond, stopped.signal);
			if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + step));
			at += step;
			if (at >= bytes.length) controller.close();
		},
		cancel: (reason) => stopped.abort(reason),
	});
}

function inPhase(faults: readonly Fault[], phase: FaultPhase): readonly Fault[] {
	return faults.filter(({ fault }) => faultTable[fault].phase === phase);
}

function retryAfter({ amount }: Fault): Record<string, string> {
	return amount === undefined ? {} : { "retry-after": String(amount) };
}

function page(status: number, title: string, headers: Record<string, string>): Response {
	const html = `<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
	return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8", ...headers } });
}
