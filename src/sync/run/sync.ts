import type { Client } from "../../client/client.js";
import { beginExport } from "../../client/export/begin-export.js";
import type { Page } from "../../client/export/page.js";
import type { AdvanceOptions } from "../../client/export/page-tasks.js";
import type { CallOptions } from "../../client/jobs/wait-for-job.js";
import { limits } from "../../facts/limits.js";
import type { Job } from "../../job/any-job.js";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { ResultError } from "../../result/zip/result-error.js";
import type { CopyDatabase, CopyTable } from "../copy/copy-database.js";
import { planCopy } from "./begin-run.js";
import { CopyRun, type FinishedRun } from "./copy-run.js";
import { passDeadEnd, refuseRestarts } from "./dead-end.js";
import { jobsIn } from "./run-checkpoint.js";
import { hasWindows, idsJob, rowsJob } from "./run-jobs.js";
import { readSyncOptions, type SyncOptions } from "./sync-options.js";
import type { RunKind } from "./table-state.js";

/** How often a damaged page is downloaded in all. */
const maxDownloads = 3;

/** The outcome of a run. */
export interface SyncOutcome {
	/** The table. */
	readonly table: string;
	/** Whether everything was exported, or only changes. */
	readonly kind: RunKind;
	/** Why everything was exported; absent in an incremental run. */
	readonly because?: string;
	/** The moment from which changes were requested; absent if everything was exported. */
	readonly since?: string;
	/** The moment from which the next run requests changes; absent if it will export everything. */
	readonly bookmark?: string;
	/** Rows that were read. */
	readonly read: number;
	/** Rows that were added to the table. */
	readonly inserted: number;
	/** Rows of the table that changed. Rows that were read but had not changed are not counted. */
	readonly updated: number;
	/** Rows that were removed from the table. */
	readonly deleted: number;
	/** Cells that did not fit and were left empty. */
	readonly invalidCells: number;
	/** Jobs that were submitted. */
	readonly jobs: number;
	/** API credits that they cost. */
	readonly credits: number;
	/** Columns that were added to the table in this run. */
	readonly addedColumns: readonly string[];
	/** Columns of the table that the job no longer requests: they keep their values. */
	readonly goneColumns: readonly string[];
}

/**
 * Copies a job's rows to a table, and brings the table up to date each time it is called again.
 *
 * The first run exports everything; later ones export what has changed since, and the ids, to find what was deleted.
 * Everything is applied at once, in one transaction. The next call continues a run that was interrupted or killed. If a
 * record changes while a run reads it, the table gets one of its states during the run, and the next run brings the
 * latest.
 *
 * @param zoho - the client.
 * @param job - the contents of the table: every page, without `page` or `ics`.
 * @param database - `duckdb(...)` or `postgres(...)`.
 * @throws {@link CopyLockedError} if another run is working on the table; {@link CopyOwnerError} if it is another
 * org's; {@link CopySchemaError} if the table does not fit the job; {@link CopyCellError}; {@link InvalidJobError}; and
 * what the client throws. What was staged before is kept, and the next call continues from there.
 * @example
 * ```ts
 * const copy = await duckdb("crm.duckdb");
 * const { inserted, updated, deleted } = await sync(zoho, bulkRead(Contacts).select("Last_Name", "Email"), copy);
 * ```
 */
export async function sync(
	zoho: Client,
	job: Job<unknown>,
	database: CopyDatabase,
	options: SyncOptions = {},
): Promise<SyncOutcome> {
	const { table: name = job.module.apiName } = options;
	return withCopy(database, name, options, async (table) => {
		const open = (): Promise<CopyRun> => CopyRun.open(name, table, job, readSyncOptions(options, Date.now()));
		let run = await open();
		const older = jobsOf(run);
		for (;;) {
			try {
				return outcomeOf(name, await finish(zoho, name, run, options));
			} catch (error) {
				await passDeadEnd(run, error, older);
				run = await open();
			}
		}
	});
}

/** The outcome of one step of a sync. */
export interface SyncStep {
	/** Milliseconds to wait before the next step. */
	readonly wait: number;
	/** The outcome of the run, if this was its last step. */
	readonly outcome?: SyncOutcome;
}

/**
 * One step of a sync, to run it in steps: on a queue, on many machines. It submits a job, looks at it, loads a page, or
 * applies the run. The run's progress is stored in the database, in the same transaction as what it staged, so that a
 * queue only needs to carry the table's name.
 *
 * A result that Zoho no longer has is requested again without an error, but only once: steps never submit one job after
 * another by themselves.
 *
 * @throws what {@link sync} throws; and {@link InvalidOptionError} if the job or an option differs from step to step, so
 * that run after run would be started over. After a {@link JobFailedError}, a {@link ResultExpiredError}, or damage that
 * no download can mend, the next step submits another job, which is charged for: let the queue retry a few times only.
 * @example
 * ```ts
 * let step: SyncStep = { wait: 0 };
 * while (step.outcome === undefined) {
 *   await sleep(step.wait);
 *   step = await syncStep(zoho, job, database);
 * }
 * ```
 */
export async function syncStep(
	zoho: Client,
	job: Job<unknown>,
	database: CopyDatabase,
	options: SyncOptions = {},
): Promise<SyncStep> {
	const { table: name = job.module.apiName, signal, concurrency } = options;
	return withCopy(database, name, options, async (table) => {
		const run = await CopyRun.open(name, table, job, readSyncOptions(options, Date.now()));
		refuseRestarts(run);
		const older = jobsOf(run);
		try {
			const { job: exported } = run;
			if (exported !== undefined) {
				const from = run.state.export ?? beginExport(exported, { windows: hasWindows(job.module) });
				const step = await zoho.advance(from, exported, { signal, concurrency });
				if (step.page !== undefined && !(await stagePage(zoho, run, step.page, signal))) return { wait: 0 };
				await run.keepExport(step.checkpoint);
				if (!step.done) return { wait: step.wait };
			}
			const finished = await run.endPhase();
			return { wait: 0, ...(finished === undefined ? {} : { outcome: outcomeOf(name, finished) }) };
		} catch (error) {
			await passDeadEnd(run, error, older);
			return { wait: 0 };
		}
	});
}

/** What a run would request. */
export interface SyncPlan {
	/** The table. */
	readonly table: string;
	/** Whether everything would be exported, or only changes. */
	readonly kind: RunKind;
	/** Why everything would be exported; absent in an incremental run. */
	readonly because?: string;
	/** The moment from which changes would be requested; absent if everything would be exported. */
	readonly since?: string;
	/** The exports that the run would make, as bodies of their requests; more if some ids differ. */
	readonly requests: readonly ReturnType<Job<unknown>["toJSON"]>[];
	/** The minimum API credits: as if each export had one page. */
	readonly credits: number;
}

/**
 * What {@link sync} would request, and what that costs. Sends and changes nothing.
 *
 * @throws what {@link sync} throws before it sends anything.
 */
export async function planSync(
	job: Job<unknown>,
	database: CopyDatabase,
	options: SyncOptions = {},
): Promise<SyncPlan> {
	const { table: name = job.module.apiName } = options;
	const run = readSyncOptions(options, Date.now());
	return withCopy(database, name, options, async (table) => {
		const { plan } = await planCopy(name, table, job, run);
		const { kind, because, since } = plan;
		const jobs = [rowsJob(job, since), ...(kind === "changes" && run.deletions ? [idsJob(job, kind)] : [])];
		return {
			table: name,
			kind,
			...(because === undefined ? {} : { because }),
			...(since === undefined ? {} : { since }),
			requests: jobs.map((each) => each.toJSON()),
			credits: jobs.length * limits.createCredits,
		};
	});
}

async function withCopy<Result>(
	database: CopyDatabase,
	name: string,
	{ wait = false, signal, multiSelectDelimiter = "," }: SyncOptions,
	work: (table: CopyTable) => Promise<Result>,
): Promise<Result> {
	signal?.throwIfAborted();
	const table = await database.open(name, { wait, signal, listDelimiter: multiSelectDelimiter });
	try {
		return await work(table);
	} finally {
		await table.close();
	}
}

async function finish(zoho: Client, name: string, run: CopyRun, options: SyncOptions): Promise<FinishedRun> {
	for (;;) {
		const { job } = run;
		let bytes = 0;
		const onBytes = (more: number): void => {
			bytes += more;
		};
		if (job !== undefined && !(await exportPhase(zoho, name, run, job, { ...options, onBytes }))) continue;
		options.onProgress?.({ table: name, phase: run.state.phase, rows: run.state.read, bytes });
		const finished = await run.endPhase();
		if (finished !== undefined) return finished;
	}
}

/** @returns whether the export has ended without leading to another. */
async function exportPhase(
	zoho: Client,
	name: string,
	run: CopyRun,
	job: Job<unknown>,
	{ signal, concurrency, onProgress, onBytes }: SyncOptions & Pick<AdvanceOptions, "onBytes">,
): Promise<boolean> {
	const pages = zoho.pages(job, {
		windows: hasWindows(job.module),
		concurrency,
		from: run.state.export,
		signal,
		onBytes,
		onCheckpoint: (checkpoint) => run.keepExport(checkpoint),
		onProgress: ({ jobId, state, page, bytes, waiting }) => {
			const { phase, read } = run.state;
			const job = { ...(jobId !== undefined && { jobId }), ...(state !== undefined && { state }) };
			onProgress?.({ table: name, phase, ...job, page, rows: read, bytes, ...(waiting && { waiting }) });
		},
	});
	for await (const page of pages) {
		if (!(await stagePage(zoho, run, page, signal))) return false;
	}
	return true;
}

async function stagePage(
	zoho: Client,
	run: CopyRun,
	page: Page<unknown>,
	signal: CallOptions["signal"],
): Promise<boolean> {
	const { jobId, count } = page;
	// A page shows changes made before its job was created; later ones are for the next run.
	const { createdTime = "" } = await zoho.job(jobId).details({ signal });
	for (let downloads = 1; ; downloads++) {
		try {
			return await run.stage({ jobId, count, createdTime, download: () => page.download() });
		} catch (error) {
			// Nothing of it was kept, and another download may be intact.
			const mayMend = error instanceof DamagedResultError && !error.archiveIsWhole;
			if (!mayMend || downloads === maxDownloads) throw error instanceof ResultError ? error.ofJob(jobId) : error;
		}
	}
}

/** The jobs of a run that are known before a call does anything. */
function jobsOf({ state }: CopyRun): ReadonlySet<string> {
	return new Set(state.export === undefined ? [] : jobsIn(state.export));
}

function outcomeOf(table: string, { run, changes, bookmark, added, gone }: FinishedRun): SyncOutcome {
	const { kind, because, since, read, invalidCells, jobs } = run;
	return {
		table,
		kind,
		...(because === undefined ? {} : { because }),
		...(since === undefined ? {} : { since }),
		...(bookmark === undefined ? {} : { bookmark }),
		read,
		...changes,
		invalidCells,
		jobs,
		credits: jobs * limits.createCredits,
		addedColumns: added,
		goneColumns: gone,
	};
}
