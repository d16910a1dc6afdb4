import { isMatching, match, P } from "ts-pattern";
import type { LiteralUnion } from "type-fest";
import type { JobState } from "./job-state.js";
import type { FileType } from "./request.js";
import { UnexpectedAnswerError } from "./unexpected-answer-error.js";

/** The user who created a job. */
export interface JobCreator {
	/** Id of the user. */
	readonly id: string;
	/** Name of the user. */
	readonly name: string;
}

/** A job that was accepted. */
export interface AddedJob {
	/** The job's id, digits: more than a JavaScript number can hold. */
	readonly id: string;
	/** Always `"read"`. */
	readonly operation: string;
	/** The state when it was looked at. */
	readonly state: JobState;
	/** The user whose token created it. */
	readonly createdBy: JobCreator | undefined;
	/** ISO 8601 with the offset of the org. */
	readonly createdTime: string | undefined;
}

/** What a completed job left for download. */
export interface JobResult {
	/** The page that was asked for, where Zoho says: every sample does, but none is of a page that was asked for by its token. */
	readonly page: number | undefined;
	/** The most records that a page can have, where Zoho says. */
	readonly perPage: number | undefined;
	/** The records in this file. */
	readonly count: number;
	/** Path of the file on the API's own origin. */
	readonly downloadUrl: string;
	/** Whether a further page has records. */
	readonly moreRecords: boolean;
	/** What asks for the next page on v8; it expires after a day and belongs to the user. */
	readonly nextPageToken: string | undefined;
}

/** Zoho's own account of why a job failed. */
export interface JobFailure {
	/** Zoho's code. */
	readonly code: string;
	/** Zoho's own words. */
	readonly message: string;
	/** What Zoho adds; its shape depends on the code. */
	readonly details: unknown;
}

/** A job as the API describes it. */
export interface JobDetails extends AddedJob {
	/** The query as Zoho echoes it: in the spelling of its version, a custom view's criteria merged in. */
	readonly query: unknown;
	/** The format of the result. */
	readonly fileType: LiteralUnion<FileType, string> | undefined;
	/** Present when the job is completed. */
	readonly result: JobResult | undefined;
	/** Present when the job failed. */
	readonly failure: JobFailure | undefined;
}

const added = { id: P.string, state: P.string } as const;
const creator = { id: P.string, name: P.string } as const;

/**
 * Reads the API's answer to a request that created a job.
 *
 * @throws {@link UnexpectedAnswerError} where the document is not such an answer.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function parseAddedJob(document: unknown): AddedJob {
	return match(document)
		.with({ data: [{ status: "success", details: added }] }, ({ data: [{ details }] }) => readAdded(details))
		.otherwise(() => {
			throw new UnexpectedAnswerError(document, ["data", 0], 'status "success" and details with id and state');
		});
}

/**
 * The job's id in an answer that is not what the API promises, where one can be found: in one of the places in which an id of a
 * job stands in any answer of the API.
 */
export function findJobId(document: unknown): string | undefined {
	const job = isMatching({ data: [P.any] }, document) ? document.data[0] : document;
	const details = isMatching({ details: P.any }, job) ? job.details : job;
	const id = isMatching({ id: P.any }, details)
		? details.id
		: isMatching({ job_id: P.any }, details)
			? details.job_id
			: "";
	const digits = Number.isSafeInteger(id) || typeof id === "string" ? String(id) : "";
	return /^\d+$/.test(digits) ? digits : undefined;
}

/**
 * Reads the API's description of a job.
 *
 * @throws {@link UnexpectedAnswerError} where the document is not one.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/job-details.html
 */
export function parseJobDetails(document: unknown): JobDetails {
	return match(document)
		.with({ data: [added] }, ({ data: [job] }) => readDetails(document, job))
		.otherwise(() => {
			throw new UnexpectedAnswerError(document, ["data", 0], "a job with id and state");
		});
}

/** Reads a job from the object that holds it, wherever that stands in the document. */
export function readDetails(document: unknown, job: { readonly id: string; readonly state: string }): JobDetails {
	const details = {
		...readAdded(job),
		query: "query" in job ? job.query : undefined,
		fileType: isMatching({ file_type: P.string }, job) ? job.file_type : undefined,
		result: undefined,
		failure: undefined,
	};
	return match(job)
		.with({ state: "COMPLETED" }, () => ({ ...details, result: readResult(document, job) }))
		.with({ state: "FAILURE" }, () => ({ ...details, failure: readFailure(job) }))
		.otherwise(() => details);
}

function readAdded(job: { readonly id: string; readonly state: string }): AddedJob {
	return {
		id: job.id,
		operation: isMatching({ operation: P.string }, job) ? job.operation : "read",
		state: job.state,
		createdBy: isMatching({ created_by: creator }, job)
			? { id: job.created_by.id, name: job.created_by.name }
			: undefined,
		createdTime: isMatching({ created_time: P.string }, job) ? job.created_time : undefined,
	};
}

const resultPattern = {
	result: {
		page: P.optional(P.number),
		per_page: P.optional(P.number),
		count: P.number,
		download_url: P.string,
		more_records: P.boolean,
	},
} as const;

function readResult(document: unknown, job: object): JobResult {
	if (!isMatching(resultPattern, job)) {
		throw new UnexpectedAnswerError(document, ["result"], "count, download_url and more_records of a completed job");
	}
	const { result } = job;
	return {
		page: result.page,
		perPage: result.per_page,
		count: result.count,
		downloadUrl: result.download_url,
		moreRecords: result.more_records,
		nextPageToken: isMatching({ next_page_token: P.string }, result) ? result.next_page_token : undefined,
	};
}

/** A failure is reported even where Zoho's account of it is missing or has another shape. */
function readFailure(job: object): JobFailure {
	const told = isMatching({ result: { error_message: P.any } }, job) ? job.result.error_message : undefined;
	return {
		code: isMatching({ code: P.string }, told) ? told.code : "UNKNOWN",
		message: isMatching({ message: P.string }, told) ? told.message : "Zoho gave no reason.",
		details: isMatching({ details: P.any }, told) ? told.details : undefined,
	};
}
