import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { ResultTooLargeError } from "../zip/result-too-large-error.js";
import { carriageReturn, comma, lineFeed, quote } from "./csv-bytes.js";

/** How CSV is written. The defaults are Zoho's: commas, quotes where needed, line feeds, no byte order mark. */
export interface CsvDialect {
	/** The delimiter between cells: one ASCII character such as `";"` or `"\t"`. */
	readonly delimiter?: string | undefined;
	/** Which cells are quoted: those that need it, or all. */
	readonly quote?: "needed" | "always" | undefined;
	/** The line ending. */
	readonly lineEnding?: "lf" | "crlf" | undefined;
	/** Whether the file begins with a byte order mark, by which spreadsheets recognise UTF-8. */
	readonly bom?: boolean | undefined;
	/**
	 * Whether a `'` is put before a cell that a spreadsheet would take for a formula: one that begins with `=`, `+`,
	 * `-`, `@`, a tab or a carriage return, and is not a negative number.
	 *
	 * @see https://owasp.org/www-community/attacks/CSV_Injection
	 */
	readonly safeForSpreadsheets?: boolean | undefined;
}

/**
 * A dialect with every choice made; `undefined` if it is Zoho's own.
 *
 * @throws {@link InvalidOptionError}
 */
export function checkDialect(dialect: CsvDialect): Required<CsvDialect> | undefined {
	const { delimiter = ",", quote: quoting = "needed", lineEnding = "lf", bom = false } = dialect;
	const { safeForSpreadsheets = false } = dialect;
	if (typeof delimiter !== "string" || !/^[\t !#-~]$/.test(delimiter) || /[\w'.+=@-]/.test(delimiter)) {
		const sentence = `${JSON.stringify(delimiter)} cannot be a delimiter. Give one ASCII character that is not a letter, digit, quote or sign, such as ";" or a tab.`;
		throw new InvalidOptionError("delimiter", sentence);
	}
	if (quoting !== "needed" && quoting !== "always") {
		throw new InvalidOptionError("quote", `${JSON.stringify(quoting)} is not "needed" or "always".`);
	}
	if (lineEnding !== "lf" && lineEnding !== "crlf") {
		throw new InvalidOptionError("lineEnding", `${JSON.stringify(lineEnding)} is not "lf" or "crlf".`);
	}
	const isOwn = delimiter === "," && quoting === "needed" && lineEnding === "lf" && !bom && !safeForSpreadsheets;
	return isOwn ? undefined : { delimiter, quote: quoting, lineEnding, bom, safeForSpreadsheets };
}

/** Rewrites CSV in another dialect as it arrives. It works on bytes only: nothing is decoded, and no value changes. */
export class CsvDialectWriter {
	readonly #delimiter: number;
	readonly #quoteAll: boolean;
	readonly #crlf: boolean;
	readonly #bom: boolean;
	readonly #safe: boolean;
	/** Not 0 for bytes with a meaning outside quotes. */
	readonly #special: Uint8Array = new Uint8Array(256);
	/** The output buffer, reused for each part. */
	#room: Uint8Array = nothing;
	/** Bytes of a cell whose end has not arrived yet, as they will be written unless its end says otherwise. */
	#open: Uint8Array = nothing;
	#isQuoted = false;
	#inQuotes = false;
	#needsQuotes = false;
	/** Whether the open cell has a stray quote, or text after its closing quote. */
	#isStray = false;
	/** Holds the file's first bytes until it is known whether they are a byte order mark. */
	#start: Uint8Array | undefined;

	constructor(dialect: CsvDialect) {
		const { delimiter = ",", quote: quoting, lineEnding, bom = false, safeForSpreadsheets = false } = dialect;
		this.#delimiter = delimiter.charCodeAt(0);
		for (const byte of [comma, lineFeed, quote, this.#delimiter]) this.#special[byte] = 1;
		this.#quoteAll = quoting === "always";
		this.#crlf = lineEnding === "crlf";
		this.#bom = bom;
		this.#safe = safeForSpreadsheets;
	}

	/**
	 * Starts a page's CSV, which begins with a record.
	 *
	 * @param isFileStart - whether nothing was written before.
	 */
	begin(isFileStart: boolean): void {
		this.#open = nothing;
		this.#isQuoted = this.#inQuotes = this.#needsQuotes = this.#isStray = false;
		this.#start = isFileStart ? nothing : undefined;
	}

	/** Returns what to write for the next part of it. Its last byte ends a record. */
	push(part: Uint8Array): Uint8Array {
		const isStart = this.#start !== undefined;
		const input = isStart ? this.#afterMark(part) : part;
		if (input === undefined) return nothing;
		const out = this.#makeRoom(input.length);
		let at = 0;
		if (isStart && this.#bom) {
			out.set(mark);
			at = mark.length;
		}
		let cellStart = at;
		out.set(this.#open, at);
		at += this.#open.length;
		const delimiter = this.#delimiter;
		const quoteAll = this.#quoteAll;
		let inQuotes = this.#inQuotes;
		const { length } = input;
		const special = this.#special;
		for (let index = 0; index < length; ) {
			let byte = input[index] as number;
			if (inQuotes) {
				for (; byte !== quote; byte = input[index] as number) {
					out[at++] = byte;
					if (++index === length) break;
				}
				if (index === length) break;
				inQuotes = false;
				out[at++] = byte;
				index++;
				continue;
			}
			if (quoteAll && at === cellStart && byte !== quote) out[at++] = quote;
			const plainStart = at;
			// Most bytes have no special meaning.
			while (special[byte] === 0) {
				out[at++] = byte;
				if (++index === length) break;
				byte = input[index] as number;
			}
			// A quote has closed the cell, and no other has reopened it.
			if (at > plainStart && this.#isQuoted) this.#isStray = true;
			if (index === length) break;
			index++;
			if (byte === comma) {
				at = this.#endCell(out, cellStart, at);
				out[at++] = delimiter;
				cellStart = at;
			} else if (byte === lineFeed) {
				// Before a cell there never is one.
				if (out[at - 1] === carriageReturn) at--;
				at = this.#endCell(out, cellStart, at);
				if (this.#crlf) out[at++] = carriageReturn;
				out[at++] = lineFeed;
				cellStart = at;
			} else {
				// A quote opens a cell only at its start; right after a closing quote it means a quote; anywhere else
				// it is stray.
				const opens = byte === quote && (at === cellStart || (this.#isQuoted && !this.#isStray));
				if (opens) this.#isQuoted = inQuotes = true;
				else if (byte === quote || this.#isQuoted) this.#isStray = true;
				else this.#needsQuotes = true;
				out[at++] = byte;
			}
		}
		this.#inQuotes = inQuotes;
		if (at - cellStart > maxCellBytes) throw new ResultTooLargeError("maxCellBytes", maxCellBytes);
		this.#open = out.slice(cellStart, at);
		return out.slice(0, cellStart);
	}

	/**
	 * Each cell grows by at most three bytes, and each but the last is followed by a byte. A stray quote becomes two,
	 * which at most doubles the bytes.
	 */
	#makeRoom(length: number): Uint8Array {
		const needed = mark.length + this.#open.length * 2 + length * 4;
		if (this.#room.length < needed) this.#room = new Uint8Array(needed);
		return this.#room;
	}

	/** A byte order mark of Zoho's is not written twice. `undefined` if it is not known yet whether it is one. */
	#afterMark(part: Uint8Array): Uint8Array | undefined {
		const start = this.#start ?? nothing;
		const input = new Uint8Array(start.length + part.length);
		input.set(start);
		input.set(part, start.length);
		const isMark = mark.every((byte, index) => index >= input.length || input[index] === byte);
		this.#start = isMark && input.length < mark.length ? input : undefined;
		if (this.#start !== undefined) return undefined;
		return isMark ? input.subarray(mark.length) : input;
	}

	/** Ends a cell in the output; returns its new end. */
	#endCell(out: Uint8Array, start: number, end: number): number {
		let at = this.#isStray ? this.#mendQuotes(out, start, end) : end;
		const isQuoted = this.#isQuoted;
		const isOpened = isQuoted || this.#quoteAll;
		const contentStart = isOpened ? start + 1 : start;
		if (this.#safe && isFormulaAt(out, contentStart, isQuoted ? at - 1 : at)) {
			at = insert(out, contentStart, at, apostrophe);
		}
		if (!isOpened && this.#needsQuotes) {
			at = insert(out, start, at, quote);
			out[at++] = quote;
		} else if (isOpened && !isQuoted) out[at++] = quote;
		this.#isQuoted = this.#needsQuotes = this.#isStray = false;
		return at;
	}

	/** Requotes a cell with stray quotes; returns its new end. */
	#mendQuotes(out: Uint8Array, start: number, end: number): number {
		const cell = out.slice(this.#isQuoted || this.#quoteAll ? start + 1 : start, end);
		let isPlain = !this.#isQuoted;
		let at = start;
		out[at++] = quote;
		for (let index = 0; index < cell.length; index++) {
			const byte = cell[index] as number;
			// Inside quotes, two are a character, and one closes the cell.
			if (byte === quote && !isPlain && cell[++index] !== quote) {
				isPlain = true;
				index--;
				continue;
			}
			out[at++] = byte;
			if (byte === quote) out[at++] = quote;
		}
		out[at++] = quote;
		this.#isQuoted = true;
		return at;
	}
}

/** Bytes of a cell, which is held in memory until its end has arrived. */
const maxCellBytes = 2 ** 24;

const nothing = new Uint8Array();
const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
const apostrophe = 0x27;
const minus = 0x2d;

function insert(out: Uint8Array, at: number, end: number, byte: number): number {
	out.copyWithin(at + 1, at, end);
	out[at] = byte;
	return end + 1;
}

/** Whether a spreadsheet would take a cell for a formula. A negative number is not one. */
export function isFormula(text: string): boolean {
	return /^[=+\-@\t\r]/.test(text) && !/^-[\d.]+$/.test(text);
}

/** `=`, `+`, `-`, `@`, a tab, a carriage return. */
const formulaStarts: ReadonlySet<number> = new Set([0x3d, 0x2b, minus, 0x40, 0x09, carriageReturn]);

/** The same for a cell's bytes. */
function isFormulaAt(bytes: Uint8Array, start: number, end: number): boolean {
	if (start >= end || !formulaStarts.has(bytes[start] as number)) return false;
	if (bytes[start] !== minus) return true;
	let at = start + 1;
	while (at < end && isDigitOrPoint(bytes[at] as number)) at++;
	return at < end || at === start + 1;
}

function isDigitOrPoint(byte: number): boolean {
	return (byte >= 0x30 && byte <= 0x39) || byte === 0x2e;
}
