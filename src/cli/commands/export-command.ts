import { extname } from "node:path";
import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { createClient } from "../../client/client.js";
import { AbortedError } from "../../client/errors/aborted-error.js";
import { InvalidCheckpointError } from "../../client/errors/invalid-checkpoint-error.js";
import { ZohoApiError } from "../../client/errors/zoho-api-error.js";
import { limits } from "../../facts/limits.js";
import type { ExportFormat } from "../../files/export-format.js";
import {
	discardExport,
	type ExportedFile,
	exportToFile,
	exportToStream,
	type FileExportOptions,
	isUnfinished,
} from "../../files/export-to-file.js";
import { FileExportError } from "../../files/file-export-error.js";
import { hasSystemCode } from "../../files/system-error.js";
import { requiredScopes } from "../../job/required-scopes.js";
import { type ConnectionOptions, connect } from "../connection/connection.js";
import { withNeededScopes } from "../connection/lacks-scope.js";
import { type DialectOptions, readDialect } from "../export/dialect-options.js";
import { readPageRange } from "../export/page-range.js";
import { type QueryOptions, readQuery } from "../query/read-query.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { listenForInterruption } from "../terminal/interruption.js";
import { makeProgressDisplay, type ProgressDisplay } from "../terminal/progress.js";
import { countOf, writeDuration } from "../terminal/quantities.js";
import { tellMistake } from "../terminal/report-error.js";
import { ownCommand } from "../terminal/shell.js";
import { stderr } from "../terminal/terminal.js";

/** The options of `export`. */
export interface ExportCommandOptions extends QueryOptions, ConnectionOptions, DialectOptions {
	readonly output?: string;
	readonly format?: ExportFormat;
	readonly pages?: string;
	readonly resume?: true;
	readonly discard?: true;
	readonly mode?: number;
	readonly prefetch?: true;
	readonly windows?: true;
	readonly concurrency?: number;
	readonly invalidCells: "error" | "text";
	readonly longNumbers: "error" | "text";
	readonly missingColumns: "error" | "null";
	readonly lenientQuotes?: true;
	readonly json?: true;
	readonly quiet?: true;
}

/** Runs a job over its pages, and writes the results. */
export async function exportQuery(query: string, options: ExportCommandOptions): Promise<ExitCode> {
	const display = makeProgressDisplay(options);
	display.say(`reading ${query}`);
	try {
		return await exportShown(query, options, display);
	} finally {
		display.end();
	}
}

async function exportShown(query: string, options: ExportCommandOptions, display: ProgressDisplay): Promise<ExitCode> {
	const asked = await readQuery(query, options);
	if (extname(options.output ?? "").toLowerCase() === ".parquet") {
		return (await import("../export/export-parquet.js")).exportParquet(asked, options, display);
	}
	const { firstPage, lastPage } = readPageRange(options.pages, asked);
	const job = asked.atPage(firstPage);
	const path = options.output === "-" ? undefined : options.output;
	if (path === undefined && (options.resume || options.discard)) {
		throw new CommandError("An export to standard output keeps nothing to resume or discard. Give a file with -o.");
	}
	if (path !== undefined && options.discard && (await inWordsOfCommand(discardExport(path)))) {
		tell(options, `Discarded what an interrupted export to ${path} had left.`);
	}
	const { signal, release } = listenForInterruption();
	// While a question is open, only the question is shown.
	display.say("");
	const { options: client } = await connect(options, { signal, onRequest: display.request }, { quiet: options.quiet });
	const since = performance.now();
	const { format, resume, mode, prefetch, windows, concurrency } = options;
	const { invalidCells, longNumbers, missingColumns, lenientQuotes } = options;
	const writing: FileExportOptions = {
		...{ format, resume, mode, prefetch, windows, concurrency, lastPage, signal },
		...{ invalidCells, longNumbers, missingColumns, quotes: lenientQuotes ? "lenient" : "strict" },
		csv: readDialect(options),
		onProgress: display.show,
	};
	try {
		const zoho = createClient(client);
		const written =
			path === undefined
				? exportToStream(zoho, job, process.stdout, { ...writing, name: standardOutput })
				: exportToFile(zoho, job, path, writing);
		const { rows, files } = await written;
		display.end();
		const time = writeDuration(performance.now() - since);
		tell(options, `Wrote ${countOf(rows, "row")}${tellFiles(path, files)} in ${time}.`);
		return exitCodes.done;
	} catch (error) {
		display.end();
		// The reader has had enough (`| head`): that is not an error.
		if (path === undefined && error instanceof FileExportError && hasSystemCode(error.cause, "EPIPE")) {
			return exitCodes.done;
		}
		if (!signal.aborted) throw await withWayOn(withNeededScopes(error, "run this job", requiredScopes(job)), path);
		const words = await tellInterruption(error, path);
		if (options.json) tellMistake(words, "Interrupted");
		else stderr.line(words);
		return exitCodes.failed;
	} finally {
		release();
	}
}

const standardOutput = "Standard output";

function tellFiles(path: string | undefined, files: ExportedFile["files"]): string {
	if (path === undefined) return "";
	return ` to ${files.length > 1 ? files.join(", ") : path}`;
}

/** The library's messages name its own options; the command's are named instead. */
async function inWordsOfCommand<Result>(work: Promise<Result>): Promise<Result> {
	try {
		return await work;
	} catch (error) {
		throw withNames(error);
	}
}

function withNames(error: unknown): unknown {
	if (error instanceof InvalidOptionError) {
		const name = error.option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
		return new CommandError(error.message.replace(error.option, `--${name}`), error.name);
	}
	if (error instanceof InvalidCheckpointError) {
		return new CommandError(`${error.message}\n--discard throws away what was started.`, error.name);
	}
	if (error instanceof FileExportError && ["unfinished", "mismatch", "broken"].includes(error.problem)) {
		const resume = error.problem === "unfinished" ? "--resume continues it; " : "";
		return new CommandError(`${error.message}\n${resume}--discard throws it away and starts over.`, error.name);
	}
	return error;
}

/** An error, and how to continue if something was kept. */
async function withWayOn(error: unknown, path: string | undefined): Promise<unknown> {
	const named = withNames(error);
	if (named !== error || path === undefined || !(error instanceof Error)) return named;
	const isOthers = error instanceof FileExportError && error.problem !== "write";
	if (isOthers || !(await isUnfinished(path).catch(() => false))) return error;
	if (error instanceof ZohoApiError && error.code === "RESOURCE_NOT_FOUND") {
		const { resultHours } = limits;
		const sentence = `Zoho keeps results for ${resultHours} hours. After that, --discard throws away what was kept and starts over.`;
		return new CommandError(`${error.message} ${sentence}`, error.name);
	}
	return new CommandError(`${error.message}${hereThatIs(error.message)}\n${wayOn()}`, error.name);
}

/** The reading options as errors name them, and as this command does. */
const namesHere: readonly (readonly [string, string])[] = [
	['invalidCells: "text"', "--invalid-cells text"],
	['longNumbers: "text"', "--long-numbers text"],
	['missingColumns: "null"', "--missing-columns null"],
	['quotes: "lenient"', "--lenient-quotes"],
];

function hereThatIs(message: string): string {
	const named = namesHere.find(([name]) => message.includes(name));
	return named === undefined ? "" : ` Here, that is ${named[1]}.`;
}

async function tellInterruption(error: unknown, path: string | undefined): Promise<string> {
	const uncertain = error instanceof AbortedError && error.message.includes("may or may not");
	const begun = uncertain ? "Interrupted while a job was being submitted; it may have been created." : "Interrupted.";
	if (path === undefined) return `${begun} What was written to standard output is incomplete.`;
	const isKept = await isUnfinished(path).catch(() => false);
	return isKept ? `${begun}\n${wayOn()}` : `${begun} Nothing was kept: start over.`;
}

function wayOn(): string {
	const words = process.argv.slice(2).filter((word) => word !== "--resume" && word !== "--discard");
	return `What was done is kept. Continue with:\n\n  ${ownCommand(...words, "--resume")}\n`;
}

function tell({ quiet, json }: ExportCommandOptions, text: string): void {
	if (!quiet && !json) stderr.line(text);
}
