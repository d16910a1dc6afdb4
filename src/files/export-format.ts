import { extname } from "node:path";
import { InvalidOptionError } from "../checks/invalid-option-error.js";
import type { AnyJob } from "../job/any-job.js";

/** The formats in which an export is written. */
export const exportFormats = ["csv", "ndjson", "ics", "zip"] as const;

/**
 * A format in which an export is written: CSV as Zoho writes it, a typed row a line as JSON, a calendar, or the archives as
 * they come, one for each page.
 */
export type ExportFormat = (typeof exportFormats)[number];

/** The formats that a job's result can be written in, by its file type. */
const possible = { csv: ["csv", "ndjson", "zip"], ics: ["ics", "zip"] } as const;

/**
 * The format of an export: what was given, else what the file's name ends with, else the first that the job can have.
 *
 * @throws {@link InvalidOptionError} where neither says it, or the job has no such format.
 */
export function chooseFormat(job: AnyJob, path: string | undefined, given: ExportFormat | undefined): ExportFormat {
	const format = given ?? (path === undefined ? possible[job.fileType][0] : formatOf(path));
	if (format === undefined) {
		const sentence = `${path} does not end with .${exportFormats.join(", .")}. Rename it, or say its format.`;
		throw new InvalidOptionError("format", sentence);
	}
	if (possible[job.fileType].some((each) => each === format)) return format;
	const what = job.fileType === "ics" ? "a calendar" : `the records of ${job.module.apiName} as CSV`;
	const sentence = `this job exports ${what}, which can be written as ${possible[job.fileType].join(" or ")}, not as ${format}.`;
	throw new InvalidOptionError("format", sentence);
}

function formatOf(path: string): ExportFormat | undefined {
	const extension = extname(path).toLowerCase();
	return exportFormats.find((format) => extension === `.${format}`);
}
