import { JobFailedError } from "../../client/errors/job-failed-error.js";
import { exportPages } from "../../client/export/export-pages.js";
import type { Page } from "../../client/export/page.js";
import type { ClientContext } from "../../client/jobs/client-context.js";
import type { Job } from "../../job/any-job.js";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import type { ExportProgress } from "../terminal/progress.js";
import type { ExportCheckpoint } from "./export-checkpoint.js";
import type { ExportOutput } from "./export-output.js";
import { pageWriters } from "./page-writers.js";

/** An export that is to be written. */
export interface ExportToWrite {
	readonly job: Job<unknown>;
	readonly from: ExportCheckpoint;
	/** The last page that is wanted; `Infinity` for all. */
	readonly lastPage: number;
	readonly prefetch: boolean;
	readonly invalidCells: "error" | "text";
	readonly output: ExportOutput;
	readonly signal: AbortSignal;
	onProgress(progress: ExportProgress): void;
}

/**
 * Writes the pages of an export, and keeps a checkpoint after every step.
 *
 * @returns the rows of all pages, those included that were written before.
 */
export async function writePages(context: ClientContext, task: ExportToWrite): Promise<number> {
	const { job, from, lastPage, output, signal, prefetch, invalidCells, onProgress } = task;
	let at = from;
	let bytes = 0;
	let rows = at.next.rows;
	if (at.next.page > lastPage) return rows;
	const pages = exportPages(context, job, {
		from: at.next,
		signal,
		prefetch,
		invalidCells,
		// No row is kept for longer than it takes to write it.
		copyText: false,
		onBytes: (more) => {
			bytes += more;
		},
		onProgress: ({ jobId, ...progress }) => onProgress({ ...progress, job: jobId }),
		onCheckpoint: async (next) => {
			at = { ...at, next, size: output.size };
			await output.keep(at);
		},
	});
	try {
		for await (const page of pages) {
			const { number, jobId, count } = page;
			const show = (state: string, records: number): void =>
				onProgress({ page: number, job: jobId, state, expectedRows: rows + count, rows: rows + records, bytes });
			const header = await writePage(page, task, at.header, (records) => show("READING", records));
			if (header !== undefined) at = { ...at, header };
			show("WRITTEN", count);
			rows += count;
			if (number >= lastPage) break;
		}
	} catch (error) {
		if (error instanceof JobFailedError || error instanceof DamagedResultError) await output.keep(submitAgain(at));
		throw error;
	}
	return rows;
}

/** A job that failed stays failed, and a damaged file damaged: whoever goes on submits the page anew. */
function submitAgain(at: ExportCheckpoint): ExportCheckpoint {
	const { version, job, page, rows } = at.next;
	return { ...at, next: { version, job, page, rows, step: "submit" } };
}

/** How often a page is downloaded in all, where what came was damaged. */
const maxDownloads = 3;

/** Writes a page, and again from its start where the file was damaged on its way. */
async function writePage(
	page: Page<unknown>,
	{ job, output }: ExportToWrite,
	header: string | undefined,
	onRecords: (records: number) => void,
): Promise<string | undefined> {
	for (let downloads = 1; ; downloads++) {
		await output.beginPage(page.number);
		try {
			const found = await pageWriters[output.format]({
				page,
				header,
				isCalendar: job.fileType === "ics",
				write: (bytes) => output.write(bytes),
				onRecords,
			});
			await output.endPage();
			return found;
		} catch (error) {
			const mayMend = error instanceof DamagedResultError && !error.archiveIsWhole && output.canRewrite;
			if (!mayMend || downloads === maxDownloads) throw error;
		}
	}
}
