import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import {
	callback,
	checkEachOption,
	checkedLater,
	filledText,
	numberFrom,
	type OptionKinds,
} from "../../checks/option-kinds.js";
import { type CallbackSecret, defaultCallbackParameter } from "../../job/callback-url.js";
import type { JobDetails, JobFailure } from "../../job/job-details.js";
import { parseCallback } from "../../job/parse-callback.js";
import { UnexpectedAnswerError } from "../../job/unexpected-answer-error.js";
import { readBodyText } from "../transport/body-text.js";
import type { CompletedJob } from "./wait-for-job.js";

/**
 * How callbacks are received. `secret` and `parameter` are those of the job's {@link JobSteps.callback | callback}:
 * Zoho does not sign its calls, so the secret identifies them.
 */
export interface CallbackHandlerOptions extends CallbackSecret {
	/**
	 * Called when a job is completed. Take its id, `client.job(job.id)`, and read the result elsewhere: Zoho's call is
	 * answered when this returns. It may be called twice for one job.
	 */
	readonly onCompleted?: ((job: CompletedJob, request: Request) => void | Promise<void>) | undefined;
	/** Called when a job failed; `job.failure` is Zoho's explanation. It may be called twice for one job. */
	readonly onFailed?: ((job: FailedJob, request: Request) => void | Promise<void>) | undefined;
	/** The maximum size of a body in bytes; a mebibyte by default. */
	readonly maxBytes?: number | undefined;
}

/** A job that failed, and so has no result. */
export interface FailedJob extends JobDetails {
	/** Always failed. */
	readonly state: "FAILURE";
	readonly failure: JobFailure;
}

/**
 * Receives Zoho's callbacks: a function from `Request` to `Response`, as Hono, Next.js, Deno, Bun and Workers take it.
 *
 * It answers 405 to anything but POST, 403 without the secret, 413 if the body is too long and 400 if it is not a
 * callback, without calling your functions. Otherwise it answers 200, once your function is done. Errors of your
 * function pass through, for your server to log and answer with 500; how often Zoho retries is not documented, so do
 * not depend on callbacks alone.
 *
 * @example
 * ```ts
 * const job = bulkRead(Leads).callback("https://example.com/zoho", { secret });
 * export const POST = callbackHandler({ secret, onCompleted: ({ id }) => queue.add("read", { id }) });
 * ```
 * @throws {@link InvalidOptionError} if the secret is empty.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function callbackHandler(options: CallbackHandlerOptions): (request: Request) => Promise<Response> {
	checkEachOption(options, handlerKinds);
	const { secret, parameter = defaultCallbackParameter, onCompleted, onFailed, maxBytes = 1024 * 1024 } = options;
	if (typeof secret !== "string" || secret === "") {
		throw new InvalidOptionError("secret", "is missing; without it anybody could report jobs.");
	}
	return async (request) => {
		if (request.method !== "POST") return answer(405, "Callbacks must be POST requests.", { allow: "POST" });
		if (!(await isSecretOf(request.url, parameter, secret))) return answer(403, "The secret is missing or wrong.");
		// Firefox has no `Request.body`, but reads a body at once.
		const body = request.body ?? new Response(await request.arrayBuffer()).body;
		const { text, whole } = await readBodyText(body, maxBytes);
		if (!whole) return answer(413, `A callback has at most ${maxBytes} bytes.`);
		const details = readDetails(text);
		if (details === undefined) return answer(400, "This is not a callback of a bulk read job.");
		const { result, failure } = details;
		if (result !== undefined) await onCompleted?.({ ...details, state: "COMPLETED", result }, request);
		if (failure !== undefined) await onFailed?.({ ...details, state: "FAILURE", failure }, request);
		return answer(200, "Received.");
	};
}

const handlerKinds: OptionKinds<CallbackHandlerOptions> = {
	secret: checkedLater,
	parameter: filledText,
	onCompleted: callback,
	onFailed: callback,
	maxBytes: numberFrom(1),
};

function answer(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
	return Response.json({ message }, { status, headers });
}

function readDetails(text: string): JobDetails | undefined {
	try {
		return parseCallback(text);
	} catch (error) {
		if (error instanceof UnexpectedAnswerError) return undefined;
		throw error;
	}
}

/**
 * Whether a URL has the secret, once. A secret that was added without encoding counts too: decoding turns its plus
 * signs into spaces.
 */
async function isSecretOf(url: string, parameter: string, secret: string): Promise<boolean> {
	const { search, searchParams } = new URL(url);
	const [given = "", ...more] = searchParams.getAll(parameter);
	const raw = new URLSearchParams(search.replaceAll("+", "%2B")).get(parameter) ?? "";
	const [decoded, asItIs] = await Promise.all([isSame(given, secret), isSame(raw, secret)]);
	return more.length === 0 && (decoded || asItIs);
}

/**
 * Compares in constant time: both texts are hashed, and every byte of the hashes is compared. `node:crypto` has a
 * function for this, but browsers and edge runtimes do not.
 */
async function isSame(given: string, secret: string): Promise<boolean> {
	const [left, right] = await Promise.all([hash(given), hash(secret)]);
	let difference = 0;
	for (const [at, byte] of left.entries()) difference |= byte ^ (right[at] ?? 0);
	return difference === 0;
}

async function hash(text: string): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
