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

/** The options of every call. */
export const callKinds: OptionKinds<CallOptions> = { signal: abortSignal, onWait: callback };

/** The options of a call that waits for a job. */
export const waitKinds: OptionKinds<WaitOptions> = { ...callKinds, timeout: numberFrom(0), onProgress: callback };

/** The options for reading the rows of a job. */
export interface RowsOptions extends WaitOptions, ReadOptions {
	/** How strictly Zoho's description of the job is checked against the request; `"lenient"` by default. */
	readonly answers?: AnswerChecks | undefined;
}

const { count, onProgress: onReadProgress, ...readKindsOfJob } = readKinds;

/** The options for reading the rows of one job. */
export const rowsKinds: OptionKinds<RowsOptions> = {
	...waitKinds,
	...readKindsOfJob,
	answers: wordOf("lenient", "strict", "unchecked"),
	verified: flag,
};

const { timeout, onProgress, ...rowsKindsOfStep } = rowsKinds;

/** The options of a step. */
export const stepKinds: OptionKinds<AdvanceOptions> = {
	...rowsKindsOfStep,
	onBytes: callback,
	prefetch: flag,
	concurrency: wholeFrom(1),
};

/** The options of an export. */
export const exportKinds: OptionKinds<ExportOptions> = {
	...stepKinds,
	...waitKinds,
	windows: flag,
	from: checkedLater,
	onCheckpoint: callback,
};
