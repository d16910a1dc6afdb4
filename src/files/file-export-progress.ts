import type { Wait } from "../client/transport/wait.js";
import type { JobState } from "../job/job-state.js";

/** How far an export to a file is. */
export interface FileExportProgress {
	/** The page that is worked on, from 1. */
	readonly page: number;
	/**
	 * `"SUBMITTING"` while the page's job is created, then a state of the job, `"READING"` while its file is downloaded and
	 * written, and `"WRITTEN"`.
	 */
	readonly state: JobState | "SUBMITTING" | "READING" | "WRITTEN";
	/** The page's job; `undefined` while it is created. */
	readonly jobId: string | undefined;
	/** Rows that were written, of all pages. */
	readonly rows: number;
	/** Bytes that were downloaded in this run. */
	readonly bytes: number;
	/** Rows of the page that were written. */
	readonly pageRows?: number;
	/** Rows of the page in all, once Zoho has counted them. */
	readonly pageCount?: number;
	/** Rows of all pages that will be written when the page is. */
	readonly expectedRows?: number;
	/** Whether no page comes after it, so that `expectedRows` is the total; known with the page's count. */
	readonly isLastPage?: boolean;
	/** What is waited for, apart from the job itself, and until when; absent while nothing is. */
	readonly waiting?: Wait;
}

/** Milliseconds between two calls for the same state of the same page. */
const quiet = 500;

/** Tells of each change of page, state or job, and of rows twice a second at most. */
export function seldom(
	tell: (progress: FileExportProgress) => void,
	now: () => number = () => performance.now(),
): (progress: FileExportProgress) => void {
	let toldKey = "";
	let toldAt = Number.NEGATIVE_INFINITY;
	return (progress) => {
		const { page, state, jobId, waiting } = progress;
		const key = `${page} ${state} ${jobId} ${waiting?.for} ${waiting?.until}`;
		if (key === toldKey && now() - toldAt < quiet) return;
		toldKey = key;
		toldAt = now();
		tell(progress);
	};
}
