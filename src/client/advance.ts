import type { Job } from "../job/bulk-read.js";
import { writeRequest } from "../job/request.js";
import type { Rows } from "../result/rows.js";
import { backoffTime } from "./backoff.js";
import type { Checkpoint, ReadCheckpoint, SubmitCheckpoint, WaitCheckpoint } from "./checkpoint.js";
import type { ClientContext } from "./client-context.js";
import { type ReadOptions, readPage } from "./read-page.js";
import { asCompleted, type CallOptions } from "./wait-for-job.js";

/** What one step takes. */
export interface AdvanceOptions extends CallOptions, ReadOptions {
	/**
	 * Whether the next page's job is submitted before a page is read, so that Zoho works on the one while the other is
	 * downloaded. A page that is submitted ahead is charged for even if the export is given up.
	 */
	readonly prefetch?: boolean | undefined;
}

/** What a step came to. */
export interface Step<Row> {
	/** Where to go on from. Where the step has `rows`, keep it only when all of them were taken. */
	readonly checkpoint: Checkpoint;
	/** Milliseconds to wait before the next step. */
	readonly wait: number;
	/** Whether this was the last step. */
	readonly done: boolean;
	/** The rows of a page, those aside that the checkpoint says were taken. The download begins when they are first asked for. */
	readonly rows?: Rows<Row>;
	/** The checkpoint at which so many of `rows` were taken: to go on in the middle of a page. */
	after?(rows: number): Checkpoint;
}

/**
 * One step of an export: submits the page's job, or looks at it, or reads it. Nothing is remembered but what stands in the
 * checkpoint, so the next step may be made by another process.
 *
 * What was kept last decides what happens twice when a process dies:
 *
 * - **Rows** that were taken after the checkpoint was kept are given again, and no others. None is lost.
 * - **A job** is submitted again if the process died after Zoho took it and before the checkpoint with its id was kept: the
 *   first one is charged for and never read. With `prefetch` the same holds for the next page's job.
 * - **Looks and downloads** are repeated; a look has no effect, a download counts towards ten a minute.
 *
 * A result can be read for a day after its job was completed. Later, the step fails with `RESOURCE_NOT_FOUND`, and the
 * export has to begin anew.
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
			return lookAtPage(context, checkpoint, options);
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
	{ version, job: fingerprint, page, rows, pageToken }: SubmitCheckpoint,
	job: Job<Row>,
	{ signal }: AdvanceOptions,
): Promise<Step<Row>> {
	const { id, state } = await submit(context, job, page, pageToken, signal);
	return {
		checkpoint: { version, job: fingerprint, page, rows, step: "wait", jobId: id, looks: 0, state },
		wait: backoffTime(context.poll, 0, context.random),
		done: false,
	};
}

async function lookAtPage<Row>(
	context: ClientContext,
	checkpoint: WaitCheckpoint,
	{ signal }: AdvanceOptions,
): Promise<Step<Row>> {
	const { version, job, page, rows, jobId } = checkpoint;
	const details = await context.api.details(jobId, signal);
	const completed = asCompleted(details);
	if (completed === undefined) {
		const looks = checkpoint.looks + 1;
		const wait = backoffTime(context.poll, looks, context.random);
		return { checkpoint: { ...checkpoint, looks, state: details.state }, wait, done: false };
	}
	const { count, downloadUrl, moreRecords, nextPageToken } = completed.result;
	return {
		checkpoint: {
			...{ version, job, page, rows, step: "read", jobId, count, taken: 0, downloadUrl, moreRecords },
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
		rows: readPage(context, checkpoint, job, options),
		after: (rows) => ({ ...checkpoint, taken: checkpoint.taken + rows }),
	};
}

/** Where an export goes on when a page was read. */
function afterPage(read: ReadCheckpoint): Checkpoint {
	const { version, job, moreRecords, nextPageToken, nextJobId } = read;
	const base = { version, job, page: read.page + 1, rows: read.rows + read.count };
	if (!moreRecords) return { ...base, page: read.page, step: "done" };
	if (nextJobId !== undefined) return { ...base, step: "wait", jobId: nextJobId, looks: 0, state: "ADDED" };
	return { ...base, step: "submit", ...(nextPageToken === undefined ? {} : { pageToken: nextPageToken }) };
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
