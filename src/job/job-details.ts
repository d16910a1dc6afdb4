import type { LiteralUnion } from "type-fest";
import { memberOf, numberIn, onlyItemIn, textIn } from "../checks/document-parts.js";
import { isJsonObject } from "../checks/json-object.js";
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
	/** The state at the time of the answer. */
	readonly state: JobState;
	/** The user whose token created it. */
	readonly createdBy: JobCreator | undefined;
	/** ISO 8601 with the offset of the org. */
	readonly createdTime: string | undefined;
}

/** The result of a completed job. */
export interface JobResult {
	/**
	 * The page that was requested, if Zoho says: every sample does, but none shows a page that was requested by its
	 * token.
	 */
	readonly page: number | undefined;
	/** The maximum number of records of a page, if Zoho says. */
	readonly perPage: number | undefined;
	/** The records in this file. */
	readonly count: number;
	/** Path of the file on the API's own origin. */
	readonly downloadUrl: string;
	/** Whether a further page has records. */
	readonly moreRecords: boolean;
	/** Requests the next page on v8; it expires after a day and belongs to the user. */
	readonly nextPageToken: string | undefined;
}

/** Zoho's explanation of why a job failed. */
export interface JobFailure {
	/** Zoho's code. */
	readonly code: string;
	/** Zoho's message. */
	readonly message: string;
	/** Further details from Zoho; their shape depends on the code. */
	readonly details: unknown;
}

/** A job as the API describes it. */
export interface JobDetails extends AddedJob {
	/** The query as Zoho echoes it: in its version's spelling, with a custom view's criteria merged in. */
	readonly query: unknown;
	/** The format of the result. */
	readonly fileType: LiteralUnion<FileType, string> | undefined;
	/** Present when the job is completed. */
	readonly result: JobResult | undefined;
	/** Present when the job failed. */
	readonly failure: JobFailure | undefined;
}

/**
 * Reads the API's answer to a request that created a job.
 *
 * @throws {@link UnexpectedAnswerError} if the document is not such an answer.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function parseAddedJob(document: unknown): AddedJob {
	const [answer] = onlyItemIn(document, "data") ?? [];
	const details = memberOf(answer, "details");
	if (textIn(answer, "status") === "success" && isJob(details)) return readAdded(details);
	throw new UnexpectedAnswerError(document, ["data", 0], 'status "success" and details with id and state');
}

/**
 * The job's id in an answer that is not what the API documents, if it is in one of the places where the API's answers
 * have a job's id.
 */
export function findJobId(document: unknown): string | undefined {
	const [job] = onlyItemIn(document, "data") ?? [document];
	const details = isJsonObject(job) && "details" in job ? job.details : job;
	const id = isJsonObject(details) && "id" in details ? details.id : memberOf(details, "job_id");
	const digits = Number.isSafeInteger(id) || typeof id === "string" ? String(id) : "";
	return /^\d+$/.test(digits) ? digits : undefined;
}

/**
 * Reads the API's description of a job.
 *
 * @throws {@link UnexpectedAnswerError} if the document is not a description of a job.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/job-details.html
 */
export function parseJobDetails(document: unknown): JobDetails {
	const [job] = onlyItemIn(document, "data") ?? [];
	if (isJob(job)) return readDetails(document, job);
	throw new UnexpectedAnswerError(document, ["data", 0], "a job with id and state");
}

/** An object that holds a job. */
interface NamedJob {
	readonly id: string;
	readonly state: string;
}

function isJob(given: unknown): given is NamedJob {
	return textIn(given, "id") !== undefined && textIn(given, "state") !== undefined;
}

/** Reads a job from its object, wherever that is in the document. */
export function readDetails(document: unknown, job: NamedJob): JobDetails {
	return {
		...readAdded(job),
		query: memberOf(job, "query"),
		fileType: textIn(job, "file_type"),
		result: job.state === "COMPLETED" ? readResult(document, memberOf(job, "result")) : undefined,
		failure: job.state === "FAILURE" ? readFailure(memberOf(job, "result")) : undefined,
	};
}

function readAdded(job: NamedJob): AddedJob {
	const creator = memberOf(job, "created_by");
	const [id, name] = [textIn(creator, "id"), textIn(creator, "name")];
	return {
		id: job.id,
		operation: textIn(job, "operation") ?? "read",
		state: job.state,
		createdBy: id === undefined || name === undefined ? undefined : { id, name },
		createdTime: textIn(job, "created_time"),
	};
}

function readResult(document: unknown, result: unknown): JobResult {
	const count = numberIn(result, "count");
	const downloadUrl = textIn(result, "download_url");
	const moreRecords = memberOf(result, "more_records");
	const page = memberOf(result, "page");
	const perPage = memberOf(result, "per_page");
	const isWhole = count !== undefined && downloadUrl !== undefined && typeof moreRecords === "boolean";
	if (!isWhole || !isNumberIfAny(page) || !isNumberIfAny(perPage)) {
		throw new UnexpectedAnswerError(document, ["result"], "count, download_url and more_records of a completed job");
	}
	return { page, perPage, count, downloadUrl, moreRecords, nextPageToken: textIn(result, "next_page_token") };
}

function isNumberIfAny(given: unknown): given is number | undefined {
	return given === undefined || typeof given === "number";
}

/** A failure is reported even if Zoho's explanation is missing or has another shape. */
function readFailure(result: unknown): JobFailure {
	const told = memberOf(result, "error_message");
	return {
		code: textIn(told, "code") ?? "UNKNOWN",
		message: textIn(told, "message") ?? "Zoho gave no reason.",
		details: memberOf(told, "details"),
	};
}
