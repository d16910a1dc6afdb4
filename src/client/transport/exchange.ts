import ky, { TimeoutError } from "ky";
import { untilAborted } from "../../time/until-aborted.js";
import { type NetworkFault, readNetworkFault } from "../errors/network-fault.js";
import { readBodyText } from "./body-text.js";

/** What sends a request: the platform's `fetch`, or a sandbox's. */
export type Fetch = (request: Request) => Promise<Response>;

/** An answer, its body read; a stream's body is left for its reader. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	readonly body: ReadableStream<Uint8Array> | null;
}

/** Why an attempt came to nothing: an answer that is no success, or none. */
export type Failure =
	| { readonly answer: Answer; readonly fault?: undefined }
	| { readonly fault: NetworkFault; readonly answer?: undefined };

/** What one attempt needs that the next may not share. */
export interface Attempt {
	/** Headers that hold secrets: they are put on at the last moment, and on nothing that is kept. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Texts that must not be repeated, should the server echo them. */
	readonly secrets: readonly string[];
	/** Called when the head of the answer is there, or none will come. */
	ended?(): void;
}

/** A request, and what is to become of it when it fails. */
export interface Exchange {
	readonly method: "GET" | "POST";
	readonly url: string;
	readonly body?: string | URLSearchParams;
	readonly contentType?: string;
	/** Whether the body of a success is handed on unread, unless it is JSON or a web page: then it is no file. */
	readonly streamed?: true;
	readonly fetch: Fetch;
	readonly signal: AbortSignal | undefined;
	/** Milliseconds for one attempt: to the end of the answer, or to its head where it is streamed. */
	readonly timeout: number;
	/** Called before every attempt. */
	prepare(): Promise<Attempt>;
	/** Whether an answer is a refusal. One that is none and is no JSON either is somebody else's page, and taken for no answer. */
	refuses(answer: Answer): boolean;
	/** Decides what to do after a failure: waits and says `true` to try again. */
	retry(failure: Failure, attempts: number): Promise<boolean>;
}

/** Carries a failure through ky, which retries what is thrown. */
export class ExchangeFailed extends Error {
	readonly failure: Failure;

	constructor(failure: Failure) {
		super("exchange failed");
		this.failure = failure;
	}
}

/** The most that an answer may have which is read at once. Answers of the API have some hundred bytes. */
const answerLimit = 16 * 1024 * 1024;

/**
 * Sends a request, again where `retry` says so, and gives the answer. ky sends and repeats; whether, and after how long, is
 * decided by `retry`. Redirects are not followed: the API has none, and a token must not travel.
 *
 * @throws {@link ExchangeFailed} with the last failure, and what `prepare` and `retry` throw.
 */
export async function exchange(outgoing: Exchange): Promise<Answer> {
	const { method, url, body, contentType, signal, timeout } = outgoing;
	let prepared: Attempt = { secrets: [] };
	let answer: Answer | undefined;
	const failureOf = (error: unknown): Failure | undefined => {
		if (error instanceof ExchangeFailed) return error.failure;
		if (!(error instanceof TimeoutError)) return undefined;
		return { fault: { code: "TIMEOUT", words: `nothing came within ${timeout} ms`, mayHaveArrived: true } };
	};
	const attempt = async (request: Request): Promise<Response> => {
		answer = await receive(outgoing, request, prepared).finally(prepared.ended);
		if (outgoing.refuses(answer)) throw new ExchangeFailed({ answer });
		if (isPage(answer)) throw new ExchangeFailed({ fault: pageFault(answer) });
		return new Response();
	};
	try {
		await ky(url, {
			method,
			...(body === undefined ? {} : { body }),
			...(contentType === undefined ? {} : { headers: { "content-type": contentType } }),
			...(signal === undefined ? {} : { signal }),
			redirect: "manual",
			fetch: (input) => attempt(input as Request),
			timeout,
			hooks: {
				beforeRequest: [
					async () => {
						prepared = await outgoing.prepare();
					},
				],
			},
			retry: {
				limit: Number.POSITIVE_INFINITY,
				methods: ["get", "post"],
				// `retry` has waited by then, on a clock that may be another than the machine's.
				delay: () => 0,
				shouldRetry: async ({ error, retryCount }) => {
					const failure = failureOf(error);
					return failure !== undefined && (await outgoing.retry(failure, retryCount - 1));
				},
			},
		});
	} catch (error) {
		const failure = failureOf(error);
		throw failure === undefined ? error : new ExchangeFailed(failure);
	}
	if (answer === undefined) throw new TypeError("ky resolved without an answer.");
	return answer;
}

async function receive(outgoing: Exchange, request: Request, { headers: added, secrets }: Attempt): Promise<Answer> {
	try {
		// A `fetch` that was injected may not heed the signal.
		const response = await untilAborted(outgoing.fetch(withHeaders(request, added)), request.signal);
		const { status, headers } = response;
		const isFile = !/json|html/.test(headers.get("content-type") ?? "");
		if (outgoing.streamed && response.ok && isFile) return { status, headers, text: "", body: response.body };
		const { text } = await untilAborted(readBodyText(response.body, answerLimit), request.signal);
		return { status, headers, text: conceal(text, secrets), body: null };
	} catch (error) {
		throw new ExchangeFailed({ fault: readNetworkFault(error, (words) => conceal(words, secrets)) });
	}
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

function pageFault({ status, text }: Answer): NetworkFault {
	const begins = JSON.stringify(text.slice(0, 60));
	return { code: "NO_JSON", words: `HTTP ${status} came with what is no JSON: ${begins}`, mayHaveArrived: true };
}

function withHeaders(request: Request, added: Readonly<Record<string, string>> = {}): Request {
	const headers = new Headers(request.headers);
	for (const [name, value] of Object.entries(added)) headers.set(name, value);
	return new Request(request, { headers });
}

function conceal(text: string, secrets: readonly string[]): string {
	return secrets
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		.reduce((shown, secret) => shown.replaceAll(secret, "[concealed]"), text);
}
