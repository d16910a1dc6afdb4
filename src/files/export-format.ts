import { extname } from "node:path";
import { InvalidOptionError } from "../checks/invalid-option-error.js";
import type { AnyJob } from "../job/any-job.js";

/** The formats of exported files. */
export const exportFormats = ["csv", "ndjson", "ics", "zip"] as const;

/**
 * A format of exported files: CSV as Zoho writes it, one typed row per line as JSON, a calendar, or the unchanged
 * archives, one for each page.
 */
export type ExportFormat = (typeof exportFormats)[number];

/** The formats for a job's result, by its file type. */
const possible = { csv: ["csv", "ndjson", "zip"], ics: ["ics", "zip"] } as const;

/**
 * The format of an export: the given one, otherwise that of the file's ending, otherwise the first that fits the job.
 *
 * @throws {@link InvalidOptionError} if neither says it, or the job does not have the format.
 */
export function chooseFormat(job: AnyJob, path: string | undefined, given: ExportFormat | undefined): ExportFormat {
	const format = given ?? (path === undefined ? possible[job.fileType][0] : formatOf(path));
	if (format === undefined) {
		const sentence = `${path} does not end with .${exportFormats.join(", .")}. Rename it, or give the format.`;
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
