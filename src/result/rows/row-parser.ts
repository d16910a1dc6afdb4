import { carriageReturn, comma, lineFeed } from "../csv/csv-bytes.js";
import { find, findClosingQuote, halveQuotes, nowhere, readCell } from "../csv/csv-cell.js";
import type { TextWindow } from "../csv/text-window.js";
import { DamagedResultError } from "../zip/damaged-result-error.js";
import { ResultTooLargeError } from "../zip/result-too-large-error.js";
import { kindOfColumn, kinds } from "./cell-kind.js";
import { keepColumnOrder } from "./column-order.js";
import { type CellValue, convertCell, isNumber, writeCellExpectation } from "./convert-cell.js";
import { dayLength, isDay, isTime, momentLength } from "./date-bytes.js";
import { InvalidCellError } from "./invalid-cell-error.js";
import { copyRow, makeEmptyRow, type PlainRow, setCell } from "./plain-row.js";
import { type BatchParser, type Column, idKey, type RowLayout, type RowParserOptions } from "./row-layout.js";

/**
 * Turns records into rows: this is where the time goes. Most cells have no quotes and the usual form, and are read
 * directly from the bytes; all others take the long way of `readCell` and `convertCell`, which define what a cell is.
 * Both ways give the same result.
 */
export class RowParser implements BatchParser<PlainRow[]> {
	readonly #columns: readonly Column[];
	readonly #options: RowParserOptions;
	/** Whether the values of a multi-select are joined with a comma, perhaps among other characters. */
	readonly #commaJoins: boolean;
	readonly #keys: readonly string[];
	readonly #kinds: readonly number[];
	readonly #emptyRow: PlainRow;
	/** The order of the keys, if an object would have another one. */
	readonly #order: readonly string[] | undefined;
	/** Size of a row that need not be checked for its limits. */
	readonly #largest: number;
	#batch: PlainRow[] = [];
	#rows = 0;
	/** Where the last cell that was read ends; below 0 if it does not end yet. */
	#end = 0;
	#rowStart = 0;
	/** Whether a blank line is a row: in a file with one column that may be empty. */
	readonly #blankIsRow: boolean;
	/** Blank lines that were skipped, and are damage if a record follows. */
	#blankLines = 0;
	/** The next line feed and the next quote after the cells that were read. */
	#nextLine = 0;
	#nextQuote = 0;

	constructor({ columns, missing }: RowLayout, options: RowParserOptions) {
		this.#columns = columns;
		this.#options = options;
		this.#largest = Math.min(options.maxCellBytes, options.maxRowBytes);
		this.#kinds = columns.map(kindOfColumn);
		this.#commaJoins = options.multiSelectDelimiter.includes(",");
		this.#blankIsRow = columns.length === 1 && this.#kinds[0] !== kinds.id;
		const keys = [...columns.map(({ key }) => key), ...missing];
		this.#emptyRow = makeEmptyRow(keys);
		const ownKeys = Object.keys(this.#emptyRow);
		// A key is found fastest by the same string instance that the object has.
		const ownTexts = new Map(ownKeys.map((key) => [key, key]));
		this.#keys = columns.map(({ key }) => ownTexts.get(key) ?? key);
		this.#order = keys.every((key, index) => key === ownKeys[index]) ? undefined : keys;
	}

	/** How many rows were made. */
	get rows(): number {
		return this.#rows;
	}

	/** Whether rows were made since the last time. */
	hasBatch(): boolean {
		return this.#batch.length > 0;
	}

	/** The rows made since the last time. */
	takeBatch(): PlainRow[] {
		const batch = this.#batch;
		this.#batch = [];
		if (this.#order !== undefined) keepColumnOrder(batch, this.#order);
		return batch;
	}

	/** Whether there are blank lines before the next record, which is damage. */
	get isBehindBlankLine(): boolean {
		return this.#blankLines > 0;
	}

	/** Counts a record that was read elsewhere. */
	passOver(): void {
		this.#rows++;
	}

	/** @param limit - the maximum number of rows to make. */
	parse(window: TextWindow, start: number, isFileEnd: boolean, limit: number = Number.POSITIVE_INFINITY): number {
		// A new array is faster to fill than one from elsewhere.
		const batch: PlainRow[] = this.#batch.length === 0 ? [] : this.#batch;
		this.#batch = batch;
		this.#nextQuote = find(window.text, '"', start, nowhere);
		const readRow = this.#options.quotes === "strict" ? this.#readRow : this.#readRowLeniently;
		let at = start;
		while (at < window.length) {
			const blank = this.#blankIsRow ? 0 : blankLineLength(window, at);
			if (blank > 0) {
				this.#blankLines++;
				at += blank;
				continue;
			}
			const row = copyRow(this.#emptyRow);
			const end = readRow.call(this, row, window, at, isFileEnd);
			if (end < 0) return at;
			if (this.#blankLines > 0) throw this.#keys.length === 1 ? emptyId() : this.#wrongCount(0);
			if (end - at > this.#largest) this.#checkSize(window, at, end, isFileEnd);
			batch.push(row);
			this.#rows++;
			at = end;
			if (batch.length >= limit) return at;
		}
		return window.length;
	}

	/** Reads a row as RFC 4180 defines it or, if it has stray quotes, cell by cell with these as characters. */
	#readRowLeniently(row: PlainRow, window: TextWindow, start: number, isFileEnd: boolean): number {
		try {
			return this.#readRow(row, window, start, isFileEnd);
		} catch (error) {
			if (!(error instanceof DamagedResultError)) throw error;
		}
		let at = start;
		for (const [index, key] of this.#keys.entries()) {
			const cell = readCell(window, at, isFileEnd, "lenient");
			if (cell === undefined) return -1;
			if (cell.isLast !== (index === this.#keys.length - 1)) throw this.#wrongCount(index);
			setCell(row, index, key, this.#convert(index, cell.text));
			at = cell.end + 1;
		}
		this.#nextQuote = find(window.text, '"', at, nowhere);
		return at;
	}

	/**
	 * The row is checked once, at its end: it may contain nothing but what was read.
	 *
	 * @returns where the next record begins; -1 if this one does not end yet.
	 */
	#readRow(row: PlainRow, window: TextWindow, start: number, isFileEnd: boolean): number {
		const { bytes, text, length } = window;
		const keys = this.#keys;
		const columnKinds = this.#kinds;
		const last = keys.length - 1;
		this.#rowStart = start;
		this.#nextLine = find(text, "\n", start, length);
		let at = start;
		for (let column = 0; column <= last; column++) {
			const kind = columnKinds[column] as number;
			const delimiter = column === last ? lineFeed : comma;
			if (bytes[at] === delimiter && at < length) {
				if (kind === kinds.id) throw this.#findMistake(window, isFileEnd, column);
				at++;
				continue;
			}
			let value = this.#readUsual(window, kind, at, column === last, isFileEnd);
			if (value === undefined || this.#end >= length || bytes[this.#end] !== delimiter) {
				value = this.#readAny(window, column, at, isFileEnd);
				if (this.#end < 0) return -1;
			}
			setCell(row, column, keys[column] as string, value);
			at = this.#end + 1;
		}
		if (this.#nextLine !== at - 1 || this.#nextQuote < at) throw this.#findMistake(window, isFileEnd);
		return at;
	}

	/** Reads a cell in the usual form of its kind, and sets the end; `undefined` if it has another form. */
	#readUsual(window: TextWindow, kind: number, at: number, isLast: boolean, isFileEnd: boolean): CellValue | undefined {
		switch (kind) {
			case kinds.integer:
			case kinds.decimal:
				return this.#readNumber(window.bytes, at, kind === kinds.decimal);
			case kinds.boolean:
				return this.#readBoolean(window.view, at);
			case kinds.bigint:
				return undefined;
			default:
				if (at === this.#nextQuote) return this.#readQuoted(window, kind, at + 1, isLast, isFileEnd);
				this.#end = this.#endOfPlain(window, kind, at, isLast);
				if (this.#end <= at || this.#end >= window.length) return undefined;
				// The only place that does so: an engine compiles a called function into each caller.
				return this.#makeValue(kind, window.piece(at, this.#end), false);
		}
	}

	/** A cell without quotes has no comma in it, so it cannot contain joined values. */
	#makeValue(kind: number, text: string | undefined, isQuoted: boolean): CellValue | undefined {
		if (kind !== kinds.list || text === undefined) return text;
		return this.#commaJoins && !isQuoted ? [text] : text.split(this.#options.multiSelectDelimiter);
	}

	/** Where an unquoted text ends; below 0 if it has not the usual form. */
	#endOfPlain({ text, bytes, view }: TextWindow, kind: number, at: number, isLast: boolean): number {
		if (kind === kinds.day) return isDay(view, at) ? at + dayLength : -1;
		if (kind === kinds.moment) return isDay(view, at) && isTime(view, at) ? at + momentLength : -1;
		const nextComma = find(text, ",", at, nowhere);
		if (!isLast) return nextComma;
		const end = this.#nextLine;
		return nextComma > end && bytes[end - 1] !== carriageReturn ? end : -1;
	}

	#readQuoted(
		window: TextWindow,
		kind: number,
		start: number,
		isLast: boolean,
		isFileEnd: boolean,
	): CellValue | undefined {
		const { text, bytes, length } = window;
		const close = findClosingQuote(window, start);
		const end = close + 1;
		this.#end = end;
		const isUsual = kind !== kinds.day && kind !== kinds.moment && close > start;
		if (!isUsual || end >= length || bytes[end] !== (isLast ? lineFeed : comma)) return undefined;
		// A line feed before the cell ended the row too soon; those in the cell are its own.
		if (this.#nextLine < start) throw this.#findMistake(window, isFileEnd);
		this.#nextLine = find(text, "\n", end, length);
		this.#nextQuote = find(text, '"', end, nowhere);
		const piece = window.piece(start, close);
		const isDoubled = piece !== undefined && text.indexOf('"', start) < close;
		return this.#makeValue(kind, isDoubled ? halveQuotes(piece) : piece, true);
	}

	/**
	 * Up to nine digits, perhaps with a point: dividend and divisor are exact, so the quotient is the nearest number.
	 */
	#readNumber(bytes: Uint8Array, at: number, mayHavePoint: boolean): number | undefined {
		const isNegative = bytes[at] === minus;
		const firstDigit = isNegative ? at + 1 : at;
		let digits = 0;
		let pointAt = -1;
		let end = firstDigit;
		for (let limit = firstDigit + 9; end < limit; end++) {
			const digit = (bytes[end] as number) - zero;
			if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
			else if (digit === point && pointAt < 0 && end > firstDigit && mayHavePoint) {
				pointAt = end;
				limit++;
			} else break;
		}
		this.#end = end;
		if (end === firstDigit || end - 1 === pointAt) return undefined;
		const size = pointAt < 0 ? digits : digits / (powersOfTen[end - 1 - pointAt] as number);
		return isNegative ? 0 - size : size;
	}

	#readBoolean(view: DataView, at: number): boolean | undefined {
		const isTrue = view.getInt32(at, true) === trueBytes;
		this.#end = isTrue ? at + 4 : at + 5;
		return isTrue || (view.getInt32(at + 1, true) === alseBytes && view.getUint8(at) === letterF ? false : undefined);
	}

	/** Reads a cell in any form; sets the end below 0 if it has not arrived yet. */
	#readAny(window: TextWindow, index: number, at: number, isFileEnd: boolean): CellValue {
		if (this.#nextLine < at || this.#nextQuote < at) throw this.#findMistake(window, isFileEnd);
		const cell = readCell(window, at, isFileEnd);
		this.#end = cell?.end ?? -1;
		if (cell === undefined) return null;
		if (cell.isLast !== (index === this.#keys.length - 1)) throw this.#wrongCount(index);
		if (this.#nextLine < cell.end) this.#nextLine = find(window.text, "\n", cell.end, window.length);
		if (this.#nextQuote < cell.end) this.#nextQuote = find(window.text, '"', cell.end, nowhere);
		return this.#convert(index, cell.text);
	}

	#convert(index: number, text: string): CellValue {
		const { header, key, dataType } = this.#columns[index] as Column;
		if (text === "" && key === idKey) throw emptyId();
		const { multiSelectDelimiter, invalidCells, longNumbers } = this.#options;
		const value = convertCell(text, dataType, multiSelectDelimiter);
		if (value !== undefined) return value;
		if (invalidCells === "text" || dataType === undefined) return text;
		const isLong = isNumber(text, dataType);
		if (isLong && longNumbers === "text") return text;
		throw new InvalidCellError(
			{ row: this.#rows + 1, column: header, dataType, text, isLong },
			writeCellExpectation(dataType),
		);
	}

	/** Finds what is wrong with a row that has a line feed or a quote outside its cells. */
	#findMistake(window: TextWindow, isFileEnd: boolean, emptyIdAt = -1): DamagedResultError {
		let at = this.#rowStart;
		for (let index = 0; index < this.#keys.length; index++) {
			if (index === emptyIdAt) return emptyId();
			const cell = readCell(window, at, isFileEnd);
			if (cell === undefined || cell.isLast) return this.#wrongCount(index);
			at = cell.end + 1;
		}
		return this.#wrongCount(this.#keys.length);
	}

	/** Checks a row that is larger than a cell or a row may be. */
	#checkSize(window: TextWindow, start: number, end: number, isFileEnd: boolean): void {
		const { maxCellBytes, maxRowBytes } = this.#options;
		if (end - start > maxRowBytes) throw new ResultTooLargeError("maxRowBytes", maxRowBytes);
		for (let at = start; ; ) {
			const cell = readCell(window, at, isFileEnd, this.#options.quotes);
			if (cell !== undefined && cell.end - at > maxCellBytes) {
				throw new ResultTooLargeError("maxCellBytes", maxCellBytes);
			}
			if (cell === undefined || cell.isLast) return;
			at = cell.end + 1;
		}
	}

	#wrongCount(index: number): DamagedResultError {
		const { length } = this.#keys;
		const cells = index >= length - 1 ? "more" : index + 1;
		return new DamagedResultError(`cells: it has ${cells}, but the header has ${length}`);
	}
}

/** How many bytes the blank line here has; 0 if there is none. */
function blankLineLength({ bytes, length }: TextWindow, at: number): number {
	if (bytes[at] === lineFeed) return 1;
	return bytes[at] === carriageReturn && at + 1 < length && bytes[at + 1] === lineFeed ? 2 : 0;
}

function emptyId(): DamagedResultError {
	return new DamagedResultError("the record's id is empty");
}

const minus = 0x2d;
const zero = 0x30;
/** A point, counted from the digit zero. */
const point = 0x2e - zero;
const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8] as const;
/** The letters of "true" as one number, the first in its lowest place; then of "alse", after the letter f. */
const trueBytes = 0x65757274;
const alseBytes = 0x65736c61;
const letterF = 0x66;
