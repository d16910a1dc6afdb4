import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a temporary file, and moves it into place when it is on disk: nobody sees half of it, not even after a power
 * cut. Its folder is created; an existing file keeps its permissions.
 *
 * @param newMode - the permissions of a new file.
 */
export async function replaceFile(path: string, text: string, newMode = 0o666): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const mode = await stat(path).then(
		(existing) => existing.mode & 0o777,
		() => newMode,
	);
	const aside = `${path}.${randomName()}.partial`;
	// Exclusively: a link that somebody put there is not followed.
	const file = await open(aside, "wx", mode);
	try {
		await writeAndClose(file, text);
		await rename(aside, path);
	} catch (error) {
		await rm(aside, { force: true });
		throw error;
	}
}

async function writeAndClose(file: FileHandle, text: string): Promise<void> {
	try {
		await file.writeFile(text);
		await file.datasync();
	} finally {
		await file.close();
	}
}

/** An unpredictable name. */
export function randomName(): string {
	return randomBytes(6).toString("hex");
}

/** Waits until moves in a folder are on disk, if the system can do that. */
export async function syncFolder(path: string): Promise<void> {
	const folder = await open(dirname(path), "r").catch(() => undefined);
	await folder?.sync().catch(() => {});
	await folder?.close();
}
