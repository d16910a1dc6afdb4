import type { Except } from "type-fest";
import { InvalidOptionError } from "../checks/invalid-option-error.js";
import type { Client } from "../client/client.js";
import type { WaitOptions } from "../client/jobs/wait-for-job.js";
import type { AnyJob } from "../job/any-job.js";
import { type CsvDialect, checkDialect } from "../result/csv/csv-dialect.js";
import type { ReadRowsOptions } from "../result/rows/read-options.js";
import { streamSink } from "./byte-sink.js";
import { findDestination } from "./destination.js";
import { DiskOutput, discardKept, moveWhole } from "./disk-output.js";
import { chooseFormat, type ExportFormat } from "./export-format.js";
import { streamOutput } from "./export-output.js";
import { FileExportError } from "./file-export-error.js";
import { type FileExportProgress, seldom } from "./file-export-progress.js";
import { type FileLock, lockFile } from "./file-lock.js";
import { beginFile, checkpointPath, isPaidFor, type KeptExport, readKept, refuseOther } from "./kept-export.js";
import { inWords } from "./system-error.js";
import { type ExportToWrite, type WrittenExport, writeExport } from "./write-pages.js";

/** For NDJSON: how rows are read. CSV, calendars and archives are written unchanged. */
export type CellReading = Pick<ReadRowsOptions, "invalidCells" | "longNumbers" | "missingColumns" | "quotes">;

/** The options for writing an export. */
export interface StreamExportOptions extends Pick<WaitOptions, "signal" | "timeout">, CellReading {
	/** The format; that of the file's ending by default. */
	readonly format?: ExportFormat | undefined;
	/** The last page to export; all by default. The first is the job's own. */
	readonly lastPage?: number | undefined;
	/**
	 * Whether the next page's job is submitted while a page is downloaded: it is charged for even if the export is
	 * abandoned.
	 */
	readonly prefetch?: boolean | undefined;
	/**
	 * Whether the export is split by creation time, so that changes during the export lose or duplicate nothing: see
	 * {@link Client.rows}. The rows come in no order. An export can only be resumed the way it was started.
	 */
	readonly windows?: boolean | undefined;
	/** How many windows are exported at once; 3 by default. */
	readonly concurrency?: number | undefined;
	/** For CSV: how it is written, if not byte for byte like Zoho's. */
	readonly csv?: CsvDialect | undefined;
	/** Called at each change of page, state or job, and at most twice a second while rows are written. */
	readonly onProgress?: ((progress: FileExportProgress) => void) | undefined;
}

/** The options for exporting to a file. */
export interface FileExportOptions extends StreamExportOptions {
	/**
	 * Whether to resume an unfinished export of this job to this file, or start one if there is none. By default
	 * `false`: then an unfinished export is an error, since its jobs are paid for.
	 */
	readonly resume?: boolean | undefined;
	/** Permissions of a new file; `0o600` by default. A file that is replaced keeps its own. */
	readonly mode?: number | undefined;
}

/** The outcome of an export to a file. */
export interface ExportedFile {
	/**
	 * The files that were written: one, or for `"zip"` one for each page. None if the path leads to a pipe or a device.
	 */
	readonly files: readonly string[];
	/** The number of rows, as Zoho counts them; for a calendar, of events. */
	readonly rows: number;
}

/**
 * Exports everything that a job asks for to a file, page after page, and can resume where it was interrupted. For Node
 * and compatible runtimes; part of `zoho-bulk-read/files`.
 *
 * At the path there is always a complete export or what was there before. The export is written to a temporary file,
 * which is moved into place when every page is in it and on disk; until then there are a `.lock`, a `.checkpoint.json`
 * and a `.partial` with an unpredictable name beside it. A process that dies leaves them, and the next call with
 * `resume: true` continues there: nothing is paid for twice, except a job that Zoho accepted just before.
 *
 * Links are followed. A pipe, a character device, `/dev/stdout` and `/dev/fd/3` are written to directly, without
 * anything to resume. An existing file keeps its permissions; a new one can only be read by its owner, unless `mode`
 * says otherwise.
 *
 * @example
 * ```ts
 * const { rows } = await exportToFile(zoho, job, "leads.csv", { resume: true });
 * ```
 * @param path - of the file; its folder is created.
 * @throws {@link FileExportError} with the reason, before anything is sent if possible; {@link InvalidOptionError}; and
 * what `client.pages` throws. What was done is kept for `resume: true`.
 */
export async function exportToFile(
	zoho: Client,
	job: AnyJob,
	path: string,
	options: FileExportOptions = {},
): Promise<ExportedFile> {
	const format = chooseFormat(job, path, options.format);
	const writing = readOptions(job, format, options);
	const mode = checkMode(options.mode ?? 0o600);
	const destination = await findDestination(path);
	if (destination.kind === "stream") {
		refuseResume(path, options);
		const sink = await inWords("destination", path, () => destination.open(options.signal));
		return writeExport(zoho, { ...writing, output: streamOutput(sink, format, path) });
	}
	const { path: place } = destination;
	const lock = await lockFile(place);
	try {
		const kept = await findKept(place, writing.from, options);
		if (kept?.whole !== undefined) return { files: await moveWhole(place, kept, mode), rows: kept.next.rows };
		return await writeToDisk(zoho, place, { ...writing, from: kept ?? writing.from }, lock, mode);
	} finally {
		await lock.release();
	}
}

async function writeToDisk(
	zoho: Client,
	path: string,
	writing: Except<ExportToWrite, "output">,
	lock: FileLock,
	mode: number,
): Promise<WrittenExport> {
	const output = new DiskOutput(path, writing.from, lock, mode);
	try {
		await output.open();
	} catch (error) {
		await output.leave(writing.from).catch(() => {});
		throw error;
	}
	return writeExport(zoho, { ...writing, output });
}

/**
 * Exports everything that a job asks for to a Node stream, such as `process.stdout`, which stays open. It cannot be
 * resumed.
 */
export function exportToStream(
	zoho: Client,
	job: AnyJob,
	stream: NodeJS.WritableStream,
	options: StreamExportOptions & { readonly name?: string } = {},
): Promise<ExportedFile> {
	const { name = "The stream" } = options;
	const format = chooseFormat(job, undefined, options.format);
	const output = streamOutput(streamSink(stream, name), format, name);
	return writeExport(zoho, { ...readOptions(job, format, options), output });
}

/**
 * Discards what an interrupted export to a file has left, so that a new one can start. The file at the path is not
 * touched.
 *
 * @returns whether there was anything.
 * @throws {@link FileExportError} if it is still running.
 */
export async function discardExport(path: string): Promise<boolean> {
	const destination = await findDestination(path);
	if (destination.kind === "stream") return false;
	const lock = await lockFile(destination.path);
	try {
		const kept = await readKept(destination.path);
		if (kept !== undefined) await discardKept(destination.path, kept);
		return kept !== undefined;
	} finally {
		await lock.release();
	}
}

/** Whether there is an interrupted export to a file that can be resumed. */
export async function isUnfinished(path: string): Promise<boolean> {
	const destination = await findDestination(path);
	if (destination.kind === "stream") return false;
	const kept = await readKept(destination.path).catch(() => undefined);
	return kept !== undefined && isPaidFor(kept);
}

/** The export to resume; `undefined` if there is none. */
async function findKept(
	path: string,
	asked: KeptExport,
	{ resume = false }: FileExportOptions,
): Promise<KeptExport | undefined> {
	const kept = await readKept(path);
	if (kept === undefined) return undefined;
	if (!isPaidFor(kept)) {
		await discardKept(path, kept);
		return undefined;
	}
	if (!resume) {
		const sentence = `An export to ${path} was started but not finished, and its jobs are paid for (${checkpointPath(path)}). Resume it, or discard it and start over.`;
		throw new FileExportError("unfinished", path, sentence);
	}
	refuseOther(path, kept, asked);
	return kept;
}

function readOptions(
	job: AnyJob,
	format: ExportFormat,
	{
		lastPage = Number.POSITIVE_INFINITY,
		csv,
		onProgress,
		signal,
		timeout,
		prefetch = false,
		windows = false,
		concurrency,
		invalidCells,
		longNumbers,
		missingColumns,
		quotes,
	}: StreamExportOptions,
): Except<ExportToWrite, "output"> {
	const dialect = csv && checkDialect(csv);
	if (dialect !== undefined && format !== "csv") {
		throw new InvalidOptionError("csv", `only CSV has dialects, but this export is written as ${format}.`);
	}
	if (prefetch && lastPage !== Number.POSITIVE_INFINITY) {
		const sentence = "would submit, and pay for, the page after the last. Leave out either it or the last page.";
		throw new InvalidOptionError("prefetch", sentence);
	}
	if (windows && lastPage !== Number.POSITIVE_INFINITY) {
		throw new InvalidOptionError("windows", "windows have no page numbers. Leave out either windows or the pages.");
	}
	const from = beginFile(job, format, JSON.stringify(dialect ?? "it comes"), { windows });
	if (!(lastPage >= from.firstPage)) {
		throw new InvalidOptionError(
			"lastPage",
			`${lastPage} is not a page number from ${from.firstPage}, where the export starts.`,
		);
	}
	const options = {
		signal,
		timeout,
		prefetch,
		windows,
		concurrency,
		invalidCells,
		longNumbers,
		missingColumns,
		quotes,
	};
	return { job, from, lastPage, dialect, options, onProgress: seldom(onProgress ?? (() => {})) };
}

function refuseResume(path: string, { resume }: FileExportOptions): void {
	if (!resume) return;
	throw new InvalidOptionError("resume", `${path} is not a file, so there is nothing to resume.`);
}

function checkMode(mode: number): number {
	if (Number.isInteger(mode) && mode >= 0 && mode <= 0o777) return mode;
	throw new InvalidOptionError("mode", `${mode} is not a file mode, from 0 to 0o777.`);
}
