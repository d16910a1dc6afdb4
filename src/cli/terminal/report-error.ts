import { CommanderError } from "commander";
import { type ExitCode, exitCodes } from "./exit-code.js";
import { stderr } from "./terminal.js";

/** Says in one paragraph what went wrong, and what that means for the exit. */
export function reportError(error: unknown): ExitCode {
	// Commander has said by itself what it says, be it help or a refusal.
	if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.failed;
	stderr.line(stderr.wrap(`error: ${tellError(error)}`).replace(/^error:/, stderr.paint("red", "error:")));
	if (process.env.ZOHO_BULK_READ_DEBUG && error instanceof Error) stderr.line(error.stack);
	return exitCodes.failed;
}

function tellError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return isSystemError(error) ? tellSystemError(error) : error.message;
}

interface SystemError extends Error {
	readonly code: string;
	readonly path?: string;
	readonly port?: number;
	readonly syscall: string;
}

function isSystemError(error: Error): error is SystemError {
	return "syscall" in error && "code" in error && typeof error.code === "string";
}

/** What Node says of files and ports is terse, and says nothing of what to do. */
const systemErrors: Readonly<Record<string, (error: SystemError) => string>> = {
	ENOENT: ({ path }) => `There is no ${path ?? "such file"}. Check the name, and the folder that you are in.`,
	EACCES: ({ path, port }) =>
		port === undefined
			? `${path ?? "A file"} may not be read or written by you. Check its permissions, or give another file.`
			: `Port ${port} is not yours to listen on. Give one above 1023, or none for a free one.`,
	EISDIR: ({ path }) => `${path ?? "What was given"} is a folder, and a file is needed.`,
	ENOTDIR: ({ path }) => `${path ?? "What was given"} is a file where a folder is needed.`,
	EEXIST: ({ path }) => `${path ?? "The file"} is there already, and is not what is needed there. Give another name.`,
	ENOSPC: () => "The disk is full. Make room, then go on.",
	EADDRINUSE: ({ port }) => `Port ${port} is taken by another program. Give another one, or none for a free one.`,
	EADDRNOTAVAIL: () => "This machine has no such address. Leave out --host to listen on loopback.",
};

function tellSystemError(error: SystemError): string {
	return systemErrors[error.code]?.(error) ?? error.message;
}
