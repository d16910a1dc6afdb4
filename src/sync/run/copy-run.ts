import type { Checkpoint, CheckpointOwner } from "../../client/export/checkpoint.js";
import type { Job } from "../../job/any-job.js";
import { momentOf } from "../../time/moment.js";
import { type CopyColumn, columnsOf } from "../copy/copy-column.js";
import type { CopyChanges, CopyTable, IdDifferences, StageTarget } from "../copy/copy-database.js";
import { CopyOwnerError } from "../copy/copy-owner-error.js";
import { type DownloadablePage, openCsvPage } from "../copy/csv-page.js";
import { beginRun, type ChosenRun, chooseRun, giveUp, type RunOptions } from "./begin-run.js";
import { before, earlier } from "./bookmark.js";
import { filterOf, mergeColumns, type RunPlan } from "./plan-run.js";
import { isOtherOwner, jobsIn } from "./run-checkpoint.js";
import { askedJob, asksById, changeColumn, hasWindows, idsJob, idsPerJob, rowsJob } from "./run-jobs.js";
import type { RunState, TableState } from "./table-state.js";

/** The outcome of a run. */
export interface FinishedRun {
	readonly run: RunState;
	readonly changes: CopyChanges;
	readonly bookmark: string | undefined;
	readonly added: readonly string[];
	readonly gone: readonly string[];
}

/** A page of a run's current export. */
export interface RunPage extends DownloadablePage {
	readonly jobId: string;
	/** When its job was created, by Zoho's time; empty if Zoho does not say. */
	readonly createdTime: string;
}

/** One run of a sync and its progress: what it requests next, and what happens to the answers. */
export class CopyRun {
	readonly #name: string;
	readonly #table: CopyTable;
	readonly #job: Job<unknown>;
	readonly #options: RunOptions;
	#state: TableState;
	#run: RunState;
	/** Where it comes from. */
	readonly origin: ChosenRun["origin"];
	/** How many runs before this one were given up in a row, after they had submitted jobs. */
	readonly givenUp: number;

	private constructor(name: string, table: CopyTable, job: Job<unknown>, options: RunOptions, chosen: ChosenRun) {
		this.#name = name;
		this.#table = table;
		this.#job = job;
		this.#options = options;
		this.#state = chosen.state;
		this.#run = chosen.run;
		this.origin = chosen.origin;
		this.givenUp = chosen.state.givenUp ?? 0;
	}

	/** Continues the run under way, or starts one. */
	static async open(name: string, table: CopyTable, job: Job<unknown>, options: RunOptions): Promise<CopyRun> {
		const chosen = await chooseRun(name, table, job, options);
		const run = new CopyRun(name, table, job, options, chosen);
		if (chosen.origin !== "resumed") await run.#begin(chosen.run);
		return run;
	}

	get state(): RunState {
		return this.#run;
	}

	/** What the phase exports; `undefined` if everything is staged. */
	get job(): Job<unknown> | undefined {
		const { phase, kind, since, asked = [] } = this.#run;
		if (phase === "publish") return undefined;
		if (phase === "rows") return rowsJob(this.#job, since);
		return phase === "asked" ? askedJob(this.#job, asked) : idsJob(this.#job, kind);
	}

	/**
	 * Stores the progress of the phase's export.
	 *
	 * @param renewed - what it submits again because its result was gone, so far.
	 * @throws {@link CopyOwnerError} if the export has another user's records than the copy.
	 */
	async keepExport(checkpoint: Checkpoint, renewed: RunState["renewed"] = this.#run.renewed): Promise<void> {
		const { owner } = checkpoint;
		if (owner !== undefined) this.#state = { ...this.#state, owner: this.#checkOwner(owner) };
		const { submitted, jobs } = this.#run;
		const fresh = jobsIn(checkpoint).filter((jobId) => !submitted.includes(jobId));
		await this.#keep({
			...this.#run,
			export: checkpoint,
			renewed,
			submitted: [...submitted, ...fresh],
			jobs: jobs + fresh.length,
		});
	}

	#checkOwner(owner: CheckpointOwner): CheckpointOwner {
		const { owner: known } = this.#state;
		const isOther = known !== undefined && isOtherOwner(known, owner);
		if (isOther && !this.#options.takeOver) throw new CopyOwnerError(this.#name);
		return isOther ? owner : { ...known, ...owner };
	}

	/**
	 * Loads a page of the phase's export, unless it is already staged.
	 *
	 * @returns whether to continue the export: a page may lead to a different one.
	 */
	async stage(page: RunPage): Promise<boolean> {
		const { job } = this;
		if (job === undefined || this.#run.staged.includes(page.jobId)) return true;
		const csv = await openCsvPage(page, job, this.#options);
		try {
			const into = this.#target(csv.columns);
			const fresh = into.rows
				? csv.columns.filter(({ name }) => !this.#run.columns.some((known) => known.name === name))
				: [];
			if (fresh.length > 0 && !(await this.#widen(fresh))) return false;
			let next = this.#run;
			await this.#table.stage(csv, into, ({ rows, invalidCells }) => {
				next = this.#withPage(page, into, rows, invalidCells);
				return this.#write(next);
			});
			this.#run = next;
			return true;
		} finally {
			await csv.cancel();
		}
	}

	#target(columns: readonly CopyColumn[]): StageTarget {
		const { phase, kind, deletions } = this.#run;
		if (phase === "rows") return { rows: true, ids: kind === "whole" && deletions && !this.#isPlain };
		if (phase === "asked") return { rows: true, ids: true };
		return { rows: false, ids: true, doubted: this.#doubted(columns) };
	}

	/** The ids whose row in the table may be of before this run, though none of this run's rows takes its place. */
	#doubted(columns: readonly CopyColumn[]): StageTarget["doubted"] {
		const { kind, earliest = "" } = this.#run;
		if (kind === "whole") return asksById(this.#job.module) ? "all" : undefined;
		// A page without a record may come without columns.
		const isTold = columns.some(({ name }) => name === changeColumn.name);
		return isTold && !Number.isNaN(momentOf(earliest)) ? { column: changeColumn, since: earliest } : undefined;
	}

	/** Whether the table will have exactly what is read: then there is nothing to compare. */
	get #isPlain(): boolean {
		return this.#run.anew && hasWindows(this.#job.module);
	}

	#withPage(page: RunPage, into: StageTarget, rows: number, invalidCells: number): RunState {
		const run = this.#run;
		const { earliest = page.createdTime } = run;
		return {
			...run,
			staged: [...run.staged, page.jobId],
			pages: run.pages + (into.rows ? 1 : 0),
			read: run.read + (into.rows ? rows : 0),
			invalidCells: run.invalidCells + invalidCells,
			...(into.rows ? { earliest: earlier(earliest, page.createdTime) } : {}),
		};
	}

	/**
	 * Accepts columns that were not requested. In an incremental run, new ones would stay empty in most rows, so
	 * everything is exported.
	 */
	async #widen(fresh: readonly CopyColumn[]): Promise<boolean> {
		const known = new Set(this.#state.columns.map(({ name, gone }) => (gone ? undefined : name)));
		const lacking = fresh.map(({ name }) => name).filter((name) => !known.has(name));
		if (this.#run.kind === "changes" && lacking.length > 0) {
			await this.#askForEverything(`columns are new: ${lacking.join(", ")}`);
			return false;
		}
		const widened = { ...this.#run, columns: [...this.#run.columns, ...fresh] };
		await this.#table.widen(fresh, this.#write(widened));
		this.#run = widened;
		return true;
	}

	async #askForEverything(because: string): Promise<void> {
		const { jobs, read, begun, deletions, anew } = this.#run;
		const plan: RunPlan = { kind: "whole", because, since: undefined, anew, columns: columnsOf(this.#job) };
		await this.#begin({ ...beginRun(this.#job, plan, { ...this.#options, now: begun, deletions }), jobs, read });
	}

	/** Moves to the next phase when an export has ended; returns the outcome when the run has been applied. */
	async endPhase(): Promise<FinishedRun | undefined> {
		const { phase, kind, deletions, staged, submitted } = this.#run;
		switch (phase) {
			case "rows":
				if (!deletions || this.#isPlain) await this.#enter("publish");
				else if (kind === "changes" || (staged.length > 1 && !hasWindows(this.#job.module))) await this.#enter("ids");
				else await this.#settle(submitted.length);
				return undefined;
			case "ids":
				await this.#settle(submitted.length);
				return undefined;
			case "ids again":
				await this.#keep({ ...this.#run, confirmed: true });
				await this.#settle(submitted.length);
				return undefined;
			case "asked":
				await this.#settle(this.#run.aliveJobs);
				return undefined;
			case "publish":
				return this.#publish();
		}
	}

	/**
	 * Requests the records whose ids differ, if that takes no more jobs than another export of the ids; otherwise
	 * exports the ids again, or everything.
	 */
	async #settle(aliveJobs: number): Promise<void> {
		const { confirmed, kind, asked = [] } = this.#run;
		const limit = idsPerJob(this.#job);
		const ask = { after: asked.at(-1) ?? "", limit, suspects: !confirmed };
		const differences = await this.#table.compare(ask);
		const { ids, missing } = differences;
		if (ids.length === 0) return this.#enter("publish");
		const byId = asksById(this.#job.module);
		if (byId && this.#isCheap(differences, limit, aliveJobs)) return this.#enter("asked", { aliveJobs, asked: ids });
		if (kind === "changes" && missing > (byId ? limit * aliveJobs : 0)) {
			return this.#askForEverything(`${missing} records appeared without a change`);
		}
		if (!confirmed) return this.#enter("ids again", { aliveJobs });
		return byId ? this.#enter("asked", { aliveJobs, asked: ids }) : this.#enter("publish");
	}

	#isCheap({ missing, suspects }: IdDifferences, limit: number, aliveJobs: number): boolean {
		const asked = this.#run.confirmed ? missing : missing + suspects;
		return Math.ceil(asked / limit) <= Math.max(1, aliveJobs);
	}

	async #publish(): Promise<FinishedRun> {
		const run = this.#run;
		const { columns, kind, anew, deletions, begun, earliest = "" } = run;
		const kept = anew ? [] : this.#state.columns;
		const known = new Set(kept.map(({ name }) => name));
		const all = anew ? columns : mergeColumns(columns, kept);
		const added = columns.filter(({ name }) => !known.has(name));
		const bookmark = before(earliest, this.#options.overlap);
		const wholeAt = kind === "whole" ? begun : this.#state.wholeAt;
		const { owner } = this.#state;
		const state: TableState = { version: 1, owner, filter: filterOf(this.#job), columns: all, bookmark, wholeAt };
		const publication = {
			...{ columns: all, added, anew, deletions: deletions && !this.#isPlain },
			mayRepeat: run.pages > 1,
			state: () => JSON.stringify(state),
		};
		const changes = await this.#table.publish(publication);
		const gone = mergeColumns(columns, kept).filter((column) => column.gone);
		return {
			...{ run, changes, bookmark, gone: gone.map(({ name }) => name) },
			added: anew ? [] : added.map(({ name }) => name),
		};
	}

	/** Abandons the run: the next one starts over. */
	async abandon(): Promise<void> {
		await this.#table.keep(JSON.stringify(giveUp(this.#state)));
	}

	async #enter(phase: RunState["phase"], change: Partial<RunState> = {}): Promise<void> {
		await this.#keep({
			...this.#run,
			...change,
			phase,
			export: undefined,
			renewed: undefined,
			staged: [],
			submitted: [],
		});
	}

	async #begin(run: RunState): Promise<void> {
		await this.#table.begin(run.columns, this.#write(run));
		this.#run = run;
	}

	async #keep(run: RunState): Promise<void> {
		await this.#table.keep(this.#write(run));
		this.#run = run;
	}

	#write(run: RunState): string {
		this.#state = { ...this.#state, run };
		return JSON.stringify(this.#state);
	}
}
