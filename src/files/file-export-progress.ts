import type { Wait } from "../client/transport/wait.js";
import type { JobState } from "../job/job-state.js";

/** The progress of an export to a file. */
export interface FileExportProgress {
	/** The current page, from 1. */
	readonly page: number;
	/**
	 * `"SUBMITTING"` while the page's job is created, then a state of the job, `"READING"` while its file is downloaded and
	 * written, and `"WRITTEN"`.
	 */
	readonly state: JobState | "SUBMITTING" | "READING" | "WRITTEN";
	/** The page's job; `undefined` while it is being created. */
	readonly jobId: string | undefined;
	/** Rows written so far, of all pages. */
	readonly rows: number;
	/** Bytes downloaded in this run. */
	readonly bytes: number;
	/** Rows written of the page. */
	readonly pageRows?: number;
	/** All rows of the page, once Zoho has counted them. */
	readonly pageCount?: number;
	/** Rows of all pages that will have been written after this page. */
	readonly expectedRows?: number;
	/** Whether it is the last page, so that `expectedRows` is the total; known with the page's count. */
	readonly isLastPage?: boolean;
	/** What the export waits for, apart from the job itself, and until when; absent if it does not. */
	readonly waiting?: Wait;
}

/** Milliseconds between two calls for the same state of the same page. */
const quiet = 500;

/** Reports each change of page, state or job, and rows at most twice a second. */
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
