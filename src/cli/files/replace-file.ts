import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file aside, and moves it to its place when it is on the disk: nobody finds half of it, not even after a power cut.
 * Its folder is made; a file that was there keeps its permissions.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const mode = await stat(path).then(
		(existing) => existing.mode & 0o777,
		() => 0o666,
	);
	const aside = `${path}.${process.pid}.partial`;
	try {
		const file = await open(aside, "w", mode);
		try {
			await file.writeFile(text);
			await file.datasync();
		} finally {
			await file.close();
		}
		await rename(aside, path);
	} catch (error) {
		await rm(aside, { force: true });
		throw error;
	}
}
