import type { FileExportProgress } from "../../files/file-export-progress.js";
import { writeBytes, writeDuration, writeNumber } from "./quantities.js";
import { stderr } from "./terminal.js";

/** Shows how far an export is. */
export interface ProgressDisplay {
	/** Takes note of where it is. Cheap: it may be called for every part that is read. */
	show(progress: FileExportProgress): void;
	/** Takes the display away, and leaves what was said. */
	end(): void;
}

/** The display that fits: none, lines of JSON, a line a change where it is piped, or one line that changes. */
export function makeProgressDisplay({ json, quiet }: { readonly json?: true; readonly quiet?: true }): ProgressDisplay {
	if (json)
		return lineDisplay(({ jobId: job, ...progress }, rate) =>
			JSON.stringify({ ...progress, job, ...rate, time: new Date().toISOString() }),
		);
	if (quiet) return { show: () => {}, end: () => {} };
	return stderr.isTerminal ? statusDisplay() : lineDisplay(writeLine);
}

/** How long it takes, and how fast it is. */
interface Rate {
	readonly milliseconds: number;
	/** Of the page that is read, or was read last. */
	readonly bytesPerSecond: number;
}

/** A line for each change of page, job or state. */
function lineDisplay(write: (progress: FileExportProgress, rate: Rate) => string): ProgressDisplay {
	const speed = makeSpeedometer();
	let shown = "";
	return {
		show: (progress) => {
			const rate = speed(progress);
			const key = changeOf(progress);
			if (key !== shown) stderr.line(write(progress, rate));
			shown = key;
		},
		end: () => {},
	};
}

/** One line that is written over, and a line for each page that is done. */
function statusDisplay(): ProgressDisplay {
	const speed = makeSpeedometer();
	let last: FileExportProgress | undefined;
	let drawnAt = 0;
	let drawnKey = "";
	const draw = (): void => {
		if (last === undefined) return;
		const text = writeLine(last, speed(last));
		stderr.write(`${clearLine}${stderr.paint("dim", text.slice(0, stderr.columns - 1))}`);
		drawnAt = performance.now();
		drawnKey = changeOf(last);
	};
	const tick = setInterval(draw, 1_000);
	tick.unref();
	return {
		show: (progress) => {
			last = progress;
			if (changeOf(progress) !== drawnKey || performance.now() - drawnAt > 100) draw();
			if (progress.state !== "WRITTEN") return;
			stderr.write(`${clearLine}${writeLine(progress, speed(progress))}\n`);
			last = undefined;
		},
		end: () => {
			clearInterval(tick);
			stderr.write(clearLine);
		},
	};
}

const clearLine = "\r\u001B[2K";

function changeOf({ page, state, jobId }: FileExportProgress): string {
	return `${page} ${state} ${jobId}`;
}

function makeSpeedometer(): (progress: FileExportProgress) => Rate {
	const since = performance.now();
	let reading: { readonly page: number; readonly since: number; readonly bytes: number } | undefined;
	return ({ page, state, bytes }) => {
		const now = performance.now();
		if (state === "READING" && reading?.page !== page) reading = { page, since: now, bytes };
		const seconds = reading === undefined ? 0 : (now - reading.since) / 1_000;
		const bytesPerSecond = reading === undefined || seconds === 0 ? 0 : Math.round((bytes - reading.bytes) / seconds);
		return { milliseconds: Math.round(now - since), bytesPerSecond };
	};
}

function writeLine({ page, state, jobId, expectedRows, rows, bytes }: FileExportProgress, rate: Rate): string {
	const words = [`page ${page}`, ...(jobId === undefined ? [] : [`job ${jobId}`]), state];
	if (expectedRows !== undefined) {
		words.push(`${writeNumber(rows)}${rows < expectedRows ? ` of ${writeNumber(expectedRows)}` : ""} rows`);
	}
	if (bytes > 0) words.push(writeBytes(bytes));
	if (rate.bytesPerSecond > 0) words.push(`${writeBytes(rate.bytesPerSecond)}/s`);
	return [...words, writeDuration(rate.milliseconds)].join("  ");
}
