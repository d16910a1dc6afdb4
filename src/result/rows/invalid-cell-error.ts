import type { DataType } from "../../schema/comparators.js";

/** A cell that does not fit its field. */
export interface InvalidCell {
	/** The number of the row, from 1. */
	readonly row: number;
	/** The column's name in the file. */
	readonly column: string;
	/** The data type that the field is described with. */
	readonly dataType: DataType;
	/** What the cell holds, whole. */
	readonly text: string;
}

/**
 * A cell that does not fit the data type of its field. The file is as Zoho wrote it: it is the description of the field
 * that does not hold.
 *
 * Generate the module again, or read with `invalidCells: "text"` to keep such cells as they stand.
 */
export class InvalidCellError extends Error {
	override readonly name = "InvalidCellError";
	/** The number of the row, from 1. */
	readonly row: number;
	/** The column's name in the file. */
	readonly column: string;
	/** The data type that the field is described with. */
	readonly dataType: DataType;
	/** What the cell holds, whole. */
	readonly text: string;

	/** @param expectation - what the data type takes, as a noun. */
	constructor({ row, column, dataType, text }: InvalidCell, expectation: string) {
		super(
			`Row ${row}, column ${JSON.stringify(column)}: ${showText(text)} does not fit the data type ${dataType}, ` +
				`which is ${expectation}. Generate the module again, or read with invalidCells: "text".`,
		);
		this.row = row;
		this.column = column;
		this.dataType = dataType;
		this.text = text;
	}
}

const shownLength = 60;

function showText(text: string): string {
	const shown = JSON.stringify(text);
	return shown.length > shownLength ? `${shown.slice(0, shownLength - 4)}..."` : shown;
}
