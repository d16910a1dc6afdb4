import { makeByteStore } from "../../../src/result/csv/byte-store.js";
import { CsvReader } from "../../../src/result/csv/csv-reader.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { RowParser } from "../../../src/result/rows/row-parser.js";

/** The stores that runtimes with and without Node's `Buffer` use. */
export const stores = {
	Buffer: (length: number) => makeByteStore(length, { Buffer }),
	TextDecoder: (length: number) => makeByteStore(length, {}),
};

export interface Reading {
	readonly store?: keyof typeof stores;
	readonly parts?: Iterable<Uint8Array>;
	readonly maxCellBytes?: number;
	readonly maxRowBytes?: number;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const options = {
	invalidCells: "error",
	longNumbers: "error",
	quotes: "strict",
	multiSelectDelimiter: ",",
	maxCellBytes: 1000,
	maxRowBytes: 1000,
} as const;

/** The cells of a CSV as text: header first, `null` if a cell is empty. */
export function read(csv: string | Uint8Array, reading: Reading = {}): (string | null)[][] {
	const bytes = typeof csv === "string" ? utf8(csv) : csv;
	const window = new TextWindow(64, true, stores[reading.store ?? "Buffer"]);
	const records: (string | null)[][] = [];
	let parser: RowParser | undefined;
	const take = (): void => {
		for (const row of parser?.takeBatch() ?? []) records.push(Object.values(row) as (string | null)[]);
	};
	const reader = new CsvReader(
		window,
		(header) => {
			records.push([...header]);
			const columns = header.map((name, index) => ({ header: name, key: `column ${index}`, dataType: undefined }));
			const { maxCellBytes = 2 ** 20, maxRowBytes = 2 ** 20 } = reading;
			parser = new RowParser({ columns, missing: [] }, { ...options, maxCellBytes, maxRowBytes });
			return parser;
		},
		reading.maxRowBytes ?? 2 ** 20,
	);
	for (const part of reading.parts ?? [bytes]) {
		reader.push(part);
		take();
	}
	reader.end();
	take();
	return records;
}
