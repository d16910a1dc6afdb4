/**
 * The table does not fit the job: a column's type has changed, two columns would have the same name, or the table was
 * not made by a sync. Nothing was sent or changed. The message says what to do.
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
