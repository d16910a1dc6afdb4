/**
 * Another process, or another run in this one, is at work on the same copy. Nothing was asked for. Let it end, or wait for it
 * with `wait: true`.
 */
export class CopyLockedError extends Error {
	override readonly name = "CopyLockedError";
	/** What is locked: a table, or a file. */
	readonly locked: string;

	/** @param holder - what is known of who holds it. */
	constructor(locked: string, holder?: string) {
		super(
			`${locked} is being written by another run${holder === undefined ? "" : ` (${holder})`}. Let that end first, or wait for it with wait: true.`,
		);
		this.locked = locked;
	}
}
