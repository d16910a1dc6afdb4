import {
	type AddedJob,
	findJobId,
	type JobDetails,
	type JobFailure,
	parseAddedJob,
	parseJobDetails,
} from "../../job/job-details.js";
import type { ApiVersion, BulkReadRequest, BulkReadRequestV8 } from "../../job/request.js";
import { UnexpectedAnswerError } from "../../job/unexpected-answer-error.js";
import { untilAborted } from "../../time/until-aborted.js";
import { checkToken } from "../auth/access-token.js";
import type { TokenSource } from "../auth/auth.js";
import { AbortedError } from "../errors/aborted-error.js";
import { NetworkError } from "../errors/network-error.js";
import { Secrets, secretsOfUrl } from "../errors/secrets.js";
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
import { type OnRequest, reportTo } from "../transport/request-event.js";
import type { OnWait, Wait } from "../transport/wait.js";
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
	/** The limit on downloads, which the first download loads. */
	downloads(): Promise<DownloadLimit>;
	readonly onRequest: OnRequest | undefined;
}

/** The three calls of the Bulk Read API and what goes with them, sent with a token and retried if that is safe. */
export interface BulkReadApi {
	/**
	 * Gets another document of the API, such as an org's metadata.
	 *
	 * @param path - on the API's own origin: `"/crm/v8/settings/modules"`.
	 * @returns the parsed JSON; `undefined` if the answer is empty (HTTP 204).
	 */
	get(path: string, signal: AbortSignal | undefined, onWait?: OnWait): Promise<unknown>;
	/**
	 * Creates a job. Retried only if the request cannot have arrived, or was refused for a temporary reason.
	 *
	 * @throws {@link SubmitUncertainError} if it is unknown whether the job was created.
	 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
	 */
	create(request: BulkReadRequest | BulkReadRequestV8, asking: Asking): Promise<AddedJob>;
	/** @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/job-details.html */
	details(jobId: string, asking: Asking): Promise<JobDetails>;
	/**
	 * Starts a download, within the limit on downloads.
	 *
	 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/download-result.html
	 */
	openResult(jobId: string, downloadUrl: string, asking: Asking): Promise<OpenedResult>;
}

/** How a request is made. */
export interface Asking {
	/** The call's signal and the client's, combined. */
	readonly signal: AbortSignal | undefined;
	/** Texts that no error may show, besides the token. */
	readonly secrets?: readonly string[];
	/** Called before each wait. */
	readonly onWait?: OnWait | undefined;
}

/** A download that has started. */
export interface OpenedResult {
	readonly body: ReadableStream<Uint8Array>;
	/** What its errors must not show. */
	readonly secrets: Secrets;
}

interface Call extends Asking {
	readonly method: "GET" | "POST";
	readonly path: string;
	readonly jobId?: string;
	readonly body?: string;
	readonly download?: true;
}

/** An answer, and the parts of it that must not be shown. */
interface Answered {
	readonly answer: Answer;
	readonly secrets: Secrets;
}

/** Makes the calls for a client. */
export function bulkReadApi(context: ApiContext): BulkReadApi {
	const jobs = `/crm/bulk/${context.apiVersion}/read`;
	return {
		async get(path, signal, onWait) {
			const { answer } = await send(context, { method: "GET", path, signal, onWait });
			return parseJson(answer);
		},
		async create(request, { signal, onWait }) {
			const body = JSON.stringify(request);
			const secrets = request.callback === undefined ? [] : secretsOfUrl(request.callback.url);
			const answered = await send(context, { method: "POST", path: jobs, body, signal, secrets, onWait });
			const document = parseJson(answered.answer);
			try {
				return concealing(answered.secrets, () => parseAddedJob(document));
			} catch (error) {
				throw error instanceof UnexpectedAnswerError ? new SubmitUncertainError(error, findJobId(document)) : error;
			}
		},
		async details(jobId, asking) {
			const path = `${jobs}/${encodeURIComponent(jobId)}`;
			const answered = await send(context, { ...asking, method: "GET", path, jobId });
			const details = concealing(answered.secrets, () => parseJobDetails(parseJson(answered.answer)));
			return details.failure === undefined
				? details
				: { ...details, failure: await concealFailure(details.failure, answered.secrets) };
		},
		async openResult(jobId, downloadUrl, asking) {
			const call: Call = { ...asking, method: "GET", path: downloadUrl, jobId, download: true };
			const { answer, secrets } = await send(context, call);
			const { body, status } = answer;
			if (body === null) throw new UnexpectedAnswerError({ status }, [], "a file");
			return { body, secrets };
		},
	};
}

/** Reads a document as it is; an error about it conceals secrets. */
function concealing<Read>(secrets: Secrets, read: () => Read): Read {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof UnexpectedAnswerError)) throw error;
		throw new UnexpectedAnswerError(secrets.concealJson(error.document), error.path, error.expected);
	}
}

async function send(context: ApiContext, call: Call): Promise<Answered> {
	const { clock, tokens, fetch, timeout } = context;
	const { method, path, body, jobId, signal, onWait } = call;
	const tellWait = (reason: Wait["for"], wait: number): void => onWait?.({ for: reason, until: clock.now() + wait });
	let secrets = new Secrets(call.secrets ?? []);
	let token = "";
	let renewed = false;
	/** Whether a request was sent that may have created a job. */
	let mayExist = false;
	try {
		signal?.throwIfAborted();
		const origin = context.origin(await untilAborted(tokens.apiDomain(signal, onWait), signal));
		const answer = await exchange({
			method,
			url: resolvePath(origin, path),
			...(body === undefined ? {} : { body, contentType: "application/json" }),
			...(call.download ? { streamed: true } : {}),
			fetch,
			signal,
			timeout,
			secrets: () => secrets,
			report: reportTo(context.onRequest, call, () => secrets),
			prepare: async (): Promise<Attempt> => {
				const ended = call.download
					? await (await context.downloads()).take(signal, (wait) => tellWait("download limit", wait))
					: (): void => {};
				try {
					token = checkToken("auth", await untilAborted(tokens.token(signal, onWait), signal));
				} catch (error) {
					ended();
					throw error;
				}
				secrets = secrets.and([token]);
				const sent = (): void => {
					mayExist = method === "POST";
				};
				return { headers: { authorization: `Zoho-oauthtoken ${token}` }, sent, ended };
			},
			refuses: (received) => received.status < 200 || received.status >= 300 || reportsError(received),
			retry: async (failure, failures) => {
				mayExist = method === "POST" && mayHaveCreated(failure);
				if (isDeadToken(failure) && !renewed) {
					renewed = true;
					return (await untilAborted(tokens.renew(token, signal, onWait), signal)) ? 0 : undefined;
				}
				return mayExist ? undefined : waitBeforeRetry(failure, renewed ? failures - 1 : failures, context);
			},
			pause: async (wait, failure) => {
				// A refused download delays all of them, including itself.
				if (call.download && failure.answer?.status === 429) (await context.downloads()).pause(wait);
				else if (wait > 0) {
					tellWait(failure.answer?.headers.has("retry-after") || isLimit(failure) ? "Retry-After" : "fault", wait);
					await clock.sleep(wait, signal);
				}
			},
		});
		return { answer, secrets };
	} catch (error) {
		if (signal?.aborted) throw new AbortedError(jobId, signal.reason, submission(method, mayExist));
		throw error instanceof ExchangeFailed ? await toError(error.failure, call, secrets, clock.now()) : error;
	}
}

function submission(method: Call["method"], mayExist: boolean): "unsent" | "uncertain" | undefined {
	if (method !== "POST") return undefined;
	return mayExist ? "uncertain" : "unsent";
}

async function toError(failure: Failure, { method, path, jobId }: Call, secrets: Secrets, now: number): Promise<Error> {
	const request = `${method} ${secrets.conceal(path)}`;
	const error =
		failure.fault === undefined
			? await apiError(failure.answer, { request, jobId, now, secrets })
			: new NetworkError(request, failure.fault, jobId);
	return method === "POST" && mayHaveCreated(failure) ? new SubmitUncertainError(error) : error;
}

async function concealFailure({ code, message, details }: JobFailure, secrets: Secrets): Promise<JobFailure> {
	return {
		code: await secrets.concealCode(code),
		message: secrets.conceal(message),
		details: secrets.concealJson(details),
	};
}

function isLimit(failure: Failure): boolean {
	return failure.answer?.status === 429;
}

function isDeadToken(failure: Failure): boolean {
	return failure.answer?.status === 401 && codeOf(failure.answer) === "INVALID_TOKEN";
}

/** An answer below 500 is a refusal: nothing was created. Anything else may have created a job. */
function mayHaveCreated(failure: Failure): boolean {
	return failure.fault === undefined ? failure.answer.status >= 500 : failure.fault.mayHaveArrived;
}

/** The API gives paths; a token is only ever sent to the API's own origin. */
function resolvePath(origin: string, path: string): string {
	const isOwn = URL.canParse(path, origin) && new URL(path, origin).origin === new URL(origin).origin;
	if (!isOwn) throw new UnexpectedAnswerError(path, ["result", "download_url"], `a path on ${origin}`);
	return path.startsWith("/") ? origin + path : new URL(path, origin).href;
}

/** Anything but JSON did not reach the API, unless the answer is empty. */
function parseJson({ text }: Answer): unknown {
	return text === "" ? undefined : JSON.parse(text);
}
