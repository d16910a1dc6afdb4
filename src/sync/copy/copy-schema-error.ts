/**
 * The table and the job do not fit together: a column's type has changed, two columns would have one name, or the table was
 * not made by a sync. Nothing was asked for, and nothing was changed. The message says what to do.
 */
export class CopySchemaError extends Error {
	override readonly name = "CopySchemaError";
	/** The table. */
	readonly table: string;

	constructor(table: string, sentence: string) {
		super(`${table}: ${sentence}`);
		this.table = table;
	}
}
