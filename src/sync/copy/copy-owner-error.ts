/**
 * The copy was made with another user's or another org's credentials. If the run had continued, one org's records might
 * have replaced another's. Nothing in the table was changed.
 *
 * Use the credentials that the copy was made with, or another table. If you know that both belong to one org, sync once
 * with `takeOver: true`.
 */
export class CopyOwnerError extends Error {
	override readonly name = "CopyOwnerError";
	/** The table. */
	readonly table: string;

	constructor(table: string) {
		super(
			`${table} is a copy made with another user's credentials, possibly from another org. Use those, or another table; if both belong to one org, sync once with takeOver: true.`,
		);
		this.table = table;
	}
}
