import { constants } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { isMatching, P } from "ts-pattern";
import { beginExport, type ExportPlan } from "../client/export/begin-export.js";
import type { Checkpoint, WindowTask } from "../client/export/checkpoint.js";
import type { AnyJob } from "../job/any-job.js";
import type { ExportFormat } from "./export-format.js";
import { FileExportError } from "./file-export-error.js";
import type { FileMark } from "./partial-file.js";
import { randomName, replaceFile } from "./replace-file.js";
import { hasSystemCode, inWords } from "./system-error.js";

/** The state of an export to a file, stored beside it for resuming. It contains no secrets. */
export interface KeptExport {
	readonly version: 2;
	readonly format: ExportFormat;
	/** How CSV is written, if not unchanged; as JSON. */
	readonly dialect: string;
	/** Its first page. */
	readonly firstPage: number;
	/** Part of the names of the temporary files. */
	readonly name: string;
	/** The number of good bytes in the temporary file. */
	readonly size: number;
	/** Their CSV header. */
	readonly header?: string;
	/** Where the export resumes. */
	readonly next: Checkpoint;
	/** The files, once the export is complete: they only need to be moved into place. */
	readonly whole?: readonly FileMark[];
}

const amount = P.number.int().gte(0);
const keptPattern = {
	version: 2,
	format: P.string,
	dialect: P.string,
	firstPage: amount,
	name: P.string.regex(/^[0-9a-f]{12}$/),
	size: amount,
	header: P.optional(P.string),
	next: P.any,
	whole: P.optional(P.array({ inode: P.string, size: amount })),
} as const;

/** The path of the checkpoint of an export to a file. */
export function checkpointPath(path: string): string {
	return `${path}.checkpoint.json`;
}

/** The state before the first step. */
export function beginFile(job: AnyJob, format: ExportFormat, dialect: string, plan: ExportPlan = {}): KeptExport {
	const next = beginExport(job, plan);
	return { version: 2, format, dialect, firstPage: next.page, name: randomName(), size: 0, next };
}

/** Whether anything of it was paid for, as far as known. */
export function isPaidFor({ next, firstPage, whole }: KeptExport): boolean {
	const isUntouched = next.step === "windows" ? next.open.every(isUntouchedWindow) : next.step === "submit";
	return !isUntouched || next.page > firstPage || whole !== undefined;
}

/** Whether it is an export's initial window, before any request. */
function isUntouchedWindow({ step, window, part, probe }: WindowTask): boolean {
	return step === "submit" && Object.keys(window).length === 0 && part === undefined && probe === undefined;
}

/** The minimum size of a checkpoint, so that a later one fits in its place even if the disk is full. */
const roomyLength = 4_096;

/** Stores a checkpoint: in a temporary file that is moved into place, or directly if there is no room for that. */
export function keepCheckpoint(path: string, kept: KeptExport): Promise<void> {
	const at = checkpointPath(path);
	const text = `${JSON.stringify(kept, null, "\t").padEnd(roomyLength - 1)}\n`;
	return inWords("write", at, async () => {
		try {
			await replaceFile(at, text, 0o600);
		} catch (error) {
			if (!hasSystemCode(error, "ENOSPC") && !hasSystemCode(error, "EDQUOT")) throw error;
			await writeInPlace(at, text, error);
		}
	});
}

async function writeInPlace(at: string, text: string, full: unknown): Promise<void> {
	const file = await open(at, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => {
		throw full;
	});
	try {
		await file.write(text, 0);
		await file.truncate(Buffer.byteLength(text));
		await file.datasync();
	} finally {
		await file.close();
	}
}

/** Removes the checkpoint. */
export async function dropCheckpoint(path: string): Promise<void> {
	await rm(checkpointPath(path), { force: true });
}

/**
 * Reads the state of an unfinished export to a file, if there is one.
 *
 * @throws {@link FileExportError} if it is not a checkpoint.
 */
export function readKept(path: string): Promise<KeptExport | undefined> {
	const at = checkpointPath(path);
	return inWords("broken", at, async () => {
		const text = await readFile(at, "utf8").catch((error: unknown) => {
			if (hasSystemCode(error, "ENOENT")) return undefined;
			throw error;
		});
		if (text === undefined) return undefined;
		const kept = parseJson(text);
		if (isKept(kept)) return kept;
		const sentence = `${at} is not a checkpoint of this version of the library. Delete it to start the export again.`;
		throw new FileExportError("broken", at, sentence);
	});
}

/** `next` is checked by whoever resumes from it. */
function isKept(kept: unknown): kept is KeptExport {
	return isMatching(keptPattern, kept);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * Refuses to resume an export that is not the one that was started.
 *
 * @throws {@link FileExportError}
 */
export function refuseOther(path: string, kept: KeptExport, asked: KeptExport): void {
	if (kept.format !== asked.format || kept.firstPage !== asked.firstPage) {
		throw mismatch(
			path,
			`The export to ${path} was started as ${kept.format} from page ${kept.firstPage}, not as ${asked.format} from page ${asked.firstPage}`,
		);
	}
	const byWindows = kept.next.step === "windows";
	if (kept.next.step !== "done" && byWindows !== (asked.next.step === "windows")) {
		const ways = byWindows ? "by windows, not in pages" : "in pages, not by windows";
		throw mismatch(path, `The export to ${path} was started ${ways}`);
	}
	if (kept.dialect !== asked.dialect) {
		throw mismatch(
			path,
			`The export to ${path} was started with its CSV written as ${kept.dialect}, not as ${asked.dialect}`,
		);
	}
}

function mismatch(path: string, what: string): FileExportError {
	return new FileExportError("mismatch", path, `${what}. Resume it the same way, or discard it and start over.`);
}
