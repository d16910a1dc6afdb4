import { ResultError } from "./result-error.js";

/** Where damage was found, as far as known. */
export interface DamagePlace {
	/** The number of the record: the first row is 1, the header is 0. */
	readonly record?: number | undefined;
	/** How many bytes of the archive had been read. */
	readonly offset?: number | undefined;
	/** Whether the archive around it is intact: then it was written like this, and no download can mend it. */
	readonly archiveIsWhole?: boolean | undefined;
	/** The job whose result it is. */
	readonly jobId?: string | undefined;
	/** What to do instead of submitting the job again, if that would give the same file. */
	readonly remedy?: string | undefined;
}

/**
 * A result that is not what it should be: cut off, altered in transit, not a ZIP, or without a CSV inside. Rows that
 * were given before the damage was found are reliable only if the archive is intact, since its checksum is at its end.
 *
 * Download it again: Zoho keeps the file for a day under the job's id. If `archiveIsWhole` is true, that gives the same
 * file, so submit the job again.
 */
export class DamagedResultError extends ResultError {
	override readonly name = "DamagedResultError";
	/** What is wrong, without the place and the advice. */
	readonly reason: string;
	/** The number of the record at which the damage was found: the first row is 1, the header is 0. */
	readonly record: number | undefined;
	/** How many bytes of the archive had been read; absent if the damage is not in the archive. */
	readonly offset: number | undefined;
	/** Whether the archive around it is intact: then it was written like this, and no download can mend it. */
	readonly archiveIsWhole: boolean;

	/** What helps if neither another download nor another job would; absent if one of them may. */
	readonly remedy: string | undefined;

	constructor(reason: string, { record, offset, archiveIsWhole = false, jobId, remedy }: DamagePlace = {}) {
		const result = jobId === undefined ? "The result" : `The result of job ${jobId}`;
		const advice = remedy ?? (archiveIsWhole ? adviceForWholeArchive : adviceForArchive);
		super(`${result} is damaged${writePlace(record, offset)}: ${reason}. ${advice}`, jobId);
		this.reason = reason;
		this.record = record;
		this.offset = offset;
		this.archiveIsWhole = archiveIsWhole;
		this.remedy = remedy;
	}

	override ofJob(jobId: string): DamagedResultError {
		return this.at({ jobId });
	}

	/** The same damage, with more details about its place. */
	at(place: DamagePlace): DamagedResultError {
		const { reason, record, offset, archiveIsWhole, jobId, remedy } = this;
		return new DamagedResultError(reason, { record, offset, archiveIsWhole, jobId, remedy, ...place });
	}
}

/** A file that is whole, with more or fewer rows than Zoho counted. */
export function wrongCount(rows: number | undefined, count: number | undefined): DamagedResultError {
	return new DamagedResultError(`it has ${rows} rows, but Zoho counted ${count}`, { archiveIsWhole: true });
}

const adviceForWholeArchive =
	"The archive is intact, so a second download would give the same file. Submit the job again; to resume an export, use resubmitPage(checkpoint).";
const adviceForArchive = "Download it again. To resume an export, use its last checkpoint, or restartPage(checkpoint).";

function writePlace(record: number | undefined, offset: number | undefined): string {
	if (record !== undefined) return record === 0 ? " in its header" : ` at row ${record}`;
	return offset === undefined ? "" : ` after ${offset} bytes`;
}
