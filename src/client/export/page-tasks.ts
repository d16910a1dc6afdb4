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
import { type AnswerChecks, holdAnswer } from "./hold-answer.js";
import type { Page } from "./page.js";
import type { ReadOptions } from "./read-result.js";

/** What one step takes. */
export interface AdvanceOptions extends ReadOptions, DownloadOptions {
	/**
	 * Whether the next page's job is submitted before a page is read, so that Zoho works on the one while the other is
	 * downloaded. A page that is submitted ahead is charged for even if the export is given up. Windows do not need it.
	 */
	readonly prefetch?: boolean | undefined;
	/**
	 * How many windows are worked on at once, those included that wait to be read; 3 unless given. They are charged for even
	 * if the export is given up. Without windows it does nothing.
	 */
	readonly concurrency?: number | undefined;
	/** How what Zoho says of a job is held against what was asked for; `"lenient"` unless given. */
	readonly answers?: AnswerChecks | undefined;
}

/** What a step came to. */
export interface Step<out Row> {
	/** Where to go on from. Where the step has a page, keep it only when the page was dealt with. */
	readonly checkpoint: Checkpoint;
	/** Milliseconds to wait before the next step. */
	readonly wait: number;
	/** Whether this was the last step. */
	readonly done: boolean;
	/** The page that is to be read now. */
	readonly page?: Page<Row>;
	/** The job that was submitted or looked at, and its state. */
	readonly job?: { readonly id: string; readonly state: JobState };
}

/** Submits a job for a page, and gives the task of waiting for it. */
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

/** What a look at a job came to: it is to be waited for, or its file to be read. */
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

/** As checkpoints keep a moment. */
export function timeOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString();
}
