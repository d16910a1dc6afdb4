import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import {
	callback,
	checkEachOption,
	filledText,
	flag,
	numberFrom,
	type OptionKinds,
	wholeFrom,
	wordOf,
} from "../../checks/option-kinds.js";
import { showGiven } from "../../checks/show-given.js";
import type { Quotes } from "../csv/csv-cell.js";
import { CsvReader, windowLength } from "../csv/csv-reader.js";
import { TextWindow } from "../csv/text-window.js";
import { checkStream } from "../zip/check-stream.js";
import { DamagedResultError } from "../zip/damaged-result-error.js";
import { type EntryReader, readEntry } from "../zip/read-entry.js";
import { type UnzipOptions, unzip, type ZipEntry } from "../zip/unzip.js";
import type { InvalidCellError } from "./invalid-cell-error.js";
import { LineParser } from "./line-parser.js";
import { type HeaderOptions, noHeader, type RowColumns, readHeader } from "./read-header.js";
import type { CellFallback, CellOptions, RowAsRead } from "./row-as-read.js";
import type { BatchParser, RowLayout, RowParserOptions } from "./row-layout.js";
import { RowParser } from "./row-parser.js";
import { type Rows, rowsOfBatches } from "./rows.js";

export type { Rows } from "./rows.js";

/** How far a result has been read. */
export interface ReadProgress {
	/** Rows that were given. */
	readonly rows: number;
	/** Bytes of the archive that came. */
	readonly bytes: number;
}

/** How a result is read. */
export interface ReadRowsOptions extends UnzipOptions, HeaderOptions, CellOptions {
	/**
	 * What becomes of quotes that stand where CSV (RFC 4180) has none: a {@link DamagedResultError}, or with `"lenient"` they
	 * are characters: a quote inside an unquoted cell, and what stands between a closing quote and the next comma, belong to
	 * the cell. By default `"strict"`.
	 */
	readonly quotes?: Quotes | undefined;
	/**
	 * How many rows Zoho counted, as the details of the job say. A file with more or fewer is then a {@link DamagedResultError},
	 * and with 0 an empty file is no error.
	 */
	readonly count?: number | undefined;
	/**
	 * What joins the values of a multi-select in the file. By default `","`, which is an assumption: Zoho does not say; a
	 * connector that reads these files joins with it, while Zoho's bulk write takes `";"`. Joined with it, the values give
	 * the cell again.
	 */
	readonly multiSelectDelimiter?: string | undefined;
	/**
	 * Whether each text gets memory of its own. By default `true`. With `false` reading is faster, but one kept text of 13
	 * characters or more keeps some 64 KB alive: for those who keep nothing of a row.
	 */
	readonly copyText?: boolean | undefined;
	/** How many bytes a cell may have. By default 4 MiB; Zoho's largest text fields hold some 100,000 characters. */
	readonly maxCellBytes?: number | undefined;
	/** How many bytes a row may have, which is held in memory. By default 16 MiB. */
	readonly maxRowBytes?: number | undefined;
	/** Called before each batch is given. */
	readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** What the options of reading rows take. */
export const readKinds: OptionKinds<ReadRowsOptions> = {
	invalidCells: wordOf("error", "text"),
	longNumbers: wordOf("error", "text"),
	unknownColumns: wordOf("text", "error"),
	missingColumns: wordOf("error", "null"),
	quotes: wordOf("strict", "lenient"),
	multiSelectDelimiter: filledText,
	copyText: flag,
	maxCellBytes: numberFrom(1),
	maxRowBytes: numberFrom(1),
	maxInflatedBytes: numberFrom(1),
	count: wholeFrom(0),
	onProgress: callback,
};

/**
 * Reads the rows of a result as it is downloaded, with as little of it in memory as one part. Nothing is asked for before it
 * is wanted, and leaving the loop early cancels the download.
 *
 * A row has a key for each column, in their order. The record's id is under `Id`, whether the file writes `Id` or `id`. An
 * empty cell is `null`, whatever the data type: the file does not tell it from an empty text. Numbers become numbers,
 * booleans booleans, multi-selects lists, and everything else stays text: ids, bigints and autonumbers, because a
 * JavaScript number would round them; days and moments, because a `Date` would lose their offset.
 *
 * @param zip - the archive as Zoho gives it. It can be read once.
 * @throws {@link InvalidOptionError} where the stream, the columns or an option are wrong.
 * @throws While they are read: {@link DamagedResultError} where the file is not whole: what was given before is then not to be
 * relied on. {@link InvalidCellError} and {@link UnknownColumnError} where the whole file does not fit the module, and
 * {@link ResultTooLargeError}.
 */
export function readRows<Row, Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
	zip: ReadableStream<Uint8Array>,
	columns: RowColumns<Row>,
	options?: ReadRowsOptions & CellOptions<Invalid, Long>,
): Rows<RowAsRead<Row, Invalid, Long>>;
/** Where the type of a row is given, and the options are not known before run time. */
export function readRows<Row>(
	zip: ReadableStream<Uint8Array>,
	columns: RowColumns<Row>,
	options: ReadRowsOptions | undefined,
): Rows<RowAsRead<Row, CellFallback, CellFallback>>;
export function readRows<Row>(
	zip: ReadableStream<Uint8Array>,
	columns: RowColumns<Row>,
	options: ReadRowsOptions = {},
): Rows<Row> {
	checkStream(zip);
	checkEachOption(options, readKinds);
	checkColumns(columns);
	const read = <Batch extends { readonly length: number }>(
		makeParser: MakeParser<Batch>,
	): AsyncGenerator<Batch, void, undefined> => {
		const entry = unzip(zip, { maxInflatedBytes: options.maxInflatedBytes });
		return countRows(readEntry(entry, new ResultReader(entry, columns, options, makeParser)), options.count);
	};
	// A row is made of what the columns say; that it is a `Row`, their type says.
	return rowsOfBatches(
		() => read((layout, how) => new RowParser(layout, how)) as AsyncGenerator<unknown[]> as AsyncGenerator<Row[]>,
		() => read((layout, how) => new LineParser(layout, how)),
	);
}

function checkColumns(columns: unknown): void {
	const module = typeof columns === "object" && columns !== null && "module" in columns ? columns.module : undefined;
	if (typeof module === "object" && module !== null && "fields" in module && module.fields instanceof Map) return;
	const advice = "Give the job that the file is the result of, or { module, selection }.";
	throw new InvalidOptionError("columns", `${showGiven(columns)} has no module. ${advice}`);
}

/** Holds the rows against Zoho's own count of them. */
async function* countRows<Batch extends { readonly length: number }>(
	batches: AsyncGenerator<Batch, void, undefined>,
	count: number | undefined,
): AsyncGenerator<Batch, void, undefined> {
	let rows = 0;
	for await (const batch of batches) {
		rows += batch.length;
		yield batch;
	}
	if (count !== undefined && rows !== count) {
		throw new DamagedResultError(`it has ${rows} rows, and Zoho counted ${count}`, { archiveIsWhole: true });
	}
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
		// A batch is taken where there is one, and so a parser.
		const parser = this.#parser as BatchParser<Batch>;
		this.#onProgress?.({ rows: parser.rows, bytes: this.#entry.bytesRead });
		return parser.takeBatch();
	}
}
