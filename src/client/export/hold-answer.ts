import { memberOf, numberIn, textIn } from "../../checks/document-parts.js";
import type { AnyJob } from "../../job/any-job.js";
import type { JobDetails, JobResult } from "../../job/job-details.js";
import { UnexpectedAnswerError } from "../../job/unexpected-answer-error.js";
import { Secrets, secretsOfJob } from "../errors/secrets.js";

/**
 * How strictly a job's details are checked against the request: id, module, page, format and selected fields.
 *
 * - `"lenient"`: what the details say must match; what they omit is ignored. That Zoho may omit some of it is our
 *   assumption: all its samples have it, but some servers that imitate Zoho do not.
 * - `"strict"`: omissions are refused too.
 * - `"unchecked"`: nothing is compared, and an export also continues after a page that announces others without end.
 */
export type AnswerChecks = "lenient" | "strict" | "unchecked";

/** What a job's details are checked against. */
export interface Question {
	readonly jobId: string;
	/** The request, if known. */
	readonly job?: AnyJob | undefined;
	/** The requested page; `undefined` if it was requested by a token, or is unknown. */
	readonly page?: number | undefined;
}

/**
 * Checks a job's details against the request: they may be another job's, whose rows would be taken for this one's.
 *
 * @throws {@link UnexpectedAnswerError}
 */
export function holdAnswer(details: JobDetails, question: Question, checks: AnswerChecks = "lenient"): void {
	if (checks === "unchecked") return;
	for (const { path, asked, told } of comparisons(details, question)) {
		if (asked === undefined || told === asked || (told === undefined && checks === "lenient")) continue;
		throw refusal(details, question.job, path, `${asked}, which was requested`);
	}
}

/**
 * Refuses a page after which pages would follow one another without end, each of them charged for: one without records
 * that has more after it, and one that is followed by itself. That Zoho has no such pages is an assumption.
 *
 * @param pageToken - requested the page on v8, if the page before gave it.
 * @param checks - with `"unchecked"`, nothing is refused.
 * @throws {@link UnexpectedAnswerError}
 */
export function refuseEndless(
	details: JobDetails & { readonly result: JobResult },
	job: AnyJob,
	pageToken: string | undefined,
	checks: AnswerChecks = "lenient",
): void {
	const { count, moreRecords, nextPageToken } = details.result;
	if (!moreRecords || checks === "unchecked") return;
	if (count === 0) {
		throw refusal(details, job, ["result", "more_records"], "false, because the page has no records");
	}
	if (nextPageToken !== undefined && nextPageToken === pageToken) {
		throw refusal(details, job, ["result", "next_page_token"], "another token than the one that requested this page");
	}
}

function refusal(
	details: JobDetails,
	job: AnyJob | undefined,
	path: readonly string[],
	expected: string,
): UnexpectedAnswerError {
	const shown = new Secrets(job === undefined ? [] : secretsOfJob(job)).concealJson(details);
	return new UnexpectedAnswerError(shown, path, expected);
}

interface Comparison {
	readonly path: readonly string[];
	readonly asked: string | undefined;
	readonly told: string | undefined;
}

function comparisons(details: JobDetails, { jobId, job, page }: Question): readonly Comparison[] {
	const { query, result, fileType } = details;
	const numbered = (number: number | undefined): string | undefined =>
		number === undefined ? undefined : `page ${number}`;
	const echoed = numberIn(query, "page");
	return [
		{ path: ["id"], asked: `job ${jobId}`, told: `job ${details.id}` },
		{ path: ["query", "module"], asked: job?.module.apiName, told: moduleOf(query) },
		{ path: ["query", "page"], asked: numbered(page), told: numbered(echoed ?? result?.page) },
		...(result === undefined
			? []
			: [{ path: ["result", "page"], asked: numbered(page), told: numbered(result.page ?? echoed) }]),
		{ path: ["file_type"], asked: job?.fileType, told: fileType },
		{ path: ["query", "fields"], asked: listed(job?.selection), told: listed(fieldsOf(query)) },
	];
}

/** v2 echoes a name, later versions an object. */
function moduleOf(query: unknown): string | undefined {
	return textIn(query, "module") ?? textIn(memberOf(query, "module"), "api_name");
}

function fieldsOf(query: unknown): readonly string[] | undefined {
	const fields = memberOf(query, "fields");
	return Array.isArray(fields) && fields.every((field) => typeof field === "string") ? fields : undefined;
}

/** In one order. The record's id is exported even if it was not requested. */
function listed(fields: readonly string[] | undefined): string | undefined {
	return fields
		?.filter((field) => field.toLowerCase() !== "id")
		.sort()
		.join(", ");
}
