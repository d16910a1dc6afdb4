import { isMatching, P } from "ts-pattern";
import { limits } from "../../facts/limits.js";
import type { JobDetails, JobResult } from "../../job/job-details.js";
import type { JobState } from "../../job/job-state.js";
import { backoffTime } from "../../time/wait-times.js";
import { AbortedError } from "../errors/aborted-error.js";
import { JobFailedError } from "../errors/job-failed-error.js";
import { JobTimeoutError } from "../errors/job-timeout-error.js";
import type { ClientContext } from "./client-context.js";

/** How far an export has got. */
export interface Progress {
	/** The job that is worked on. */
	readonly jobId: string;
	/** Its state when last looked at. */
	readonly state: JobState;
	/** The page that the job exports, from 1. */
	readonly page: number;
	/** Rows that were given so far, of all pages. */
	readonly rows: number;
	/** Bytes that were downloaded so far, compressed, of all pages. */
	readonly bytes: number;
}

/** What every call takes. */
export interface CallOptions {
	/** Ends the call with an {@link AbortedError}. */
	readonly signal?: AbortSignal | undefined;
}

/** What a call takes that waits for a job. */
export interface WaitOptions extends CallOptions {
	/**
	 * Milliseconds to wait for one job; a day unless given, for Zoho keeps no result longer. It is looked at between
	 * requests.
	 */
	readonly timeout?: number | undefined;
	/** Called after every look at the job. */
	readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A job that is completed, and so has a result. */
export interface CompletedJob extends JobDetails {
	/** Always completed. */
	readonly state: "COMPLETED";
	readonly result: JobResult;
}

/** Unless told otherwise, a job is waited for as long as Zoho would keep its result. */
export const defaultJobTimeout: number = limits.resultHours * 3_600_000;

/**
 * Looks at a job until it is completed.
 *
 * @param signal - the call's and the client's together.
 * @throws {@link JobFailedError}, {@link JobTimeoutError}, {@link AbortedError}; each carries the job's id.
 */
export async function waitForJob(
	{ api, clock, random, poll }: ClientContext,
	jobId: string,
	{ signal, secrets, timeout = defaultJobTimeout, onProgress }: WaitOptions & { readonly secrets: readonly string[] },
): Promise<CompletedJob> {
	const since = clock.now();
	for (let looks = 0; ; looks += 1) {
		const details = await api.details(jobId, signal, secrets);
		onProgress?.({ jobId, state: details.state, page: pageOf(details), rows: 0, bytes: 0 });
		const completed = asCompleted(details);
		if (completed !== undefined) return completed;
		const left = timeout - (clock.now() - since);
		if (left <= 0) throw new JobTimeoutError(jobId, details.state, clock.now() - since);
		await sleepFor(clock, Math.min(left, backoffTime(poll, looks, random)), jobId, signal);
	}
}

/**
 * The job, if it is completed; a state that nobody knows is one to wait on.
 *
 * @throws {@link JobFailedError}
 */
export function asCompleted(details: JobDetails): CompletedJob | undefined {
	const { id, state, result, failure } = details;
	if (failure !== undefined) throw new JobFailedError(id, failure);
	return state === "COMPLETED" && result !== undefined ? { ...details, state: "COMPLETED", result } : undefined;
}

/** Waits on the client's clock; an abort carries the job's id. */
export async function sleepFor(
	clock: ClientContext["clock"],
	milliseconds: number,
	jobId: string,
	signal: AbortSignal | undefined,
): Promise<void> {
	try {
		await clock.sleep(milliseconds, signal);
	} catch (error) {
		throw signal?.aborted ? new AbortedError(jobId, signal.reason) : error;
	}
}

/** The page that a job exports; the first where Zoho does not say. */
export function pageOf({ result, query }: JobDetails): number {
	return result?.page ?? (isMatching({ page: P.number }, query) ? query.page : 1);
}
