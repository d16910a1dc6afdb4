import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { CallOptions } from "../../client/jobs/wait-for-job.js";
import type { Wait } from "../../client/transport/wait.js";
import type { JobState } from "../../job/job-state.js";
import { minute } from "../../time/clock.js";
import type { RunOptions } from "./begin-run.js";
import type { RunPhase } from "./table-state.js";

/** The options of a sync. */
export interface SyncOptions extends CallOptions {
	/** The table's name; the module's API name by default. */
	readonly table?: string | undefined;
	/** Whether to export everything instead of only what has changed. By default `false`. */
	readonly full?: boolean | undefined;
	/**
	 * Exports everything again after this many days: for values that change without `Modified_Time`, such as columns
	 * behind a lookup, formulas and rollups. By default never.
	 */
	readonly fullEvery?: { readonly days: number } | undefined;
	/**
	 * Whether to compare the org's ids with the copy's, to find records that were deleted or no longer match the
	 * filter, or to ignore deletions and keep such rows. By default `"compare"`, which costs one job per page.
	 */
	readonly deletions?: "compare" | "ignore" | undefined;
	/** Rebuilds the table beside the old one, and swaps them. By default `false`. */
	readonly rebuild?: boolean | undefined;
	/**
	 * How many milliseconds the bookmark is before the creation of the run's first job. By default five minutes, for
	 * changes that Zoho may show late.
	 */
	readonly overlap?: number | undefined;
	/** A cell that does not fit its column gives a {@link CopyCellError}, or no value. By default `"error"`. */
	readonly invalidCells?: "error" | "null" | undefined;
	/**
	 * The separator between the values of a multi-select in the file. By default `","`, which is an assumption: Zoho
	 * does not say.
	 */
	readonly multiSelectDelimiter?: string | undefined;
	/** Whether to wait for another run on the same copy, instead of failing with a {@link CopyLockedError}. By default `false`. */
	readonly wait?: boolean | undefined;
	/** How many windows are exported at once; 3 by default. */
	readonly concurrency?: number | undefined;
	/**
	 * Whether to take over a copy made with another user's credentials: give this once, if you know that both belong to
	 * the same org. By default `false`: another org's records would replace those in the table.
	 */
	readonly takeOver?: boolean | undefined;
	/** Called whenever the run makes progress. */
	readonly onProgress?: ((progress: SyncProgress) => void) | undefined;
}

/** The progress of a run. */
export interface SyncProgress {
	/** The table. */
	readonly table: string;
	/** What is being exported: the rows, the ids, or requested records; or that the run is being applied. */
	readonly phase: RunPhase;
	/** The current job, if any. */
	readonly jobId?: string;
	/** Its state when last looked at. */
	readonly state?: JobState;
	/** The page that it exports, from 1. */
	readonly page?: number;
	/** Staged rows. */
	readonly rows: number;
	/** Compressed bytes downloaded in this phase. */
	readonly bytes: number;
	/** What the run waits for, apart from the job itself, and until when; absent if it does not. */
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
		throw new InvalidOptionError("deletions", `"${deletions}" is not "compare" or "ignore".`);
	}
	if (invalidCells !== "error" && invalidCells !== "null") {
		throw new InvalidOptionError("invalidCells", `"${invalidCells}" is not "error" or "null".`);
	}
	if (multiSelectDelimiter === "") throw new InvalidOptionError("multiSelectDelimiter", "is an empty text.");
	return {
		...{ full, rebuild, fullEvery, overlap, deletions: deletions === "compare", invalidCells, takeOver, now },
		listDelimiter: multiSelectDelimiter,
	};
}
