import type { RequestEvent } from "../../client/transport/request-event.js";
import type { FileExportProgress } from "../../files/file-export-progress.js";
import { writeWait } from "./request-line.js";
import { type Pace, writeChange, writeStatus } from "./status-line.js";
import { clearLine, stderr } from "./terminal.js";

/** Shows the progress of an export. */
export interface ProgressDisplay {
	/** Says what is happening before the export starts. */
	say(text: string): void;
	/** Records the progress. Cheap: it may be called for every part that is read. */
	show(progress: FileExportProgress): void;
	/** Records a request; if it is retried later, says what the wait is for. */
	request(event: RequestEvent): void;
	/** Ends the display. The last state of unfinished work stays on the screen. */
	end(): void;
}

/** The right display: none, lines of JSON, one line per change if piped, or one line that is updated. */
export function makeProgressDisplay({ json, quiet, verbose }: ProgressOptions): ProgressDisplay {
	if (json) {
		return lineDisplay(
			({ jobId: job, ...progress }, { milliseconds, bytesPerSecond }) =>
				JSON.stringify({ ...progress, job, milliseconds, bytesPerSecond, time: new Date().toISOString() }),
			(waiting) => JSON.stringify({ waiting, time: new Date().toISOString() }),
		);
	}
	if (quiet) return { say: () => {}, show: () => {}, request: () => {}, end: () => {} };
	// Request lines and an updated line would get in each other's way.
	return stderr.isTerminal && !verbose ? statusDisplay() : lineDisplay(writeChange, (waiting) => waiting);
}

/** How much is printed. */
export interface ProgressOptions {
	readonly json?: true;
	readonly quiet?: true;
	readonly verbose?: true;
}

/** One line per change of page, job or state. */
function lineDisplay(
	write: (progress: FileExportProgress, pace: Pace) => string,
	writeWaiting: (waiting: string) => string,
): ProgressDisplay {
	const pace = makePacemaker();
	let shown = "";
	return {
		say: () => {},
		show: (progress) => {
			const now = pace(progress);
			const key = changeOf(progress);
			if (key !== shown) stderr.line(write(progress, now));
			shown = key;
		},
		request: (event) => {
			const waiting = writeWait(event, Date.now());
			if (waiting !== undefined) stderr.line(writeWaiting(waiting));
		},
		end: () => {},
	};
}

/** One line that is updated, and a line for each finished page. */
function statusDisplay(): ProgressDisplay {
	const pace = makePacemaker();
	let last: FileExportProgress | undefined;
	let drawnAt = 0;
	let drawnKey = "";
	let isOpen = false;
	let waiting: { readonly words: string; readonly until: number } | undefined;
	const put = (text: string): void => {
		stderr.write(`${clearLine}${text}`);
		isOpen = true;
	};
	const write = (progress: FileExportProgress): string =>
		// A line that fills the last column wraps on some terminals.
		writeStatus(progress, pace(progress), { columns: stderr.columns - 1, hasUnicode: stderr.hasUnicode });
	const draw = (): void => {
		if (waiting !== undefined && Date.now() < waiting.until) {
			put(stderr.paint("yellow", waiting.words.slice(0, stderr.columns - 1)));
			return;
		}
		if (last === undefined) return;
		put(stderr.paint("cyan", write(last)));
		drawnAt = performance.now();
		drawnKey = changeOf(last);
	};
	const tick = setInterval(draw, 1_000);
	tick.unref();
	return {
		say: (text) => put(stderr.paint("dim", text.slice(0, stderr.columns - 1))),
		show: (progress) => {
			last = progress;
			if (changeOf(progress) !== drawnKey || performance.now() - drawnAt > 100) draw();
			if (progress.state !== "WRITTEN") return;
			stderr.write(`${clearLine}${stderr.paint("green", write(progress))}\n`);
			last = undefined;
			isOpen = false;
		},
		request: (event) => {
			const now = Date.now();
			const words = writeWait(event, now);
			// The next request ends a wait.
			waiting = words === undefined ? undefined : { words, until: now + (event.wait ?? 0) };
			if (words !== undefined) draw();
		},
		end: () => {
			clearInterval(tick);
			if (last !== undefined) stderr.write("\n");
			else if (isOpen) stderr.write(clearLine);
			last = undefined;
			isOpen = false;
		},
	};
}

function changeOf({ page, state, jobId, waiting }: FileExportProgress): string {
	return `${page} ${state} ${jobId} ${waiting?.for} ${waiting?.until}`;
}

/** Before this many milliseconds, the remaining time cannot be estimated. */
const soon = 1_000;

function makePacemaker(): (progress: FileExportProgress) => Pace {
	const since = performance.now();
	let reading: { readonly page: number; readonly since: number; readonly bytes: number } | undefined;
	return ({ page, state, bytes, pageRows = 0, pageCount = 0 }) => {
		const now = performance.now();
		if (state === "READING" && reading?.page !== page) reading = { page, since: now, bytes };
		const time = reading === undefined ? 0 : now - reading.since;
		const bytesPerSecond =
			reading === undefined || time === 0 ? 0 : Math.round((bytes - reading.bytes) / (time / 1_000));
		const millisecondsLeft = time < soon || pageRows === 0 ? undefined : (time / pageRows) * (pageCount - pageRows);
		return { milliseconds: Math.round(now - since), bytesPerSecond, millisecondsLeft };
	};
}
