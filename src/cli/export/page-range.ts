import type { Job } from "../../job/any-job.js";
import { CommandError } from "../terminal/command-error.js";

/** The pages of an export, from the first to the last. */
export interface PageRange {
	readonly firstPage: number;
	/** `undefined` if the last one is unknown. */
	readonly lastPage: number | undefined;
}

/** Reads `3`, `2-4` or `2-`. By default, the pages from the job's own on. */
export function readPageRange(text: string | undefined, job: Job<unknown>): PageRange {
	if (text === undefined) return { firstPage: job.toJSON().query.page ?? 1, lastPage: undefined };
	const [, first, dash, last] = /^([1-9]\d{0,5})(?:(-)([1-9]\d{0,5})?)?$/.exec(text) ?? [];
	const firstPage = Number(first);
	const lastPage = dash === undefined ? firstPage : last === undefined ? undefined : Number(last);
	if (first === undefined || (lastPage !== undefined && lastPage < firstPage)) {
		throw new CommandError(`"${text}" is not a range of pages. Write 3, 2-4 or 2- (from 2 on); pages start at 1.`);
	}
	return { firstPage, lastPage };
}
