import { memberOf, onlyItemIn, textIn } from "../../checks/document-parts.js";
import { minute } from "../../time/clock.js";
import { AuthError } from "../errors/auth-error.js";
import { knownAdvice } from "../errors/known-advice.js";
import { RateLimitError } from "../errors/rate-limit-error.js";
import type { Secrets } from "../errors/secrets.js";
import { type ApiErrorFacts, ZohoApiError } from "../errors/zoho-api-error.js";
import type { Answer } from "./exchange.js";
import { readRetryAfter } from "./retry-after.js";

/** What is known about a request whose answer is an error. */
interface RequestFacts {
	/** Method and path. */
	readonly request: string;
	readonly jobId: string | undefined;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly secrets: Secrets;
}

/** Reads the code of an error, if the answer is Zoho's. */
export function codeOf(answer: Answer): string | undefined {
	return textIn(describedError(answer), "code");
}

/** Whether an answer reports an error, whatever its status. */
export function reportsError(answer: Answer): boolean {
	return textIn(describedError(answer), "status") === "error";
}

/**
 * The error for an answer of the API that is not a success.
 *
 * @param secrets - what the answer may contain but the error must not.
 */
export async function apiError(answer: Answer, { request, jobId, now, secrets }: RequestFacts): Promise<ZohoApiError> {
	const { status, headers } = answer;
	const error = describedError(answer);
	const code = textIn(error, "code");
	const message = textIn(error, "message");
	const facts: ApiErrorFacts = {
		code: code === undefined ? undefined : await secrets.concealCode(code),
		status,
		zohoMessage: message === undefined ? undefined : secrets.conceal(message),
		details: secrets.concealJson(memberOf(error, "details")),
		advice: (await knownAdvice(code)) ?? adviceFor(status),
		request,
		jobId,
	};
	if (status === 429 || code === "TOO_MANY_REQUESTS") {
		return new RateLimitError(facts, readRetryAfter(headers, now) ?? minute);
	}
	return status === 401 ? new AuthError(facts) : new ZohoApiError(facts);
}

/** Zoho's description of an error: at the top of the document or, as its own SDKs also allow, inside `data`. */
function describedError({ text }: Answer): unknown {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		return undefined;
	}
	const [error] = onlyItemIn(document, "data") ?? [document];
	return textIn(error, "code") === undefined ? undefined : error;
}

function adviceFor(status: number): string {
	// Browsers report a redirect that is not followed as status 0.
	if (status === 0 || (status >= 300 && status < 400)) {
		return "The server redirects, which the client does not follow. Check baseUrl.";
	}
	if (status === 429) return "Wait a minute, then try again.";
	if (status >= 500) return "Zoho, or a server in front of it, has a problem. Try again later.";
	return "Check baseUrl, apiVersion and the job's id.";
}
