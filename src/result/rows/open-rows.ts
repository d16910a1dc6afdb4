import { CsvReader, windowLength } from "../csv/csv-reader.js";
import { TextWindow } from "../csv/text-window.js";
import { wrongCount } from "../zip/damaged-result-error.js";
import { type EntryReader, readEntry } from "../zip/read-entry.js";
import { StreamedEntry } from "../zip/streamed-entry.js";
import type { ZipEntry } from "../zip/zip-entry.js";
import { LineParser } from "./line-parser.js";
import { noHeader, type RowColumns, readHeader } from "./read-header.js";
import type { ReadRowsOptions } from "./read-options.js";
import type { BatchParser, RowLayout, RowParserOptions } from "./row-layout.js";
import { RowParser } from "./row-parser.js";
import { type Rows, rowsOfBatches } from "./rows.js";

/** The rows of a result, from an archive and options that were checked. */
export function openRows<Row>(
	zip: ReadableStream<Uint8Array>,
	columns: RowColumns<Row>,
	options: ReadRowsOptions,
): Rows<Row> {
	const read = <Batch extends { readonly length: number }>(
		makeParser: MakeParser<Batch>,
	): AsyncGenerator<Batch, void, undefined> => {
		const entry = new StreamedEntry(zip, options.maxInflatedBytes);
		return countRows(readEntry(entry, new ResultReader(entry, columns, options, makeParser)), options.count);
	};
	// A row is made of what the columns say; that it is a `Row`, their type says.
	return rowsOfBatches(
		() => read((layout, how) => new RowParser(layout, how)) as AsyncGenerator<unknown[]> as AsyncGenerator<Row[]>,
		() => read((layout, how) => new LineParser(layout, how)),
	);
}

/** Checks the number of rows against Zoho's own count. */
async function* countRows<Batch extends { readonly length: number }>(
	batches: AsyncGenerator<Batch, void, undefined>,
	count: number | undefined,
): AsyncGenerator<Batch, void, undefined> {
	let rows = 0;
	for await (const batch of batches) {
		rows += batch.length;
		yield batch;
	}
	if (count !== undefined && rows !== count) throw wrongCount(rows, count);
}

const mebibyte = 2 ** 20;

type MakeParser<Batch> = (layout: RowLayout, options: RowParserOptions) => BatchParser<Batch>;

class ResultReader<Batch> implements EntryReader<Batch> {
	readonly #entry: ZipEntry;
	readonly #csv: CsvReader;
	readonly #onProgress: ReadRowsOptions["onProgress"];
	readonly #columns: RowColumns;
	readonly #count: number | undefined;
	#parser: BatchParser<Batch> | undefined;

	constructor(entry: ZipEntry, columns: RowColumns, options: ReadRowsOptions, makeParser: MakeParser<Batch>) {
		const quotes = options.quotes ?? "strict";
		const parserOptions: RowParserOptions = {
			invalidCells: options.invalidCells ?? "error",
			longNumbers: options.longNumbers ?? "error",
			quotes,
			multiSelectDelimiter: options.multiSelectDelimiter ?? ",",
			maxCellBytes: options.maxCellBytes ?? 4 * mebibyte,
			maxRowBytes: options.maxRowBytes ?? 16 * mebibyte,
		};
		const open = (header: readonly string[]): BatchParser<Batch> => {
			this.#parser = makeParser(readHeader(header, columns, options), parserOptions);
			return this.#parser;
		};
		const window = new TextWindow(windowLength, options.copyText ?? true);
		this.#csv = new CsvReader(window, open, parserOptions.maxRowBytes, quotes);
		this.#entry = entry;
		this.#onProgress = options.onProgress;
		this.#columns = columns;
		this.#count = options.count;
	}

	get record(): number {
		return this.#parser === undefined ? 0 : this.#parser.rows + 1;
	}

	push(part: Uint8Array): void {
		this.#csv.push(part);
	}

	end(): void {
		this.#csv.end();
		if (this.#parser === undefined && this.#count !== 0) throw noHeader(this.#columns);
	}

	hasBatch(): boolean {
		return this.#parser?.hasBatch() ?? false;
	}

	takeBatch(): Batch {
		// A batch is only taken if there is one, and so a parser.
		const parser = this.#parser as BatchParser<Batch>;
		this.#onProgress?.({ rows: parser.rows, bytes: this.#entry.bytesRead });
		return parser.takeBatch();
	}
}
