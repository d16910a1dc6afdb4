import { ResultError } from "../zip/result-error.js";

/** What a result's header was held against. */
export interface ColumnMismatch {
	/** The columns that the job asked for. */
	readonly expected: readonly string[];
	/** The columns that came, in their order. */
	readonly found: readonly string[];
	/** Those of the expected columns that did not come. */
	readonly missing: readonly string[];
}

/**
 * A result that lacks columns that its rows must have: the record's id, or fields that were selected. It is thrown before
 * the first row is given.
 *
 * Check that the job is the one that the result belongs to. Where a field is gone from the org, generate the module again, or
 * read with `missingColumns: "null"` to get `null` in place of such fields. A row without an `Id` is never given.
 */
export class MissingColumnsError extends ResultError implements ColumnMismatch {
	override readonly name = "MissingColumnsError";
	/** The columns that the job asked for. */
	readonly expected: readonly string[];
	/** The columns that came, in their order. */
	readonly found: readonly string[];
	/** Those of the expected columns that did not come. */
	readonly missing: readonly string[];

	constructor({ expected, found, missing }: ColumnMismatch, jobId?: string) {
		const result = jobId === undefined ? "The result" : `The result of job ${jobId}`;
		super(
			found.length === 0
				? `${result} is empty: it has not even a header, and Zoho did not count 0 rows. Expected: ${showNames(expected)}. Submit the job again.`
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
		return `This file seems to be delimited by ${JSON.stringify(delimiter)}: bulk read delimits by commas.`;
	}
	if (missing.length >= Math.max(2, expected.length - 1)) {
		return "No field that was expected came: the file may have labels instead of API names, or belong to another job.";
	}
	if (missing.includes("Id"))
		return "Every result of bulk read has the record's id: this file is not as Zoho writes it.";
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
