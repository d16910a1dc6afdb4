import { describe } from "../../criteria/describe/describe.js";
import { tree } from "../../criteria/describe/tree.js";
import { and } from "../../criteria/node/and-or.js";
import type { Criteria } from "../../criteria/node/criteria.js";
import type { ServedJob } from "../jobs/job.js";
import type { JobEndpoints } from "../jobs/job-endpoints.js";
import type { Credits } from "../requests/credits.js";
import type { RequestLogEntry } from "../requests/request-log.js";

/** What the page shows at one moment. */
export interface SandboxView {
	readonly credits: { readonly used: number; readonly remaining: number | null };
	/** With the number of records; `null` until they are made. */
	readonly modules: readonly { readonly name: string; readonly records: number | null }[];
	/** The newest first. */
	readonly jobs: readonly JobLine[];
	/** The newest first. */
	readonly requests: readonly RequestLine[];
	readonly faults: readonly string[];
}

/** A job on the page. */
interface JobLine {
	readonly id: string;
	readonly title: string;
	/** What is exported, as a sentence. */
	readonly says: string;
	readonly tree: string | null;
	readonly state: string;
	/** How many rows it has, once known. */
	readonly rows: string | null;
	readonly download: string | null;
}

/** A request on the page. */
interface RequestLine extends Pick<RequestLogEntry, "method" | "path"> {
	/** Counted from 1. */
	readonly number: number;
	readonly time: string;
	readonly outcome: string;
	readonly took: string;
}

/** What the page is made from. */
export interface ViewSources {
	readonly jobs: JobEndpoints;
	readonly credits: Credits;
	readonly requests: RecentRequests;
	/** The faults in force, in words. */
	readonly faults: readonly string[];
}

/** How many jobs and requests are shown. */
const shown = 50;

/** The last requests. */
export class RecentRequests {
	readonly #lines: RequestLine[] = [];
	#count = 0;

	/** Adds a request, and drops the oldest. */
	add(entry: RequestLogEntry): void {
		const { method, path, status, code, faults = [], error } = entry;
		const outcome = [
			status === undefined ? "cut" : String(status),
			code,
			...faults.map((fault) => `fault ${fault}`),
			error === undefined ? undefined : "an error in the sandbox, or in a function that was given to it",
		];
		this.#lines.unshift({
			number: ++this.#count,
			time: entry.time.slice(11, 19),
			method,
			path,
			outcome: outcome.filter((word) => word !== undefined).join(" · "),
			took: `${Math.round(entry.milliseconds)} ms`,
		});
		this.#lines.length = Math.min(this.#lines.length, shown);
	}

	/** The newest first. */
	get lines(): readonly RequestLine[] {
		return this.#lines;
	}
}

/** Gathers what the page shows. Records that are not made yet are left so. */
export function viewSandbox({ jobs, credits, requests, faults }: ViewSources): SandboxView {
	const { used, remaining } = credits.balance;
	const counts = jobs.org.records.now.counts();
	return {
		credits: { used, remaining: Number.isFinite(remaining) ? remaining : null },
		modules: Array.from(counts, ([name, records]) => ({ name, records: records ?? null })),
		jobs: jobs.jobs.newest(shown).map((job) => writeJobLine(job, jobs)),
		requests: [...requests.lines],
		faults,
	};
}

function writeJobLine(job: ServedJob, { clock }: JobEndpoints): JobLine {
	const { module, fields, page, fileType } = job.request;
	const criteria = criteriaOf(job);
	const now = clock.now();
	const found = job.stateAt(now) === "COMPLETED" ? job.foundPage() : undefined;
	return {
		id: job.id,
		title: `${module.apiName}, page ${page}${fileType === "csv" ? "" : `, ${fileType}`}`,
		says: `${writeFields(fields)}${criteria === undefined ? "of every record" : `where ${describe(criteria)}`}`,
		tree: criteria === undefined ? null : tree(criteria, { width: 60 }),
		state: job.stateAt(now),
		rows:
			found === undefined
				? null
				: `${writeCount(found.count)}${found.moreRecords ? ", and more on the next page" : ""}`,
		download: job.hasResultAt(now) ? `/?download=${job.id}` : null,
	};
}

function criteriaOf({ request: { view, criteria } }: ServedJob): Criteria | undefined {
	return and(view?.checked, criteria);
}

function writeFields(fields: readonly string[] | undefined): string {
	return fields === undefined ? "All fields " : `${fields.join(", ")} `;
}

function writeCount(rows: number): string {
	return `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`;
}
