import { numberIn } from "../../checks/document-parts.js";
import type { JobDetails, JobResult } from "../../job/job-details.js";
import type { JobState } from "../../job/job-state.js";
import { backoffTime } from "../../time/wait-times.js";
import { JobFailedError } from "../errors/job-failed-error.js";
import { knownAdvice } from "../errors/known-advice.js";
import type { OnWait } from "../transport/wait.js";
import type { ClientContext } from "./client-context.js";
import { JobsWaitedFor } from "./jobs-waited-for.js";
import type { Progress, ProgressTeller } from "./progress-teller.js";

/** The options of every call. */
export interface CallOptions {
	/** Ends the call with an {@link AbortedError}. */
	readonly signal?: AbortSignal | undefined;
	/** Called before each wait imposed by a limit, by Zoho or by a fault. */
	readonly onWait?: OnWait | undefined;
}

/** The options of a call that waits for a job. */
export interface WaitOptions extends CallOptions {
	/**
	 * Milliseconds to wait for one job; a day by default, since Zoho keeps no result longer. Checked between requests.
	 */
	readonly timeout?: number | undefined;
	/**
	 * Called on visible progress: a new state, page or wait; and at most twice a second while rows arrive.
	 */
	readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A job that is completed, and so has a result. */
export interface CompletedJob extends JobDetails {
	/** Always completed. */
	readonly state: "COMPLETED";
	readonly result: JobResult;
}

/**
 * Looks at a job until it is completed.
 * @throws {@link JobFailedError}, {@link JobTimeoutError}, {@link AbortedError}; each carries the job's id.
 */
export async function waitForJob(
	{ api, clock, random, poll }: ClientContext,
	jobId: string,
	{ signal, secrets, timeout, progress, onLook }: JobWait,
): Promise<CompletedJob> {
	const waiting = new JobsWaitedFor(clock, timeout);
	for (let looks = 0; ; looks += 1) {
		const details = await api.details(jobId, { signal, secrets, onWait: progress.onWait });
		const { state, result } = details;
		onLook(state);
		progress.tell({ jobId, state, page: pageOf(details), total: result?.count ?? 0 });
		const completed = await asCompleted(details);
		if (completed !== undefined) return completed;
		await waiting.untilNextLook([{ jobId, state }], jobId, backoffTime(poll, looks, random), signal);
	}
}

/** How a job is waited for. */
export interface JobWait {
	/** The call's signal and the client's, combined. */
	readonly signal: AbortSignal | undefined;
	/** Texts of the job that no error may show. */
	readonly secrets: readonly string[];
	readonly timeout: number | undefined;
	readonly progress: ProgressTeller;
	/** Called with the state after every look. */
	onLook(state: JobState): void;
}

/**
 * The job, if it is completed; an unknown state means waiting.
 *
 * @throws {@link JobFailedError}
 */
export async function asCompleted(details: JobDetails): Promise<CompletedJob | undefined> {
	const { id, state, result, failure } = details;
	if (failure !== undefined) throw new JobFailedError(id, failure, await knownAdvice(failure.code));
	return state === "COMPLETED" && result !== undefined ? { ...details, state: "COMPLETED", result } : undefined;
}

/** The page that a job exports; the first if Zoho does not say. */
export function pageOf({ result, query }: JobDetails): number {
	return result?.page ?? numberIn(query, "page") ?? 1;
}
