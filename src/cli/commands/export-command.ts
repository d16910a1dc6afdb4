import { extname } from "node:path";
import { AbortedError } from "../../client/errors/aborted-error.js";
import { ZohoApiError } from "../../client/errors/zoho-api-error.js";
import { limits } from "../../facts/limits.js";
import type { Job } from "../../job/any-job.js";
import { InvalidCellError } from "../../result/rows/invalid-cell-error.js";
import { type ConnectionOptions, connect } from "../connection/connection.js";
import {
	beginFile,
	checkpointPath,
	dropCheckpoint,
	type ExportCheckpoint,
	findCheckpoint,
	hasCheckpoint,
} from "../export/export-checkpoint.js";
import { type ExportFormat, exportFormats } from "../export/export-format.js";
import { type ExportOutput, fileOutput, filePerPageOutput, streamOutput } from "../export/export-output.js";
import { readPageRange } from "../export/page-range.js";
import { writePages } from "../export/write-pages.js";
import { type QueryOptions, readQuery } from "../query/read-query.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { listenForInterruption } from "../terminal/interruption.js";
import { makeProgressDisplay } from "../terminal/progress.js";
import { countOf, writeDuration } from "../terminal/quantities.js";
import { quoteForShell } from "../terminal/shell.js";
import { stderr } from "../terminal/terminal.js";

/** The options of `export`. */
export interface ExportCommandOptions extends QueryOptions, ConnectionOptions {
	readonly output?: string;
	readonly format?: ExportFormat;
	readonly pages?: string;
	readonly resume?: true;
	readonly prefetch?: true;
	readonly invalidCells: "error" | "text";
	readonly json?: true;
	readonly quiet?: true;
}

/** Runs a job over its pages, and writes what comes. */
export async function exportQuery(query: string, options: ExportCommandOptions): Promise<ExitCode> {
	const asked = await readQuery(query, options);
	const { firstPage, lastPage } = readPageRange(options.pages, asked);
	if (options.prefetch && lastPage !== Number.POSITIVE_INFINITY) {
		throw new CommandError(
			"--prefetch would submit, and pay for, the page behind the last. Leave it out, or the last page.",
		);
	}
	const job = asked.atPage(firstPage);
	const path = options.output === "-" ? undefined : options.output;
	const format = readFormat(job, path, options.format);
	const from = await readStart(job, path, format, options);
	if (from === "whole") {
		await dropCheckpoint(path ?? "");
		tell(options, `${path} is whole already.`);
		return exitCodes.done;
	}
	const { signal, release } = listenForInterruption();
	const { context } = await connect(options, { signal });
	const output = await openOutput(path, format, from);
	const display = makeProgressDisplay(options);
	const since = performance.now();
	try {
		const { prefetch = false, invalidCells } = options;
		const writing = { job, from, lastPage, prefetch, invalidCells, output, signal, onProgress: display.show };
		const rows = await writePages(context, writing);
		await output.finish();
		display.end();
		const time = writeDuration(performance.now() - since);
		tell(options, `Wrote ${countOf(rows, "row")}${path === undefined ? "" : ` to ${path}`} in ${time}.`);
		return exitCodes.done;
	} catch (error) {
		display.end();
		await output.leave();
		if (!signal.aborted) throw await withWayOn(error, path);
		stderr.line(await tellInterruption(error, path));
		return exitCodes.failed;
	} finally {
		release();
	}
}

/** The formats that a job's result can be written in, by its file type. */
const possible = { csv: ["csv", "ndjson", "zip"], ics: ["ics", "zip"] } as const;

function readFormat(job: Job<unknown>, path: string | undefined, given: ExportFormat | undefined): ExportFormat {
	const format = given ?? (path === undefined ? possible[job.fileType][0] : formatOf(path));
	if (format === undefined) {
		throw new CommandError(
			`${path} does not end with .${exportFormats.join(", .")}. Rename it, or say its format with --format.`,
		);
	}
	if (possible[job.fileType].some((each) => each === format)) return format;
	const what = job.fileType === "ics" ? "a calendar" : `the records of ${job.module.apiName} as CSV`;
	throw new CommandError(
		`This job exports ${what}, which can be written as ${possible[job.fileType].join(" or ")}, not as ${format}.`,
	);
}

function formatOf(path: string): ExportFormat | undefined {
	const extension = extname(path).toLowerCase();
	return exportFormats.find((format) => extension === `.${format}`);
}

async function readStart(
	job: Job<unknown>,
	path: string | undefined,
	format: ExportFormat,
	{ resume }: ExportCommandOptions,
): Promise<ExportCheckpoint | "whole"> {
	if (path === undefined) {
		if (resume) throw new CommandError("Standard output cannot be resumed. Give a file with -o.");
		return beginFile(job, format);
	}
	if (resume) return (await findCheckpoint(path, job, format)) ?? beginFile(job, format);
	if (!(await hasCheckpoint(path))) return beginFile(job, format);
	throw new CommandError(
		`An export to ${path} was begun and not ended, and its jobs are paid for. Add --resume to go on with it, or delete ${checkpointPath(path)} to begin anew.`,
	);
}

function openOutput(
	path: string | undefined,
	format: ExportFormat,
	from: ExportCheckpoint,
): ExportOutput | Promise<ExportOutput> {
	if (path === undefined) return streamOutput(process.stdout, format);
	return format === "zip" ? filePerPageOutput(path, format, from) : fileOutput(path, format, from);
}

/** An error, and how to go on where something was kept. */
async function withWayOn(error: unknown, path: string | undefined): Promise<unknown> {
	if (path === undefined || !(error instanceof Error) || !(await hasCheckpoint(path))) return error;
	if (error instanceof ZohoApiError && error.code === "RESOURCE_NOT_FOUND") {
		const { resultHours } = limits;
		return new CommandError(
			`${error.message} Zoho keeps results for ${resultHours} hours: if that is over, delete ${checkpointPath(path)} and begin anew.`,
		);
	}
	const keepCells = error instanceof InvalidCellError ? " Here, that is --invalid-cells text." : "";
	return new CommandError(`${error.message}${keepCells}\n${wayOn()}`);
}

async function tellInterruption(error: unknown, path: string | undefined): Promise<string> {
	const uncertain = error instanceof AbortedError && error.jobId === undefined;
	const begun = uncertain ? "Interrupted while a job was submitted, which may have been created." : "Interrupted.";
	if (path === undefined) return `${begun} What was written to standard output is not whole.`;
	return (await hasCheckpoint(path)) ? `${begun}\n${wayOn()}` : `${begun} Nothing is kept: begin anew.`;
}

function wayOn(): string {
	const words = process.argv.slice(2).filter((word) => word !== "--resume");
	return `What was done is kept. Go on with:\n\n  zoho-bulk-read ${[...words, "--resume"].map(quoteForShell).join(" ")}\n`;
}

function tell({ quiet, json }: ExportCommandOptions, text: string): void {
	if (!quiet && !json) stderr.line(text);
}
