import type { CopyColumn } from "./copy-column.js";
import type { CsvPage } from "./csv-page.js";

/**
 * A database for copies. `duckdb(...)` and `postgres(...)` return one; for another, implement this and
 * {@link CopyTable}: a dozen SQL statements.
 */
export interface CopyDatabase {
	/**
	 * Opens the copy with this name under an exclusive lock. The lock is released when its holder dies.
	 *
	 * @throws {@link CopyLockedError} if another process holds it, unless the caller wants to wait.
	 */
	open(table: string, options: OpenCopyOptions): Promise<CopyTable>;
	/** Closes the connection, if it was opened here. */
	close(): Promise<void>;
}

/** How a copy is opened. */
export interface OpenCopyOptions {
	/** Whether to wait for another process that holds the lock, instead of failing. */
	readonly wait: boolean;
	/** The separator between the values of a list in a cell. */
	readonly listDelimiter: string;
	/** Ends the opening with its reason; then nothing is locked or open. */
	readonly signal?: AbortSignal | undefined;
}

/**
 * One locked copy. Besides the table it has what a run has staged: rows, the existing ids, and a text with the run's
 * progress. Each method is one transaction: all or nothing, even if the process dies.
 */
export interface CopyTable {
	/** Whether the table exists, and the text that was stored last. A run calls this before anything else. */
	read(): Promise<KeptCopy>;
	/** Stores a text. */
	keep(state: string): Promise<void>;
	/** Prepares a run: staged rows with these columns, and staged ids, both empty, replacing any earlier ones. */
	begin(columns: readonly CopyColumn[], state: string): Promise<void>;
	/** Adds columns to the staged rows. */
	widen(columns: readonly CopyColumn[], state: string): Promise<void>;
	/**
	 * Loads a page, and stores the text made from the outcome.
	 *
	 * @throws {@link DamagedResultError} if the page is incomplete, {@link CopyCellError} if a cell does not fit: then
	 * nothing of it is kept.
	 */
	stage(page: CsvPage, into: StageTarget, state: (loaded: LoadedPage) => string): Promise<LoadedPage>;
	/**
	 * Compares the existing ids with those of the table and the staged rows together. Those in doubt that the table has
	 * and no staged row are always listed.
	 *
	 * @param ask - which of the differing ids to list.
	 */
	compare(ask: AskedIds): Promise<IdDifferences>;
	/** Applies the run, and leaves nothing staged. */
	publish(publication: Publication): Promise<CopyChanges>;
	/** Releases the lock. */
	close(): Promise<void>;
}

/** What {@link CopyTable.read} finds. */
export interface KeptCopy {
	/** Whether the table exists. */
	readonly exists: boolean;
	/** The text that was stored last, if any. */
	readonly state: string | undefined;
}

/** Where a page goes: its rows to the staged rows, its ids to the existing ids, or both. */
export interface StageTarget {
	/** Whether its rows are staged. */
	readonly rows: boolean;
	/** Whether its ids are staged. */
	readonly ids: boolean;
	/**
	 * Which of the ids are in doubt, where only ids are staged: what the table has of their records may be older than the run. All of
	 * them, or those whose column holds this moment or a later one. One in doubt counts as alive only with a staged row.
	 */
	readonly doubted?: "all" | DoubtedSince | undefined;
}

/** Ids are in doubt where a column of their page holds a moment or a later one. */
export interface DoubtedSince {
	/** The column with the moments, as in the page of ids. */
	readonly column: CopyColumn;
	/** A moment as Zoho writes it. */
	readonly since: string;
}

/** What was loaded. */
export interface LoadedPage {
	/** How many rows the page had. */
	readonly rows: number;
	/** Cells that did not fit their column's type and were left empty. */
	readonly invalidCells: number;
}

/** Which of the ids that differ are listed. */
export interface AskedIds {
	/** Only ids after this one, in the order of their character codes. */
	readonly after: string;
	/** The maximum number. */
	readonly limit: number;
	/** Whether to list those that the org seems to lack too, or only those that the copy lacks. */
	readonly suspects: boolean;
}

/** How the existing ids differ from those of the table and the staged rows. */
export interface IdDifferences {
	/** How many exist that are in neither. */
	readonly missing: number;
	/** How many are in either but do not exist. */
	readonly suspects: number;
	/** The requested ids, in order. */
	readonly ids: readonly string[];
}

/** How a run is applied. */
export interface Publication {
	/** Every column that the table will have, in order. */
	readonly columns: readonly CopyColumn[];
	/** Those that the table lacks. */
	readonly added: readonly CopyColumn[];
	/** Whether the staged rows replace the table, or are merged into it. */
	readonly anew: boolean;
	/** Whether only rows with existing ids stay. */
	readonly deletions: boolean;
	/** Whether a record may be staged more than once: then the last one counts. */
	readonly mayRepeat: boolean;
	/** The text to store then, made from the changes. */
	readonly state: (changes: CopyChanges) => string;
}

/** What a run changed. Unchanged rows are not counted. */
export interface CopyChanges {
	/** Rows that are new. */
	readonly inserted: number;
	/** Rows that differ from before. */
	readonly updated: number;
	/** Rows that are gone. */
	readonly deleted: number;
}
