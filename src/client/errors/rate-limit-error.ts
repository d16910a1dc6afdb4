import { type ApiErrorFacts, ZohoApiError } from "./zoho-api-error.js";

/**
 * Too many requests, and the client's retries did not help, or Zoho asks for a longer wait than the client may make.
 * Resume after `retryAfter`; a checkpoint keeps what was done.
 */
export class RateLimitError extends ZohoApiError {
	override readonly name: string = "RateLimitError";
	/** Milliseconds to wait before the next request, as Zoho asks or, if it does not say, as its limits suggest. */
	readonly retryAfter: number;

	constructor(facts: ApiErrorFacts, retryAfter: number) {
		super(facts);
		this.retryAfter = retryAfter;
	}
}
