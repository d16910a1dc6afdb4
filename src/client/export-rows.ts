import type { Job } from "../job/bulk-read.js";
import { type AdvanceOptions, advance, type Step } from "./advance.js";
import { beginExport, type Checkpoint, readCheckpoint } from "./checkpoint.js";
import type { ClientContext } from "./client-context.js";
import { JobTimeoutError } from "./errors/job-timeout-error.js";
import { defaultJobTimeout, sleepFor, type WaitOptions } from "./wait-for-job.js";

/** What an export takes. */
export interface ExportOptions extends AdvanceOptions, WaitOptions {
	/** Where to go on from: a checkpoint that was kept. */
	readonly from?: Checkpoint | undefined;
	/**
	 * Called with a checkpoint after every step, and each time more rows are asked for: those given before it are then taken
	 * to be dealt with. The export waits for it.
	 */
	readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
}
