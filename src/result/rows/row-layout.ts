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
	/** The data type of its field; `undefined` where the field is not known. */
	readonly dataType: DataType | undefined;
}

/** What a row is made of. */
export interface RowLayout {
	/** The columns of the file, in its order. */
	readonly columns: readonly Column[];
	/** Keys of columns that the file lacks: they are `null` in every row. */
	readonly missing: readonly string[];
}

/** How rows are made. */
export interface RowParserOptions {
	/** What becomes of a cell that does not fit its data type: an error, or its text. */
	readonly invalidCells: "error" | "text";
	/** What becomes of a number that JavaScript cannot hold exactly: an error, or its text. */
	readonly longNumbers: "error" | "text";
	/** How quotes are read that RFC 4180 does not know. */
	readonly quotes: Quotes;
	/** What joins the values of a multi-select. */
	readonly multiSelectDelimiter: string;
	/** Bytes of a cell, as it stands in the file. */
	readonly maxCellBytes: number;
	/** Bytes of a row. */
	readonly maxRowBytes: number;
}

/** What makes batches of the records of a result. */
export interface BatchParser<Batch> extends RecordParser {
	/** How many records were made something of. */
	readonly rows: number;
	/** Whether there is something since the last time. */
	hasBatch(): boolean;
	/** What was made since the last time. */
	takeBatch(): Batch;
}
