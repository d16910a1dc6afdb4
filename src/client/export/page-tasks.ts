import type { Job } from "../../job/any-job.js";
import type { AddedJob } from "../../job/job-details.js";
import type { JobState } from "../../job/job-state.js";
import { writeRequest } from "../../job/request.js";
import { backoffTime } from "../../time/wait-times.js";
import type { DownloadOptions } from "../download/unbroken-download.js";
import { asExpired } from "../errors/result-expired-error.js";
import { secretsOfJob } from "../errors/secrets.js";
import type { ClientContext } from "../jobs/client-context.js";
import { asCompleted, type CallOptions } from "../jobs/wait-for-job.js";
import type { Checkpoint, CheckpointOwner, ReadTask, WaitTask } from "./checkpoint.js";
import { withUser } from "./checkpoint-owner.js";
import { type AnswerChecks, holdAnswer, refuseEndless } from "./hold-answer.js";
import type { Page } from "./page.js";
import type { ReadOptions } from "./read-result.js";

/** The options of one step. */
export interface AdvanceOptions extends ReadOptions, DownloadOptions {
	/**
	 * Whether the next page's job is submitted before a page is read, so that Zoho works on it during the download. A
	 * page that is submitted ahead is charged for even if the export is abandoned. Windows do not need this.
	 */
	readonly prefetch?: boolean | undefined;
	/**
	 * How many windows are under way at once, including those that wait to be read; 3 by default. They are charged for
	 * even if the export is abandoned. Has no effect without windows.
	 */
	readonly concurrency?: number | undefined;
	/** How strictly Zoho's description of a job is checked against the request; `"lenient"` by default. */
	readonly answers?: AnswerChecks | undefined;
}

/** The outcome of a step. */
export interface Step<out Row> {
	/** Where to resume. If the step has a page, store this only after processing the page. */
	readonly checkpoint: Checkpoint;
	/** Milliseconds to wait before the next step. */
	readonly wait: number;
	/** Whether this was the last step. */
	readonly done: boolean;
	/** The page to read now. */
	readonly page?: Page<Row>;
	/** The job that was submitted or looked at, and its state. */
	readonly job?: { readonly id: string; readonly state: JobState };
}

/** Submits a job for a page, and returns the task of waiting for it. */
export async function submitTask(
	context: ClientContext,
	owner: CheckpointOwner,
	job: Job<unknown>,
	pageToken: string | undefined,
	{ signal, onWait }: CallOptions,
): Promise<{ readonly owner: CheckpointOwner; readonly task: WaitTask }> {
	const { api, apiVersion } = context;
	const added = await api.create(writeRequest(job.toJSON(), apiVersion, pageToken), { signal, onWait });
	const task = waitTask(context, added);
	return {
		owner: await withUser(owner, added.createdBy),
		task: { ...task, ...(pageToken === undefined ? {} : { pageToken }) },
	};
}

/** The task of waiting for a job that was just submitted. */
function waitTask({ clock }: ClientContext, { id, state }: AddedJob): WaitTask {
	return { step: "wait", jobId: id, time: timeOf(clock.now()), looks: 0, state };
}

/** The outcome of a look at a job: wait for it, or read its file. */
export interface Look {
	readonly owner: CheckpointOwner;
	readonly task: WaitTask | ReadTask;
	/** Milliseconds until the next look. */
	readonly wait: number;
	readonly state: JobState;
}

/** Looks at a job once. */
export async function lookAt(
	context: ClientContext,
	owner: CheckpointOwner,
	task: WaitTask,
	job: Job<unknown>,
	{ signal, onWait, answers }: AdvanceOptions,
): Promise<Look> {
	const { jobId, pageToken } = task;
	const asking = { signal, onWait, secrets: secretsOfJob(job) };
	const details = await context.api.details(jobId, asking).catch((error: unknown) => {
		throw asExpired(error, jobId, task.time);
	});
	const page = pageToken === undefined ? (job.toJSON().query.page ?? 1) : undefined;
	holdAnswer(details, { jobId, job, page }, answers);
	const known = await withUser(owner, details.createdBy);
	const completed = await asCompleted(details);
	const { state } = details;
	if (completed === undefined) {
		const looks = task.looks + 1;
		const wait = backoffTime(context.poll, looks, context.random);
		return { owner: known, task: { ...task, looks, state }, wait, state };
	}
	refuseEndless(completed, job, pageToken, answers);
	const { count, downloadUrl, moreRecords, nextPageToken } = completed.result;
	const read: ReadTask = {
		step: "read",
		jobId,
		time: timeOf(context.clock.now()),
		count,
		taken: 0,
		downloadUrl,
		moreRecords,
		...(pageToken === undefined ? {} : { pageToken }),
		...(nextPageToken === undefined ? {} : { nextPageToken }),
	};
	return { owner: known, task: read, wait: 0, state };
}

/** The spelling of moments in checkpoints. */
export function timeOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString();
}
