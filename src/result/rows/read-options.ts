import {
	callback,
	filledText,
	flag,
	numberFrom,
	type OptionKinds,
	wholeFrom,
	wordOf,
} from "../../checks/option-kinds.js";
import type { Quotes } from "../csv/csv-cell.js";
import type { UnzipOptions } from "../zip/unzip.js";
import type { HeaderOptions } from "./read-header.js";
import type { CellOptions } from "./row-as-read.js";

/** How far a result has been read. */
export interface ReadProgress {
	/** Rows given so far. */
	readonly rows: number;
	/** Bytes of the archive received so far. */
	readonly bytes: number;
}

/** The options for reading a result. */
export interface ReadRowsOptions extends UnzipOptions, HeaderOptions, CellOptions {
	/**
	 * Quotes that CSV (RFC 4180) does not allow give a {@link DamagedResultError}; with `"lenient"` they are
	 * characters: a quote inside an unquoted cell, and anything between a closing quote and the next comma, belongs to
	 * the cell. By default `"strict"`.
	 */
	readonly quotes?: Quotes | undefined;
	/**
	 * How many rows Zoho counted, from the details of the job. A file with more or fewer is then a
	 * {@link DamagedResultError}; with 0, an empty file is not an error.
	 */
	readonly count?: number | undefined;
	/**
	 * The separator between the values of a multi-select in the file. By default `","`, which is an assumption: Zoho
	 * does not say; a connector that reads these files uses it, while Zoho's bulk write takes `";"`. Joining the values
	 * with it gives the cell again.
	 */
	readonly multiSelectDelimiter?: string | undefined;
	/**
	 * Whether each text gets its own memory. By default `true`. With `false` reading is faster, but every text of 13
	 * characters or more that you keep holds on to some 64 KB: for code that keeps nothing of a row.
	 */
	readonly copyText?: boolean | undefined;
	/**
	 * The maximum size of a cell in bytes. By default 4 MiB; Zoho's largest text fields hold some 100,000 characters.
	 */
	readonly maxCellBytes?: number | undefined;
	/** The maximum size of a row in bytes; it is held in memory. By default 16 MiB. */
	readonly maxRowBytes?: number | undefined;
	/** Called before each batch is given. */
	readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/** The options for reading rows. */
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
