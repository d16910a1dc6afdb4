import { evaluate, type RecordPredicate } from "../../criteria/evaluate/evaluate.js";
import type { Clock } from "../../time/clock.js";
import type { Assumptions } from "../options/assumptions.js";
import type { SandboxLimits } from "../options/sandbox-limits.js";
import type { ReadValue, RecordTables, SandboxRecord } from "../org/records.js";
import { type ServedVersion, versionTraits } from "../requests/api-versions.js";
import type { ReadRequest } from "../requests/read-request.js";
import { ExportPage } from "./export-page.js";

/** How long a job stays in each state, in milliseconds. */
export interface JobTiming {
	/** Milliseconds in `ADDED`. */
	readonly added: number;
	/** Only where the state `QUEUED` is shown at all. */
	readonly queued: number;
	/** Milliseconds in `IN PROGRESS`. */
	readonly inProgress: number;
}

/** What becomes of a job in the end, and on the way. */
export type JobFate = "completes" | "fails" | "never ends" | "unknown state";

/** A state that no documentation names: what a client meets when Zoho adds one. */
const unknownState = "AWAITING CAPACITY";

/** What a job knows of the sandbox it lives in. */
export interface JobContext {
	readonly clock: Clock;
	readonly records: RecordTables;
	readonly timing: JobTiming;
	readonly limits: SandboxLimits;
	readonly assumptions: Assumptions;
}

/** What a job begins with. */
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
	readonly #records: readonly SandboxRecord[];
	#page: ExportPage | undefined;
	#releasedAt = Number.POSITIVE_INFINITY;

	constructor(start: JobStart, context: JobContext) {
		this.id = start.id;
		this.version = start.version;
		this.request = start.request;
		this.fate = start.fate;
		this.#context = context;
		this.#records = context.records.of(start.request.module.apiName);
		// Records may be made on first use: what that takes is no part of the job's time.
		this.createdAt = context.clock.now();
	}

	/** The moment at which the job ends, one way or the other. */
	get endsAt(): number {
		const { added, inProgress } = this.#context.timing;
		return this.fate === "never ends" ? this.#releasedAt : this.createdAt + added + this.#queued + inProgress;
	}

	/** Lets a job end now that otherwise never does. */
	release(): void {
		this.#releasedAt = Math.min(this.#releasedAt, this.#context.clock.now());
	}

	/** The state at a moment. */
	stateAt(now: number): string {
		const age = now - this.createdAt;
		const { added } = this.#context.timing;
		if (age < added) return "ADDED";
		if (now >= this.endsAt) return this.fate === "fails" ? "FAILURE" : "COMPLETED";
		if (this.fate === "unknown state") return unknownState;
		return age < added + this.#queued ? "QUEUED" : "IN PROGRESS";
	}

	/** Whether the result can be downloaded at a moment. */
	hasResultAt(now: number): boolean {
		const kept = this.#context.limits.resultHours * 3_600_000;
		return this.stateAt(now) === "COMPLETED" && now < this.endsAt + kept;
	}

	/** The most records that a page of this job can have. */
	get perPage(): number {
		const { recordsPerPage, recordsPerIcsPage } = this.#context.limits;
		return this.request.fileType === "ics" ? recordsPerIcsPage : recordsPerPage;
	}

	/** The records that the job exports: those that the module had when it was created. */
	get page(): ExportPage {
		this.#page ??= new ExportPage({
			records: this.#records,
			matches: this.#predicate(),
			page: this.request.page,
			perPage: this.perPage,
		});
		return this.#page;
	}

	/** Makes what reads a value at a path from the module's records. */
	reader(path: string): ReadValue {
		return this.#context.records.reader(this.request.module, path);
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
