import type { DataType } from "../../schema/comparators.js";
import type { Quotes } from "../csv/csv-cell.js";
import type { RecordParser } from "../csv/csv-reader.js";

/** The key of the record's id, whatever the file calls it. */
export const idKey = "Id";

/** A column of the file. */
export interface Column {
	/** Its name in the file. */
	readonly header: string;
	/** Its key in a row. */
	readonly key: string;
	/** The data type of its field; `undefined` if the field is unknown. */
	readonly dataType: DataType | undefined;
}

/** The layout of a row. */
export interface RowLayout {
	/** The columns of the file, in order. */
	readonly columns: readonly Column[];
	/** Keys of columns that the file lacks: they are `null` in every row. */
	readonly missing: readonly string[];
}

/** How rows are made. */
export interface RowParserOptions {
	/** What a cell that does not fit its data type gives: an error, or its text. */
	readonly invalidCells: "error" | "text";
	/** What a number that JavaScript cannot hold exactly gives: an error, or its text. */
	readonly longNumbers: "error" | "text";
	/** How to read quotes that RFC 4180 does not allow. */
	readonly quotes: Quotes;
	/** The separator between the values of a multi-select. */
	readonly multiSelectDelimiter: string;
	/** The maximum bytes of a cell, as in the file. */
	readonly maxCellBytes: number;
	/** The maximum bytes of a row. */
	readonly maxRowBytes: number;
}

/** Turns the records of a result into batches. */
export interface BatchParser<Batch> extends RecordParser {
	/** How many records were processed. */
	readonly rows: number;
	/** Whether there is anything new since the last time. */
	hasBatch(): boolean;
	/** What is new since the last time. */
	takeBatch(): Batch;
}
