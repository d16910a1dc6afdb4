import type { Job } from "../../job/any-job.js";
import { type CopyColumn, columnsOf } from "../copy/copy-column.js";
import { CopySchemaError } from "../copy/copy-schema-error.js";
import { tellsChanges } from "./run-jobs.js";
import type { KeptColumn, RunKind, TableState } from "./table-state.js";

/** What decides what a run requests. */
export interface PlanOptions {
	readonly full: boolean;
	readonly fullEvery: { readonly days: number } | undefined;
	readonly rebuild: boolean;
	readonly now: number;
}

/** What a run requests, and its target. */
export interface RunPlan {
	readonly kind: RunKind;
	readonly because: string | undefined;
	readonly since: string | undefined;
	readonly anew: boolean;
	/** Those of the job. */
	readonly columns: readonly CopyColumn[];
}

/**
 * Decides what a run requests.
 *
 * @param state - what is kept of the copy; `undefined` if there is none.
 * @throws {@link CopySchemaError} if a column's type has changed.
 */
export function planRun(
	table: string,
	job: Job<unknown>,
	state: TableState | undefined,
	options: PlanOptions,
): RunPlan {
	const columns = columnsOf(job);
	if (state === undefined)
		return { kind: "whole", because: "there is no copy yet", since: undefined, anew: true, columns };
	if (!options.rebuild) refuseChangedTypes(table, columns, state.columns);
	const because = whyWhole(job, columns, state, options);
	const whole = because !== undefined;
	return {
		kind: whole ? "whole" : "changes",
		because,
		since: whole ? undefined : state.bookmark,
		anew: options.rebuild,
		columns,
	};
}

function whyWhole(
	job: Job<unknown>,
	columns: readonly CopyColumn[],
	{ columns: kept, bookmark, filter, wholeAt }: TableState,
	{ full, fullEvery, rebuild, now }: PlanOptions,
): string | undefined {
	if (rebuild) return "the table is rebuilt";
	if (full) return "a full run was requested";
	if (!tellsChanges(job.module)) return `${job.module.apiName} has no Modified_Time that can be filtered`;
	if (filter !== filterOf(job)) return "the job's filter has changed";
	const known = new Set(kept.filter(({ gone }) => !gone).map(({ name }) => name));
	const fresh = columns.filter(({ name }) => !known.has(name)).map(({ name }) => name);
	if (fresh.length > 0) return `columns are new: ${fresh.join(", ")}`;
	if (bookmark === undefined) return "Zoho did not say when the last run's jobs were created";
	if (fullEvery !== undefined && (wholeAt === undefined || now - wholeAt >= fullEvery.days * msPerDay)) {
		return `${fullEvery.days} days have passed since the last full run`;
	}
	return undefined;
}

const msPerDay = 86_400_000;

function refuseChangedTypes(table: string, columns: readonly CopyColumn[], kept: readonly KeptColumn[]): void {
	const before = new Map(kept.map(({ name, type }) => [name, type]));
	for (const { name, type } of columns) {
		const was = before.get(name);
		if (was === undefined || was === type) continue;
		throw new CopySchemaError(
			table,
			`the column ${JSON.stringify(name)} holds ${was} and would hold ${type} now. Sync once with rebuild: true, which rebuilds the table.`,
		);
	}
}

/** The part of a job that decides which records a copy has. */
export function filterOf(job: Job<unknown>): string {
	const { module, cvid, criteria } = job.toJSON().query;
	return JSON.stringify({ module, cvid, criteria });
}

/** The columns of a table after a run: the job's, then those that it no longer requests. */
export function mergeColumns(columns: readonly CopyColumn[], kept: readonly KeptColumn[]): readonly KeptColumn[] {
	const asked = new Map(columns.map((column) => [column.name, column]));
	const before = new Set(kept.map(({ name }) => name));
	return [
		...kept.map(({ name, type }) => (asked.has(name) ? { name, type } : { name, type, gone: true })),
		...columns.filter(({ name }) => !before.has(name)),
	];
}
