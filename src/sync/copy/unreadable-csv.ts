import { DamagedResultError } from "../../result/zip/damaged-result-error.js";

/**
 * A page that a database cannot read: its archive is intact, so it was written like this. This says why in words of its
 * own, and has no cause: a database quotes the line that it cannot read, which is a customer's record.
 *
 * @param line - its number, if the database says.
 */
export function unreadableCsv(database: string, line: string | undefined, problem?: string): DamagedResultError {
	const place = line === undefined ? "its CSV" : `line ${line} of its CSV`;
	const words = problem === undefined ? "" : `: ${problem}`;
	return new DamagedResultError(`${database} cannot read ${place}${words}`, { archiveIsWhole: true });
}
