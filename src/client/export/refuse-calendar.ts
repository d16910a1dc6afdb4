import type { Job } from "../../job/any-job.js";
import { InvalidJobError } from "../../job/invalid-job-error.js";

/** Refuses a job whose result is not a table. */
export function refuseCalendar(job: Job<unknown>): void {
	if (job.fileType !== "ics") return;
	const message = '"ics": a calendar has no rows. Read it with download(), or leave out ics.';
	throw new InvalidJobError([{ code: "QUERY_NOT_SUPPORTED", message, path: ["file_type"], given: "ics" }]);
}
