import type { Job } from "../../job/any-job.js";
import { writeRequest } from "../../job/request.js";
import { backoffTime } from "../../time/wait-times.js";
import type { DownloadOptions } from "../download/download-result.js";
import { secretsOfJob } from "../errors/secrets.js";
import type { ClientContext } from "../jobs/client-context.js";
import { asCompleted } from "../jobs/wait-for-job.js";
import type { Checkpoint, ReadCheckpoint, SubmitCheckpoint, WaitCheckpoint } from "./checkpoint.js";
import { type Page, pageAt } from "./page.js";
import type { ReadOptions } from "./read-result.js";

/** What one step takes. */
export interface AdvanceOptions extends ReadOptions, DownloadOptions {
	/**
	 * Whether the next page's job is submitted before a page is read, so that Zoho works on the one while the other is
	 * downloaded. A page that is submitted ahead is charged for even if the export is given up.
	 */
	readonly prefetch?: boolean | undefined;
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
}

/**
 * One step of an export: submits the page's job, or looks at it, or hands out the page to be read. Nothing is remembered
 * but what stands in the checkpoint. What can happen twice stands with {@link Client.advance}.
 */
export async function advance<Row>(
	context: ClientContext,
	checkpoint: Checkpoint,
	job: Job<Row>,
	options: AdvanceOptions = {},
): Promise<Step<Row>> {
	switch (checkpoint.step) {
		case "submit":
			return submitPage(context, checkpoint, job, options);
		case "wait":
			return lookAtPage(context, checkpoint, job, options);
		case "read":
			return checkpoint.moreRecords && checkpoint.nextJobId === undefined && options.prefetch
				? submitAhead(context, checkpoint, job, options)
				: openPage(context, checkpoint, job, options);
		case "done":
			return { checkpoint, wait: 0, done: true };
	}
}

async function submitPage<Row>(
	context: ClientContext,
	checkpoint: SubmitCheckpoint,
	job: Job<Row>,
	{ signal }: AdvanceOptions,
): Promise<Step<Row>> {
	const { id, state } = await submit(context, job, checkpoint.page, checkpoint.pageToken, signal);
	return {
		checkpoint: { ...checkpoint, step: "wait", jobId: id, looks: 0, state },
		wait: backoffTime(context.poll, 0, context.random),
		done: false,
	};
}

async function lookAtPage<Row>(
	context: ClientContext,
	checkpoint: WaitCheckpoint,
	job: Job<Row>,
	{ signal }: AdvanceOptions,
): Promise<Step<Row>> {
	const { looks: before, state: _, ...kept } = checkpoint;
	const details = await context.api.details(checkpoint.jobId, signal, secretsOfJob(job));
	const completed = asCompleted(details);
	if (completed === undefined) {
		const looks = before + 1;
		const wait = backoffTime(context.poll, looks, context.random);
		return { checkpoint: { ...checkpoint, looks, state: details.state }, wait, done: false };
	}
	const { count, downloadUrl, moreRecords, nextPageToken } = completed.result;
	return {
		checkpoint: {
			...{ ...kept, step: "read", count, taken: 0, downloadUrl, moreRecords },
			...(nextPageToken === undefined ? {} : { nextPageToken }),
		},
		wait: 0,
		done: false,
	};
}

async function submitAhead<Row>(
	context: ClientContext,
	checkpoint: ReadCheckpoint,
	job: Job<Row>,
	{ signal }: AdvanceOptions,
): Promise<Step<Row>> {
	const { id } = await submit(context, job, checkpoint.page + 1, checkpoint.nextPageToken, signal);
	return { checkpoint: { ...checkpoint, nextJobId: id }, wait: 0, done: false };
}

function openPage<Row>(
	context: ClientContext,
	checkpoint: ReadCheckpoint,
	job: Job<Row>,
	options: AdvanceOptions,
): Step<Row> {
	const next = afterPage(checkpoint);
	return {
		checkpoint: next,
		wait: 0,
		done: next.step === "done",
		page: pageAt(context, checkpoint, job, options),
	};
}

/** Where an export goes on when a page was read. */
function afterPage(read: ReadCheckpoint): Checkpoint {
	const { version, job, moreRecords, nextPageToken, nextJobId } = read;
	const rows = read.rows + read.count;
	if (!moreRecords) return { version, job, page: read.page, rows, step: "done" };
	const token = nextPageToken === undefined ? {} : { pageToken: nextPageToken };
	const next = { version, job, page: read.page + 1, rows, ...token };
	return nextJobId === undefined
		? { ...next, step: "submit" }
		: { ...next, step: "wait", jobId: nextJobId, looks: 0, state: "ADDED" };
}

function submit(
	{ api, apiVersion }: ClientContext,
	job: Job<unknown>,
	page: number,
	pageToken: string | undefined,
	signal: AbortSignal | undefined,
): ReturnType<ClientContext["api"]["create"]> {
	return api.create(writeRequest(job.atPage(page).toJSON(), apiVersion, pageToken), signal);
}
