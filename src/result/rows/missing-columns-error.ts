import { ResultError } from "../zip/result-error.js";

/** What a result's header was compared with. */
export interface ColumnMismatch {
	/** The columns that the job asked for. */
	readonly expected: readonly string[];
	/** The columns of the file, in order. */
	readonly found: readonly string[];
	/** The expected columns that the file lacks. */
	readonly missing: readonly string[];
}

/**
 * A result lacks columns that its rows must have: the record's id, or selected fields. Thrown before the first row is
 * given.
 *
 * Check that the result belongs to this job. If a field is gone from the org, generate the module again, or read with
 * `missingColumns: "null"` to get `null` for such fields. There are no rows without an `Id`.
 */
export class MissingColumnsError extends ResultError implements ColumnMismatch {
	override readonly name = "MissingColumnsError";
	/** The columns that the job asked for. */
	readonly expected: readonly string[];
	/** The columns of the file, in order. */
	readonly found: readonly string[];
	/** The expected columns that the file lacks. */
	readonly missing: readonly string[];

	constructor({ expected, found, missing }: ColumnMismatch, jobId?: string) {
		const result = jobId === undefined ? "The result" : `The result of job ${jobId}`;
		super(
			found.length === 0
				? `${result} is empty: it does not even have a header, and Zoho did not count 0 rows. Expected: ${showNames(expected)}. Submit the job again.`
				: `${result} lacks the ${missing.length === 1 ? "column" : "columns"} ${showNames(missing)}. Expected: ${showNames(expected)}. Found: ${showNames(found)}. ${writeAdvice(expected, found, missing)}`,
			jobId,
		);
		this.expected = expected;
		this.found = found;
		this.missing = missing;
	}

	override ofJob(jobId: string): MissingColumnsError {
		return new MissingColumnsError(this, jobId);
	}
}

function writeAdvice(expected: readonly string[], found: readonly string[], missing: readonly string[]): string {
	const delimiter = found.length === 1 ? /[;|\t]/.exec(found[0] ?? "")?.[0] : undefined;
	if (delimiter !== undefined) {
		return `This file seems to be delimited by ${JSON.stringify(delimiter)}, but bulk read uses commas.`;
	}
	if (missing.length >= Math.max(2, expected.length - 1)) {
		return "None of the expected fields is there: the file may have labels instead of API names, or belong to another job.";
	}
	if (missing.includes("Id"))
		return "Every result of bulk read has the record's id, so Zoho did not write this file like this.";
	return 'Check that this is the result of that job. If the fields are gone from the org, generate the module again, or read with missingColumns: "null".';
}

const shownNames = 12;
const shownLength = 60;

function showNames(names: readonly string[]): string {
	const shown = names.slice(0, shownNames).map((name) => {
		const written = JSON.stringify(name);
		return written.length > shownLength ? `${written.slice(0, shownLength - 4)}..."` : written;
	});
	const rest = names.length - shown.length;
	return shown.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
