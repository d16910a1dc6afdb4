import type { Client } from "../../client/client.js";
import { InvalidCheckpointError } from "../../client/errors/invalid-checkpoint-error.js";
import { JobFailedError } from "../../client/errors/job-failed-error.js";
import { ResultExpiredError } from "../../client/errors/result-expired-error.js";
import { beginExport, resubmitPage } from "../../client/export/begin-export.js";
import type { Page } from "../../client/export/page.js";
import type { CallOptions } from "../../client/jobs/wait-for-job.js";
import { limits } from "../../facts/limits.js";
import type { Job } from "../../job/any-job.js";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import type { CopyDatabase, CopyTable } from "../copy/copy-database.js";
import { planCopy } from "./begin-run.js";
import { CopyRun, type FinishedRun } from "./copy-run.js";
import { hasWindows, idsJob, rowsJob } from "./run-jobs.js";
import { readSyncOptions, type SyncOptions } from "./sync-options.js";
import type { RunKind } from "./table-state.js";

/** How often a page is downloaded in all, where what came was damaged. */
const maxDownloads = 3;

/** What a run came to. */
export interface SyncOutcome {
	/** The table. */
	readonly table: string;
	/** Whether everything was asked for, or what has changed. */
	readonly kind: RunKind;
	/** Why everything was asked for; absent in a run of changes. */
	readonly because?: string;
	/** The moment from which changes were asked for; absent where everything was. */
	readonly since?: string;
	/** The moment from which the next run asks; absent where it will ask for everything. */
	readonly bookmark?: string;
	/** Rows that were read. */
	readonly read: number;
	/** Rows that came into the table. */
	readonly inserted: number;
	/** Rows of the table that changed. One that was read and had not changed is not counted. */
	readonly updated: number;
	/** Rows that left the table. */
	readonly deleted: number;
	/** Cells that did not fit and were left empty. */
	readonly invalidCells: number;
	/** Jobs that were submitted. */
	readonly jobs: number;
	/** API credits that they cost. */
	readonly credits: number;
	/** Columns that the table has since this run. */
	readonly addedColumns: readonly string[];
	/** Columns of the table that the job asks for no longer: what they hold stays as it was. */
	readonly goneColumns: readonly string[];
}

/**
 * Makes a table of a job's rows, and brings it up to the org each time it is called again.
 *
 * The first run exports everything; the next ones export what has changed since, and the ids, to find what is gone. All of it
 * becomes visible at once, in one transaction. A run that was interrupted, or killed, is gone on with by the next call. Of a record
 * that changes while a run reads, the table has a state from the run's time, and the next run has the later one.
 *
 * @param zoho - the client.
 * @param job - what the table is to hold: every page of it, with no `page` and no `ics`.
 * @param database - `duckdb(...)` or `postgres(...)`.
 * @throws {@link CopyLockedError} if another run is at work on the table; {@link CopyOwnerError} where it is another org's; {@link CopySchemaError} where table and job do not fit
 * together; {@link CopyCellError}; {@link InvalidJobError}; and what the client throws. What was staged before is kept, and the
 * next call goes on from there.
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
		const run = await open();
		try {
			return outcomeOf(name, await finish(zoho, name, run, options));
		} catch (error) {
			if (!(await passDeadEnd(run, error))) throw error;
			return outcomeOf(name, await finish(zoho, name, await open(), options));
		}
	});
}

/** What one step of a sync came to. */
export interface SyncStep {
	/** Milliseconds to wait before the next step. */
	readonly wait: number;
	/** What the run came to, when this was its last step. */
	readonly outcome?: SyncOutcome;
}

/**
 * One step of a sync, for those who run it in steps: on a queue, on many machines. It submits a job, or looks at it, or loads a page,
 * or makes the run visible. How far the run has got is kept in the database, in the same transaction as what it staged, so that
 * a queue need not carry anything but which table is meant.
 *
 * @throws what {@link sync} throws.
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
			if (!(await passDeadEnd(run, error))) throw error;
			return { wait: 0 };
		}
	});
}

/** What a run would ask for. */
export interface SyncPlan {
	/** The table. */
	readonly table: string;
	/** Whether everything would be asked for, or what has changed. */
	readonly kind: RunKind;
	/** Why everything would be asked for; absent in a run of changes. */
	readonly because?: string;
	/** The moment from which changes would be asked for; absent where everything would. */
	readonly since?: string;
	/** The exports that the run would make, as bodies of their requests; more where some ids differ. */
	readonly requests: readonly ReturnType<Job<unknown>["toJSON"]>[];
	/** API credits that they cost at least: as if each had one page. */
	readonly credits: number;
}

/**
 * What {@link sync} would ask for, and what that costs. Nothing is asked for, and nothing is changed.
 *
 * @throws what {@link sync} throws before it asks for anything.
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
		if (job !== undefined && !(await exportPhase(zoho, name, run, job, options))) continue;
		options.onProgress?.({ table: name, phase: run.state.phase, rows: run.state.read, bytes: 0 });
		const finished = await run.endPhase();
		if (finished !== undefined) return finished;
	}
}

/** @returns whether the export has ended, and not led to another. */
async function exportPhase(
	zoho: Client,
	name: string,
	run: CopyRun,
	job: Job<unknown>,
	{ signal, concurrency, onProgress }: SyncOptions,
): Promise<boolean> {
	const pages = zoho.pages(job, {
		windows: hasWindows(job.module),
		concurrency,
		from: run.state.export,
		signal,
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
	// The changes that a page shows were made before its job was created; those after are for the next run.
	const { createdTime = "" } = await zoho.job(jobId).details({ signal });
	for (let downloads = 1; ; downloads++) {
		try {
			return await run.stage({ jobId, count, createdTime, download: () => page.download() });
		} catch (error) {
			// Nothing of it was kept, and another download may be whole.
			const mayMend = error instanceof DamagedResultError && !error.archiveIsWhole;
			if (!mayMend || downloads === maxDownloads) throw error;
		}
	}
}

/**
 * Keeps, where going on from what was kept would only fail again, where to go on from instead.
 *
 * @returns whether to go on from there now: what was begun long ago may have no result any more, while what was begun now
 * would fail again.
 */
async function passDeadEnd(run: CopyRun, error: unknown): Promise<boolean> {
	const { export: kept } = run.state;
	if (error instanceof InvalidCheckpointError || kept === undefined) {
		if (!(error instanceof InvalidCheckpointError)) return false;
		await run.abandon();
		return run.isResumed;
	}
	const isMade = error instanceof DamagedResultError && error.archiveIsWhole;
	if (!isMade && !(error instanceof JobFailedError) && !(error instanceof ResultExpiredError)) return false;
	await run.keepExport(resubmitPage(kept, error.jobId));
	return run.isResumed;
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
