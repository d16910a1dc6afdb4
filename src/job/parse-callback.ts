import { match, P } from "ts-pattern";
import { type JobDetails, readDetails } from "./job-details.js";
import { UnexpectedAnswerError } from "./unexpected-answer-error.js";

/**
 * Reads what Zoho posts to a job's callback. Accepts both shapes that Zoho's pages show: the flat one with `job_id`,
 * and that of job details with `data`. A callback is not signed: check your own secret, and use only the id from it,
 * not the `download_url`.
 *
 * @param body - the parsed JSON body, or its text.
 * @throws {@link UnexpectedAnswerError} if the body has neither shape.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function parseCallback(body: unknown): JobDetails {
	const document = typeof body === "string" ? parseText(body) : body;
	return match(document)
		.with({ job_id: P.string, state: P.string }, (job) => readDetails(document, { ...job, id: job.job_id }))
		.with({ data: [{ id: P.string, state: P.string }] }, ({ data: [job] }) => readDetails(document, job))
		.otherwise(() => {
			throw new UnexpectedAnswerError(document, [], "a job with job_id and state, or data with one job");
		});
}

function parseText(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		throw new UnexpectedAnswerError(body, [], "JSON");
	}
}
