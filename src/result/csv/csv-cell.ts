import { DamagedResultError } from "../zip/damaged-result-error.js";
import type { TextWindow } from "./text-window.js";

/** A cell of a CSV. */
export interface CsvCell {
	/** What it holds, without its quotes. */
	readonly text: string;
	/** Where the comma or the line feed behind it stands, or the end of the file. */
	readonly end: number;
	/** Whether it is the last of its record. */
	readonly isLast: boolean;
}

export const comma = 0x2c;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const quote = 0x22;

/** Behind every position. */
export const nowhere = 0x3fff_ffff;

/** Where something stands next. */
export function find(text: string, what: string, from: number, otherwise: number): number {
	const found = text.indexOf(what, from);
	return found < 0 ? otherwise : found;
}

/**
 * Reads any cell, of RFC 4180 and with LF too.
 *
 * @param isFileEnd - whether the window ends with the file.
 * @returns `undefined` where the cell's end has not come yet.
 * @throws {@link DamagedResultError} where this can be read in two ways, or is not UTF-8.
 */
export function readCell(window: TextWindow, start: number, isFileEnd: boolean): CsvCell | undefined {
	return start < window.length && window.bytes[start] === quote
		? readQuoted(window, start + 1, isFileEnd)
		: readPlain(window, start, isFileEnd);
}

function readPlain(window: TextWindow, start: number, isFileEnd: boolean): CsvCell | undefined {
	const { text, bytes, length } = window;
	const lineEnd = find(text, "\n", start, length);
	const end = find(text, ",", start, lineEnd);
	if (end === length && !isFileEnd) return undefined;
	const isLast = end >= lineEnd;
	const delimiter = isLast ? lineEnd : end;
	const isCrLf = isLast && lineEnd < length && lineEnd > start && bytes[lineEnd - 1] === carriageReturn;
	const cell = readText(window, start, isCrLf ? lineEnd - 1 : delimiter);
	if (cell.includes('"')) throw new DamagedResultError("a quote stands in a cell that is not quoted");
	return { text: cell, end: delimiter, isLast };
}

/** Where the quote stands that ends a cell, which two of them do not; the window's length where it has not come. */
export function findClosingQuote({ text, bytes, length }: TextWindow, start: number): number {
	let close = find(text, '"', start, length);
	while (close + 1 < length && bytes[close + 1] === quote) close = find(text, '"', close + 2, length);
	return close;
}

/** Two quotes in a quoted cell mean one. */
export function halveQuotes(cell: string): string {
	return cell.replaceAll('""', '"');
}

function readQuoted(window: TextWindow, start: number, isFileEnd: boolean): CsvCell | undefined {
	const { bytes, length } = window;
	const close = findClosingQuote(window, start);
	// A second quote, or the line feed of a CRLF, may come with the next part.
	if (close + 2 >= length && !isFileEnd) return undefined;
	if (close === length) throw new DamagedResultError("a quote is never closed");
	const isCrLf = close + 2 < length && bytes[close + 1] === carriageReturn && bytes[close + 2] === lineFeed;
	const end = isCrLf ? close + 2 : close + 1;
	const isLast = end === length || bytes[end] === lineFeed;
	if (!isLast && bytes[end] !== comma) {
		throw new DamagedResultError("something stands between a closing quote and the next comma");
	}
	return { text: halveQuotes(readText(window, start, close)), end, isLast };
}

function readText(window: TextWindow, start: number, end: number): string {
	const text = window.piece(start, end);
	if (text === undefined) throw new DamagedResultError("a cell is not UTF-8");
	return text;
}
