import { isMatching, P } from "ts-pattern";
import { minute } from "../../time/clock.js";
import { AuthError } from "../errors/auth-error.js";
import { knownAdvice } from "../errors/known-advice.js";
import { RateLimitError } from "../errors/rate-limit-error.js";
import type { Secrets } from "../errors/secrets.js";
import { type ApiErrorFacts, ZohoApiError } from "../errors/zoho-api-error.js";
import type { Answer } from "./exchange.js";
import { readRetryAfter } from "./retry-after.js";

/** What is known of a request whose answer is an error. */
interface RequestFacts {
	/** Method and path. */
	readonly request: string;
	readonly jobId: string | undefined;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly secrets: Secrets;
}

/** Zoho's description of an error: at the top of the document, or, as its own SDKs also allow, inside `data`. */
const described = { code: P.string } as const;

/** Reads the code of an error, if the answer is Zoho's. */
export function codeOf(answer: Answer): string | undefined {
	return describedError(answer)?.code;
}

/** Whether an answer reports an error, whatever its status. */
export function reportsError(answer: Answer): boolean {
	return isMatching({ status: "error" }, describedError(answer));
}

/**
 * The error for an answer of the API that is no success.
 *
 * @param secrets - what the answer may hold and the error must not.
 */
export async function apiError(answer: Answer, { request, jobId, now, secrets }: RequestFacts): Promise<ZohoApiError> {
	const { status, headers } = answer;
	const error = describedError(answer);
	const facts: ApiErrorFacts = {
		code: error === undefined ? undefined : await secrets.concealCode(error.code),
		status,
		zohoMessage: isMatching({ message: P.string }, error) ? secrets.conceal(error.message) : undefined,
		details: isMatching({ details: P.any }, error) ? secrets.concealJson(error.details) : undefined,
		advice: (await knownAdvice(error?.code)) ?? adviceFor(status),
		request,
		jobId,
	};
	if (status === 429 || error?.code === "TOO_MANY_REQUESTS") {
		return new RateLimitError(facts, readRetryAfter(headers, now) ?? minute);
	}
	return status === 401 ? new AuthError(facts) : new ZohoApiError(facts);
}

function describedError({ text }: Answer): { readonly code: string } | undefined {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {
		return undefined;
	}
	const error = isMatching({ data: [P.any] }, document) ? document.data[0] : document;
	return isMatching(described, error) ? error : undefined;
}

function adviceFor(status: number): string {
	// Browsers show a redirect that is not followed as status 0.
	if (status === 0 || (status >= 300 && status < 400)) {
		return "The server redirects, and the client does not follow: check baseUrl.";
	}
	if (status === 429) return "Wait a minute, then send the request again.";
	if (status >= 500) return "Zoho, or a server before it, is in trouble: go on later.";
	return "Check baseUrl, apiVersion and the job's id.";
}
