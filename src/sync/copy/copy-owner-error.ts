/**
 * The credentials are another user's, or another org's, than those that the copy was made with. Had the run gone on, the records of
 * one org might have taken the place of another's. Nothing in the table was changed.
 *
 * Use the credentials that the copy was made with, or another table. Where you know that both are of one org, sync once with
 * `takeOver: true`.
 */
export class CopyOwnerError extends Error {
	override readonly name = "CopyOwnerError";
	/** The table. */
	readonly table: string;

	constructor(table: string) {
		super(
			`${table} is a copy that another user's credentials made, maybe of another org. Use those, or another table; where both are of one org, sync once with takeOver: true.`,
		);
		this.table = table;
	}
}
