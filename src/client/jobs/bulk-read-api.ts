import { type AddedJob, type JobDetails, parseAddedJob, parseJobDetails } from "../../job/job-details.js";
import type { ApiVersion, BulkReadRequest, BulkReadRequestV8 } from "../../job/request.js";
import { UnexpectedAnswerError } from "../../job/unexpected-answer-error.js";
import { untilAborted } from "../../time/until-aborted.js";
import type { TokenSource } from "../auth/auth.js";
import { AbortedError } from "../errors/aborted-error.js";
import { NetworkError } from "../errors/network-error.js";
import { SubmitUncertainError } from "../errors/submit-uncertain-error.js";
import { apiError, codeOf, reportsError } from "../transport/api-error.js";
import type { DownloadLimit } from "../transport/download-limit.js";
import {
	type Answer,
	type Attempt,
	ExchangeFailed,
	exchange,
	type Failure,
	type Fetch,
} from "../transport/exchange.js";
import { type Patience, waitBeforeRetry } from "../transport/wait-before-retry.js";

/** What the calls of one client have in common. */
export interface ApiContext extends Patience {
	readonly fetch: Fetch;
	/** Milliseconds for one attempt, and between two parts of a download. */
	readonly timeout: number;
	/** Origin of the API for a token. */
	readonly origin: (apiDomain: string | undefined) => string;
	readonly apiVersion: ApiVersion;
	readonly tokens: TokenSource;
	readonly downloads: DownloadLimit;
}

/** The three calls of the Bulk Read API and what goes with them, sent with a token and repeated where that does no harm. */
export interface BulkReadApi {
	/**
	 * Gets another document of the API, such as an org's metadata.
	 *
	 * @param path - on the API's own origin: `"/crm/v8/settings/modules"`.
	 * @returns the parsed JSON; `undefined` where the answer is empty (HTTP 204).
	 */
	get(path: string, signal: AbortSignal | undefined): Promise<unknown>;
	/**
	 * Creates a job. Sent again only where the request cannot have arrived, or was answered with a refusal that passes.
	 *
	 * @throws {@link SubmitUncertainError} where nobody knows whether the job was created.
	 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
	 */
	create(request: BulkReadRequest | BulkReadRequestV8, signal: AbortSignal | undefined): Promise<AddedJob>;
	/** @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/job-details.html */
	details(jobId: string, signal: AbortSignal | undefined): Promise<JobDetails>;
	/**
	 * Begins a download, within the limit on downloads.
	 *
	 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/download-result.html
	 */
	openResult(jobId: string, downloadUrl: string, signal: AbortSignal | undefined): Promise<ReadableStream<Uint8Array>>;
}

interface Call {
	readonly method: "GET" | "POST";
	readonly path: string;
	readonly jobId?: string;
	readonly body?: string;
	readonly signal: AbortSignal | undefined;
	readonly download?: true;
	/** Texts of the request that no error may show. */
	readonly secrets?: readonly string[];
}

/** Makes the calls for a client. */
export function bulkReadApi(context: ApiContext): BulkReadApi {
	const jobs = `/crm/bulk/${context.apiVersion}/read`;
	return {
		async get(path, signal) {
			return parseJson(await send(context, { method: "GET", path, signal }));
		},
		async create(request, signal) {
			const { callback } = request;
			// Receivers of callbacks keep a secret in the query string.
			const query = callback === undefined ? "" : new URL(callback.url).search.slice(1);
			const secrets = query === "" ? [] : [query];
			const call: Call = { method: "POST", path: jobs, body: JSON.stringify(request), signal, secrets };
			const answer = await send(context, call);
			try {
				return parseAddedJob(parseJson(answer));
			} catch (error) {
				throw error instanceof UnexpectedAnswerError ? new SubmitUncertainError(error) : error;
			}
		},
		async details(jobId, signal) {
			const path = `${jobs}/${encodeURIComponent(jobId)}`;
			return parseJobDetails(parseJson(await send(context, { method: "GET", path, jobId, signal })));
		},
		async openResult(jobId, downloadUrl, signal) {
			const call: Call = { method: "GET", path: downloadUrl, jobId, signal, download: true };
			const { body, status } = await send(context, call);
			if (body === null) throw new UnexpectedAnswerError({ status }, [], "a file");
			return body;
		},
	};
}

async function send(context: ApiContext, call: Call): Promise<Answer> {
	const { clock, tokens, fetch, timeout } = context;
	const { method, path, body, jobId, signal } = call;
	let token = "";
	let renewed = false;
	try {
		const origin = context.origin(await untilAborted(tokens.apiDomain(), signal));
		return await exchange({
			method,
			url: resolvePath(origin, path),
			...(body === undefined ? {} : { body, contentType: "application/json" }),
			...(call.download ? { streamed: true } : {}),
			fetch,
			signal,
			timeout,
			prepare: async (): Promise<Attempt> => {
				const ended = call.download ? await context.downloads.take(signal) : (): void => {};
				try {
					token = await untilAborted(tokens.token(), signal);
				} catch (error) {
					ended();
					throw error;
				}
				const secrets = [token, ...(call.secrets ?? [])];
				return { headers: { authorization: `Zoho-oauthtoken ${token}` }, secrets, ended };
			},
			refuses: (answer) => answer.status < 200 || answer.status >= 300 || reportsError(answer),
			retry: async (failure, attempts) => {
				if (isDeadToken(failure) && !renewed) {
					renewed = true;
					return untilAborted(tokens.renew(token), signal);
				}
				if (method === "POST" && mayHaveCreated(failure)) return false;
				const wait = waitBeforeRetry(failure, renewed ? attempts - 1 : attempts, context);
				if (wait === undefined) return false;
				// A refused download holds up all of them, itself included.
				if (call.download && failure.answer?.status === 429) context.downloads.pause(wait);
				else await clock.sleep(wait, signal);
				return true;
			},
		});
	} catch (error) {
		if (signal?.aborted) throw new AbortedError(jobId, signal.reason, method === "POST");
		throw error instanceof ExchangeFailed ? toError(error.failure, call, clock.now()) : error;
	}
}

function toError(failure: Failure, { method, path, jobId }: Call, now: number): Error {
	const request = `${method} ${path}`;
	const error =
		failure.fault === undefined
			? apiError(failure.answer, request, jobId, now)
			: new NetworkError(request, failure.fault, jobId);
	return method === "POST" && mayHaveCreated(failure) ? new SubmitUncertainError(error) : error;
}

function isDeadToken(failure: Failure): boolean {
	return failure.answer?.status === 401 && codeOf(failure.answer) === "INVALID_TOKEN";
}

/** An answer below 500 is a refusal: nothing was created. What came in between may have been created. */
function mayHaveCreated(failure: Failure): boolean {
	return failure.fault === undefined ? failure.answer.status >= 500 : failure.fault.mayHaveArrived;
}

/** The API gives paths; a token goes nowhere but to the API's own origin. */
function resolvePath(origin: string, path: string): string {
	const isOwn = URL.canParse(path, origin) && new URL(path, origin).origin === new URL(origin).origin;
	if (!isOwn) throw new UnexpectedAnswerError(path, ["result", "download_url"], `a path on ${origin}`);
	return path.startsWith("/") ? origin + path : new URL(path, origin).href;
}

/** What is no JSON did not get so far, unless it is nothing at all. */
function parseJson({ text }: Answer): unknown {
	return text === "" ? undefined : JSON.parse(text);
}
