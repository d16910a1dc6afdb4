import { DamagedResultError } from "../zip/damaged-result-error.js";
import { carriageReturn, comma, lineFeed, quote } from "./csv-bytes.js";
import type { TextWindow } from "./text-window.js";

/** A cell of a CSV. */
export interface CsvCell {
	/** Its contents, without quotes. */
	readonly text: string;
	/** The position of the comma or line feed after it, or the end of the file. */
	readonly end: number;
	/** Whether it is the last of its record. */
	readonly isLast: boolean;
}

/** After every position. */
export const nowhere = 0x3fff_ffff;

/** The position of the next one. */
export function find(text: string, what: string, from: number, otherwise: number): number {
	const found = text.indexOf(what, from);
	return found < 0 ? otherwise : found;
}

/** How to read quotes that RFC 4180 does not allow: as damage, or as characters. */
export type Quotes = "strict" | "lenient";

/**
 * Reads any cell of RFC 4180, with LF too.
 *
 * @param isFileEnd - whether the window ends with the file.
 * @param quotes - with `"lenient"` a quote inside an unquoted cell is a character, and anything between a closing quote
 * and the delimiter belongs to the cell.
 * @returns `undefined` if the cell's end has not arrived yet.
 * @throws {@link DamagedResultError} if this is ambiguous, or not UTF-8.
 */
export function readCell(
	window: TextWindow,
	start: number,
	isFileEnd: boolean,
	quotes: Quotes = "strict",
): CsvCell | undefined {
	return start < window.length && window.bytes[start] === quote
		? readQuoted(window, start + 1, isFileEnd, quotes)
		: readPlain(window, start, isFileEnd, quotes);
}

function readPlain(window: TextWindow, start: number, isFileEnd: boolean, quotes: Quotes): CsvCell | undefined {
	const { bytes, length } = window;
	const end = findDelimiter(window, start);
	if (end === length && !isFileEnd) return undefined;
	const isLast = end === length || bytes[end] === lineFeed;
	const isCrLf = isLast && end < length && end > start && bytes[end - 1] === carriageReturn;
	const text = readText(window, start, isCrLf ? end - 1 : end);
	if (quotes === "strict" && text.includes('"')) throw strayQuote("there is a quote in a cell that is not quoted");
	return { text, end, isLast };
}

/** The next comma or line feed. Neither is searched for in the whole window, since a record may have 100,000 cells. */
function findDelimiter({ bytes, length }: TextWindow, start: number): number {
	let end = start;
	while (end < length && bytes[end] !== comma && bytes[end] !== lineFeed) end++;
	return end;
}

function strayQuote(reason: string): DamagedResultError {
	const remedy =
		'Zoho wrote the file this way, and would do so again. To read such quotes as characters, use quotes: "lenient".';
	return new DamagedResultError(reason, { remedy });
}

/** The position of the quote that ends a cell, skipping doubled ones; the window's length if it has not arrived. */
export function findClosingQuote({ text, bytes, length }: TextWindow, start: number): number {
	let close = find(text, '"', start, length);
	while (close + 1 < length && bytes[close + 1] === quote) close = find(text, '"', close + 2, length);
	return close;
}

/** Two quotes in a quoted cell mean one. */
export function halveQuotes(cell: string): string {
	return cell.replaceAll('""', '"');
}

function readQuoted(window: TextWindow, start: number, isFileEnd: boolean, quotes: Quotes): CsvCell | undefined {
	const { bytes, length } = window;
	const close = findClosingQuote(window, start);
	// A second quote, or the line feed of a CRLF, may arrive with the next part.
	if (close + 2 >= length && !isFileEnd) return undefined;
	if (close === length) throw new DamagedResultError("a quote is never closed");
	const isCrLf = close + 2 < length && bytes[close + 1] === carriageReturn && bytes[close + 2] === lineFeed;
	const end = isCrLf ? close + 2 : close + 1;
	const isLast = end === length || bytes[end] === lineFeed;
	const text = halveQuotes(readText(window, start, close));
	if (isLast || bytes[end] === comma) return { text, end, isLast };
	if (quotes === "strict") throw strayQuote("there is text between a closing quote and the next comma");
	const rest = readPlain(window, end, isFileEnd, quotes);
	return rest && { ...rest, text: text + rest.text };
}

function readText(window: TextWindow, start: number, end: number): string {
	const text = window.piece(start, end);
	if (text === undefined) throw new DamagedResultError("a cell is not UTF-8");
	return text;
}
