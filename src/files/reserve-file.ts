import { type FileHandle, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { FileExportError } from "./file-export-error.js";
import { randomName } from "./replace-file.js";
import { isSystemError, tellSystemError } from "./system-error.js";

/**
 * A place for a small file whose text can only be obtained once: it is known to be writable before the text is
 * requested.
 */
export interface ReservedFile {
	/** Writes the text, and moves the file into place. */
	fill(text: string): Promise<void>;
	/** Gives up the place, unless it was filled. */
	release(): Promise<void>;
}

/** The maximum size of such a text: writing this makes sure that the disk has room for it. */
const reserved = `#${" ".repeat(4094)}\n`;

/**
 * Reserves the place with a temporary file that only its owner can read (mode 600). An existing file is replaced when
 * this one is filled.
 *
 * @throws {@link FileExportError}
 */
export async function reserveFile(path: string): Promise<ReservedFile> {
	const aside = `${path}.${randomName()}.partial`;
	const release = (): Promise<void> => rm(aside, { force: true });
	if (await isFolder(path)) throw new FileExportError("write", path, `${path} is a folder. Give a file in it.`);
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

/** Overwrites in place: the reserved room is not released in between. */
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

/** Report the file that the caller named, whatever the system calls it. */
async function inOwnWords(path: string, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		throw isSystemError(error) ? new FileExportError("write", path, tellSystemError(error, path), error) : error;
	}
}
