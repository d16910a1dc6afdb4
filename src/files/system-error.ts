import { FileExportError, type FileExportProblem } from "./file-export-error.js";

/** What Node throws where the system refuses something. */
export interface SystemError extends Error {
	readonly code: string;
	readonly syscall: string;
	readonly path?: string;
	readonly port?: number;
}

/** Whether something was thrown because the system refused it. */
export function isSystemError(error: unknown): error is SystemError {
	return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

/** Whether the system refused something for this reason. */
export function hasSystemCode(error: unknown, code: string): boolean {
	return isSystemError(error) && error.code === code;
}

/** What Node says of files and ports is terse, and says nothing of what to do. */
const sentences: Readonly<Record<string, (error: SystemError, path: string) => string>> = {
	ENOENT: (_, path) => `There is no ${path}. Check the name, and the folder that you are in.`,
	EACCES: ({ port }, path) =>
		port === undefined
			? `${path} may not be read or written by you. Check its permissions, or give another file.`
			: `Port ${port} is not yours to listen on. Give one above 1023, or none for a free one.`,
	EPERM: (_, path) => `${path} may not be changed by you. Check its permissions, or give another file.`,
	EROFS: (_, path) => `${path} is on a disk that can only be read. Give another file.`,
	EISDIR: (_, path) => `${path} is a folder, and a file is needed.`,
	ENOTDIR: (_, path) => `${path} leads through a file where a folder is needed. Give another name.`,
	EEXIST: (_, path) => `${path} is there already, and is not what is needed there. Give another name.`,
	ELOOP: (_, path) => `${path} is a link that leads back to itself. Give another file.`,
	ENAMETOOLONG: (_, path) => `${path} is too long a name. Give a shorter one.`,
	ENOSPC: () => "The disk is full. Make room, then go on.",
	EDQUOT: () => "Your share of the disk is full. Make room, then go on.",
	EFBIG: () => "The file is larger than a file may be here. Raise the limit (ulimit -f), or write to another disk.",
	EIO: (_, path) => `${path} cannot be read or written: the disk reports an error.`,
	EPIPE: (_, path) => `Whoever read ${path} has closed it: what was written is not whole.`,
	ENXIO: (_, path) => `Nothing is behind ${path} that could be written to. Give another file.`,
	EADDRINUSE: ({ port }) => `Port ${port} is taken by another program. Give another one, or none for a free one.`,
	EADDRNOTAVAIL: () => "This machine has no such address. Leave out --host to listen on loopback.",
};

/** What the system refused, in words, and what to do. */
export function tellSystemError(error: SystemError, path: string = error.path ?? "The file"): string {
	return sentences[error.code]?.(error, path) ?? error.message;
}

/** Does work on files; where the system refuses it, the error says so in words. */
export async function inWords<Result>(
	problem: FileExportProblem,
	path: string,
	work: () => Result | Promise<Result>,
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw isSystemError(error)
			? new FileExportError(problem, path, tellSystemError(error, error.path ?? path), error)
			: error;
	}
}
