/**
 * A result file that is not what Zoho made: truncated, altered on the way, or no ZIP at all. Rows that were given before
 * the damage was found are good.
 *
 * Download it again: the file is kept for a day, and the job's id still names it.
 */
export class DamagedResultError extends Error {
	override readonly name = "DamagedResultError";
	/** What is wrong, without the advice. */
	readonly reason: string;
	/** The number of the record at which the damage was found, from 1; absent where it is not in a record. */
	readonly record: number | undefined;

	constructor(reason: string, record?: number) {
		super(`The result is damaged${record === undefined ? "" : ` at record ${record}`}: ${reason}. Download it again.`);
		this.reason = reason;
		this.record = record;
	}
}
