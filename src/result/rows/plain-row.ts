import type { CellValue } from "./convert-cell.js";

/** A row as it is made: a plain object with a value for each column. */
export type PlainRow = Record<string, CellValue>;

/** As many keys as V8 gives an object room for; what JSON.parse makes with more is a slow dictionary. */
const roomyKeys = 100;

/**
 * Makes a row of empty cells, to be copied: an object with all of its keys is made at once, and a cell need only be put in.
 * It is parsed from JSON, because then the engine gives the object room for its keys, and because `__proto__` is a key
 * like any other there.
 */
export function makeEmptyRow(keys: readonly string[]): PlainRow {
	const entries = keys.slice(0, roomyKeys).map((key) => `${JSON.stringify(key)}:null`);
	const row: PlainRow = JSON.parse(`{${entries.join(",")}}`);
	for (const key of keys.slice(roomyKeys)) {
		Object.defineProperty(row, key, { value: null, writable: true, enumerable: true, configurable: true });
	}
	// An engine takes note of what kind of value a key holds, and would make new notes with each row that differs.
	for (const value of [1, 1.5, "", true, null]) for (const key of keys) row[key] = value;
	return row;
}

/**
 * Puts a value into a row. A place in the code that always sees the same key becomes a plain store, and one that sees many
 * looks each of them up: so the first columns have a place each. That holds for the first module that a process reads;
 * with more, all of them cost as much as the last.
 */
export function setCell(row: PlainRow, column: number, key: string, value: CellValue): void {
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
		default:
			row[key] = value;
	}
}
