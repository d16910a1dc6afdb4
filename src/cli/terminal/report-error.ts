import { CommanderError } from "commander";
import { makeLinesVisible } from "../../checks/make-visible.js";
import { isSystemError, tellSystemError } from "../../files/system-error.js";
import { CommandError } from "./command-error.js";
import { type ExitCode, exitCodes } from "./exit-code.js";
import { clearLine, stderr } from "./terminal.js";

/** Says in one paragraph what went wrong, in JSON for programs, and returns the exit code. */
export function reportError(error: unknown): ExitCode {
	// Commander has already printed its message, be it help or an error.
	if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.failed;
	const message = tellError(error);
	tellMistake(message, error instanceof CommandError ? error.kind : error instanceof Error ? error.name : "Error");
	if (process.env.ZOHO_BULK_READ_DEBUG && error instanceof Error) stderr.line(makeLinesVisible(error.stack ?? ""));
	return exitCodes.failed;
}

/**
 * Says what went wrong.
 *
 * @param kind - for programs.
 */
export function tellMistake(message: string, kind: string): void {
	if (wantsJson()) stderr.line(JSON.stringify({ error: kind, message: message.trim() }));
	else
		stderr.line(stderr.wrap(`error: ${makeLinesVisible(message)}`).replace(/^error:/, stderr.paint("red", "error:")));
}

/** Warns of something that does not stop the command. */
export function tellWarning(message: string): void {
	if (wantsJson()) {
		stderr.line(JSON.stringify({ warning: message }));
		return;
	}
	// A line of progress that is updated may be there, and is drawn again.
	if (stderr.isTerminal) stderr.write(clearLine);
	const words = stderr.wrap(`warning: ${makeLinesVisible(message)}`);
	stderr.line(words.replace(/^warning:/, stderr.paint("yellow", "warning:")));
}

/** Whether a program reads the output. May be called before the arguments are parsed. */
function wantsJson(): boolean {
	const words = process.argv.slice(2);
	const end = words.indexOf("--");
	return words.slice(0, end < 0 ? undefined : end).includes("--json");
}

function tellError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return isSystemError(error) ? tellSystemError(error) : error.message;
}
