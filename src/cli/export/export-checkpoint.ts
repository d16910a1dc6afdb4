import { readFile, rm, stat } from "node:fs/promises";
import { isMatching, P } from "ts-pattern";
import { beginExport, type Checkpoint, readCheckpoint } from "../../client/export/checkpoint.js";
import type { Job } from "../../job/any-job.js";
import { partialPath } from "../files/partial-file.js";
import { replaceFile } from "../files/replace-file.js";
import { CommandError } from "../terminal/command-error.js";
import type { ExportFormat } from "./export-format.js";

/** How far an export to a file has got: what is kept beside the file, to go on from. It holds no secret. */
export interface ExportCheckpoint {
	readonly version: 1;
	readonly format: ExportFormat;
	/** The page that it began with. */
	readonly firstPage: number;
	/** Bytes of the partial file that are good. */
	readonly size: number;
	/** The CSV header that is in them. */
	readonly header?: string;
	readonly next: Checkpoint;
}

const amount = P.number.int().gte(0);
const keptPattern = {
	version: 1,
	format: P.string,
	firstPage: amount,
	size: amount,
	header: P.optional(P.string),
	next: P.any,
} as const;

/** Where the checkpoint of an export to a file is kept. */
export function checkpointPath(output: string): string {
	return `${output}.checkpoint.json`;
}

/** The checkpoint before the first step. */
export function beginFile(job: Job<unknown>, format: ExportFormat): ExportCheckpoint {
	const next = beginExport(job);
	return { version: 1, format, firstPage: next.page, size: 0, next };
}

/** Keeps a checkpoint. */
export async function keepCheckpoint(output: string, checkpoint: ExportCheckpoint): Promise<void> {
	await replaceFile(checkpointPath(output), `${JSON.stringify(checkpoint, null, "\t")}\n`);
}

/** Forgets the checkpoint: the export is done. */
export async function dropCheckpoint(output: string): Promise<void> {
	await rm(checkpointPath(output), { force: true });
}

/** Whether an export to this file was begun and not ended. */
export async function hasCheckpoint(output: string): Promise<boolean> {
	return (await sizeOf(checkpointPath(output))) !== undefined;
}

/**
 * The checkpoint to go on from, if one was kept; `"whole"` where the process died when the file was whole already.
 *
 * @throws {@link CommandError} where it is of another export, or what it speaks of is not there.
 */
export async function findCheckpoint(
	output: string,
	job: Job<unknown>,
	format: ExportFormat,
): Promise<ExportCheckpoint | "whole" | undefined> {
	if (!(await hasCheckpoint(output))) return undefined;
	const anew = `To begin anew, delete ${checkpointPath(output)}.`;
	const kept = parseJson(await readFile(checkpointPath(output), "utf8"));
	if (!isMatching(keptPattern, kept)) throw new CommandError(`${checkpointPath(output)} is no checkpoint. ${anew}`);
	const begun = beginFile(job, format);
	if (kept.format !== format || kept.firstPage !== begun.firstPage) {
		throw new CommandError(
			`The export to ${output} was begun as ${kept.format} from page ${kept.firstPage}, not as ${format} from page ${begun.firstPage}. Resume it as it was begun. ${anew}`,
		);
	}
	const next = readKept(kept.next, job, anew);
	const { size, header } = kept;
	const found = await sizeOf(partialPath(output));
	if (found === undefined && size > 0 && (await sizeOf(output)) === size) return "whole";
	if ((found ?? 0) < size) {
		throw new CommandError(`${partialPath(output)} should have ${size} bytes, and has ${found ?? 0}. ${anew}`);
	}
	return { ...begun, size, next, ...(header === undefined ? {} : { header }) };
}

function readKept(kept: unknown, job: Job<unknown>, anew: string): Checkpoint {
	try {
		return readCheckpoint(kept, job);
	} catch (error) {
		throw new CommandError(`${error instanceof Error ? error.message : error} ${anew}`);
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function sizeOf(path: string): Promise<number | undefined> {
	return stat(path).then(
		({ size }) => size,
		() => undefined,
	);
}
