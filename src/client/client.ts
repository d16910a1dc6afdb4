import { InvalidOptionError } from "../checks/invalid-option-error.js";
import { checkEachOption } from "../checks/option-kinds.js";
import { showGiven } from "../checks/show-given.js";
import type { AnyJob, Job, RowOf } from "../job/any-job.js";
import { checkJob } from "../job/check-job.js";
import { InvalidJobError } from "../job/invalid-job-error.js";
import { writeRequest } from "../job/request.js";
import type { CellFallback, CellOptions, RowAsRead } from "../result/rows/row-as-read.js";
import type { Rows } from "../result/rows/rows.js";
import { callKinds, exportKinds, stepKinds, waitKinds } from "./call-option-kinds.js";
import { type ClientOptions, readClientOptions } from "./client-options.js";
import type { Checkpoint } from "./export/checkpoint.js";
import type { ExportOptions } from "./export/export-options.js";
import { exportPages, exportRows, exportRowsOfMany } from "./export/export-pages.js";
import type { Page } from "./export/page.js";
import type { AdvanceOptions, Step } from "./export/page-tasks.js";
import { JobAtZoho, type JobHandle, ReadableJobAtZoho, type ReadableJobHandle } from "./job-handle.js";
import { joinSignals } from "./jobs/client-context.js";
import type { CallOptions, WaitOptions } from "./jobs/wait-for-job.js";

/** Talks to the Bulk Read API with one set of credentials. */
export interface Client {
	/**
	 * Creates a job for a single page. The request is repeated only if it cannot have arrived: otherwise it might
	 * create, and charge for, a second job.
	 *
	 * @throws {@link SubmitUncertainError} if it is unknown whether the job was created; {@link ZohoApiError} and its
	 * subclasses if Zoho refuses it; {@link NetworkError} if Zoho could not be reached; {@link AbortedError}.
	 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
	 */
	submit<Any extends AnyJob>(job: Any, options?: CallOptions): Promise<ReadableJobHandle<RowOf<Any>>>;
	/**
	 * Picks up a job that was submitted before, here or elsewhere. Sends nothing yet.
	 *
	 * @param id - the job's id, digits.
	 */
	job(id: string): JobHandle;
	/**
	 * Picks up a job in order to read its rows.
	 *
	 * @param id - the job's id, digits.
	 * @param job - the job as it was submitted.
	 */
	job<Any extends AnyJob>(id: string, job: Any): ReadableJobHandle<RowOf<Any>>;
	/**
	 * Exports everything that a job asks for, page after page: submits a job for each page, waits for it, downloads it
	 * and yields its rows as they arrive. Nothing is sent before the first row is requested; leaving the loop ends the
	 * download.
	 *
	 * Failures of the network or of Zoho are retried as far as that is safe. Others are thrown; to resume from there,
	 * store the checkpoints that `onCheckpoint` receives and give the last one as `from`.
	 *
	 * **Pages and windows.** Every page is a separate job, created at its own time: while records are added, changed
	 * and deleted, records at a page's edge can be lost or come twice. With `windows: true` the export is split by
	 * creation time, which never changes: each window is one page, so that every record that exists throughout comes
	 * exactly once. Windows run side by side (`concurrency`), come in no order, and have no highest page.
	 *
	 * An export of one page costs one job either way. A window with more than a page is split by its own rows, and its
	 * job is then wasted: expect 2 to 3 jobs per page, 4 at worst, and one more per split if the job does not select
	 * `Created_Time`. The module needs that field, and the filter may have 23 conditions, since a window takes 2 of the
	 * 25. The first window also has the records without a `Created_Time`, the last one those that are created
	 * meanwhile. If more records than a page holds were created in one second, as by an import, they are split by their
	 * ids. If the module describes no `id`, the filter has more than 21 conditions, or Zoho refuses ids in criteria,
	 * that second is read in pages, and `page.window.part` says so.
	 *
	 * @example
	 * ```ts
	 * for await (const contact of zoho.rows(job)) console.log(contact.Id);
	 * for await (const contact of zoho.rows(job, { windows: true, concurrency: 5 })) console.log(contact.Id);
	 * for await (const contacts of zoho.rows(job).batches()) await table.insert(contacts);
	 * for await (const contact of zoho.rows(splitJob(job))) console.log(contact.Id);
	 * ```
	 * @param job - a job, or several, as {@link splitJob} returns them: they are exported one after the other. A
	 * checkpoint belongs to one job, so several take neither `from` nor `onCheckpoint`.
	 */
	rows<Any extends AnyJob, Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
		job: Any | readonly Any[],
		options?: ExportOptions & CellOptions<Invalid, Long>,
	): Rows<RowAsRead<RowOf<Any>, Invalid, Long>>;
	/**
	 * The same, page by page, each when it is completed: for raw files, and for calendars. A page counts as processed
	 * when the next one is requested. With `windows: true` each is a whole window.
	 */
	pages<Any extends AnyJob, Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
		job: Any,
		options?: ExportOptions & CellOptions<Invalid, Long>,
	): AsyncIterable<Page<RowAsRead<RowOf<Any>, Invalid, Long>>>;
	/** Submits a job, waits until it is completed and downloads its one page: the ZIP as it is. */
	download(job: AnyJob, options?: WaitOptions): Promise<ReadableStream<Uint8Array>>;
	/**
	 * One step of an export, to run it in steps: on a queue, on many machines. {@link Client.rows} is a loop over it.
	 *
	 * @example
	 * ```ts
	 * let step: Step<Row<typeof job>> = { checkpoint: beginExport(job), wait: 0, done: false };
	 * while (!step.done) {
	 *   await sleep(step.wait);
	 *   step = await zoho.advance(step.checkpoint, job);
	 *   for await (const rows of step.page?.rows().batches() ?? []) await table.upsert(rows);
	 *   await keep(JSON.stringify(step.checkpoint));
	 * }
	 * ```
	 *
	 * The last stored checkpoint decides what is repeated when a process dies:
	 *
	 * - **Rows** that were taken after the checkpoint was stored come again, and no others. None is lost.
	 * - **A job** is submitted again if the process died after Zoho accepted it and before the checkpoint with its id
	 *   was stored: the first one is charged for and never read. With `prefetch` the same applies to the next page's
	 *   job.
	 * - **Looks and downloads** are repeated; a look has no effect, a download counts towards the ten per minute.
	 *
	 * If rows are stored in parts, with `step.page.after(rows)`, and a {@link DamagedResultError} is thrown: discard
	 * the rows since the last checkpoint and resume from it; if that is refused with an {@link InvalidCheckpointError},
	 * discard the page's rows and resume from {@link restartPage} of it. A job that failed stays failed, and a result
	 * is kept for a day: after a {@link JobFailedError} or a {@link ResultExpiredError}, resume from
	 * {@link resubmitPage} of the last checkpoint with the error's `jobId`.
	 *
	 * A checkpoint belongs to one job and one org: it is refused with another job, another API, another refresh token
	 * or client id, or if Zoho names another user. A new access token for the same credentials is fine.
	 *
	 * @param checkpoint - from `beginExport(job)` or `beginExport(job, { windows: true })`, or a stored one: it is
	 * checked.
	 * @throws {@link InvalidCheckpointError}, {@link UnexpectedAnswerError} if what Zoho says about a job does not
	 * match the request, and what the step throws; the given checkpoint stays valid.
	 */
	advance<Any extends AnyJob, Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
		checkpoint: Checkpoint,
		job: Any,
		options?: AdvanceOptions & CellOptions<Invalid, Long>,
	): Promise<Step<RowAsRead<RowOf<Any>, Invalid, Long>>>;
	/** Other documents of the API, with the client's token, retries and errors. */
	readonly api: ZohoApi;
}

/** Access to other documents of Zoho's API. */
export interface ZohoApi {
	/**
	 * Gets a document.
	 *
	 * @param path - from the API's origin, with the version: `"/crm/v8/settings/fields?module=Leads"`.
	 * @returns the parsed JSON; `undefined` if the answer is empty (HTTP 204).
	 * @throws {@link ZohoApiError} and its subclasses if Zoho refuses it; {@link NetworkError}; {@link AbortedError};
	 * {@link InvalidOptionError} if the path is not one.
	 * @example
	 * ```ts
	 * const { users } = (await zoho.api.get("/crm/v8/users?type=CurrentUser")) as { users: { full_name: string }[] };
	 * ```
	 */
	get(path: string, options?: CallOptions): Promise<unknown>;
}

/**
 * Makes a client. Its only state is its token and its count of downloads. Sends nothing yet.
 *
 * @example
 * ```ts
 * const zoho = createClient({ dataCenter: "eu", auth: refreshToken({ clientId, clientSecret, refreshToken: token }) });
 * ```
 * @throws {@link InvalidOptionError}
 */
export function createClient(options: ClientOptions): Client {
	const context = readClientOptions(options);
	// The type of a job's rows is worked out for the caller only: inside, each function deals with one kind of row.
	function submit<Any extends AnyJob>(job: Any, options?: CallOptions): Promise<ReadableJobHandle<RowOf<Any>>>;
	async function submit<Row>(job: Job<Row>, options: CallOptions = {}): Promise<ReadableJobHandle<Row>> {
		checkJob(job);
		checkEachOption(options, callKinds);
		return create(job, options);
	}
	async function create<Row>(job: Job<Row>, { signal, onWait }: CallOptions): Promise<ReadableJobHandle<Row>> {
		const request = writeRequest(job.toJSON(), context.apiVersion);
		const { id, state } = await context.api.create(request, { signal: joinSignals(context, signal), onWait });
		return new ReadableJobAtZoho(context, job, id, state);
	}
	function job(id: string): JobHandle;
	function job<Any extends AnyJob>(id: string, job: Any): ReadableJobHandle<RowOf<Any>>;
	function job<Row>(id: string, job?: Job<Row>): JobHandle {
		checkJobId(id);
		if (job !== undefined) checkJob(job);
		return job === undefined ? new JobAtZoho(context, id) : new ReadableJobAtZoho(context, job, id);
	}
	function rows<Any extends AnyJob, Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
		job: Any | readonly Any[],
		options?: ExportOptions & CellOptions<Invalid, Long>,
	): Rows<RowAsRead<RowOf<Any>, Invalid, Long>>;
	function rows<Row>(job: Job<Row> | readonly Job<Row>[], options: ExportOptions = {}): Rows<Row> {
		for (const each of Array.isArray(job) ? job : [job]) checkJob(each);
		checkEachOption(options, exportKinds);
		// `Array.isArray` tells a list that may be written to, and leaves the compiler in doubt about one that may not.
		return Array.isArray(job) ? exportRowsOfMany(context, job, options) : exportRows(context, job as Job<Row>, options);
	}
	function pages<Any extends AnyJob, Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
		job: Any,
		options?: ExportOptions & CellOptions<Invalid, Long>,
	): AsyncIterable<Page<RowAsRead<RowOf<Any>, Invalid, Long>>>;
	function pages<Row>(job: Job<Row>, options: ExportOptions = {}): AsyncIterable<Page<Row>> {
		checkJob(job);
		checkEachOption(options, exportKinds);
		return exportPages(context, job, options);
	}
	function step<Any extends AnyJob, Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
		from: Checkpoint,
		job: Any,
		options?: AdvanceOptions & CellOptions<Invalid, Long>,
	): Promise<Step<RowAsRead<RowOf<Any>, Invalid, Long>>>;
	async function step<Row>(from: Checkpoint, job: Job<Row>, options: AdvanceOptions = {}): Promise<Step<Row>> {
		checkJob(job);
		checkEachOption(options, stepKinds);
		const signal = joinSignals(context, options.signal);
		const { advanceKept } = await import("./export/advance.js");
		return advanceKept(context, from, job, { ...options, signal });
	}
	return {
		submit,
		job,
		rows,
		pages,
		download: async (job, options = {}) => {
			checkJob(job);
			checkEachOption(options, waitKinds);
			// Loaded before anything is asked of Zoho and charged for.
			await import("./download/unbroken-download.js");
			return (await create(job, options)).download(options);
		},
		advance: step,
		api: {
			get: async (path, options = {}) => {
				checkPath(path);
				checkEachOption(options, callKinds);
				const { signal, onWait } = options;
				return context.api.get(path, joinSignals(context, signal), onWait);
			},
		},
	};
}

function checkPath(path: string): void {
	if (typeof path === "string" && /^\/[^/\\]/.test(path)) return;
	throw new InvalidOptionError("path", `${showGiven(path)} is not a path of the API, such as "/crm/v8/users".`);
}

function checkJobId(id: string): void {
	if (typeof id === "string" && /^\d+$/.test(id)) return;
	const message = `${showGiven(id)} is not a job's id, which is a string of digits.`;
	throw new InvalidJobError([{ code: "RESOURCE_NOT_FOUND", message, path: ["id"], given: id }]);
}
