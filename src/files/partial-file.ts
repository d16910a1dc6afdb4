import { constants } from "node:fs";
import { chmod, chown, type FileHandle, open, rename, stat } from "node:fs/promises";
import { FileExportError } from "./file-export-error.js";
import { syncFolder } from "./replace-file.js";
import { hasSystemCode, inWords } from "./system-error.js";

/** What identifies a file, as opposed to another one at the same path later. */
export interface FileMark {
	/** Its inode number. */
	readonly inode: string;
	readonly size: number;
}

/** A temporary file, until the export is complete. */
export class PartialFile {
	readonly path: string;
	readonly #file: FileHandle;
	#size = 0;

	private constructor(path: string, file: FileHandle) {
		this.path = path;
		this.#file = file;
	}

	/**
	 * Starts a file, or continues one with this many good bytes: the rest is cut off. Only its owner may read it until
	 * it is complete. A link in its place is not followed.
	 *
	 * @throws {@link FileExportError} if the good bytes are not there.
	 */
	static open(path: string, goodBytes: number): Promise<PartialFile> {
		return inWords("write", path, async () => {
			const file = new PartialFile(path, goodBytes === 0 ? await create(path) : await reopen(path, goodBytes));
			await file.cutTo(goodBytes);
			return file;
		});
	}

	/** Bytes written so far. */
	get size(): number {
		return this.#size;
	}

	/** Appends bytes. */
	write(bytes: Uint8Array): Promise<void> {
		return inWords("write", this.path, async () => {
			for (let from = 0; from < bytes.byteLength; ) {
				const { bytesWritten } = await this.#file.write(bytes, from, bytes.byteLength - from, this.#size);
				from += bytesWritten;
				this.#size += bytesWritten;
			}
		});
	}

	/** Removes everything after this many bytes. */
	async cutTo(size: number): Promise<void> {
		await this.#file.truncate(size);
		this.#size = size;
	}

	/** Waits until everything is on disk. */
	sync(): Promise<void> {
		return inWords("write", this.path, () => this.#file.datasync());
	}

	/** Closes it without moving it. */
	async close(): Promise<void> {
		await this.#file.close();
	}
}

/** A file without good bytes may already exist: it is emptied, unless it is not ours. */
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
	throw broken(path, `${path} should have ${goodBytes} bytes, but has ${found.isFile() ? found.size : "none"}`);
}

function broken(path: string, what: string): FileExportError {
	return new FileExportError("broken", path, `${what}. Restore it unchanged, or discard the export and start over.`);
}

/** What identifies a file; `undefined` if there is none. */
export async function markOf(path: string): Promise<FileMark | undefined> {
	return stat(path, { bigint: true }).then(
		(found) => (found.isFile() ? { inode: String(found.ino), size: Number(found.size) } : undefined),
		() => undefined,
	);
}

/**
 * Moves a complete file into place. It takes the permissions and, if possible, the owner of the file that it replaces.
 *
 * @param newMode - its permissions if it replaces none.
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
