import { makeVisible } from "../../checks/make-visible.js";
import type { Wait } from "../../client/transport/wait.js";
import type { FileExportProgress } from "../../files/file-export-progress.js";
import { writeBytes, writeDuration, writeNumber } from "./quantities.js";

/** How long an export has taken, and how fast it is. */
export interface Pace {
	readonly milliseconds: number;
	/** Speed of the current or last page. */
	readonly bytesPerSecond: number;
	/** Estimated time until the page is read, if known. */
	readonly millisecondsLeft: number | undefined;
}

/** Where a status line is shown. */
export interface StatusStyle {
	/** Columns that it may take. */
	readonly columns: number;
	/** Whether the terminal shows more than ASCII. */
	readonly hasUnicode: boolean;
}

/**
 * Shows the progress of an export in one line of limited width: if there is little room, less important parts are left
 * out. Distinguishes numbers of the page from numbers of the whole export.
 */
export function writeStatus(progress: FileExportProgress, pace: Pace, style: StatusStyle): string {
	const { page, state, jobId, bytes } = progress;
	const time = writeDuration(pace.milliseconds);
	const speed = pace.bytesPerSecond > 0 ? `${writeBytes(pace.bytesPerSecond)}/s` : "";
	const job = jobId === undefined ? "" : `job ${jobId}`;
	if (state === "WRITTEN") {
		return joinWords([`page ${page}`, tellRows(progress), writeBytes(bytes), time], [speed, job], style.columns);
	}
	if (state !== "READING") {
		const doing = progress.waiting === undefined ? tellState(state) : tellWait(progress.waiting);
		return joinWords([`page ${page}`, doing, time], [tellSoFar(progress), job], style.columns);
	}
	const left = pace.millisecondsLeft === undefined ? "" : `${writeDuration(pace.millisecondsLeft)} left`;
	const words = joinWords([`page ${page}`, writeShare(progress), tellRows(progress)], [left], style.columns);
	// The bar takes the rest of the line.
	const room = Math.min(style.columns - words.length - 2, widestBar);
	if (room < narrowestBar) return words;
	const [first = "", ...rest] = words.split("  ");
	const withBar = [first, drawBar(shareOf(progress), room, style.hasUnicode), ...rest].join("  ");
	return joinWords([withBar], [speed], style.columns);
}

/** The same as a line for a file or another program, as long as necessary. */
export function writeChange(progress: FileExportProgress, pace: Pace): string {
	const { page, state, jobId, pageCount, bytes, waiting } = progress;
	const words = [
		`page ${page}`,
		jobId === undefined ? "" : `job ${jobId}`,
		state === "READING" || state === "WRITTEN" ? state.toLowerCase() : `${tellState(state)} (${state})`,
		waiting === undefined ? "" : tellWait(waiting),
		pageCount === undefined ? "" : tellRows(progress),
		bytes > 0 ? writeBytes(bytes) : "",
		pace.bytesPerSecond > 0 ? `${writeBytes(pace.bytesPerSecond)}/s` : "",
		writeDuration(pace.milliseconds),
	];
	return words.filter((word) => word !== "").join("  ");
}

const widestBar = 24;
const narrowestBar = 5;

/** The required parts, then as many of the optional ones as there is room for, in order. */
function joinWords(must: readonly string[], may: readonly string[], columns: number): string {
	let line = must.filter((word) => word !== "").join("  ");
	for (const word of may) {
		if (word !== "" && line.length + 2 + word.length <= columns) line += `  ${word}`;
	}
	return line.slice(0, columns);
}

/** What the states of a job mean for someone who waits. */
const states: Readonly<Record<string, string>> = {
	SUBMITTING: "creating the job",
	ADDED: "waiting for Zoho",
	QUEUED: "waiting for Zoho",
	"IN PROGRESS": "Zoho is exporting",
	COMPLETED: "the job is done",
};

/** An unknown state is shown as it is. */
function tellState(state: string): string {
	return states[state] ?? makeVisible(state);
}

/** Waits other than for the job. */
const waits: Readonly<Record<Wait["for"], string>> = {
	"token limit": "waiting for an access token, which Zoho limits",
	"download limit": "waiting to download: at most ten a minute",
	"Retry-After": "waiting as long as Zoho asks",
	fault: "trying again",
};

function tellWait({ for: reason, until }: Wait): string {
	if (until === Number.POSITIVE_INFINITY) return waits[reason];
	return `${waits[reason]}, until ${new Date(until).toLocaleTimeString("en-GB")}`;
}

/** The rows of the page, and of all pages if there are others. */
function tellRows({
	page,
	state,
	rows,
	pageRows = 0,
	pageCount = 0,
	expectedRows = 0,
	isLastPage,
}: FileExportProgress): string {
	const isOnly = expectedRows === pageCount && (isLastPage || page === 1);
	const inAll = isOnly ? "" : ` (${writeNumber(rows)} in all)`;
	if (state === "WRITTEN") return `${writeNumber(pageCount)} rows${inAll}`;
	if (isLastPage && !isOnly) return `${writeNumber(rows)} of ${writeNumber(expectedRows)} rows in all`;
	return `${writeNumber(pageRows)} of ${writeNumber(pageCount)} rows${inAll}`;
}

function tellSoFar({ rows }: FileExportProgress): string {
	return rows === 0 ? "" : `${writeNumber(rows)} rows so far`;
}

/** How much is done, from 0 to 1: of all pages if their rows are known, otherwise of the page. */
function shareOf({ rows, pageRows = 0, pageCount = 0, expectedRows = 0, isLastPage }: FileExportProgress): number {
	const [done, all] = isLastPage ? [rows, expectedRows] : [pageRows, pageCount];
	return all === 0 ? 1 : Math.min(1, done / all);
}

function writeShare(progress: FileExportProgress): string {
	return `${String(Math.floor(shareOf(progress) * 100)).padStart(3)}%`;
}

function drawBar(share: number, width: number, hasUnicode: boolean): string {
	const [full, empty] = hasUnicode ? ["█", "░"] : ["#", "-"];
	const filled = Math.floor(share * width);
	return full.repeat(filled) + empty.repeat(width - filled);
}
