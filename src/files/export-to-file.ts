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

/** For NDJSON: how rows are read. CSV, calendars and archives are written as they come. */
export type CellReading = Pick<ReadRowsOptions, "invalidCells" | "longNumbers" | "missingColumns" | "quotes">;

/** How an export is written. */
export interface StreamExportOptions extends Pick<WaitOptions, "signal" | "timeout">, CellReading {
	/** The format; what the file's name ends with unless given. */
	readonly format?: ExportFormat | undefined;
	/** The last page that is exported; all unless given. The first is the job's own. */
	readonly lastPage?: number | undefined;
	/** Whether the next page's job is submitted while a page is downloaded: it is charged for even if the export is given up. */
	readonly prefetch?: boolean | undefined;
	/**
	 * Whether the export is cut by when records were created, so that none is lost or doubled while the org moves: see
	 * {@link Client.rows}. The rows come in no order. An export is resumed as it was begun.
	 */
	readonly windows?: boolean | undefined;
	/** How many windows are worked on at once; 3 unless given. */
	readonly concurrency?: number | undefined;
	/** For CSV: how it is written, where not byte for byte as Zoho writes it. */
	readonly csv?: CsvDialect | undefined;
	/** Called at each change of page, state or job, and while rows are written twice a second at most. */
	readonly onProgress?: ((progress: FileExportProgress) => void) | undefined;
}

/** How an export is written to a file. */
export interface FileExportOptions extends StreamExportOptions {
	/**
	 * Whether an export of this job to this file that was begun and not ended is gone on with; where none was, one is begun. By
	 * default `false`: then such an export is an error, since its jobs are paid for.
	 */
	readonly resume?: boolean | undefined;
	/** Permissions of a file that was not there before; `0o600` unless given. One that is replaced keeps its own. */
	readonly mode?: number | undefined;
}

/** What an export to a file came to. */
export interface ExportedFile {
	/**
	 * The files that were written: one, or for `"zip"` one for each page. None where the path leads to a pipe or a device.
	 */
	readonly files: readonly string[];
	/** The rows in them, as Zoho counts them; events of a calendar. */
	readonly rows: number;
}

/**
 * Exports everything that a job asks for to a file, page after page, and goes on where it was interrupted. Node and its kin
 * alone: it lives in `zoho-bulk-read/files`.
 *
 * What is at the path is always a whole export or what was there before. The file is written aside and takes its place when
 * every page is in it and on the disk; beside it stand, while that lasts, `.lock`, `.checkpoint.json` and a `.partial`
 * with a name that cannot be foreseen. A process that dies at any moment leaves them, and the next call with
 * `resume: true` goes on there: nothing is paid for twice but a job that Zoho took just before.
 *
 * A link is followed. A pipe, a character device, `/dev/stdout` and `/dev/fd/3` are written to as they are: nothing is
 * kept then. A file that is there keeps its permissions; a new one can be read by its owner alone, unless `mode` says more.
 *
 * @example
 * ```ts
 * const { rows } = await exportToFile(zoho, job, "leads.csv", { resume: true });
 * ```
 * @param path - of the file; its folder is made.
 * @throws {@link FileExportError} with what is in the way, before anything is sent wherever that can be known;
 * {@link InvalidOptionError}; and what `client.pages` throws. What was done is kept, and `resume: true` goes on with it.
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
 * Exports everything that a job asks for to a stream of Node's, such as `process.stdout`, which stays open. Nothing is kept
 * to go on from.
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
 * Throws away what an interrupted export to a file has left, so that one can begin anew. The file at the path is not
 * touched.
 *
 * @returns whether there was anything.
 * @throws {@link FileExportError} where it is going on.
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

/** Whether an interrupted export to a file can be gone on with. */
export async function isUnfinished(path: string): Promise<boolean> {
	const destination = await findDestination(path);
	if (destination.kind === "stream") return false;
	const kept = await readKept(destination.path).catch(() => undefined);
	return kept !== undefined && isPaidFor(kept);
}

/** What was begun and is to be gone on with; `undefined` where there is nothing. */
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
		const sentence = `An export to ${path} was begun and not ended, and its jobs are paid for (${checkpointPath(path)}). Resume it, or discard it and begin anew.`;
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
		throw new InvalidOptionError("csv", `only CSV is written in a dialect, and this export is written as ${format}.`);
	}
	if (prefetch && lastPage !== Number.POSITIVE_INFINITY) {
		const sentence = "would submit, and pay for, the page behind the last. Leave it out, or the last page.";
		throw new InvalidOptionError("prefetch", sentence);
	}
	if (windows && lastPage !== Number.POSITIVE_INFINITY) {
		throw new InvalidOptionError("windows", "windows are not counted like pages. Leave out either them or the pages.");
	}
	const from = beginFile(job, format, JSON.stringify(dialect ?? "it comes"), { windows });
	if (!(lastPage >= from.firstPage)) {
		throw new InvalidOptionError("lastPage", `${lastPage} is no page from ${from.firstPage}, the first.`);
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
	throw new InvalidOptionError("resume", `${path} is no file: nothing is kept of it, so nothing can be gone on with.`);
}

function checkMode(mode: number): number {
	if (Number.isInteger(mode) && mode >= 0 && mode <= 0o777) return mode;
	throw new InvalidOptionError("mode", `${mode} is none of a file's permissions, from 0 to 0o777.`);
}
