import { constants } from "node:fs";
import { lstat, mkdir, open, readlink, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type ByteSink, descriptorSink, deviceSink, fifoSink } from "./byte-sink.js";
import { FileExportError } from "./file-export-error.js";
import { hasSystemCode, inWords } from "./system-error.js";

/** Where an export goes: into a file that is replaced when complete, or out as a stream. */
export type Destination =
	| {
			readonly kind: "file";
			/** The place of the file: for a link, where it leads. */
			readonly path: string;
	  }
	| {
			readonly kind: "stream";
			/** Opens it. A pipe is waited for until somebody reads it. */
			open(signal: AbortSignal | undefined): Promise<ByteSink>;
	  };

/**
 * Finds out what a path is before anything is sent, and makes the folder of a new file. Links are followed. A regular
 * file, or none yet, is replaced when the export is complete; a pipe, a character device or a descriptor of this
 * process (`/dev/stdout`, `/dev/fd/3`) is written to. Folders, sockets and disks are refused.
 *
 * @throws {@link FileExportError}
 */
export function findDestination(path: string): Promise<Destination> {
	return inWords("destination", path, async (): Promise<Destination> => {
		if (path === "") throw refusal(path, "The file's name is empty. Give the name of a file.");
		const found = await followLinks(path);
		if (typeof found === "number") {
			return { kind: "stream", open: async () => descriptorSink(found, path) };
		}
		const there = await stat(found).catch(undefinedIfMissing);
		if (there === undefined) {
			if (/[/\\]$/.test(path)) throw refusal(path, `${path} is the name of a folder. Give a file in it.`);
			await mkdir(dirname(found), { recursive: true });
			return { kind: "file", path: found };
		}
		if (there.isDirectory()) throw refusal(path, `${path} is a folder. Give a file in it.`);
		if (there.isFIFO()) return { kind: "stream", open: (signal) => fifoSink(found, signal) };
		if (there.isCharacterDevice()) return { kind: "stream", open: () => deviceSink(found) };
		if (!there.isFile()) {
			throw refusal(path, `${path} is a ${there.isSocket() ? "socket" : "disk"}, not a file. Give the name of a file.`);
		}
		// The best way to know what the system allows is to try it.
		await (await open(found, constants.O_WRONLY)).close();
		return { kind: "file", path: found };
	});
}

const maxLinks = 40;

/** Where a path leads: to a place in the file system, or to a descriptor of this process. */
async function followLinks(path: string): Promise<string | number> {
	let place = path;
	for (let links = 0; ; links++) {
		const descriptor = descriptorOf(place);
		if (descriptor !== undefined) return descriptor;
		const found = await lstat(place).catch(undefinedIfMissing);
		if (!found?.isSymbolicLink()) return place;
		if (links === maxLinks) throw refusal(path, `${path} is a link that leads back to itself. Give another file.`);
		place = resolve(await realpath(dirname(place)), await readlink(place));
	}
}

/** The target of a redirected output has no name that could be opened again: only the descriptor leads to it. */
function descriptorOf(path: string): number | undefined {
	if (path === "/dev/stdout") return 1;
	if (path === "/dev/stderr") return 2;
	const [, process_, number] = /^\/(?:dev|proc\/(self|\d+))\/fd\/(\d+)$/.exec(path) ?? [];
	const isOwn = process_ === undefined || process_ === "self" || process_ === String(process.pid);
	return number !== undefined && isOwn ? Number(number) : undefined;
}

/**
 * Refuses to replace anything but a regular file with a further file of an export.
 *
 * @throws {@link FileExportError}
 */
export async function refuseOtherThanFile(path: string): Promise<void> {
	const found = await lstat(path).catch(undefinedIfMissing);
	if (found === undefined || found.isFile()) return;
	throw refusal(path, `${path} is not a regular file, but would be replaced. Move it away, then resume.`);
}

/** The path of a further file beside a file. */
export function beside(path: string, name: string): string {
	return join(dirname(path), name);
}

/** `undefined` if a file does not exist. */
export function undefinedIfMissing(error: unknown): undefined {
	if (hasSystemCode(error, "ENOENT")) return undefined;
	throw error;
}

function refusal(path: string, sentence: string): FileExportError {
	return new FileExportError("destination", path, sentence);
}
