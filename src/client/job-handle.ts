import { checkEachOption } from "../checks/option-kinds.js";
import type { Job } from "../job/any-job.js";
import type { JobDetails } from "../job/job-details.js";
import type { JobState } from "../job/job-state.js";
import type { CellFallback, CellOptions, RowAsRead } from "../result/rows/row-as-read.js";
import { linesOf, type Rows, rowsOfBatches } from "../result/rows/rows.js";
import { endOnReturn } from "../time/end-on-return.js";
import { callKinds, type RowsOptions, rowsKinds, waitKinds } from "./call-option-kinds.js";
import { secretsOfJob } from "./errors/secrets.js";
import { type AnswerChecks, holdAnswer } from "./export/hold-answer.js";
import type { ReadOptions } from "./export/read-result.js";
import { refuseCalendar } from "./export/refuse-calendar.js";
import { type ClientContext, joinSignals } from "./jobs/client-context.js";
import { ProgressTeller } from "./jobs/progress-teller.js";
import type { CallOptions, CompletedJob, WaitOptions } from "./jobs/wait-for-job.js";

/** A job at Zoho, by its id. */
export interface JobHandle {
	/** The job's id, digits. With it the job can be picked up, also in another process. */
	readonly id: string;
	/** The state when last looked at; `undefined` before the first look at a job that was picked up. */
	readonly state: JobState | undefined;
	/**
	 * Looks at the job once.
	 *
	 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/job-details.html
	 */
	details(options?: CallOptions): Promise<JobDetails>;
	/**
	 * Waits until the job is completed, looking at it after 1 second at first and every 30 seconds in the end.
	 *
	 * @throws {@link JobFailedError}, {@link JobTimeoutError}, {@link AbortedError}; each carries the job's id.
	 */
	completed(options?: WaitOptions): Promise<CompletedJob>;
	/**
	 * Waits until the job is completed and downloads its result: the ZIP, unchanged. The download starts when the
	 * stream is first read, and restarts by itself if the connection breaks.
	 *
	 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/download-result.html
	 */
	download(options?: WaitOptions): Promise<ReadableStream<Uint8Array>>;
}

/** A job at Zoho whose columns are known. */
export interface ReadableJobHandle<out Row> extends JobHandle {
	/**
	 * The rows of this job's page, typed. Nothing is sent before they are requested: then it waits until the job is
	 * completed and downloads its result, row by row as it arrives.
	 *
	 * @throws {@link InvalidJobError} for a calendar. While they are read: {@link JobFailedError}, {@link JobTimeoutError},
	 * {@link DamagedResultError}, {@link AbortedError}.
	 */
	rows<Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
		options?: RowsOptions & CellOptions<Invalid, Long>,
	): Rows<RowAsRead<Row, Invalid, Long>>;
}

/** A job by its id. */
export class JobAtZoho implements JobHandle {
	readonly id: string;
	readonly #context: ClientContext;
	#state: JobState | undefined;
	#completed: CompletedJob | undefined;
	readonly #secrets: readonly string[];

	/** @param secrets - texts of the job that no error may show. */
	constructor(context: ClientContext, id: string, state?: JobState, secrets: readonly string[] = []) {
		this.#context = context;
		this.id = id;
		this.#state = state;
		this.#secrets = secrets;
	}

	get state(): JobState | undefined {
		return this.#state;
	}

	async details(options: CallOptions = {}): Promise<JobDetails> {
		checkEachOption(options, callKinds);
		const { signal, onWait } = options;
		const asking = { signal: joinSignals(this.#context, signal), onWait, secrets: this.#secrets };
		const details = await this.#context.api.details(this.id, asking);
		holdAnswer(details, { jobId: this.id });
		this.#state = details.state;
		return details;
	}

	async completed(options: WaitOptions = {}): Promise<CompletedJob> {
		checkEachOption(options, waitKinds);
		return this.waitFor(options, tellerOf(this.#context, options));
	}

	async download(options: WaitOptions = {}): Promise<ReadableStream<Uint8Array>> {
		checkEachOption(options, waitKinds);
		const { downloadResult } = await import("./download/unbroken-download.js");
		const progress = tellerOf(this.#context, options);
		const { result } = await this.waitFor(options, progress);
		const signal = joinSignals(this.#context, options.signal);
		return downloadResult(this.#context, this.id, result, { signal, onWait: progress.onWait });
	}

	/** Waits for the job, and reports progress. */
	protected async waitFor({ signal, timeout }: WaitOptions, progress: ProgressTeller): Promise<CompletedJob> {
		const { waitForJob } = await import("./jobs/wait-for-job.js");
		this.#completed ??= await waitForJob(this.#context, this.id, {
			signal: joinSignals(this.#context, signal),
			secrets: this.#secrets,
			timeout,
			progress,
			onLook: (state) => {
				this.#state = state;
			},
		});
		holdAnswer(this.#completed, { jobId: this.id });
		return this.#completed;
	}
}

/** A job by its id, and the job as it was submitted. */
export class ReadableJobAtZoho<Row> extends JobAtZoho implements ReadableJobHandle<Row> {
	readonly #context: ClientContext;
	readonly #job: Job<Row>;

	constructor(context: ClientContext, job: Job<Row>, id: string, state?: JobState) {
		super(context, id, state, secretsOfJob(job));
		this.#context = context;
		this.#job = job;
	}

	rows<Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
		options?: RowsOptions & CellOptions<Invalid, Long>,
	): Rows<RowAsRead<Row, Invalid, Long>>;
	rows(options: RowsOptions = {}): Rows<unknown> {
		checkEachOption(options, rowsKinds);
		const { signal, timeout, onProgress, onWait, answers, ...readOptions } = options;
		refuseCalendar(this.#job);
		const open = <Batch extends { readonly length: number }>(
			read: (rows: Rows<unknown>) => AsyncIterable<Batch>,
		): AsyncIterator<Batch, void, undefined> =>
			endOnReturn((left) => {
				const wait = { signal: joinSignals(this.#context, signal, left), timeout, onProgress, onWait };
				return this.#batches(wait, readOptions, answers, read);
			});
		return rowsOfBatches(
			() => open((rows) => rows.batches()),
			() => open(linesOf),
		);
	}

	protected override waitFor(wait: WaitOptions, progress: ProgressTeller): Promise<CompletedJob> {
		return this.#waitFor(wait, progress, "lenient");
	}

	async #waitFor(
		wait: WaitOptions,
		progress: ProgressTeller,
		answers: AnswerChecks | undefined,
	): Promise<CompletedJob> {
		const completed = await super.waitFor(wait, progress);
		// If the job was picked up, its page is known only if it was named.
		holdAnswer(completed, { jobId: this.id, job: this.#job, page: this.#job.toJSON().query.page }, answers);
		return completed;
	}

	async *#batches<Batch extends { readonly length: number }>(
		wait: WaitOptions,
		readOptions: ReadOptions,
		answers: AnswerChecks | undefined,
		read: (rows: Rows<unknown>) => AsyncIterable<Batch>,
	): AsyncGenerator<Batch, void, undefined> {
		const { jobBatches } = await import("./export/job-batches.js");
		const progress = tellerOf(this.#context, wait);
		const completed = await this.#waitFor(wait, progress, answers);
		yield* jobBatches(this.#context, this.#job, completed, { ...readOptions, signal: wait.signal }, progress, read);
	}
}

/** Reports progress and waits as a call asks for. */
function tellerOf({ clock }: ClientContext, { onProgress, onWait }: WaitOptions): ProgressTeller {
	return new ProgressTeller(clock, onProgress, onWait);
}
