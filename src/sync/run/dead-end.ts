import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { InvalidCheckpointError } from "../../client/errors/invalid-checkpoint-error.js";
import { JobFailedError } from "../../client/errors/job-failed-error.js";
import { ResultExpiredError } from "../../client/errors/result-expired-error.js";
import { ZohoApiError } from "../../client/errors/zoho-api-error.js";
import { resubmitPage } from "../../client/export/begin-export.js";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import type { CopyRun } from "./copy-run.js";
import { partOf } from "./run-checkpoint.js";

/** How many paid runs in a row may be given up without an error. */
const mostGivenUp = 1;

/**
 * If resuming from the stored checkpoint would only fail again, stores where to resume instead.
 *
 * It returns if the caller is to resume from there now, which happens once for each cause: the result of an older job may
 * have expired, and a checkpoint may be another user's, or name a page by a token that has died since. Everything else is
 * thrown, because a job that failed, a file that was written wrong, and a result that is gone at once may be the same
 * again, and each job costs credits.
 *
 * @param older - the jobs that were known before the call.
 */
export async function passDeadEnd(run: CopyRun, error: unknown, older: ReadonlySet<string>): Promise<void> {
	if (error instanceof InvalidCheckpointError || isPageTokenDead(error)) {
		const { origin, givenUp } = run;
		await run.abandon();
		if (origin === "resumed" && givenUp < mostGivenUp) return;
		throw error;
	}
	const { export: kept, renewed = [] } = run.state;
	if (kept === undefined) throw error;
	if (error instanceof ResultExpiredError) {
		const part = partOf(kept, error.jobId);
		const isNew = part !== undefined && !renewed.includes(part);
		await run.keepExport(resubmitPage(kept, error.jobId), isNew ? [...renewed, part] : renewed);
		if (isNew && older.has(error.jobId)) return;
		throw goneAtOnce(error);
	}
	// With a remedy, the same job would have the same file: it says what to change.
	const isMade = error instanceof DamagedResultError && error.archiveIsWhole && error.remedy === undefined;
	if (isMade || error instanceof JobFailedError) await run.keepExport(resubmitPage(kept, error.jobId));
	throw error;
}

/** Without its token the next page cannot be requested, so the export has to start over. The code is an assumption. */
function isPageTokenDead(error: unknown): boolean {
	return error instanceof ZohoApiError && error.code === "EXPIRED_VALUE";
}

function goneAtOnce(error: ResultExpiredError): ResultExpiredError {
	const sentence =
		"This run submitted the job a short while ago, or in place of one whose result was gone too. Zoho keeps a result for a day, " +
		"for the user who submitted the job: use the same credentials everywhere, and take the steps more often than once a day. " +
		"The next call submits the job again, which costs credits.";
	return new ResultExpiredError({ ...error, jobId: error.jobId }, error.since, sentence);
}

/**
 * Refuses to replace run after run: if the job differs from step to step, none would ever end.
 *
 * @throws {@link InvalidOptionError}; the next step with the same job and options takes this run on.
 */
export function refuseRestarts({ origin, givenUp }: CopyRun): void {
	if (origin !== "replacing" || givenUp <= mostGivenUp) return;
	const sentence =
		`${givenUp} runs in a row were given up after they had submitted jobs, because the next step had another job or other options. ` +
		"Give the same to every step of a run: a filter by the current time, for example, is another one each time. " +
		"Nothing was submitted now; the next step with this job continues.";
	throw new InvalidOptionError("job", sentence);
}
