import type { Job } from "../../job/any-job.js";
import type { CopyTable } from "../copy/copy-database.js";
import { CopySchemaError } from "../copy/copy-schema-error.js";
import { filterOf, type PlanOptions, planRun, type RunPlan } from "./plan-run.js";
import { refuseUnfitJob } from "./run-jobs.js";
import { type RunState, readTableState, type TableState } from "./table-state.js";

/** The options of a run, with all defaults filled in. */
export interface RunOptions extends PlanOptions {
	readonly deletions: boolean;
	/** How many milliseconds the bookmark is before its moment. */
	readonly overlap: number;
	readonly listDelimiter: string;
	readonly invalidCells: "error" | "null";
	/** Whether to take over another user's copy. */
	readonly takeOver: boolean;
}

/** The stored state of a copy, and what a run would request. */
export async function planCopy(
	name: string,
	table: CopyTable,
	job: Job<unknown>,
	options: PlanOptions,
): Promise<{ readonly state: TableState | undefined; readonly plan: RunPlan }> {
	refuseUnfitJob(job);
	const { exists, state: kept } = await table.read();
	const state = readTableState(kept);
	const isCopy = state !== undefined && state.columns.length > 0;
	if (exists && !isCopy) {
		throw new CopySchemaError(
			name,
			"the table exists, but was not made by a sync. Give the copy another name, or drop the table.",
		);
	}
	// Whoever drops the table wants a new one.
	const plan = planRun(name, job, exists ? state : undefined, options);
	return { state: exists || !isCopy ? state : undefined, plan };
}

/** A run to work on, and the state of its copy. */
export interface ChosenRun {
	readonly state: TableState;
	readonly run: RunState;
	/** Whether it was started earlier, possibly by another process; or is new, and whether it replaces another one. */
	readonly origin: "resumed" | "replacing" | "new";
}

/** The run under way, or a new one. */
export async function chooseRun(
	name: string,
	table: CopyTable,
	job: Job<unknown>,
	options: RunOptions,
): Promise<ChosenRun> {
	const { state, plan } = await planCopy(name, table, job, options);
	const kept: TableState = state ?? { version: 1, filter: filterOf(job), columns: [] };
	const { run: under } = kept;
	if (under !== undefined && continues(under, job, plan, options)) {
		return { state: kept, run: under, origin: "resumed" };
	}
	const run = beginRun(job, plan, options);
	return { state: giveUp(kept), run, origin: under === undefined ? "new" : "replacing" };
}

/** A new run. */
export function beginRun(
	job: Job<unknown>,
	{ kind, because, since, anew, columns }: RunPlan,
	{ deletions, now, listDelimiter }: Pick<RunOptions, "deletions" | "now" | "listDelimiter">,
): RunState {
	return {
		...{
			request: requestOf(job, listDelimiter),
			kind,
			because,
			since,
			anew,
			columns,
			deletions,
			phase: "rows",
			begun: now,
		},
		...{ staged: [], submitted: [], aliveJobs: 0, confirmed: false, jobs: 0, pages: 0, read: 0, invalidCells: 0 },
	};
}

/** What is kept of a copy whose run is given up. */
export function giveUp({ run, givenUp = 0, ...state }: TableState): TableState {
	const paid = givenUp + (run !== undefined && run.jobs > 0 ? 1 : 0);
	return { ...state, ...(paid > 0 && { givenUp: paid }) };
}

/** Whether a run under way does what a new one would: a whole one does more than one of changes. */
function continues(run: RunState, job: Job<unknown>, plan: RunPlan, options: RunOptions): boolean {
	return (
		run.request === requestOf(job, options.listDelimiter) &&
		run.deletions === options.deletions &&
		run.anew === plan.anew &&
		(run.kind === "whole" || run.since === plan.since)
	);
}

/** Distinguishes one job's runs from another's. */
function requestOf(job: Job<unknown>, listDelimiter: string): string {
	return JSON.stringify([job.toJSON().query, listDelimiter]);
}
