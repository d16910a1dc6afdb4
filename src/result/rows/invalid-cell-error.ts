import type { DataType } from "../../schema/comparators.js";
import { ResultError } from "../zip/result-error.js";

/** A cell that does not fit its field. */
export interface InvalidCell {
	/** The number of the row, from 1. */
	readonly row: number;
	/** The column's name in the file. */
	readonly column: string;
	/** The data type that the field is described with. */
	readonly dataType: DataType;
	/** The cell's text, in full. */
	readonly text: string;
	/** Whether it is a number with more digits than a JavaScript number holds. */
	readonly isLong?: boolean;
}

/**
 * A cell that does not fit the data type of its field. The file is as Zoho wrote it: either the field's description is
 * out of date, or JavaScript cannot hold the number.
 *
 * Generate the module again, or read with `invalidCells: "text"` to keep such cells as they are. For a number with more
 * digits than a JavaScript number holds, read with `longNumbers: "text"`.
 */
export class InvalidCellError extends ResultError {
	override readonly name = "InvalidCellError";
	/** The number of the row, from 1. */
	readonly row: number;
	/** The column's name in the file. */
	readonly column: string;
	/** The data type that the field is described with. */
	readonly dataType: DataType;
	/** The cell's text, in full. */
	readonly text: string;

	/** @param expectation - what the data type takes, as a noun. */
	constructor({ row, column, dataType, text, isLong = false }: InvalidCell, expectation: string) {
		super(
			`Row ${row}, column ${JSON.stringify(column)}: ${showText(text)} does not fit the data type ${dataType}, ` +
				`which is ${expectation}. ${isLong ? adviceForLong : advice}`,
		);
		this.row = row;
		this.column = column;
		this.dataType = dataType;
		this.text = text;
	}
}

const advice = 'Generate the module again, or read with invalidCells: "text".';
const adviceForLong = 'Read with longNumbers: "text" to get such numbers as text, digit by digit.';

const shownLength = 60;

function showText(text: string): string {
	const shown = JSON.stringify(text);
	return shown.length > shownLength ? `${shown.slice(0, shownLength - 4)}..."` : shown;
}
