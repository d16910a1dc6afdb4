import type { Except } from "type-fest";
import type { Client } from "../client/client.js";
import { JobFailedError } from "../client/errors/job-failed-error.js";
import { ResultExpiredError } from "../client/errors/result-expired-error.js";
import { resubmitPage } from "../client/export/begin-export.js";
import type { Checkpoint } from "../client/export/checkpoint.js";
import type { ExportOptions } from "../client/export/export-options.js";
import type { Page } from "../client/export/page.js";
import type { AnyJob } from "../job/any-job.js";
import { type CsvDialect, CsvDialectWriter } from "../result/csv/csv-dialect.js";
import { DamagedResultError } from "../result/zip/damaged-result-error.js";
import { ResultError } from "../result/zip/result-error.js";
import type { ExportOutput } from "./export-output.js";
import { FileExportError } from "./file-export-error.js";
import type { FileExportProgress } from "./file-export-progress.js";
import type { KeptExport } from "./kept-export.js";
import { pageWriters } from "./page-writers.js";

/** An export to write. */
export interface ExportToWrite {
	readonly job: AnyJob;
	readonly from: KeptExport;
	/** The last page to write; `Infinity` for all. */
	readonly lastPage: number;
	readonly dialect: CsvDialect | undefined;
	readonly output: ExportOutput;
	/** The options for the client. */
	readonly options: Except<ExportOptions, "from" | "onCheckpoint" | "onProgress" | "copyText">;
	onProgress(progress: FileExportProgress): void;
}

/** The outcome of an export. */
export interface WrittenExport {
	/** The files that it wrote, if any. */
	readonly files: readonly string[];
	/** The rows of all pages, including those that were written before. */
	readonly rows: number;
}

/**
 * Writes the pages of an export, and stores a checkpoint after every step. However it ends, the output is closed.
 */
export async function writeExport(zoho: Client, task: ExportToWrite): Promise<WrittenExport> {
	const writing = new Writing(task);
	try {
		await writing.writePages(zoho);
		return { files: await task.output.finish(writing.at), rows: writing.rows };
	} catch (error) {
		// Whatever stopped the writing may stop the closing too, and is what should be reported.
		await task.output.leave(writing.at).catch(() => {});
		throw error;
	}
}

class Writing {
	readonly #task: ExportToWrite;
	readonly #dialect: CsvDialectWriter | undefined;
	#bytes = 0;
	at: KeptExport;
	rows: number;

	constructor(task: ExportToWrite) {
		this.#task = task;
		this.#dialect = task.dialect && new CsvDialectWriter(task.dialect);
		this.at = task.from;
		this.rows = task.from.next.rows;
	}

	async writePages(zoho: Client): Promise<void> {
		const { job, lastPage, output, options, onProgress } = this.#task;
		if (this.at.next.page > lastPage) return;
		this.#tellSubmission();
		const pages = zoho.pages(job, {
			...options,
			from: this.at.next,
			// No row is kept for longer than it takes to write it.
			copyText: false,
			onBytes: (more) => {
				this.#bytes += more;
			},
			onProgress: ({ page, jobId, state = "SUBMITTING", waiting }) =>
				onProgress({ page, jobId, state, rows: this.rows, bytes: this.#bytes, ...(waiting && { waiting }) }),
			onCheckpoint: async (next) => {
				await this.#keep({ ...this.at, next, size: output.size });
				this.#tellSubmission();
			},
		});
		try {
			for await (const page of pages) {
				await this.#writePage(page);
				if (page.number >= lastPage) break;
			}
		} catch (error) {
			// A failed job stays failed, and a damaged file damaged: resuming submits the page again.
			const isForGood = error instanceof DamagedResultError && error.remedy === undefined;
			if (error instanceof JobFailedError || error instanceof ResultExpiredError || isForGood) {
				await this.#keep({ ...this.at, next: resubmitPage(this.at.next, error.jobId) });
			}
			throw error;
		}
	}

	async #keep(kept: KeptExport): Promise<void> {
		this.at = kept;
		try {
			await this.#task.output.keep(kept);
		} catch (error) {
			throw withJob(error, kept.next);
		}
	}

	#tellSubmission(): void {
		const { next } = this.at;
		if (next.step !== "submit") return;
		const { rows } = this;
		this.#task.onProgress({ page: next.page, jobId: undefined, state: "SUBMITTING", rows, bytes: this.#bytes });
	}

	async #writePage(page: Page<unknown>): Promise<void> {
		const { lastPage, onProgress, output } = this.#task;
		const { number, jobId, count } = page;
		const isLast = number >= lastPage || page.isLast;
		const before = this.rows;
		const show = (state: "READING" | "WRITTEN", pageRows: number): void =>
			onProgress({
				...{ page: number, jobId, state, rows: before + pageRows, bytes: this.#bytes, pageRows },
				...{ pageCount: count, expectedRows: before + count, isLastPage: isLast },
			});
		show("READING", 0);
		const header = await this.#writeUndamaged(page, (records) => show("READING", records));
		if (header !== undefined) this.at = { ...this.at, header };
		this.rows += count;
		show("WRITTEN", count);
		await output.endPage(isLast);
	}

	/** Writes a page, and again from its start if the file was damaged in transit. */
	async #writeUndamaged(page: Page<unknown>, onRecords: (records: number) => void): Promise<string | undefined> {
		const { job, output } = this.#task;
		for (let downloads = 1; ; downloads++) {
			await output.beginPage(page.number);
			try {
				return await pageWriters[output.format]({
					page,
					header: this.at.header,
					isCalendar: job.fileType === "ics",
					dialect: this.#dialect,
					write: (bytes) => output.write(bytes),
					onRecords,
				});
			} catch (error) {
				const mayMend = error instanceof DamagedResultError && !error.archiveIsWhole && output.canRewrite;
				if (!mayMend || downloads === maxDownloads)
					throw error instanceof ResultError ? error.ofJob(page.jobId) : error;
			}
		}
	}
}

/** How often a damaged page is downloaded in all. */
const maxDownloads = 3;

/** A paid job whose id could not be stored would be lost if it were not reported. */
function withJob(error: unknown, next: Checkpoint): unknown {
	if (!(error instanceof FileExportError) || !("jobId" in next)) return error;
	const { jobId } = next;
	const sentence = `${error.message} Job ${jobId} was created and is paid for, but that could not be stored: get its result within a day with client.job("${jobId}").`;
	return new FileExportError("write", error.path, sentence, error.cause);
}
