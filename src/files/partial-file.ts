import { constants } from "node:fs";
import { chmod, chown, type FileHandle, open, rename, stat } from "node:fs/promises";
import { FileExportError } from "./file-export-error.js";
import { syncFolder } from "./replace-file.js";
import { hasSystemCode, inWords } from "./system-error.js";

/** What tells a file from every other one that may stand at its place later. */
export interface FileMark {
	/** The file system's number of it. */
	readonly inode: string;
	readonly size: number;
}

/** A file that is written aside, until it is whole. */
export class PartialFile {
	readonly path: string;
	readonly #file: FileHandle;
	#size = 0;

	private constructor(path: string, file: FileHandle) {
		this.path = path;
		this.#file = file;
	}

	/**
	 * Begins a file, or goes on with one of which so many bytes are good: what stands behind them is cut off. Only its owner may
	 * read it until it is whole. A link in its place is not followed.
	 *
	 * @throws {@link FileExportError} where the good bytes are not there.
	 */
	static open(path: string, goodBytes: number): Promise<PartialFile> {
		return inWords("write", path, async () => {
			const file = new PartialFile(path, goodBytes === 0 ? await create(path) : await reopen(path, goodBytes));
			await file.cutTo(goodBytes);
			return file;
		});
	}

	/** Bytes that were written. */
	get size(): number {
		return this.#size;
	}

	/** Writes behind what was written. */
	write(bytes: Uint8Array): Promise<void> {
		return inWords("write", this.path, async () => {
			for (let from = 0; from < bytes.byteLength; ) {
				const { bytesWritten } = await this.#file.write(bytes, from, bytes.byteLength - from, this.#size);
				from += bytesWritten;
				this.#size += bytesWritten;
			}
		});
	}

	/** Takes back what was written behind so many bytes. */
	async cutTo(size: number): Promise<void> {
		await this.#file.truncate(size);
		this.#size = size;
	}

	/** Waits until what was written is on the disk. */
	sync(): Promise<void> {
		return inWords("write", this.path, () => this.#file.datasync());
	}

	/** Leaves it aside. */
	async close(): Promise<void> {
		await this.#file.close();
	}
}

/** A file without good bytes may be there already: it is emptied, unless it is no file of ours. */
async function create(path: string): Promise<FileHandle> {
	try {
		return await open(path, "wx+", 0o600);
	} catch (error) {
		if (!hasSystemCode(error, "EEXIST")) throw error;
		return reopen(path, 0);
	}
}

async function reopen(path: string, goodBytes: number): Promise<FileHandle> {
	const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
	const file = await open(path, flags).catch((error: unknown) => {
		if (hasSystemCode(error, "ENOENT")) throw broken(path, `${path} is gone, with the rows that it had`);
		if (hasSystemCode(error, "ELOOP")) throw broken(path, `${path} became a link`);
		throw error;
	});
	const found = await file.stat();
	if (found.isFile() && found.size >= goodBytes) return file;
	await file.close();
	throw broken(path, `${path} should have ${goodBytes} bytes, and has ${found.isFile() ? found.size : "none"}`);
}

function broken(path: string, what: string): FileExportError {
	return new FileExportError("broken", path, `${what}. Put it back as it was, or discard the export and begin anew.`);
}

/** What tells a file from others; `undefined` where there is none. */
export async function markOf(path: string): Promise<FileMark | undefined> {
	return stat(path, { bigint: true }).then(
		(found) => (found.isFile() ? { inode: String(found.ino), size: Number(found.size) } : undefined),
		() => undefined,
	);
}

/**
 * Moves a file that is whole to its place. It takes the permissions, and where that is possible the owner, of the file
 * that it replaces.
 *
 * @param newMode - its permissions where it replaces none.
 */
export function moveToPlace(from: string, to: string, newMode: number): Promise<void> {
	return inWords("write", to, async () => {
		const [before, own] = [await stat(to).catch(() => undefined), await stat(from)];
		if (before !== undefined && (before.uid !== own.uid || before.gid !== own.gid)) {
			await chown(from, before.uid, before.gid).catch(() => {});
		}
		await chmod(from, before === undefined ? newMode : before.mode & 0o777);
		await rename(from, to);
		await syncFolder(to);
	});
}
