import type { CellValue } from "./convert-cell.js";

/** A row: a plain object with a value for each column. */
export type PlainRow = Record<string, CellValue>;

/** The number of keys that V8 reserves room for; with more, JSON.parse makes a slow dictionary. */
const roomyKeys = 100;

/**
 * Makes a row of empty cells, to be copied: a copy has all its keys at once, and cells only need to be filled in. It is
 * parsed from JSON, because then the engine reserves room for its keys, and because `__proto__` is an ordinary key
 * there.
 */
export function makeEmptyRow(keys: readonly string[]): PlainRow {
	const entries = keys.slice(0, roomyKeys).map((key) => `${JSON.stringify(key)}:null`);
	const row: PlainRow = JSON.parse(`{${entries.join(",")}}`);
	for (const key of keys.slice(roomyKeys)) {
		Object.defineProperty(row, key, { value: null, writable: true, enumerable: true, configurable: true });
	}
	// An engine tracks the kind of value of each key, and would start over with each row that differs.
	for (const value of [1, 1.5, "", true, null]) for (const key of keys) row[key] = value;
	for (let time = 0; time < copiesBeforeUse; time++) copyRow(row);
	return row;
}

/** Copies a row, in one place that the engine comes to know. */
export function copyRow(row: PlainRow): PlainRow {
	return { ...row };
}

/**
 * V8 lays out what a function copies in another way until it has run it some eight times. If rows were among these copies, all
 * code that fills them in would be compiled for both layouts: for 60 columns, 27 KB of it in place of 20.
 */
const copiesBeforeUse = 16;

/**
 * Puts a value into a row. A place in the code that always sees the same key becomes a plain store, and one that sees many
 * looks each of them up, an eighth of the time that 60 columns took: so the first 64 columns have a place each. That
 * holds for the first module that a process reads; with more, all of them cost as much as the last.
 */
export function setCell(row: PlainRow, column: number, key: string, value: CellValue): void {
	// Stryker disable ConditionalExpression: without its own place, a value is stored in the next.
	switch (column) {
		case 0:
			row[key] = value;
			break;
		case 1:
			row[key] = value;
			break;
		case 2:
			row[key] = value;
			break;
		case 3:
			row[key] = value;
			break;
		case 4:
			row[key] = value;
			break;
		case 5:
			row[key] = value;
			break;
		case 6:
			row[key] = value;
			break;
		case 7:
			row[key] = value;
			break;
		case 8:
			row[key] = value;
			break;
		case 9:
			row[key] = value;
			break;
		case 10:
			row[key] = value;
			break;
		case 11:
			row[key] = value;
			break;
		case 12:
			row[key] = value;
			break;
		case 13:
			row[key] = value;
			break;
		case 14:
			row[key] = value;
			break;
		case 15:
			row[key] = value;
			break;
		case 16:
			row[key] = value;
			break;
		case 17:
			row[key] = value;
			break;
		case 18:
			row[key] = value;
			break;
		case 19:
			row[key] = value;
			break;
		case 20:
			row[key] = value;
			break;
		case 21:
			row[key] = value;
			break;
		case 22:
			row[key] = value;
			break;
		case 23:
			row[key] = value;
			break;
		case 24:
			row[key] = value;
			break;
		case 25:
			row[key] = value;
			break;
		case 26:
			row[key] = value;
			break;
		case 27:
			row[key] = value;
			break;
		case 28:
			row[key] = value;
			break;
		case 29:
			row[key] = value;
			break;
		case 30:
			row[key] = value;
			break;
		case 31:
			row[key] = value;
			break;
		case 32:
			row[key] = value;
			break;
		case 33:
			row[key] = value;
			break;
		case 34:
			row[key] = value;
			break;
		case 35:
			row[key] = value;
			break;
		case 36:
			row[key] = value;
			break;
		case 37:
			row[key] = value;
			break;
		case 38:
			row[key] = value;
			break;
		case 39:
			row[key] = value;
			break;
		case 40:
			row[key] = value;
			break;
		case 41:
			row[key] = value;
			break;
		case 42:
			row[key] = value;
			break;
		case 43:
			row[key] = value;
			break;
		case 44:
			row[key] = value;
			break;
		case 45:
			row[key] = value;
			break;
		case 46:
			row[key] = value;
			break;
		case 47:
			row[key] = value;
			break;
		case 48:
			row[key] = value;
			break;
		case 49:
			row[key] = value;
			break;
		case 50:
			row[key] = value;
			break;
		case 51:
			row[key] = value;
			break;
		case 52:
			row[key] = value;
			break;
		case 53:
			row[key] = value;
			break;
		case 54:
			row[key] = value;
			break;
		case 55:
			row[key] = value;
			break;
		case 56:
			row[key] = value;
			break;
		case 57:
			row[key] = value;
			break;
		case 58:
			row[key] = value;
			break;
		case 59:
			row[key] = value;
			break;
		case 60:
			row[key] = value;
			break;
		case 61:
			row[key] = value;
			break;
		case 62:
			row[key] = value;
			break;
		case 63:
			row[key] = value;
			break;
		default:
			row[key] = value;
	}
}
