import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** A file that is written aside, and stands at its own place when it is whole. */
export class PartialFile {
	readonly #path: string;
	readonly #file: FileHandle;
	#size = 0;

	private constructor(path: string, file: FileHandle) {
		this.#path = path;
		this.#file = file;
	}

	/**
	 * Begins a file, or goes on with one of which so many bytes are good: what stands behind them is cut off.
	 *
	 * @param path - where it will stand.
	 */
	static async open(path: string, goodBytes: number): Promise<PartialFile> {
		await mkdir(dirname(path), { recursive: true });
		const file = new PartialFile(path, await open(partialPath(path), goodBytes === 0 ? "w" : "r+"));
		await file.cutTo(goodBytes);
		return file;
	}

	/** Bytes that were written. */
	get size(): number {
		return this.#size;
	}

	/** Writes behind what was written. */
	async write(bytes: Uint8Array): Promise<void> {
		for (let from = 0; from < bytes.byteLength; ) {
			const { bytesWritten } = await this.#file.write(bytes, from, bytes.byteLength - from, this.#size);
			from += bytesWritten;
			this.#size += bytesWritten;
		}
	}

	/** Takes back what was written behind so many bytes. */
	async cutTo(size: number): Promise<void> {
		await this.#file.truncate(size);
		this.#size = size;
	}

	/** Waits until what was written is on the disk. */
	async sync(): Promise<void> {
		await this.#file.datasync();
	}

	/** Moves it to its place. */
	async finish(): Promise<void> {
		await this.sync();
		await this.#file.close();
		await rename(partialPath(this.#path), this.#path);
	}

	/** Leaves it aside, to go on with later. */
	async close(): Promise<void> {
		await this.#file.close();
	}
}

/** Where a file stands until it is whole. */
export function partialPath(path: string): string {
	return `${path}.partial`;
}

/** Removes what was left aside. */
export async function removePartial(path: string): Promise<void> {
	await rm(partialPath(path), { force: true });
}
