import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { Job } from "../../job/any-job.js";
import { probeJob } from "../../job/narrow-job.js";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { backoffTime } from "../../time/wait-times.js";
import { ZohoApiError } from "../errors/zoho-api-error.js";
import type { ClientContext } from "../jobs/client-context.js";
import type {
	Checkpoint,
	CheckpointOwner,
	CreatedWindow,
	DoneCheckpoint,
	WindowsCheckpoint,
	WindowTask,
} from "./checkpoint.js";
import { seal } from "./checkpoint-seal.js";
import { countOutside, cutByIds, cutWindow } from "./cut-window.js";
import { pageAt } from "./page.js";
import { type AdvanceOptions, lookAt, type Step, submitTask } from "./page-tasks.js";
import { createdField, isCutByIds, windowCriteria, windowJob } from "./window.js";
import { readSample } from "./window-sample.js";

/** How many windows are worked on at once by default. */
const defaultConcurrency = 3;

interface OwnedWindows extends WindowsCheckpoint {
	readonly owner: CheckpointOwner;
}

/**
 * One step of an export by windows. Whatever Zoho can work on by itself comes first: jobs are submitted, then windows
 * are handed out to be read, then split, and only then is the next job looked at.
 */
export async function advanceWindows<Row>(
	context: ClientContext,
	checkpoint: OwnedWindows,
	job: Job<Row>,
	options: AdvanceOptions,
): Promise<Step<Row>> {
	const { open } = checkpoint;
	const { concurrency = defaultConcurrency } = options;
	if (!(concurrency >= 1)) throw new InvalidOptionError("concurrency", `${concurrency} is not a number from 1.`);
	const { task, at } = nextTask(open, options);
	switch (task.step) {
		case "submit":
			return submitWindow(context, checkpoint, { task, at }, job, options);
		case "wait":
			return lookAtWindow(context, checkpoint, { task, at }, job, options);
		case "split":
			return cut(context, checkpoint, { task, at }, job, options);
		case "read":
			return openWindow(context, checkpoint, { task, at }, job, options);
	}
}

/** A task, and its place in the list. */
interface Turn<Task extends WindowTask> {
	readonly task: Task;
	readonly at: number;
}

type TaskOf<Kind extends WindowTask["step"]> = Extract<WindowTask, { readonly step: Kind }>;

function nextTask(open: readonly WindowTask[], options: AdvanceOptions): Turn<WindowTask> {
	const turns = open.map((task, at) => ({ task, at }));
	const first = (step: WindowTask["step"]): Turn<WindowTask> | undefined =>
		turns.find(({ task }) => task.step === step);
	const begun = turns.find(({ task }) => task.step === "read" && task.taken > 0);
	const found = begun ?? (mayBegin(open, options) ? first("submit") : undefined) ?? first("read") ?? first("split");
	const waiting = open.flatMap((task, at) => (task.step === "wait" ? [{ task, at }] : []));
	return found ?? waiting.reduce((left, right) => (right.task.due < left.task.due ? right : left));
}

/** Whether another window may be started: not too many are under way. */
function mayBegin(open: readonly WindowTask[], { concurrency = defaultConcurrency }: AdvanceOptions): boolean {
	return open.filter(({ step }) => step !== "submit").length < concurrency;
}

/** Where to resume with these windows, and how long to wait until then. */
function goOn<Row>(
	{ clock }: ClientContext,
	checkpoint: OwnedWindows,
	open: readonly WindowTask[],
	options: AdvanceOptions,
): Step<Row> {
	const next = nextTask(open, options).task;
	return {
		checkpoint: seal<WindowsCheckpoint>({ ...checkpoint, open }),
		wait: next.step === "wait" ? Math.max(0, next.due - clock.now()) : 0,
		done: false,
	};
}

async function submitWindow<Row>(
	context: ClientContext,
	checkpoint: OwnedWindows,
	{ task, at }: Turn<TaskOf<"submit">>,
	job: Job<Row>,
	options: AdvanceOptions,
): Promise<Step<Row>> {
	const { clock, poll, random } = context;
	const { open } = checkpoint;
	try {
		const asked = jobOf(task, job);
		const { owner, task: wait } = await submitTask(context, checkpoint.owner, asked, task.pageToken, options);
		const due = clock.now() + backoffTime(poll, 0, random);
		const waiting: WindowTask = { ...named(task), ...wait, due };
		const step = goOn<Row>(context, { ...checkpoint, owner }, open.with(at, waiting), options);
		return { ...step, job: { id: wait.jobId, state: wait.state } };
	} catch (error) {
		const paged = refusesIds(error, task) ? inPages(open, task.window) : undefined;
		if (paged === undefined) throw error;
		return goOn(context, checkpoint, paged, options);
	}
}

/** Whether Zoho refuses to filter by a range of ids: no source says whether it does. */
function refusesIds(error: unknown, { window }: WindowTask): boolean {
	const isRefusal = error instanceof ZohoApiError && error.status === 400 && error.code?.includes("CRITERIA");
	return isRefusal === true && (window.idFrom !== undefined || window.idBefore !== undefined);
}

/**
 * The tasks with one window in pages instead of those that were split from it by ids; nothing if one of them was
 * started.
 */
function inPages(open: readonly WindowTask[], cut: CreatedWindow): WindowTask[] | undefined {
	const { idFrom: _, idBefore: __, ...window } = cut;
	const isOfIt = (task: WindowTask): boolean =>
		task.window.from === window.from && task.window.before === window.before && task.window.empty === window.empty;
	if (open.some((task) => isOfIt(task) && task.step !== "submit")) return undefined;
	return [{ window, step: "submit", part: 1 }, ...open.filter((task) => !isOfIt(task))];
}

async function lookAtWindow<Row>(
	context: ClientContext,
	checkpoint: OwnedWindows,
	{ task, at }: Turn<TaskOf<"wait">>,
	job: Job<Row>,
	options: AdvanceOptions,
): Promise<Step<Row>> {
	const { due: _, window: __, part, probe, ...waiting } = task;
	const looked = await lookAt(context, checkpoint.owner, waiting, jobOf(task, job), options);
	const { owner, task: found, wait, state } = looked;
	const tasks: WindowTask[] =
		found.step === "wait" ? [{ ...named(task), ...found, due: context.clock.now() + wait }] : ready(task, found);
	const open = checkpoint.open.toSpliced(at, 1, ...tasks);
	return { ...goOn<Row>(context, { ...checkpoint, owner }, open, options), job: { id: task.jobId, state } };

	function ready({ window }: WindowTask, read: Extract<typeof found, { step: "read" }>): WindowTask[] {
		const { jobId, time, count, downloadUrl, moreRecords, nextPageToken } = read;
		if (probe) return [{ window, probe, step: "split", jobId, time, count, downloadUrl, moreRecords }];
		if (part === undefined) {
			if (!moreRecords) return [{ window, ...read }];
			return hasMoments(job) || isCutByIds(job, window)
				? [{ window, step: "split", jobId, time, count, downloadUrl, moreRecords }]
				: [{ window, step: "submit", probe: true }];
		}
		const next: WindowTask = {
			...{ window, part: part + 1, step: "submit" },
			...(nextPageToken === undefined ? {} : { pageToken: nextPageToken }),
		};
		return moreRecords ? [{ window, part, ...read }, next] : [{ window, part, ...read }];
	}
}

/**
 * Splits a window by the moments in the file of its job, or by the ids. If neither is possible, it is read in pages.
 */
async function cut<Row>(
	context: ClientContext,
	checkpoint: OwnedWindows,
	{ task, at }: Turn<TaskOf<"split">>,
	job: Job<Row>,
	options: AdvanceOptions,
): Promise<Step<Row>> {
	const { window, probe } = task;
	const by = isCutByIds(job, window) ? "ids" : "created";
	const { created, ids } = await readSample(context, task, jobOf(task, job), by, options);
	refuseIgnored(task, created, ids);
	const now = Math.floor(context.clock.now() / 1000);
	const parts = by === "ids" ? cutByIds(window, ids) : cutWindow(window, { created, now });
	const tellsNothing = by === "created" && !probe && created.every(Number.isNaN);
	const tasks: WindowTask[] = tellsNothing
		? [{ window, step: "submit", probe: true }]
		: parts.length === 0
			? [{ window, step: "submit", part: 1 }]
			: parts.map((narrower) => ({ window: narrower, step: "submit" }));
	return goOn(context, checkpoint, checkpoint.open.toSpliced(at, 1, ...tasks), options);
}

/** A filter that is not applied would have windows split down to single records, and each job charged for. */
function refuseIgnored({ window, jobId }: TaskOf<"split">, created: readonly number[], ids: readonly string[]): void {
	const outside = countOutside(window, created, ids);
	if (outside * 2 <= created.length + ids.length) return;
	const what = ids.length > 0 ? "have other ids" : "were created at another time";
	const reason = `${outside} of its records ${what} than the filter asks for, so the filter was not applied`;
	const remedy = "Another job would be the same. Leave out windows, which need the filter; a sync always needs it.";
	throw new DamagedResultError(reason, { archiveIsWhole: true, jobId, remedy });
}

function openWindow<Row>(
	context: ClientContext,
	checkpoint: OwnedWindows,
	{ task, at }: Turn<TaskOf<"read">>,
	job: Job<Row>,
	options: AdvanceOptions,
): Step<Row> {
	const { version, job: query, owner, open } = checkpoint;
	const base = { version, job: query, owner, page: checkpoint.page, rows: checkpoint.rows + task.count };
	const rest = open.toSpliced(at, 1);
	const next: Checkpoint =
		rest.length === 0
			? seal<DoneCheckpoint>({ ...base, step: "done" })
			: seal<WindowsCheckpoint>({ ...base, page: base.page + 1, step: "windows", open: rest });
	const keep = (change: object): Checkpoint =>
		seal<WindowsCheckpoint>({ ...checkpoint, open: open.with(at, { ...task, ...change }) });
	const { window, part } = task;
	return {
		checkpoint: next,
		wait: 0,
		done: next.step === "done",
		page: pageAt(
			context,
			{ task, number: checkpoint.page, isLast: rest.length === 0, keep, window: { ...window, ...(part && { part }) } },
			job,
			options,
		),
	};
}

/** The query of a window's job. */
function jobOf({ window, part, probe }: WindowTask, job: Job<unknown>): Job<unknown> {
	if (probe) return probeJob(job, [createdField], windowCriteria(job.module, window)).atPage(1);
	return windowJob(job, window).atPage(part ?? 1);
}

function hasMoments({ selection }: Job<unknown>): boolean {
	return selection === undefined || selection.includes(createdField);
}

/** Which window a task is about. */
function named({ window, part, probe }: WindowTask): Pick<WindowTask, "window" | "part" | "probe"> {
	return { window, ...(part && { part }), ...(probe && { probe }) };
}
