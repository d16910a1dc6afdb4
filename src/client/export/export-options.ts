import type { WaitOptions } from "../jobs/wait-for-job.js";
import type { Checkpoint } from "./checkpoint.js";
import type { AdvanceOptions } from "./page-tasks.js";

/** What an export takes. */
export interface ExportOptions extends AdvanceOptions, WaitOptions {
	/**
	 * Whether the export is cut by when records were created, and not in pages: see {@link Client.rows}. What was begun
	 * otherwise is not gone on with.
	 */
	readonly windows?: boolean | undefined;
	/**
	 * Where to go on from: a checkpoint that was kept. It has to be of the same job and of the same org. Jobs that failed since,
	 * or whose results are gone, are submitted again where nothing of their page was taken.
	 */
	readonly from?: Checkpoint | undefined;
	/**
	 * Called with a checkpoint after every step, and each time more rows are asked for: those that were given before are then
	 * taken to be dealt with. The export waits for it.
	 *
	 * A file's checksum stands at its end: what was given before is provisional. A checkpoint in the middle of a page proves
	 * itself: it carries a checksum of the bytes that its rows came from, and is refused where a later download does not begin
	 * with them. So after a {@link DamagedResultError} forget what was given since the last checkpoint and go on from it; where
	 * that is refused ({@link InvalidCheckpointError}), forget what the page gave and go on from {@link restartPage} of it. After
	 * a {@link JobFailedError}, a {@link ResultExpiredError} or a damage that no download can mend, go on from
	 * {@link resubmitPage} of it. With `verified` rows are certain when they are given.
	 */
	readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
}
