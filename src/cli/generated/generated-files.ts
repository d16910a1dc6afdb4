import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../files/write-whole.js";
import { outlineFiles } from "../../generate/outline.js";
import type { GeneratedFile } from "../../generate/write-files.js";

/** Whether a path means one file for everything, rather than a folder for a file a module. */
export function isFilePath(output: string): boolean {
	return /\.[cm]?ts$/.test(output);
}

/**
 * Reads the generated files that stand at a path: the file, or those of a folder.
 *
 * @returns none where there is nothing yet.
 */
export async function readGenerated(output: string): Promise<readonly GeneratedFile[]> {
	try {
		if (isFilePath(output)) return [{ path: output, text: await readFile(output, "utf8") }];
		const names = (await readdir(output)).filter(isFilePath).sort();
		const files = names.map(async (path) => ({ path, text: await readFile(join(output, path), "utf8") }));
		return await Promise.all(files);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
		throw error;
	}
}

/** What writing generated files came to, by the files' names. */
export interface Written {
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

/**
 * Writes generated files to a path, those alone that differ from what stands there. Modules that were generated there
 * before and are not any more are removed; no other file is.
 */
export async function replaceGenerated(output: string, files: readonly GeneratedFile[]): Promise<Written> {
	const pathOf = (name: string): string => (isFilePath(output) ? output : join(output, name));
	const before = new Map((await readGenerated(output)).map(({ path, text }) => [pathOf(path), text]));
	const changed = files.filter(({ path, text }) => before.get(pathOf(path)) !== text);
	for (const { path, text } of changed) await writeWhole(pathOf(path), text);
	const written = new Set(files.map(({ path }) => pathOf(path)));
	const removed = [...before].filter(([path, text]) => !written.has(path) && holdsModule(path, text));
	for (const [path] of removed) await rm(path);
	return { changed: changed.map(({ path }) => pathOf(path)), removed: removed.map(([path]) => path) };
}

function holdsModule(path: string, text: string): boolean {
	return outlineFiles([{ path, text }]).length > 0;
}
