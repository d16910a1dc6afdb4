import {
	abortSignal,
	callback,
	checkedLater,
	flag,
	numberFrom,
	type OptionKinds,
	wholeFrom,
	wordOf,
} from "../checks/option-kinds.js";
import { readKinds } from "../result/rows/read-options.js";
import type { ExportOptions } from "./export/export-options.js";
import type { AnswerChecks } from "./export/hold-answer.js";
import type { AdvanceOptions } from "./export/page-tasks.js";
import type { ReadOptions } from "./export/read-result.js";
import type { CallOptions, WaitOptions } from "./jobs/wait-for-job.js";

/** What the options of every call take. */
export const callKinds: OptionKinds<CallOptions> = { signal: abortSignal, onWait: callback };

/** What the options of a call take that waits for a job. */
export const waitKinds: OptionKinds<WaitOptions> = { ...callKinds, timeout: numberFrom(0), onProgress: callback };

/** What reading the rows of a job takes. */
export interface RowsOptions extends WaitOptions, ReadOptions {
	/** How what Zoho says of the job is held against what was asked for; `"lenient"` unless given. */
	readonly answers?: AnswerChecks | undefined;
}

const { count, onProgress: onReadProgress, ...readKindsOfJob } = readKinds;

/** What the options take of reading the rows of one job. */
export const rowsKinds: OptionKinds<RowsOptions> = {
	...waitKinds,
	...readKindsOfJob,
	answers: wordOf("lenient", "strict", "unchecked"),
	verified: flag,
};

const { timeout, onProgress, ...rowsKindsOfStep } = rowsKinds;

/** What the options of a step take. */
export const stepKinds: OptionKinds<AdvanceOptions> = {
	...rowsKindsOfStep,
	onBytes: callback,
	prefetch: flag,
	concurrency: wholeFrom(1),
};

/** What the options of an export take. */
export const exportKinds: OptionKinds<ExportOptions> = {
	...stepKinds,
	...waitKinds,
	windows: flag,
	from: checkedLater,
	onCheckpoint: callback,
};
