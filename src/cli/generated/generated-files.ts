import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../files/write-whole.js";
import { outlineFiles } from "../../generate/outline.js";
import type { GeneratedFile } from "../../generate/write-files.js";

/** Whether a path means one file for everything, rather than a folder with one file per module. */
export function isFilePath(output: string): boolean {
	return /\.[cm]?ts$/.test(output);
}

/**
 * Reads the generated files at a path: the file, or those of a folder.
 *
 * @returns none if there is nothing yet.
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

/** The outcome of writing generated files, by their names. */
export interface Written {
	readonly changed: readonly string[];
	readonly removed: readonly string[];
}

/**
 * Writes those generated files to a path that differ from what is there. Modules that were generated there before but
 * no longer are get removed; no other file is touched.
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
