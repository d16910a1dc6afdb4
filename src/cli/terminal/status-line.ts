import { makeVisible } from "../../checks/make-visible.js";
import type { Wait } from "../../client/transport/wait.js";
import type { FileExportProgress } from "../../files/file-export-progress.js";
import { writeBytes, writeDuration, writeNumber } from "./quantities.js";

/** How long an export has taken, and how fast it is. */
export interface Pace {
	readonly milliseconds: number;
	/** Of the page that is read, or was read last. */
	readonly bytesPerSecond: number;
	/** Until the page is read, as far as can be told. */
	readonly millisecondsLeft: number | undefined;
}

/** What a status line is made for. */
export interface StatusStyle {
	/** Columns that it may take. */
	readonly columns: number;
	/** Whether the terminal shows more than ASCII. */
	readonly hasUnicode: boolean;
}

/**
 * Says how far an export is in one line that is never wider than it may be: where it is narrow, what matters less is left
 * out. What is of the page and what is of the whole is told apart.
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
	// The bar takes what is left of the line.
	const room = Math.min(style.columns - words.length - 2, widestBar);
	if (room < narrowestBar) return words;
	const [first = "", ...rest] = words.split("  ");
	const withBar = [first, drawBar(shareOf(progress), room, style.hasUnicode), ...rest].join("  ");
	return joinWords([withBar], [speed], style.columns);
}

/** The same as a line for a file or another program: it is as long as it has to be. */
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

/** Those that must be said, then of those that may be, in their order, as many as there is room for. */
function joinWords(must: readonly string[], may: readonly string[], columns: number): string {
	let line = must.filter((word) => word !== "").join("  ");
	for (const word of may) {
		if (word !== "" && line.length + 2 + word.length <= columns) line += `  ${word}`;
	}
	return line.slice(0, columns);
}

/** What the states of a job mean to who waits. */
const states: Readonly<Record<string, string>> = {
	SUBMITTING: "creating the job",
	ADDED: "waiting for Zoho",
	QUEUED: "waiting for Zoho",
	"IN PROGRESS": "Zoho is exporting",
	COMPLETED: "the job is done",
};

/** A state that nobody knows is shown as it is. */
function tellState(state: string): string {
	return states[state] ?? makeVisible(state);
}

/** Waits that are not the job's. */
const waits: Readonly<Record<Wait["for"], string>> = {
	"token limit": "waiting for an access token, which Zoho limits",
	"download limit": "waiting for a download, ten a minute",
	"Retry-After": "waiting as long as Zoho asks",
	fault: "trying again",
};

function tellWait({ for: reason, until }: Wait): string {
	if (until === Number.POSITIVE_INFINITY) return waits[reason];
	return `${waits[reason]}, until ${new Date(until).toLocaleTimeString("en-GB")}`;
}

/** The rows of the page, and those of all where there are others. */
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

/** How much is done, from 0 to 1: of all pages where their rows are known, else of the page. */
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
