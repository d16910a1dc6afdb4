import { makeVisible } from "../../checks/make-visible.js";
import type { ZohoErrorCode } from "../../facts/error-codes.js";

/** The contents of an answer that reports an error. */
export interface ApiErrorFacts {
	readonly code: ZohoErrorCode | undefined;
	readonly status: number;
	/** Zoho's message. */
	readonly zohoMessage: string | undefined;
	readonly details: unknown;
	readonly advice: string;
	/** Method and path of the request; neither host nor headers nor body. */
	readonly request: string;
	readonly jobId: string | undefined;
}

/**
 * Zoho refused a request. `code` says why and `advice` what to do. It was already retried if that could help.
 *
 * {@link RateLimitError} and {@link AuthError} are subclasses.
 */
export class ZohoApiError extends Error {
	override readonly name: string = "ZohoApiError";
	/**
	 * Zoho's code, one of {@link errorCodes} or another; `undefined` if the answer was not Zoho's, but a proxy's page.
	 */
	readonly code: ZohoErrorCode | undefined;
	/** HTTP status of the answer. */
	readonly status: number;
	/** Zoho's message. */
	readonly zohoMessage: string | undefined;
	/** Further details from Zoho: the field, the limit, the allowed comparators. Their shape depends on the code. */
	readonly details: unknown;
	/** What to do. */
	readonly advice: string;
	/** Method and path of the request. */
	readonly request: string;
	/** The job that the request was about, if any. */
	readonly jobId: string | undefined;

	constructor(facts: ApiErrorFacts) {
		const job = facts.jobId === undefined ? "" : ` (job ${facts.jobId})`;
		const words = facts.zohoMessage === undefined ? "" : ` ${endSentence(makeVisible(facts.zohoMessage))}`;
		super(`${makeVisible(facts.request)} was answered with ${named(facts)}.${words} ${facts.advice}${job}`);
		this.code = facts.code;
		this.status = facts.status;
		this.zohoMessage = facts.zohoMessage;
		this.details = facts.details;
		this.advice = facts.advice;
		this.request = facts.request;
		this.jobId = facts.jobId;
	}
}

function named({ code, status }: ApiErrorFacts): string {
	return code === undefined ? `HTTP ${status}` : `${makeVisible(code)}, HTTP ${status}`;
}

function endSentence(words: string): string {
	return /[.!?]$/.test(words) ? words : `${words}.`;
}
