import type { Job } from "../../job/any-job.js";
import { backoffTime } from "../../time/wait-times.js";
import type { ClientContext } from "../jobs/client-context.js";
import type {
	Checkpoint,
	CheckpointBase,
	CheckpointOwner,
	DoneCheckpoint,
	ReadCheckpoint,
	SubmitCheckpoint,
	WaitCheckpoint,
	WaitTask,
} from "./checkpoint.js";
import { ownerOf } from "./checkpoint-owner.js";
import { seal } from "./checkpoint-seal.js";
import { pageAt } from "./page.js";
import { type AdvanceOptions, lookAt, type Step, submitTask } from "./page-tasks.js";
import { readCheckpoint } from "./read-checkpoint.js";

/**
 * One step of an export: submits the page's job, or looks at it, or hands out the page to be read. All state is in the
 * checkpoint. {@link Client.advance} says what can happen twice.
 */
export async function advance<Row>(
	context: ClientContext,
	checkpoint: Checkpoint,
	job: Job<Row>,
	options: AdvanceOptions = {},
): Promise<Step<Row>> {
	if (checkpoint.step === "done") return { checkpoint, wait: 0, done: true };
	const owner = await ownerOf(context, checkpoint, options);
	const own = { ...checkpoint, owner };
	switch (own.step) {
		case "submit":
			return submitPage(context, own, job, options);
		case "wait":
			return lookAtPage(context, own, job, options);
		case "read":
			return own.moreRecords && own.nextJob === undefined && options.prefetch
				? submitAhead(context, own, job, options)
				: openPage(context, own, job, options);
		case "windows": {
			// Few exports are cut so: the others do not load how.
			const { advanceWindows } = await import("./advance-windows.js");
			return advanceWindows(context, own, job, options);
		}
	}
}

/** One step from a checkpoint that was kept: it is checked. */
export async function advanceKept<Row>(
	context: ClientContext,
	kept: unknown,
	job: Job<Row>,
	options: AdvanceOptions,
): Promise<Step<Row>> {
	return advance(context, readCheckpoint(kept, job), job, options);
}

/** A checkpoint whose owner was checked. */
type Owned<Kind extends CheckpointBase> = Kind & { readonly owner: CheckpointOwner };

async function submitPage<Row>(
	context: ClientContext,
	checkpoint: Owned<SubmitCheckpoint>,
	job: Job<Row>,
	options: AdvanceOptions,
): Promise<Step<Row>> {
	const { page, pageToken } = checkpoint;
	const { owner, task } = await submitTask(context, checkpoint.owner, job.atPage(page), pageToken, options);
	return {
		checkpoint: seal<WaitCheckpoint>({ ...baseOf(checkpoint), owner, ...task }),
		wait: backoffTime(context.poll, 0, context.random),
		done: false,
		job: { id: task.jobId, state: task.state },
	};
}

async function lookAtPage<Row>(
	context: ClientContext,
	checkpoint: Owned<WaitCheckpoint>,
	job: Job<Row>,
	options: AdvanceOptions,
): Promise<Step<Row>> {
	const asked = job.atPage(checkpoint.page);
	const { owner, task, wait, state } = await lookAt(context, checkpoint.owner, waitOf(checkpoint), asked, options);
	return {
		checkpoint: seal<WaitCheckpoint | ReadCheckpoint>({ ...baseOf(checkpoint), owner, ...task }),
		wait,
		done: false,
		job: { id: task.jobId, state },
	};
}

async function submitAhead<Row>(
	context: ClientContext,
	checkpoint: Owned<ReadCheckpoint>,
	job: Job<Row>,
	options: AdvanceOptions,
): Promise<Step<Row>> {
	const next = job.atPage(checkpoint.page + 1);
	const { owner, task } = await submitTask(context, checkpoint.owner, next, checkpoint.nextPageToken, options);
	const nextJob = { id: task.jobId, time: task.time };
	return { checkpoint: seal<ReadCheckpoint>({ ...checkpoint, owner, nextJob }), wait: 0, done: false };
}

function openPage<Row>(
	context: ClientContext,
	checkpoint: Owned<ReadCheckpoint>,
	job: Job<Row>,
	options: AdvanceOptions,
): Step<Row> {
	const next = afterPage(checkpoint);
	const keep = (change: object): Checkpoint => seal<ReadCheckpoint>({ ...checkpoint, ...change });
	const isLast = next.step === "done";
	return {
		checkpoint: next,
		wait: 0,
		done: isLast,
		page: pageAt(context, { task: checkpoint, number: checkpoint.page, isLast, keep }, job, options),
	};
}

/** Where an export continues after a page was read. */
function afterPage(read: Owned<ReadCheckpoint>): Checkpoint {
	const { moreRecords, nextPageToken, nextJob, count } = read;
	const base = { ...baseOf(read), rows: read.rows + count };
	if (!moreRecords) return seal<DoneCheckpoint>({ ...base, step: "done" });
	const next = { ...base, page: read.page + 1, ...(nextPageToken === undefined ? {} : { pageToken: nextPageToken }) };
	if (nextJob === undefined) return seal<SubmitCheckpoint>({ ...next, step: "submit" });
	const { id, time } = nextJob;
	return seal<WaitCheckpoint>({ ...next, step: "wait", jobId: id, time, looks: 0, state: "ADDED" });
}

/** What every checkpoint says. */
function baseOf({
	version,
	job,
	owner,
	page,
	rows,
}: Omit<Owned<CheckpointBase>, "seal">): Omit<Owned<CheckpointBase>, "seal"> {
	return { version, job, owner, page, rows };
}

function waitOf({ step, jobId, time, looks, state, pageToken }: WaitCheckpoint): WaitTask {
	return { step, jobId, time, looks, state, ...(pageToken === undefined ? {} : { pageToken }) };
}
