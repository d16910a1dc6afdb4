import type { AnyModule, FieldDescriptor } from "../../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../schema/path.js";
import { CsvReader, windowLength } from "../csv/csv-reader.js";
import { TextWindow } from "../csv/text-window.js";
import { DamagedResultError } from "../zip/damaged-result-error.js";
import { type EntryReader, readEntry } from "../zip/read-entry.js";
import { type UnzipOptions, unzip, type ZipEntry } from "../zip/unzip.js";
import type { InvalidCellError } from "./invalid-cell-error.js";
import type { PlainRow } from "./plain-row.js";
import { type Column, RowParser, type RowParserOptions } from "./row-parser.js";
import { type Rows, rowsOfBatches } from "./rows.js";
import { UnknownColumnError } from "./unknown-column-error.js";

export type { Rows } from "./rows.js";

/** What describes the columns of a result. */
export interface RowColumns {
	/** The module that was read: each column is a path from it. */
	readonly module: AnyModule;
}

/** How far a result has been read. */
export interface ReadProgress {
	/** Rows that were given. */
	readonly rows: number;
	/** Bytes of the archive that came. */
	readonly bytes: number;
}

/** How a result is read. */
export interface ReadRowsOptions extends UnzipOptions {
	/** What becomes of a cell that does not fit its data type: an {@link InvalidCellError}, or its text. By default `"error"`. */
	readonly invalidCells?: "error" | "text" | undefined;
	/** What becomes of a column that the module does not describe: its text, or an {@link UnknownColumnError}. By default `"text"`. */
	readonly unknownColumns?: "text" | "error" | undefined;
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
 * @throws While they are read: {@link DamagedResultError} where the file is not whole: what was given before is then not to be
 * relied on. {@link InvalidCellError} and {@link UnknownColumnError} where the whole file does not fit the module, and
 * {@link ResultTooLargeError}.
 */
export function readRows<Row>(
	zip: ReadableStream<Uint8Array>,
	{ module }: RowColumns,
	options: ReadRowsOptions = {},
): Rows<Row> {
	return rowsOfBatches(() => {
		const entry = unzip(zip, options);
		const batches = readEntry(entry, new RowReader(entry, module, options));
		return batches as AsyncGenerator<Row[], void, undefined>;
	});
}

const mebibyte = 2 ** 20;

class RowReader implements EntryReader<PlainRow> {
	readonly #entry: ZipEntry;
	readonly #csv: CsvReader;
	readonly #onProgress: ReadRowsOptions["onProgress"];
	#parser: RowParser | undefined;

	constructor(entry: ZipEntry, module: AnyModule, options: ReadRowsOptions) {
		const parserOptions: RowParserOptions = {
			invalidCells: options.invalidCells ?? "error",
			multiSelectDelimiter: options.multiSelectDelimiter ?? ",",
			maxCellBytes: options.maxCellBytes ?? 4 * mebibyte,
			maxRowBytes: options.maxRowBytes ?? 16 * mebibyte,
		};
		const open = (header: readonly string[]): RowParser => {
			this.#parser = new RowParser(readHeader(header, module, options.unknownColumns), parserOptions);
			return this.#parser;
		};
		const window = new TextWindow(windowLength, options.copyText ?? true);
		this.#csv = new CsvReader(window, open, parserOptions.maxRowBytes);
		this.#entry = entry;
		this.#onProgress = options.onProgress;
	}

	get record(): number {
		return this.#parser === undefined ? 0 : this.#parser.rows + 1;
	}

	push(part: Uint8Array): void {
		this.#csv.push(part);
	}

	end(): void {
		this.#csv.end();
	}

	hasBatch(): boolean {
		return this.#parser?.hasBatch() ?? false;
	}

	takeBatch(): PlainRow[] {
		if (this.#parser === undefined) return [];
		this.#onProgress?.({ rows: this.#parser.rows, bytes: this.#entry.bytesRead });
		return this.#parser.takeBatch();
	}
}

function readHeader(
	header: readonly string[],
	module: AnyModule,
	unknownColumns: ReadRowsOptions["unknownColumns"],
): Column[] {
	if (header[0] === "BEGIN:VCALENDAR") throw new TypeError("This result is a calendar. Read it with readEvents.");
	const columns = header.map((name): Column => {
		if (name === "Id" || name === "id") return { header: name, key: "Id", dataType: undefined };
		const dataType = findField(module, name)?.dataType;
		if (dataType === undefined && unknownColumns === "error") throw new UnknownColumnError(name, module.apiName);
		return { header: name, key: name, dataType };
	});
	refuseRepeated(columns.map(({ key }) => key));
	return columns;
}

function findField(module: AnyModule, path: string): FieldDescriptor | undefined {
	const found = resolvePath(module, path);
	return isPathProblem(found) ? undefined : found.field;
}

function refuseRepeated(keys: readonly string[]): void {
	const seen = new Set<string>();
	for (const key of keys) {
		if (seen.has(key)) throw new DamagedResultError(`the column ${JSON.stringify(key)} stands there twice`);
		seen.add(key);
	}
}
