import { rm } from "node:fs/promises";
import { basename, extname } from "node:path";
import { beside, refuseOtherThanFile } from "./destination.js";
import type { ExportOutput } from "./export-output.js";
import { FileExportError } from "./file-export-error.js";
import type { FileLock } from "./file-lock.js";
import { dropCheckpoint, isPaidFor, type KeptExport, keepCheckpoint } from "./kept-export.js";
import { type FileMark, markOf, moveToPlace, PartialFile } from "./partial-file.js";

/**
 * Files on a disk: written as temporary files, and moved into place when the export is complete. All pages go into one
 * file; only archives cannot be joined, so each page has its own: `out.zip` for the first, `out-page2.zip` and so on.
 */
export class DiskOutput implements ExportOutput {
	readonly canRewrite = true;
	readonly format: KeptExport["format"];
	readonly #path: string;
	readonly #from: KeptExport;
	readonly #lock: FileLock;
	readonly #newMode: number;
	#file: PartialFile | undefined;
	#size: number;
	/** Files that were written, including the current one. */
	#files: number;

	constructor(path: string, from: KeptExport, lock: FileLock, newMode: number) {
		this.format = from.format;
		this.#path = path;
		this.#from = from;
		this.#lock = lock;
		this.#newMode = newMode;
		this.#size = from.size;
		this.#files = this.#isPerPage ? archivesOf(from) : 1;
	}

	get size(): number {
		return this.#size;
	}

	get #isPerPage(): boolean {
		return this.format === "zip";
	}

	/** Creates the temporary file before anything is paid for. */
	async open(): Promise<void> {
		await this.keep(this.#from);
		if (this.#isPerPage) {
			for (let index = 0; index < this.#files; index++) await this.#mark(index, this.#from);
		} else this.#file = await PartialFile.open(partialPath(this.#path, this.#from, 0), this.#size);
	}

	async beginPage(page: number): Promise<void> {
		if (this.#isPerPage) {
			await this.#file?.close();
			this.#files = page - this.#from.firstPage + 1;
			this.#file = await PartialFile.open(partialPath(this.#path, this.#from, this.#files - 1), 0);
		} else await this.#file?.cutTo(this.#size);
	}

	async write(bytes: Uint8Array): Promise<void> {
		await this.#file?.write(bytes);
	}

	async endPage(): Promise<void> {
		await this.#file?.sync();
		if (!this.#isPerPage) this.#size = this.#file?.size ?? 0;
	}

	async keep(kept: KeptExport): Promise<void> {
		await keepCheckpoint(this.#path, kept);
	}

	async finish(kept: KeptExport): Promise<readonly string[]> {
		await this.#file?.sync();
		await this.#file?.close();
		this.#file = undefined;
		await this.#lock.check();
		const whole: FileMark[] = [];
		for (let index = 0; index < this.#files; index++) whole.push(await this.#mark(index, kept));
		const ended = { ...kept, whole };
		await this.keep(ended);
		return moveWhole(this.#path, ended, this.#newMode);
	}

	async #mark(index: number, kept: KeptExport): Promise<FileMark> {
		const partial = partialPath(this.#path, kept, index);
		const mark = await markOf(partial);
		if (mark === undefined) throw gone(partial);
		return mark;
	}

	async leave(kept: KeptExport): Promise<void> {
		await this.#file?.close();
		if (!isPaidFor(kept)) await discardKept(this.#path, kept);
	}
}

/** Archives that were written according to a checkpoint. */
function archivesOf({ firstPage, next }: KeptExport): number {
	return next.page - firstPage + (next.step === "done" ? 1 : 0);
}

/**
 * Moves the files of a finished export into place, as far as they are not there yet, and removes its checkpoint.
 *
 * @returns their paths.
 * @throws {@link FileExportError} if one of them is at neither place.
 */
export async function moveWhole(path: string, kept: KeptExport, newMode: number): Promise<readonly string[]> {
	const paths: string[] = [];
	for (const [index, mark] of (kept.whole ?? []).entries()) {
		const place = placeOf(path, kept.firstPage, index);
		const partial = partialPath(path, kept, index);
		paths.push(place);
		if (isSame(await markOf(partial), mark)) {
			if (index > 0) await refuseOtherThanFile(place);
			await moveToPlace(partial, place, newMode);
		} else if (!isSame(await markOf(place), mark)) throw gone(partial);
	}
	if (kept.format === "zip") await removeFollowing(path, kept.firstPage, paths.length);
	await dropCheckpoint(path);
	return paths;
}

function isSame(found: FileMark | undefined, mark: FileMark): boolean {
	return found?.inode === mark.inode && found.size === mark.size;
}

/** More archives are left from an earlier export with more pages. */
async function removeFollowing(path: string, firstPage: number, count: number): Promise<void> {
	for (let index = count; ; index++) {
		const place = placeOf(path, firstPage, index);
		if ((await markOf(place)) === undefined) return;
		await rm(place);
	}
}

/** Removes the temporary files of an export, and its checkpoint. */
export async function discardKept(path: string, kept: KeptExport): Promise<void> {
	const files = kept.format === "zip" ? Math.max(kept.next.page - kept.firstPage + 1, kept.whole?.length ?? 0) : 1;
	for (let index = 0; index < files; index++) await rm(partialPath(path, kept, index), { force: true });
	await dropCheckpoint(path);
}

/** The path of an export's file until it is complete, with an unpredictable name. */
function partialPath(path: string, { name, format, firstPage }: KeptExport, index: number): string {
	const page = format === "zip" && index > 0 ? `-page${firstPage + index}` : "";
	return beside(path, `${basename(path)}.${name}${page}.partial`);
}

/** The path of an export's file when it is complete. */
function placeOf(path: string, firstPage: number, index: number): string {
	if (index === 0) return path;
	const extension = extname(path);
	return `${path.slice(0, path.length - extension.length)}-page${firstPage + index}${extension}`;
}

function gone(partial: string): FileExportError {
	const sentence = `${partial} is gone, with the rows that it had. Restore it unchanged, or discard the export and start over.`;
	return new FileExportError("broken", partial, sentence);
}
