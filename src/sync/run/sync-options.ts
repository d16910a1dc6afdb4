import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { CallOptions } from "../../client/jobs/wait-for-job.js";
import type { Wait } from "../../client/transport/wait.js";
import type { JobState } from "../../job/job-state.js";
import { minute } from "../../time/clock.js";
import type { RunOptions } from "./begin-run.js";
import type { RunPhase } from "./table-state.js";

/** How a copy is kept true. */
export interface SyncOptions extends CallOptions {
	/** The table's name; the module's API name by default. */
	readonly table?: string | undefined;
	/** Whether to ask for everything, and not only for what has changed. By default `false`. */
	readonly full?: boolean | undefined;
	/**
	 * Asks for everything when so many days have passed since that was done: for what changes without `Modified_Time`, such as
	 * columns behind a lookup, formulas and rollups. By default never.
	 */
	readonly fullEvery?: { readonly days: number } | undefined;
	/**
	 * Whether the ids of the org are compared with those of the copy, to find what was deleted or no longer matches the filter, or
	 * deletions are ignored: then such rows stay. By default `"compare"`, which costs one job a page.
	 */
	readonly deletions?: "compare" | "ignore" | undefined;
	/** Makes the table anew beside the old one, and swaps them. By default `false`. */
	readonly rebuild?: boolean | undefined;
	/**
	 * Milliseconds that the bookmark lies before the moment at which the run's first job was created. By default five minutes, for
	 * what Zoho may show late.
	 */
	readonly overlap?: number | undefined;
	/** What becomes of a cell that does not fit its column: a {@link CopyCellError}, or no value. By default `"error"`. */
	readonly invalidCells?: "error" | "null" | undefined;
	/** What joins the values of a multi-select in the file. By default `","`, which is an assumption: Zoho does not say. */
	readonly multiSelectDelimiter?: string | undefined;
	/** Whether to wait for another run on the same copy, instead of failing with a {@link CopyLockedError}. By default `false`. */
	readonly wait?: boolean | undefined;
	/** How many windows are exported at once; 3 by default. */
	readonly concurrency?: number | undefined;
	/**
	 * Whether a copy that was made with another user's credentials is taken over: give it once, when you know that they are of the
	 * same org. By default `false`: another org's records would take the place of those that are there.
	 */
	readonly takeOver?: boolean | undefined;
	/** Called whenever the run has got further. */
	readonly onProgress?: ((progress: SyncProgress) => void) | undefined;
}

/** How far a run has got. */
export interface SyncProgress {
	/** The table. */
	readonly table: string;
	/** What is being exported: the rows, the ids, or the records that were asked for; or the run is made visible. */
	readonly phase: RunPhase;
	/** The job that is worked on; absent while none is. */
	readonly jobId?: string;
	/** Its state when last looked at. */
	readonly state?: JobState;
	/** The page that it exports, from 1. */
	readonly page?: number;
	/** Rows that are staged. */
	readonly rows: number;
	/** Bytes that were downloaded in this phase, compressed. */
	readonly bytes: number;
	/** What is waited for, apart from the job itself, and until when; absent while nothing is. */
	readonly waiting?: Wait;
}

/**
 * Fills in the defaults.
 *
 * @param now - this machine's time, in milliseconds since 1970.
 * @throws {@link InvalidOptionError}
 */
export function readSyncOptions(options: SyncOptions, now: number): RunOptions {
	const { full = false, rebuild = false, fullEvery, overlap = 5 * minute, deletions = "compare" } = options;
	const { invalidCells = "error", multiSelectDelimiter = ",", takeOver = false } = options;
	if (!(typeof overlap === "number" && overlap >= 0)) {
		throw new InvalidOptionError("overlap", `${overlap} is not a number of milliseconds from 0.`);
	}
	if (fullEvery !== undefined && !(fullEvery.days > 0)) {
		throw new InvalidOptionError("fullEvery", `${fullEvery.days} is not a number of days above 0.`);
	}
	if (deletions !== "compare" && deletions !== "ignore") {
		throw new InvalidOptionError("deletions", `"${deletions}" is neither "compare" nor "ignore".`);
	}
	if (invalidCells !== "error" && invalidCells !== "null") {
		throw new InvalidOptionError("invalidCells", `"${invalidCells}" is neither "error" nor "null".`);
	}
	if (multiSelectDelimiter === "") throw new InvalidOptionError("multiSelectDelimiter", "is an empty text.");
	return {
		...{ full, rebuild, fullEvery, overlap, deletions: deletions === "compare", invalidCells, takeOver, now },
		listDelimiter: multiSelectDelimiter,
	};
}
