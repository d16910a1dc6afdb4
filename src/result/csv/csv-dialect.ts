import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { ResultTooLargeError } from "../zip/result-too-large-error.js";
import { carriageReturn, comma, lineFeed, quote } from "./csv-cell.js";

/** How CSV is written. What is left out stays as Zoho writes it: commas, quotes where they are needed, line feeds, no mark. */
export interface CsvDialect {
	/** What stands between two cells: one ASCII character such as `";"` or `"\t"`. */
	readonly delimiter?: string | undefined;
	/** Which cells are quoted: those that need it, or all. */
	readonly quote?: "needed" | "always" | undefined;
	/** What ends a line. */
	readonly lineEnding?: "lf" | "crlf" | undefined;
	/** Whether the file begins with a byte order mark, by which spreadsheets know UTF-8. */
	readonly bom?: boolean | undefined;
	/**
	 * Whether a cell that a spreadsheet would take for a formula gets a `'` before it: one that begins with `=`, `+`, `-`, `@`,
	 * a tab or a carriage return, and is no negative number.
	 *
	 * @see https://owasp.org/www-community/attacks/CSV_Injection
	 */
	readonly safeForSpreadsheets?: boolean | undefined;
}

/**
 * A dialect with every choice made; `undefined` where it is Zoho's own.
 *
 * @throws {@link InvalidOptionError}
 */
export function checkDialect(dialect: CsvDialect): Required<CsvDialect> | undefined {
	const { delimiter = ",", quote: quoting = "needed", lineEnding = "lf", bom = false } = dialect;
	const { safeForSpreadsheets = false } = dialect;
	if (typeof delimiter !== "string" || !/^[\t !#-~]$/.test(delimiter) || /[\w'.+=@-]/.test(delimiter)) {
		const sentence = `${JSON.stringify(delimiter)} does not do: give one ASCII character that is no letter, digit, quote or sign, such as ";" or a tab.`;
		throw new InvalidOptionError("delimiter", sentence);
	}
	if (quoting !== "needed" && quoting !== "always") {
		throw new InvalidOptionError("quote", `${JSON.stringify(quoting)} is neither "needed" nor "always".`);
	}
	if (lineEnding !== "lf" && lineEnding !== "crlf") {
		throw new InvalidOptionError("lineEnding", `${JSON.stringify(lineEnding)} is neither "lf" nor "crlf".`);
	}
	const isOwn = delimiter === "," && quoting === "needed" && lineEnding === "lf" && !bom && !safeForSpreadsheets;
	return isOwn ? undefined : { delimiter, quote: quoting, lineEnding, bom, safeForSpreadsheets };
}

/** Writes CSV as it comes in another dialect. It looks at bytes alone: nothing is decoded, and no value is taken for another. */
export class CsvDialectWriter {
	readonly #delimiter: number;
	readonly #quoteAll: boolean;
	readonly #crlf: boolean;
	readonly #bom: boolean;
	readonly #safe: boolean;
	/** Bytes of a cell whose end has not come yet, as they will be written unless its end says otherwise. */
	#open: Uint8Array = nothing;
	#isQuoted = false;
	#inQuotes = false;
	#needsQuotes = false;
	#isFileStart = false;

	constructor(dialect: CsvDialect) {
		const { delimiter = ",", quote: quoting, lineEnding, bom = false, safeForSpreadsheets = false } = dialect;
		this.#delimiter = delimiter.charCodeAt(0);
		this.#quoteAll = quoting === "always";
		this.#crlf = lineEnding === "crlf";
		this.#bom = bom;
		this.#safe = safeForSpreadsheets;
	}

	/**
	 * Begins a page's CSV, which begins with a record.
	 *
	 * @param isFileStart - whether nothing was written before.
	 */
	begin(isFileStart: boolean): void {
		this.#open = nothing;
		this.#isQuoted = this.#inQuotes = this.#needsQuotes = false;
		this.#isFileStart = isFileStart;
	}

	/** Gives what is to be written for the next part of it. Its last byte ends a record. */
	push(part: Uint8Array): Uint8Array {
		const input = this.#isFileStart ? this.#afterMark(part) : part;
		// Each cell gets three bytes more at most, and each but the last has a byte of its own behind it.
		const out = new Uint8Array(this.#open.length + 3 + input.length * 4);
		let at = 0;
		if (this.#isFileStart && this.#bom) {
			out.set(mark);
			at = mark.length;
		}
		this.#isFileStart = false;
		let cellStart = at;
		out.set(this.#open, at);
		at += this.#open.length;
		const delimiter = this.#delimiter;
		for (let index = 0; index < input.length; index++) {
			const byte = input[index] as number;
			if (this.#inQuotes) {
				if (byte === quote) this.#inQuotes = false;
				out[at++] = byte;
			} else if (byte === comma) {
				at = this.#endCell(out, cellStart, at);
				out[at++] = delimiter;
				cellStart = at;
			} else if (byte === lineFeed) {
				if (at > cellStart && out[at - 1] === carriageReturn) at--;
				at = this.#endCell(out, cellStart, at);
				if (this.#crlf) out[at++] = carriageReturn;
				out[at++] = lineFeed;
				cellStart = at;
			} else {
				if (byte === quote) this.#isQuoted = this.#inQuotes = true;
				else if (byte === delimiter) this.#needsQuotes = true;
				out[at++] = byte;
			}
		}
		if (at - cellStart > maxCellBytes) throw new ResultTooLargeError("maxCellBytes", maxCellBytes);
		this.#open = out.slice(cellStart, at);
		return out.subarray(0, cellStart);
	}

	/** A mark of Zoho's own is not written twice. */
	#afterMark(part: Uint8Array): Uint8Array {
		return mark.every((byte, index) => part[index] === byte) ? part.subarray(mark.length) : part;
	}

	/** Ends a cell that stands in the output; gives where it ends then. */
	#endCell(out: Uint8Array, start: number, end: number): number {
		let at = end;
		const contentStart = this.#isQuoted ? start + 1 : start;
		if (this.#safe && isFormulaAt(out, contentStart, this.#isQuoted ? end - 1 : end)) {
			at = insert(out, contentStart, at, apostrophe);
		}
		if (!this.#isQuoted && (this.#quoteAll || this.#needsQuotes)) {
			at = insert(out, start, at, quote);
			out[at++] = quote;
		}
		this.#isQuoted = this.#needsQuotes = false;
		return at;
	}
}

/** Bytes of a cell, which is held in memory until its end has come. */
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

/** Whether a spreadsheet would take a cell for a formula. A negative number is none. */
export function isFormula(text: string): boolean {
	return /^[=+\-@\t\r]/.test(text) && !/^-[\d.]+$/.test(text);
}

/** `=`, `+`, `-`, `@`, a tab, a carriage return. */
const formulaStarts: ReadonlySet<number> = new Set([0x3d, 0x2b, minus, 0x40, 0x09, carriageReturn]);

/** The same of a cell's bytes. */
function isFormulaAt(bytes: Uint8Array, start: number, end: number): boolean {
	if (start >= end || !formulaStarts.has(bytes[start] as number)) return false;
	return isFormula(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + maxNumberLength))));
}

/** A cell of so many characters is no number. */
const maxNumberLength = 400;
