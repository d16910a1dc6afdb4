import { ResultError } from "../zip/result-error.js";

/**
 * A column that the module does not describe, if such columns are refused.
 *
 * Generate the module again, or read with `unknownColumns: "text"` to get the column as text.
 */
export class UnknownColumnError extends ResultError {
	override readonly name = "UnknownColumnError";
	/** The column's name in the file. */
	readonly column: string;
	/** API name of the module. */
	readonly module: string;

	constructor(column: string, module: string) {
		super(
			`The result has a column ${JSON.stringify(column)}, which ${module} does not describe. Generate the module again, ` +
				`or read with unknownColumns: "text".`,
		);
		this.column = column;
		this.module = module;
	}
}
