import { carriageReturn, comma, lineFeed, quote } from "../csv/csv-bytes.js";
import type { TextWindow } from "../csv/text-window.js";
import { type CellEscapes, type EscapePair, listEscapes, textEscapes } from "./cell-escapes.js";
import { kindOfColumn, kinds } from "./cell-kind.js";
import { dayLength, isDay, isTime, momentLength } from "./date-bytes.js";
import type { LineBatch } from "./line-batch.js";
import type { BatchParser, RowLayout, RowParserOptions } from "./row-layout.js";
import { RowParser } from "./row-parser.js";
import { writeLines } from "./write-lines.js";

/**
 * Writes records as lines of JSON, as JSON.stringify would write their rows, directly from bytes to bytes without
 * objects. It knows the usual form of cells. A record with any other form, or with a mistake, is read by
 * {@link RowParser}, which defines what a record is, and its row is written.
 */
export class LineParser implements BatchParser<LineBatch> {
	readonly #rowParser: RowParser;
	readonly #kinds: readonly number[];
	/** What comes before the value of each column: `,"Last_Name":`. */
	readonly #prefixes: readonly Uint8Array[];
	/** What comes after the last value: the columns that the file lacks, the bracket and the line feed. */
	readonly #suffix: Uint8Array;
	/** Bytes of a line besides its values. */
	readonly #frameLength: number;
	/** Size of a record that need not be checked for its limits. */
	readonly #largest: number;
	readonly #list: EscapePair | undefined;
	/** A buffer for the lines of a batch, reused for the next. */
	#out: Uint8Array = new Uint8Array();
	/** How much of it is filled. */
	#to = 0;
	#batchLength = 0;

	constructor(layout: RowLayout, options: RowParserOptions) {
		this.#rowParser = new RowParser(layout, options);
		this.#kinds = layout.columns.map(kindOfColumn);
		this.#prefixes = layout.columns.map(({ key }, index) =>
			encoder.encode(`${index === 0 ? "{" : ","}${JSON.stringify(key)}:`),
		);
		this.#suffix = encoder.encode(`${layout.missing.map((key) => `,${JSON.stringify(key)}:null`).join("")}}\n`);
		this.#frameLength = this.#prefixes.reduce((sum, { length }) => sum + length, this.#suffix.length);
		this.#largest = Math.min(options.maxCellBytes, options.maxRowBytes);
		this.#list = listEscapes(options.multiSelectDelimiter);
	}

	get rows(): number {
		return this.#rowParser.rows;
	}

	hasBatch(): boolean {
		return this.#batchLength > 0;
	}

	takeBatch(): LineBatch {
		const batch = { length: this.#batchLength, bytes: this.#out.slice(0, this.#to) };
		this.#batchLength = 0;
		this.#to = 0;
		return batch;
	}

	parse(window: TextWindow, start: number, isFileEnd: boolean): number {
		const isSound = window.isUtf8(start);
		let at = start;
		while (at < window.length) {
			const end = isSound && !this.#rowParser.isBehindBlankLine ? this.#writeRecord(window, at) : -1;
			if (end > 0) {
				this.#rowParser.passOver();
				this.#batchLength++;
				at = end;
				continue;
			}
			const next = this.#rowParser.parse(window, at, isFileEnd, 1);
			this.#writeRows();
			if (next === at) return at;
			at = next;
		}
		return window.length;
	}

	#writeRows(): void {
		if (!this.#rowParser.hasBatch()) return;
		const rows = this.#rowParser.takeBatch();
		const lines = writeLines(rows);
		this.#makeRoom(lines.length);
		this.#out.set(lines, this.#to);
		this.#to += lines.length;
		this.#batchLength += rows.length;
	}

	#makeRoom(more: number): void {
		const needed = this.#to + more;
		if (needed <= this.#out.length) return;
		const room = new Uint8Array(Math.max(needed, this.#out.length * 2));
		room.set(this.#out.subarray(0, this.#to));
		this.#out = room;
	}

	/** @returns where the next record begins; -1, with nothing written, if this one is for {@link RowParser}. */
	#writeRecord(window: TextWindow, start: number): number {
		// No byte grows to more than six.
		this.#makeRoom(this.#frameLength + (window.length - start) * 6);
		const before = this.#to;
		const last = this.#kinds.length - 1;
		const { bytes } = window;
		let at = start;
		for (let column = 0; column <= last; column++) {
			this.#put(this.#prefixes[column] as Uint8Array);
			at = this.#writeCell(window, this.#kinds[column] as number, at);
			if (column === last && at >= 0 && bytes[at] === carriageReturn) at++;
			if (at < 0 || at >= window.length || bytes[at] !== (column === last ? lineFeed : comma)) {
				at = -1;
				break;
			}
			at++;
		}
		if (at >= 0 && at - start <= this.#largest) {
			this.#put(this.#suffix);
			return at;
		}
		this.#to = before;
		return -1;
	}

	/** Writes the value of a cell; returns where the cell ends, or -1. */
	#writeCell(window: TextWindow, kind: number, at: number): number {
		const { bytes, view, length } = window;
		const first = bytes[at];
		if (first === comma || first === lineFeed || first === carriageReturn) {
			if (kind === kinds.id) return -1;
			this.#put(nullBytes);
			return at;
		}
		switch (kind) {
			case kinds.id:
			case kinds.text:
				return this.#writeText(bytes, length, at, textEscapes);
			case kinds.list:
				return this.#list === undefined ? -1 : this.#writeList(bytes, length, at, this.#list);
			case kinds.day:
				return isDay(view, at) ? this.#writeQuoted(bytes, at, at + dayLength) : -1;
			case kinds.moment:
				return isDay(view, at) && isTime(view, at) ? this.#writeQuoted(bytes, at, at + momentLength) : -1;
			case kinds.integer:
			case kinds.decimal:
				return this.#writeNumber(bytes, at, kind === kinds.decimal);
			case kinds.bigint:
				return this.#writeDigits(bytes, at);
			default:
				return this.#writeBoolean(bytes, at);
		}
	}

	#writeList(bytes: Uint8Array, length: number, at: number, escapes: EscapePair): number {
		this.#out[this.#to++] = openBracket;
		const end = this.#writeText(bytes, length, at, escapes);
		this.#out[this.#to++] = closeBracket;
		return end;
	}

	#writeText(bytes: Uint8Array, length: number, at: number, { plain, quoted }: EscapePair): number {
		if (bytes[at] !== quote) return this.#copyText(bytes, length, at, plain);
		// An empty text is null, which is rarely quoted.
		if (bytes[at + 1] === quote && bytes[at + 2] !== quote) return -1;
		const close = this.#copyText(bytes, length, at + 1, quoted);
		return close < 0 ? -1 : close + 1;
	}

	/** Copies a cell up to its end, or a quoted one up to its closing quote. */
	#copyText(bytes: Uint8Array, length: number, start: number, { isQuoted, isSpecial, written }: CellEscapes): number {
		const out = this.#out;
		let to = this.#to;
		out[to++] = quote;
		let at = start;
		for (;;) {
			let byte = bytes[at] as number;
			// After the last byte of the window there is a line feed, which is special.
			while (isSpecial[byte] === 0) {
				out[to++] = byte;
				byte = bytes[++at] as number;
			}
			if (at >= length) return -1;
			const escaped = written[byte];
			if (escaped === undefined) {
				if (!isQuoted || bytes[at + 1] !== quote) break;
				out[to++] = backslash;
				out[to++] = quote;
				at += 2;
				continue;
			}
			for (let index = 0; index < escaped.length; index++) out[to++] = escaped[index] as number;
			at++;
		}
		out[to++] = quote;
		this.#to = to;
		return at;
	}

	/** Up to nine digits, perhaps with a point: such a number is spelled as JavaScript prints it, or nearly so. */
	#writeNumber(bytes: Uint8Array, start: number, mayHavePoint: boolean): number {
		const firstDigit = bytes[start] === minus ? start + 1 : start;
		let at = firstDigit;
		let pointAt = -1;
		let digits = 0;
		for (let limit = firstDigit + 9; at < limit; at++) {
			const digit = (bytes[at] as number) - zero;
			if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
			else if (digit === point && pointAt < 0 && at > firstDigit && mayHavePoint) {
				pointAt = at;
				limit++;
			} else break;
		}
		if (at === firstDigit || at - 1 === pointAt) return -1;
		if (digits === 0) {
			this.#out[this.#to++] = zero;
			return at;
		}
		if (bytes[firstDigit] === zero && pointAt !== firstDigit + 1) return -1;
		// JavaScript prints numbers below a millionth with an exponent.
		if (pointAt >= 0 && at - pointAt > 7) return -1;
		let end = at;
		if (pointAt >= 0) {
			while (bytes[end - 1] === zero) end--;
			if (end - 1 === pointAt) end--;
		}
		this.#copy(bytes, start, end);
		return at;
	}

	#writeDigits(bytes: Uint8Array, start: number): number {
		const firstDigit = bytes[start] === minus ? start + 1 : start;
		let at = firstDigit;
		while ((bytes[at] as number) >= zero && (bytes[at] as number) <= nine) at++;
		return at === firstDigit ? -1 : this.#writeQuoted(bytes, start, at);
	}

	#writeBoolean(bytes: Uint8Array, at: number): number {
		const literal = bytes[at] === trueBytes[0] ? trueBytes : falseBytes;
		for (let index = 0; index < literal.length; index++) if (bytes[at + index] !== literal[index]) return -1;
		this.#put(literal);
		return at + literal.length;
	}

	#writeQuoted(bytes: Uint8Array, start: number, end: number): number {
		this.#out[this.#to++] = quote;
		this.#copy(bytes, start, end);
		this.#out[this.#to++] = quote;
		return end;
	}

	#put(bytes: Uint8Array): void {
		this.#copy(bytes, 0, bytes.length);
	}

	/** So few bytes are copied faster one by one than by a platform call. */
	#copy(bytes: Uint8Array, start: number, end: number): void {
		const out = this.#out;
		let to = this.#to;
		for (let at = start; at < end; at++) out[to++] = bytes[at] as number;
		this.#to = to;
	}
}

const encoder = new TextEncoder();
const nullBytes = encoder.encode("null");
const trueBytes = encoder.encode("true");
const falseBytes = encoder.encode("false");
const openBracket = 0x5b;
const closeBracket = 0x5d;
const backslash = 0x5c;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;
/** A point, counted from the digit zero. */
const point = 0x2e - zero;
