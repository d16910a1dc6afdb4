import { type FileHandle, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { FileExportError } from "./file-export-error.js";
import { randomName } from "./replace-file.js";
import { isSystemError, tellSystemError } from "./system-error.js";

/** A place for a small file whose text cannot be had twice: it is known to be writable before the text is asked for. */
export interface ReservedFile {
	/** Writes the text, and moves the file to its place. */
	fill(text: string): Promise<void>;
	/** Gives the place up, unless it was filled. */
	release(): Promise<void>;
}

/** As much as such a text has at most: the disk has room for it when this was written. */
const reserved = `#${" ".repeat(4094)}\n`;

/**
 * Reserves the place beside the file's own, for its owner alone (mode 600). What stands there is replaced when the file is filled.
 *
 * @throws {@link FileExportError}
 */
export async function reserveFile(path: string): Promise<ReservedFile> {
	const aside = `${path}.${randomName()}.partial`;
	const release = (): Promise<void> => rm(aside, { force: true });
	if (await isFolder(path)) throw new FileExportError("write", path, `${path} is a folder. Name a file in it.`);
	const folder = dirname(path);
	await inOwnWords(folder, async () => void (await mkdir(folder, { recursive: true })));
	await inOwnWords(path, async () => {
		await write(await open(aside, "wx", 0o600), reserved);
	}).catch(async (error: unknown) => {
		await release().catch(() => {});
		throw error;
	});
	return {
		release,
		fill: (text) =>
			inOwnWords(path, async () => {
				await write(await open(aside, "r+"), text);
				await rename(aside, path);
			}),
	};
}

/** Over what stands there: room that was had once is not given back before. */
async function write(file: FileHandle, text: string): Promise<void> {
	try {
		const bytes = new TextEncoder().encode(text);
		await file.write(bytes, 0, bytes.length, 0);
		await file.truncate(bytes.length);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function isFolder(path: string): Promise<boolean> {
	return (await lstat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** The file is the one that was asked for, whatever the system calls it. */
async function inOwnWords(path: string, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		throw isSystemError(error) ? new FileExportError("write", path, tellSystemError(error, path), error) : error;
	}
}
