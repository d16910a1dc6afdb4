import { FileExportError, type FileExportProblem } from "./file-export-error.js";

/** What Node throws if the system refuses something. */
export interface SystemError extends Error {
	readonly code: string;
	readonly syscall: string;
	readonly path?: string;
	readonly port?: number;
}

/** Whether an error comes from the system. */
export function isSystemError(error: unknown): error is SystemError {
	return error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";
}

/** Whether the system refused something for this reason. */
export function hasSystemCode(error: unknown, code: string): boolean {
	return isSystemError(error) && error.code === code;
}

/** Node's messages about files and ports are terse, and do not say what to do. */
const sentences: Readonly<Record<string, (error: SystemError, path: string) => string>> = {
	ENOENT: (_, path) => `There is no ${path}. Check the name and the current folder.`,
	EACCES: ({ port }, path) =>
		port === undefined
			? `${path} cannot be read or written by you. Check its permissions, or give another file.`
			: `You may not listen on port ${port}. Give a port above 1023, or none for a free one.`,
	EPERM: (_, path) => `${path} cannot be changed by you. Check its permissions, or give another file.`,
	EROFS: (_, path) => `${path} is on a read-only disk. Give another file.`,
	EISDIR: (_, path) => `${path} is a folder, but a file is needed.`,
	ENOTDIR: (_, path) => `${path} goes through a file where a folder is needed. Give another name.`,
	EEXIST: (_, path) => `${path} already exists, and is not what is needed there. Give another name.`,
	ELOOP: (_, path) => `${path} is a link that leads back to itself. Give another file.`,
	ENAMETOOLONG: (_, path) => `${path} is too long a name. Give a shorter one.`,
	ENOSPC: () => "The disk is full. Make room, then try again.",
	EDQUOT: () => "Your disk quota is used up. Make room, then try again.",
	EFBIG: () => "The file would exceed the maximum file size. Raise the limit (ulimit -f), or write to another disk.",
	EIO: (_, path) => `${path} cannot be read or written: the disk reports an error.`,
	EPIPE: (_, path) => `The reader of ${path} has closed it, so the output is incomplete.`,
	ENXIO: (_, path) => `There is nothing behind ${path} to write to. Give another file.`,
	EADDRINUSE: ({ port }) => `Port ${port} is in use by another program. Give another one, or none for a free one.`,
	EADDRNOTAVAIL: () => "This machine does not have this address. Leave out --host to listen on loopback.",
};

/** What the system refused, in words, and what to do. */
export function tellSystemError(error: SystemError, path: string = error.path ?? "The file"): string {
	return sentences[error.code]?.(error, path) ?? error.message;
}

/** Does work on files; if the system refuses it, the error explains why. */
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
