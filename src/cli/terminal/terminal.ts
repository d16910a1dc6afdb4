import { styleText } from "node:util";
import { hasSystemCode, isSystemError, tellSystemError } from "../../files/system-error.js";
import { exitCodes } from "./exit-code.js";
import { wrap } from "./wrap.js";

/** The colours that the command uses. */
export type Colour = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** One of the command's two outputs: one for data, one for messages. */
export interface Output {
	/** Whether a person is watching. */
	readonly isTerminal: boolean;
	/** Columns of the terminal; 80 if there is none. */
	readonly columns: number;
	/** Whether it shows more than ASCII. */
	readonly hasUnicode: boolean;
	/** Wraps lines between words for people; programs get them whole. */
	wrap(text: string, indent?: string): string;
	/** Writes a text as it is. */
	write(text: string): void;
	/** Writes a line. */
	line(text?: string): void;
	/** A text in a colour, if colours are wanted: on a terminal, and without `NO_COLOR`. */
	paint(colour: Colour, text: string): string;
}

/** Goes to the start of a terminal's line, and empties it. */
export const clearLine = "\r\u001B[2K";

/** The output for progress, warnings and errors. Work continues even if nobody reads them. */
export const stderr: Output = makeOutput(process.stderr, () => {});

/** Where data goes. */
export const stdout: Output = makeOutput(process.stdout, (error) => {
	// The reader has had enough (`| head`): that is not an error.
	if (hasSystemCode(error, "EPIPE")) process.exit(exitCodes.done);
	const words = isSystemError(error) ? tellSystemError(error, "Standard output") : String(error);
	stderr.line(`${stderr.paint("red", "error:")} Standard output cannot be written, and is incomplete. ${words}`);
	process.exit(exitCodes.failed);
});

function makeOutput(stream: NodeJS.WriteStream, onError: (error: unknown) => void): Output {
	stream.on("error", onError);
	const { NO_COLOR, TERM } = process.env;
	const isTerminal = stream.isTTY === true;
	const colourful = isTerminal && !NO_COLOR && TERM !== "dumb";
	const { LC_ALL, LC_CTYPE, LANG, WT_SESSION } = process.env;
	const hasUnicode = /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || "") || WT_SESSION !== undefined;
	// A terminal that does not know its size reports 0.
	const columns = (): number => stream.columns || 80;
	const write = (text: string): void => {
		stream.write(text);
	};
	return {
		isTerminal,
		hasUnicode,
		get columns(): number {
			return columns();
		},
		wrap: (text, indent) => (isTerminal ? wrap(text, columns(), indent) : text),
		write,
		line: (text = "") => write(`${text}\n`),
		paint: (colour, text) => (colourful ? styleText(colour, text) : text),
	};
}
