/**
 * Another process, or another run in this one, is working on the same copy. Nothing was sent. Let it finish, or wait
 * for it with `wait: true`.
 */
export class CopyLockedError extends Error {
	override readonly name = "CopyLockedError";
	/** What is locked: a table, or a file. */
	readonly locked: string;

	/** @param holder - what is known about the holder. */
	constructor(locked: string, holder?: string) {
		super(
			`${locked} is being written by another run${holder === undefined ? "" : ` (${holder})`}. Let it finish first, or wait for it with wait: true.`,
		);
		this.locked = locked;
	}
}
