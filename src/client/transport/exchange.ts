import ky from "ky";
import { showGiven } from "../../checks/show-given.js";
import { untilAborted } from "../../time/until-aborted.js";
import { type NetworkFault, readNetworkFault } from "../errors/network-fault.js";
import type { Secrets } from "../errors/secrets.js";
import { readBodyText } from "./body-text.js";

/** Sends a request: the platform's `fetch`, or a sandbox's. */
export type Fetch = (request: Request) => Promise<Response>;

/** An answer with its body; a stream is left for its reader. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	/** As it came: conceal secrets before showing any of it. */
	readonly text: string;
	readonly body: ReadableStream<Uint8Array> | null;
	/** Size of the body: what was read or, for a stream, what the server announced. */
	readonly bytes: number | undefined;
}

/** The outcome of sending a request: an answer, or what went wrong. */
type Received =
	| { readonly answer: Answer; readonly fault?: undefined }
	| { readonly fault: NetworkFault; readonly answer?: undefined };

/** Why an attempt failed: an answer that is not a success, or none. */
export type Failure = Received;

/** What each attempt needs for itself. */
export interface Attempt {
	/** Headers with secrets: added at the last moment, and to nothing that is kept. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Called just before the request is sent. */
	sent?(): void;
	/** Called when the head of the answer has arrived, or none will. */
	ended?(): void;
}

/** The outcome of an attempt. */
export interface Outcome {
	/** The number of the attempt, from 1. */
	readonly attempt: number;
	readonly received: Received;
	/** Whether that is an answer that is not a success. */
	readonly refused: boolean;
	/** When it was sent, in milliseconds since 1970. */
	readonly startedAt: number;
	/** Since it was sent. */
	readonly milliseconds: number;
	/** Milliseconds until the next attempt; absent if there is none. */
	readonly wait: number | undefined;
}

/** A request, and what to do when it fails. */
export interface Exchange {
	readonly method: "GET" | "POST";
	readonly url: string;
	readonly body?: string | URLSearchParams;
	readonly contentType?: string;
	/** Whether the body of a success is passed on unread, unless it is JSON or a web page, and so not a file. */
	readonly streamed?: true;
	readonly fetch: Fetch;
	readonly signal: AbortSignal | undefined;
	/** Milliseconds for one attempt: to the end of the answer, or to its head if it is streamed. */
	readonly timeout: number;
	/** What must not be shown if the server echoes it. */
	secrets(): Secrets;
	/** Called before every attempt. */
	prepare(): Promise<Attempt>;
	/**
	 * Whether an answer is a refusal. One that is neither a refusal nor JSON is somebody else's page, and counts as no
	 * answer.
	 */
	refuses(answer: Answer): boolean;
	/**
	 * Decides what to do after a failure.
	 *
	 * @param failures - how many there were before, from 0.
	 * @returns milliseconds to wait before the next attempt, or `undefined` to give up.
	 */
	retry(failure: Failure, failures: number): Promise<number | undefined>;
	/** Waits before the next attempt. */
	pause(milliseconds: number, failure: Failure): Promise<void>;
	/** Called after every attempt, before the wait. */
	report?: ((outcome: Outcome) => Promise<void>) | undefined;
}

/** A request that failed, after its last attempt. */
export class ExchangeFailed extends Error {
	readonly failure: Failure;

	constructor(failure: Failure) {
		super("exchange failed");
		this.failure = failure;
	}
}

/** The maximum size of an answer that is read at once. Answers of the API have some hundred bytes. */
const answerLimit = 16 * 1024 * 1024;

/**
 * Sends a request, retries as `retry` says, and returns the answer. Redirects are not followed: the API has none, and a
 * token must not leave its server.
 *
 * @throws {@link ExchangeFailed} with the last failure, the signal's reason, and what `prepare` and `retry` throw.
 */
export async function exchange(outgoing: Exchange): Promise<Answer> {
	for (let failures = 0; ; failures += 1) {
		const prepared = await outgoing.prepare();
		const startedAt = Date.now();
		const since = performance.now();
		const received = await send(outgoing, prepared).finally(prepared.ended);
		const refused = received.answer !== undefined && outgoing.refuses(received.answer);
		const outcome = { attempt: failures + 1, received, refused, startedAt, milliseconds: performance.now() - since };
		if (received.answer !== undefined && !refused) {
			await outgoing.report?.({ ...outcome, wait: undefined });
			return received.answer;
		}
		const wait = await outgoing.retry(received, failures);
		await outgoing.report?.({ ...outcome, wait });
		if (wait === undefined) throw new ExchangeFailed(received);
		await outgoing.pause(wait, received);
	}
}

/** Sends a request once. */
async function send(outgoing: Exchange, { headers = {}, sent }: Attempt): Promise<Received> {
	const { method, url, body, contentType, signal, timeout } = outgoing;
	const tooLate = new AbortController();
	const timer = setTimeout(() => tooLate.abort(), timeout);
	const ended = AbortSignal.any(signal === undefined ? [tooLate.signal] : [signal, tooLate.signal]);
	try {
		const response = await ky(url, {
			method,
			headers: { ...headers, ...(contentType === undefined ? {} : { "content-type": contentType }) },
			...(body === undefined ? {} : { body }),
			redirect: "manual",
			signal: ended,
			// Retries are decided above; the timeout is for the whole answer.
			retry: 0,
			timeout: false,
			throwHttpErrors: false,
			fetch: (request) => {
				ended.throwIfAborted();
				sent?.();
				// A caller's own `fetch` may ignore the signal.
				return untilAborted(outgoing.fetch(request as Request), ended);
			},
		});
		const answer = await untilAborted(readAnswer(response, outgoing.streamed), ended);
		return isPage(answer) && !outgoing.refuses(answer) ? { fault: pageFault(answer, outgoing.secrets()) } : { answer };
	} catch (error) {
		signal?.throwIfAborted();
		if (tooLate.signal.aborted) {
			return { fault: { code: "TIMEOUT", words: `nothing came within ${timeout} ms`, mayHaveArrived: true } };
		}
		return { fault: readNetworkFault(error, outgoing.secrets()) };
	} finally {
		clearTimeout(timer);
	}
}

async function readAnswer({ status, headers, body, ok }: Response, streamed: true | undefined): Promise<Answer> {
	const isFile = !/json|html/.test(headers.get("content-type") ?? "");
	if (streamed && ok && isFile) {
		const announced = headers.get("content-length");
		return { status, headers, text: "", body, bytes: announced === null ? undefined : Number(announced) };
	}
	const { text, bytes } = await readBodyText(body, answerLimit);
	return { status, headers, text, body: null, bytes };
}

function isPage({ status, text, body }: Answer): boolean {
	if (status === 204 || body !== null) return false;
	try {
		JSON.parse(text);
		return false;
	} catch {
		return true;
	}
}

function pageFault({ status, text }: Answer, secrets: Secrets): NetworkFault {
	const begins = showGiven(secrets.conceal(text));
	return {
		code: "NO_JSON",
		words: `HTTP ${status} came with something other than JSON: ${begins}`,
		mayHaveArrived: true,
	};
}
