import { showGiven } from "../../checks/show-given.js";
import type { CopyColumn } from "./copy-column.js";

/** A cell that does not fit its column. */
export interface UnfitCell {
	/** The number of the row in its page, from 1. */
	readonly row: number;
	/** The column that does not take it. */
	readonly column: CopyColumn;
	/** What the cell holds. */
	readonly text: string;
}

/**
 * A cell that the column of a copy does not take. The file is as Zoho wrote it: it is the description of the field that does
 * not hold. Nothing of the page was kept.
 *
 * Generate the module again, or sync with `invalidCells: "null"`, which leaves such cells empty and counts them.
 */
export class CopyCellError extends Error {
	override readonly name = "CopyCellError";
	/** The number of the row in its page, from 1. */
	readonly row: number;
	/** The column's name. */
	readonly column: string;
	/** What the cell holds, whole. */
	readonly text: string;

	constructor({ row, column, text }: UnfitCell) {
		super(
			`Row ${row}, column ${JSON.stringify(column.name)}: ${showGiven(text)} is no ${column.type} that the database takes. ` +
				'Generate the module again, or sync with invalidCells: "null" to leave such cells empty.',
		);
		this.row = row;
		this.column = column.name;
		this.text = text;
	}
}
