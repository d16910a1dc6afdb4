import { showGiven } from "../../checks/show-given.js";
import type { CopyColumn } from "./copy-column.js";

/** A cell that does not fit its column. */
export interface UnfitCell {
	/** The number of the row in its page, from 1. */
	readonly row: number;
	/** The column that it does not fit. */
	readonly column: CopyColumn;
	/** The cell's text. */
	readonly text: string;
}

/**
 * A cell that does not fit the column of a copy. The file is as Zoho wrote it, so the field's description is out of
 * date. Nothing of the page was kept.
 *
 * Generate the module again, or sync with `invalidCells: "null"`, which leaves such cells empty and counts them.
 */
export class CopyCellError extends Error {
	override readonly name = "CopyCellError";
	/** The number of the row in its page, from 1. */
	readonly row: number;
	/** The column's name. */
	readonly column: string;
	/** The cell's text, in full. */
	readonly text: string;

	constructor({ row, column, text }: UnfitCell) {
		super(
			`Row ${row}, column ${JSON.stringify(column.name)}: ${showGiven(text)} does not fit a column of type ${column.type}. ` +
				'Generate the module again, or sync with invalidCells: "null" to leave such cells empty.',
		);
		this.row = row;
		this.column = column.name;
		this.text = text;
	}
}
