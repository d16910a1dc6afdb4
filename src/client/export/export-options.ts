import type { WaitOptions } from "../jobs/wait-for-job.js";
import type { Checkpoint } from "./checkpoint.js";
import type { AdvanceOptions } from "./page-tasks.js";

/** The options of an export. */
export interface ExportOptions extends AdvanceOptions, WaitOptions {
	/**
	 * Whether the export is split by creation time instead of in pages: see {@link Client.rows}. An export can only be
	 * resumed the way it was started.
	 */
	readonly windows?: boolean | undefined;
	/**
	 * Where to resume: a stored checkpoint of the same job and the same org. Jobs that have failed since, or whose
	 * results are gone, are submitted again if no rows of their page were taken.
	 */
	readonly from?: Checkpoint | undefined;
	/**
	 * Called with a checkpoint after every step, and each time more rows are requested: the rows before then count as
	 * processed. The export waits for it.
	 *
	 * A file's checksum is at its end, so rows are provisional until then. A checkpoint in the middle of a page carries
	 * a checksum of the bytes that its rows came from, and is refused if a later download does not begin with them. So
	 * after a {@link DamagedResultError}, discard the rows since the last checkpoint and resume from it; if that is
	 * refused ({@link InvalidCheckpointError}), discard the page's rows and resume from {@link restartPage} of it.
	 * After a {@link JobFailedError}, a {@link ResultExpiredError} or damage that no download can mend, resume from
	 * {@link resubmitPage} of it. With `verified`, rows are final when they are given.
	 */
	readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
}
