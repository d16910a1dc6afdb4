import { memberOf, numberIn, textIn } from "../../checks/document-parts.js";
import type { AnyJob } from "../../job/any-job.js";
import type { JobDetails } from "../../job/job-details.js";
import { UnexpectedAnswerError } from "../../job/unexpected-answer-error.js";
import { Secrets, secretsOfJob } from "../errors/secrets.js";

/**
 * How a job's details are held against what was asked for: id, module, page, format and selected fields.
 *
 * - `"lenient"`: what the details say has to agree; what they leave out is let pass. That Zoho may leave some of it out is our
 *   assumption: all its samples have it, and some servers that stand in for Zoho do not.
 * - `"strict"`: what they leave out is refused too.
 * - `"unchecked"`: nothing is compared.
 */
export type AnswerChecks = "lenient" | "strict" | "unchecked";

/** What a job's details are held against. */
export interface Question {
	readonly jobId: string;
	/** What it asked for, where that is known. */
	readonly job?: AnyJob | undefined;
	/** The page that was asked for; `undefined` where it was asked for by a token, or where that is not known. */
	readonly page?: number | undefined;
}

/**
 * Holds a job's details against the question: they may be another job's, and its rows would be taken for those of this one.
 *
 * @throws {@link UnexpectedAnswerError}
 */
export function holdAnswer(details: JobDetails, question: Question, checks: AnswerChecks = "lenient"): void {
	if (checks === "unchecked") return;
	for (const { path, asked, told } of comparisons(details, question)) {
		if (asked === undefined || told === asked || (told === undefined && checks === "lenient")) continue;
		const shown = new Secrets(question.job === undefined ? [] : secretsOfJob(question.job)).concealJson(details);
		throw new UnexpectedAnswerError(shown, path, `${asked}, which was asked for`);
	}
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

/** In one order. The record's id is exported whether or not it was asked for. */
function listed(fields: readonly string[] | undefined): string | undefined {
	return fields
		?.filter((field) => field.toLowerCase() !== "id")
		.sort()
		.join(", ");
}
