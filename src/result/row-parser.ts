import type { DataType } from "../schema/comparators.js";
import { type CellValue, convertCell, writeCellExpectation } from "./convert-cell.js";
import type { RecordParser } from "./csv.js";
import { carriageReturn, comma, find, lineFeed, nowhere, quote, readCell } from "./csv-cell.js";
import { DamagedResultError } from "./damaged-result-error.js";
import { InvalidCellError } from "./invalid-cell-error.js";
import { makeEmptyRow, type PlainRow, setCell } from "./plain-row.js";
import { dayLength, isDay, isMoment, momentLength } from "./date-bytes.js";
import type { TextWindow } from "./text-window.js";

/** A column of the file. */
export interface Column {
	/** Its name in the file. */
	readonly header: string;
	/** Its key in a row. */
	readonly key: string;
	/** The data type of its field; `undefined` where the field is not known. */
	readonly dataType: DataType | undefined;
}

/** How rows are made. */
export interface RowParserOptions {
	/** What becomes of a cell that does not fit its data type: an error, or its text. */
	readonly invalidCells: "error" | "text";
	/** What joins the values of a multi-select. */
	readonly multiSelectDelimiter: string;
	/** Bytes of a cell. */
	readonly maxCellBytes: number;
}

/** The kinds of cells that are read from the bytes in the form in which they mostly come. */
const kinds = { text: 0, integer: 1, decimal: 2, boolean: 3, day: 4, moment: 5, other: 6 } as const;

const kindOf: Readonly<Record<DataType, number>> = {
	integer: kinds.integer,
	bigint: kinds.other,
	decimal: kinds.decimal,
	currency: kinds.decimal,
	percent: kinds.decimal,
	text: kinds.text,
	email: kinds.text,
	phone: kinds.text,
	url: kinds.text,
	picklist: kinds.text,
	"multi-select": kinds.other,
	textarea: kinds.text,
	autonumber: kinds.text,
	date: kinds.day,
	datetime: kinds.moment,
	boolean: kinds.boolean,
	lookup: kinds.text,
	owner: kinds.text,
	user: kinds.text,
};

/**
 * Makes rows of records: this is where the time goes. Most cells are read in one go from the bytes, where they stand
 * without quotes and in the usual form; all others take the long way of `readCell` and `convertCell`, which says what
 * a cell is. Both ways give the same.
 */
export class RowParser implements RecordParser {
	readonly #columns: readonly Column[];
	readonly #options: RowParserOptions;
	readonly #keys: readonly string[];
	readonly #kinds: readonly number[];
	readonly #emptyRow: PlainRow;
	#batch: PlainRow[] = [];
	#rows = 0;
	/** Where the cell that was read last ends; before 0 where it does not end yet. */
	#end = 0;
	/** Where these stand next, as far as it has been looked for. */
	#nextComma = 0;
	#nextLine = 0;
	#nextQuote = 0;

	constructor(columns: readonly Column[], options: RowParserOptions) {
		this.#columns = columns;
		this.#options = options;
		this.#kinds = columns.map(({ dataType }) => (dataType === undefined ? kinds.text : kindOf[dataType]));
		this.#emptyRow = makeEmptyRow(columns.map(({ key }) => key));
		this.#keys = Object.keys(this.#emptyRow);
	}

	/** How many rows were made. */
	get rows(): number {
		return this.#rows;
	}

	/** The rows that were made since the last time. */
	takeBatch(): PlainRow[] {
		const batch = this.#batch;
		this.#batch = [];
		return batch;
	}

	parse(window: TextWindow, start: number, isFileEnd: boolean): number {
		const batch: PlainRow[] = [];
		this.#batch = batch;
		this.#nextComma = -1;
		this.#nextQuote = find(window.text, '"', start, nowhere);
		let at = start;
		while (at < window.length) {
			const row = { ...this.#emptyRow };
			const end = this.#readRow(row, window, at, isFileEnd);
			if (end < 0) return at;
			batch.push(row);
			this.#rows++;
			at = end;
		}
		return window.length;
	}

	/** @returns where the next record begins; -1 where this one does not end yet. */
	#readRow(row: PlainRow, window: TextWindow, start: number, isFileEnd: boolean): number {
		const { bytes, length } = window;
		const keys = this.#keys;
		const last = keys.length - 1;
		this.#nextLine = find(window.text, "\n", start, length);
		let at = start;
		for (let column = 0; column <= last; column++) {
			const delimiter = column === last ? lineFeed : comma;
			if (at >= length || bytes[at] !== delimiter) {
				let value = this.#readUsual(window, column, at);
				if (value === undefined || this.#end >= length || bytes[this.#end] !== delimiter) {
					value = this.#readAny(window, column, at, isFileEnd);
					if (this.#end < 0) return -1;
				}
				setCell(row, column, keys[column] as string, value);
				at = this.#end;
			}
			at++;
		}
		return at;
	}

	/** Reads a cell that stands there in the usual form; else, gives `undefined` or ends where no delimiter is. */
	#readUsual(window: TextWindow, column: number, at: number): CellValue | undefined {
		const { bytes } = window;
		switch (this.#kinds[column]) {
			case kinds.text:
				return this.#readText(window, column, at);
			case kinds.integer:
				return this.#readInteger(bytes, at);
			case kinds.decimal:
				return this.#readDecimal(bytes, at);
			case kinds.boolean:
				return this.#readBoolean(bytes, at);
			case kinds.day:
				this.#end = at + dayLength;
				return isDay(bytes, at) ? window.piece(at, at + dayLength) : undefined;
			case kinds.moment:
				this.#end = at + momentLength;
				return isMoment(bytes, at) ? window.piece(at, at + momentLength) : undefined;
			default:
				return undefined;
		}
	}

	#readText(window: TextWindow, column: number, at: number): string | undefined {
		const { text, bytes } = window;
		if (this.#nextComma < at) this.#nextComma = find(text, ",", at, nowhere);
		const nextComma = this.#nextComma;
		const nextLine = this.#nextLine;
		const isLast = column === this.#keys.length - 1;
		const end = isLast ? nextLine : nextComma;
		if (isLast ? nextComma < nextLine || bytes[end - 1] === carriageReturn : nextComma > nextLine) return undefined;
		if (this.#nextQuote < end || end - at > this.#options.maxCellBytes) return undefined;
		this.#end = end;
		return window.piece(at, end);
	}

	/** Up to nine digits. */
	#readInteger(bytes: Uint8Array, start: number): number | undefined {
		const first = bytes[start] === minus ? start + 1 : start;
		let value = 0;
		let at = first;
		for (const limit = first + 9; at < limit; at++) {
			const digit = (bytes[at] as number) - zero;
			if (digit < 0 || digit > 9) break;
			value = value * 10 + digit;
		}
		this.#end = at;
		if (at === first) return undefined;
		return first === start ? value : 0 - value;
	}

	/** Up to nine digits, perhaps with a point: both sides of the division are exact, so that it gives the nearest number. */
	#readDecimal(bytes: Uint8Array, start: number): number | undefined {
		const first = bytes[start] === minus ? start + 1 : start;
		let value = 0;
		let pointAt = -1;
		let at = first;
		for (let limit = first + 9; at < limit; at++) {
			const byte = bytes[at] as number;
			const digit = byte - zero;
			if (digit >= 0 && digit <= 9) value = value * 10 + digit;
			else if (byte === point && pointAt < 0 && at > first) {
				pointAt = at;
				limit++;
			} else break;
		}
		this.#end = at;
		if (at === first || pointAt === at - 1) return undefined;
		const size = pointAt < 0 ? value : value / (powersOfTen[at - 1 - pointAt] as number);
		return first === start ? size : 0 - size;
	}

	#readBoolean(bytes: Uint8Array, at: number): boolean | undefined {
		if (bytes[at] === 0x74 && bytes[at + 1] === 0x72 && bytes[at + 2] === 0x75 && bytes[at + 3] === 0x65) {
			this.#end = at + 4;
			return true;
		}
		if (bytes[at] === 0x66 && bytes[at + 1] === 0x61 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x73) {
			this.#end = at + 5;
			return bytes[at + 4] === 0x65 ? false : undefined;
		}
		return undefined;
	}

	/** Reads a cell in whatever form; sets the end below 0 where it has not come yet. */
	#readAny(window: TextWindow, index: number, at: number, isFileEnd: boolean): CellValue {
		const cell = readCell(window, at, isFileEnd);
		this.#end = cell?.end ?? -1;
		if (cell === undefined) return null;
		if (cell.end - at > this.#options.maxCellBytes) throw new DamagedResultError(writeTooLargeReason(this.#options));
		if (cell.isLast !== (index === this.#keys.length - 1)) throw this.#wrongCount(index);
		if (this.#nextLine < cell.end) this.#nextLine = find(window.text, "\n", cell.end, window.length);
		if (this.#nextQuote < cell.end) this.#nextQuote = find(window.text, '"', cell.end, nowhere);
		const { header, dataType } = this.#columns[index] as Column;
		const value = convertCell(cell.text, dataType, this.#options.multiSelectDelimiter);
		if (value !== undefined) return value;
		if (this.#options.invalidCells === "text" || dataType === undefined) return cell.text;
		const invalid = { row: this.#rows + 1, column: header, dataType, text: cell.text };
		throw new InvalidCellError(invalid, writeCellExpectation(dataType));
	}

	#wrongCount(index: number): DamagedResultError {
		const { length } = this.#keys;
		const cells = index < length - 1 ? `${index + 1} cells` : "more cells";
		return new DamagedResultError(`it has ${cells}, and the header has ${length}`);
	}
}

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const powersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8] as const;

function writeTooLargeReason({ maxCellBytes }: RowParserOptions): string {
	return `a cell is larger than ${maxCellBytes} bytes; if it should be, raise maxCellBytes`;
}
