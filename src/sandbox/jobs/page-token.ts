import { ApiRefusal } from "../requests/api-refusal.js";
import type { ReadRequest } from "../requests/read-request.js";
import type { ServedJob } from "./job.js";
import type { JobStore } from "./job-store.js";

/** The token for the page after a job's. */
export function makePageToken(job: ServedJob): string {
	return Array.from(`${job.id}/${job.request.page + 1}`, (character) => character.charCodeAt(0).toString(16)).join("");
}

/**
 * Finds the request of a page token.
 *
 * @throws {@link ApiRefusal} if the token is unknown or too old. The code is an assumption; Zoho's pages name none.
 */
export function redeemPageToken(token: string, jobs: JobStore, now: number, hours: number): ReadRequest {
	const text = /^(?:[0-9a-f]{2})+$/.test(token)
		? token.replace(/../g, (code) => String.fromCharCode(Number.parseInt(code, 16)))
		: "";
	const [id = "", page] = text.split("/");
	const job = jobs.find(id);
	if (job === undefined || Number(page) !== job.request.page + 1 || now >= job.endsAt + hours * 3_600_000) {
		throw new ApiRefusal("EXPIRED_VALUE", { note: "the page token is unknown, or too old." });
	}
	return { ...job.request, page: job.request.page + 1 };
}
