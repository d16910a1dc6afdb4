import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file aside, and moves it to its place when it is on the disk: nobody finds half of it, not even after a power cut.
 * Its folder is made; a file that was there keeps its permissions.
 *
 * @param newMode - the permissions of a file that was not there.
 */
export async function replaceFile(path: string, text: string, newMode = 0o666): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const mode = await stat(path).then(
		(existing) => existing.mode & 0o777,
		() => newMode,
	);
	const aside = `${path}.${randomName()}.partial`;
	// Exclusively: a link that somebody laid there is not followed.
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

/** A name that nobody can foresee. */
export function randomName(): string {
	return randomBytes(6).toString("hex");
}

/** Waits until what was moved in a folder is on the disk, where the system can do that. */
export async function syncFolder(path: string): Promise<void> {
	const folder = await open(dirname(path), "r").catch(() => undefined);
	await folder?.sync().catch(() => {});
	await folder?.close();
}
