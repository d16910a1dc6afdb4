import { evaluate, type RecordPredicate } from "../../criteria/evaluate/evaluate.js";
import type { AnyModule } from "../../schema/module-schema.js";
import type { Clock } from "../../time/clock.js";
import type { Assumptions } from "../options/assumptions.js";
import type { SandboxLimits } from "../options/sandbox-limits.js";
import type { LivingRecords } from "../org/living-records.js";
import { orderRecords } from "../org/row-order.js";
import type { ReadValue, SandboxRecord } from "../org/sandbox-record.js";
import { inSlices, type Work } from "../org/slices.js";
import type { Snapshot } from "../org/snapshot.js";
import { type ServedVersion, versionTraits } from "../requests/api-versions.js";
import type { ReadRequest } from "../requests/read-request.js";
import { ExportPage } from "./export-page.js";

/** How long a job stays in each state, in milliseconds. */
export interface JobTiming {
	/** Milliseconds in `ADDED`. */
	readonly added: number;
	/** Only if the state `QUEUED` is shown at all. */
	readonly queued: number;
	/** Milliseconds in `IN PROGRESS`. */
	readonly inProgress: number;
}

/** The fate of a job. */
export type JobFate = "completes" | "fails" | "never ends" | "unknown state";

/** An undocumented state, as a client would see if Zoho added one. */
const unknownState = "AWAITING CAPACITY";

/** What a job knows about its sandbox. */
export interface JobContext {
	readonly clock: Clock;
	readonly records: LivingRecords;
	readonly timing: JobTiming;
	readonly limits: SandboxLimits;
	readonly assumptions: Assumptions;
}

/** What a job starts with. */
export interface JobStart {
	readonly id: string;
	readonly version: ServedVersion;
	readonly request: ReadRequest;
	readonly fate: JobFate;
}

/** A bulk read job. Its state follows from the time; nothing runs in the background. */
export class ServedJob {
	readonly id: string;
	readonly version: ServedVersion;
	readonly request: ReadRequest;
	readonly fate: JobFate;
	/** Milliseconds since 1970. */
	readonly createdAt: number;
	readonly #context: JobContext;
	/** Returns the org as the job sees it. */
	readonly #org: () => Snapshot;
	#page: Promise<ExportPage> | undefined;
	#foundPage: ExportPage | undefined;
	#releasedAt = Number.POSITIVE_INFINITY;
	#ended = false;

	constructor(start: JobStart, context: JobContext) {
		this.id = start.id;
		this.version = start.version;
		this.request = start.request;
		this.fate = start.fate;
		this.#context = context;
		this.createdAt = context.clock.now();
		const { seesOrgWhen } = context.assumptions;
		// Made-up records are made in the meantime, so that nobody waits for them when the job is done.
		void context.records.now.load(modulesOf(start.request));
		this.#org = context.records.seenAt(seesOrgWhen === "created" ? this.createdAt : this.#beginsAt);
	}

	/** The moment at which the job ends, one way or the other. */
	get endsAt(): number {
		const { inProgress } = this.#context.timing;
		return this.fate === "never ends" ? this.#releasedAt : this.#beginsAt + inProgress;
	}

	/** Ends a job that otherwise never would. */
	release(): void {
		this.#releasedAt = Math.min(this.#releasedAt, this.#context.clock.now());
	}

	/**
	 * Ends the job, whatever the clock says: a timer may fire a millisecond early, and what was once said about a job
	 * must stay true.
	 */
	end(): void {
		this.#ended = true;
	}

	/** The state at a moment. */
	stateAt(now: number): string {
		if (!this.#ended && now - this.createdAt < this.#context.timing.added) return "ADDED";
		if (this.#ended || now >= this.endsAt) return this.fate === "fails" ? "FAILURE" : "COMPLETED";
		if (this.fate === "unknown state") return unknownState;
		return now < this.#beginsAt ? "QUEUED" : "IN PROGRESS";
	}

	/** Whether the result can be downloaded at a moment. */
	hasResultAt(now: number): boolean {
		const kept = this.#context.limits.resultHours * 3_600_000;
		return this.stateAt(now) === "COMPLETED" && now < this.endsAt + kept;
	}

	/** The maximum number of records of a page of this job. */
	get perPage(): number {
		const { recordsPerPage, recordsPerIcsPage } = this.#context.limits;
		return this.request.fileType === "ics" ? recordsPerIcsPage : recordsPerPage;
	}

	/** The records that the job exports, from those that the org had at the moment at which the job sees it. */
	page(): Promise<ExportPage> {
		this.#page ??= this.#findPage();
		return this.#page;
	}

	/** The same, if already found; otherwise the search starts. */
	foundPage(): ExportPage | undefined {
		// A failed search is reported to whoever asks for the page.
		if (this.#page === undefined) this.page().catch(() => {});
		return this.#foundPage;
	}

	/** Makes the reader of a path of the module's records. */
	reader(path: string): ReadValue {
		return this.#org().reader(this.request.module, path);
	}

	async #findPage(): Promise<ExportPage> {
		await this.#org().load(modulesOf(this.request));
		this.#foundPage = await inSlices(this.#searchPage());
		return this.#foundPage;
	}

	*#searchPage(): Work<ExportPage> {
		const table = this.#org().of(this.request.module.apiName);
		return yield* ExportPage.find({
			records: yield* orderRecords(table, this.#context.assumptions.pageOrder),
			matches: this.#predicate(),
			page: this.request.page,
			perPage: this.perPage,
		});
	}

	/** The moment at which its state becomes IN PROGRESS. */
	get #beginsAt(): number {
		return this.createdAt + this.#context.timing.added + this.#queued;
	}

	get #queued(): number {
		const { queuedState } = this.#context.assumptions;
		const shown = queuedState === "documented" ? versionTraits[this.version].queued : queuedState === "all";
		return shown ? this.#context.timing.queued : 0;
	}

	#predicate(): RecordPredicate {
		const readers = new Map<string, ReadValue>();
		const read = (record: SandboxRecord, path: string): unknown => {
			let reader = readers.get(path);
			if (reader === undefined) {
				reader = this.reader(path);
				readers.set(path, reader);
			}
			return reader(record);
		};
		const { criteria, view } = this.request;
		const options = { ...this.#context.assumptions.evaluate, read };
		const predicates = [view?.checked, criteria]
			.filter((each) => each !== undefined)
			.map((each) => evaluate(each, options));
		return (record) => predicates.every((predicate) => predicate(record));
	}
}

/** The modules whose records an export reads: its own, and those behind the lookups of its paths. */
function modulesOf({ module, fields = [], criteria, view }: ReadRequest): ReadonlySet<string> {
	const modules = new Set([module.apiName]);
	for (const path of [...fields, ...(criteria?.fields ?? []), ...(view?.checked?.fields ?? [])]) {
		let at: AnyModule | undefined = module;
		for (const name of path.split(".").slice(0, -1)) {
			at = at?.fields.get(name)?.target?.();
			if (at !== undefined) modules.add(at.apiName);
		}
	}
	return modules;
}
