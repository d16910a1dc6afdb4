import { ResultTooLargeError } from "../zip/result-too-large-error.js";
import { type Quotes, readCell } from "./csv-cell.js";
import type { TextWindow } from "./text-window.js";

/** Processes the records of a CSV. */
export interface RecordParser {
	/**
	 * Takes the complete records.
	 *
	 * @param isFileEnd - whether the window ends with the file, so that its last record is complete too.
	 * @returns where the first incomplete record begins.
	 */
	parse(window: TextWindow, start: number, isFileEnd: boolean): number;
}

/** Larger than the parts in which a file arrives, plus the rest of the part before. */
export const windowLength = 131_072;

/** Reads a CSV as its bytes arrive: with LF or CRLF, with or without a byte order mark. */
export class CsvReader {
	readonly #window: TextWindow;
	readonly #open: (header: readonly string[]) => RecordParser;
	readonly #maxRowBytes: number;
	readonly #quotes: Quotes;
	#parser: RecordParser | undefined;
	/** Where the first unread record begins. */
	#at = 0;
	/** How long the window must be before it is worth looking for a record's end again. */
	#enough = 3;
	#isFileStart = true;

	/**
	 * @param open - called with the header, once it has arrived: its result takes the records.
	 * @param maxRowBytes - maximum bytes of a record, which is held in memory.
	 */
	constructor(
		window: TextWindow,
		open: (header: readonly string[]) => RecordParser,
		maxRowBytes: number,
		quotes: Quotes = "strict",
	) {
		this.#window = window;
		this.#quotes = quotes;
		this.#open = open;
		this.#maxRowBytes = maxRowBytes;
	}

	/** Reads the records that these bytes complete. */
	push(bytes: Uint8Array): void {
		this.#window.advance(this.#at, bytes);
		this.#at = 0;
		if (this.#window.length < this.#enough) return;
		this.#read(false);
		const rest = this.#window.length - this.#at;
		if (rest > this.#maxRowBytes) throw new ResultTooLargeError("maxRowBytes", this.#maxRowBytes);
		// A long record is looked at again once it is twice as long, so that its parts are not read over and over.
		this.#enough = rest > windowLength ? Math.min(rest * 2, this.#maxRowBytes + 1) : 0;
	}

	/** Reads the last record, if no line ending follows it. */
	end(): void {
		this.#read(true);
	}

	#read(isFileEnd: boolean): void {
		const window = this.#window;
		window.refresh();
		if (this.#isFileStart && startsWithMark(window.bytes)) this.#at = markLength;
		this.#isFileStart = false;
		this.#parser ??= this.#readHeader(isFileEnd);
		if (this.#parser) this.#at = this.#parser.parse(window, this.#at, isFileEnd);
	}

	#readHeader(isFileEnd: boolean): RecordParser | undefined {
		const window = this.#window;
		if (this.#at === window.length) return undefined;
		const names: string[] = [];
		for (let at = this.#at; ; ) {
			const cell = readCell(window, at, isFileEnd, this.#quotes);
			if (cell === undefined) return undefined;
			names.push(cell.text);
			at = cell.end + 1;
			if (!cell.isLast) continue;
			this.#at = Math.min(at, window.length);
			return this.#open(names);
		}
	}
}

const markLength = 3;

function startsWithMark(bytes: Uint8Array): boolean {
	return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
