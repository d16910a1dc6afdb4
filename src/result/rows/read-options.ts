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
