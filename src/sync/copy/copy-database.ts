import type { CopyColumn } from "./copy-column.js";
import type { CsvPage } from "./csv-page.js";

/**
 * A database that keeps copies. `duckdb(...)` and `postgres(...)` give one; another is written by implementing this and
 * {@link CopyTable}: a dozen SQL statements.
 */
export interface CopyDatabase {
	/**
	 * Opens the copy of a name under a lock that no other process gets meanwhile. The lock goes when its holder dies.
	 *
	 * @throws {@link CopyLockedError} if another holds it and it is not to be waited for.
	 */
	open(table: string, options: OpenCopyOptions): Promise<CopyTable>;
	/** Closes the connection, if it was made here. */
	close(): Promise<void>;
}

/** How a copy is opened. */
export interface OpenCopyOptions {
	/** Whether to wait for another process that holds the lock, instead of failing. */
	readonly wait: boolean;
	/** What joins the values of a list in a cell. */
	readonly listDelimiter: string;
	/** Ends the waiting. */
	readonly signal?: AbortSignal | undefined;
}

/**
 * One copy, locked. Beside the table it holds what a run has staged: rows, the ids that are alive, and a text that says how
 * far the run has got. Each method is one transaction: done or not done, whenever the process dies.
 */
export interface CopyTable {
	/** Whether the table is there, and the text that was kept last. */
	read(): Promise<KeptCopy>;
	/** Keeps a text. */
	keep(state: string): Promise<void>;
	/** Makes room for a run: staged rows with these columns, and staged ids, both empty, in place of any before. */
	begin(columns: readonly CopyColumn[], state: string): Promise<void>;
	/** Adds columns to the staged rows. */
	widen(columns: readonly CopyColumn[], state: string): Promise<void>;
	/**
	 * Loads a page, and keeps the text that is made of what was loaded.
	 *
	 * @throws {@link DamagedResultError} if the page is not whole, {@link CopyCellError} where a cell does not fit: nothing of it
	 * is kept then.
	 */
	stage(page: CsvPage, into: StageTarget, state: (loaded: LoadedPage) => string): Promise<LoadedPage>;
	/**
	 * Holds the ids that are alive against those of the table and the staged rows together. Those in doubt that the table has and
	 * no staged row are always listed.
	 *
	 * @param ask - which of the differing ids to list.
	 */
	compare(ask: AskedIds): Promise<IdDifferences>;
	/** Makes the run visible, and leaves nothing staged. */
	publish(publication: Publication): Promise<CopyChanges>;
	/** Gives the lock back. */
	close(): Promise<void>;
}

/** What {@link CopyTable.read} finds. */
export interface KeptCopy {
	/** Whether the table is there. */
	readonly exists: boolean;
	/** The text that was kept last, if any was. */
	readonly state: string | undefined;
}

/** Where a page goes: its rows to the staged rows, its ids to those that are alive, or both. */
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
	/** The column that holds the moments, as it stands in the page of ids. */
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
	/** Those behind this one, in the order of their characters' codes. */
	readonly after: string;
	/** So many at most. */
	readonly limit: number;
	/** Whether those that the org seems to lack are listed too, or only those that the copy lacks. */
	readonly suspects: boolean;
}

/** How the ids that are alive differ from those that the table and the staged rows have. */
export interface IdDifferences {
	/** How many are alive that are in neither. */
	readonly missing: number;
	/** How many are in either and not alive. */
	readonly suspects: number;
	/** Those that were asked for, in order. */
	readonly ids: readonly string[];
}

/** What a run becomes. */
export interface Publication {
	/** Every column that the table has then, in order. */
	readonly columns: readonly CopyColumn[];
	/** Those that the table lacks. */
	readonly added: readonly CopyColumn[];
	/** Whether the staged rows take the place of the table, or are put into it. */
	readonly anew: boolean;
	/** Whether only rows stay whose ids are alive. */
	readonly deletions: boolean;
	/** Whether a record may be staged more than once: then the last that came is the one. */
	readonly mayRepeat: boolean;
	/** The text that is kept then, made of what has changed. */
	readonly state: (changes: CopyChanges) => string;
}

/** What a run changed. Rows that came as they were are not counted. */
export interface CopyChanges {
	/** Rows that are new. */
	readonly inserted: number;
	/** Rows that differ from before. */
	readonly updated: number;
	/** Rows that are gone. */
	readonly deleted: number;
}
