import { isMatching, P } from "ts-pattern";
import type { Checkpoint, CheckpointOwner } from "../../client/export/checkpoint.js";
import type { CopyColumn } from "../copy/copy-column.js";

/** What a run requests: everything, or changes since the bookmark. */
export type RunKind = "whole" | "changes";

/**
 * The phase of a run: it stages the rows; then the existing ids; the ids again, if too many differ to request each;
 * then the records whose ids differ; then it is applied.
 */
export type RunPhase = "rows" | "ids" | "ids again" | "asked" | "publish";

/** A run under way. */
export interface RunState {
	/** Its job's query, so that the run is not continued with another job. */
	readonly request: string;
	readonly kind: RunKind;
	/** Why everything is exported. */
	readonly because?: string | undefined;
	/** The moment from which changes are requested. */
	readonly since?: string | undefined;
	/** Whether deleted records are removed. */
	readonly deletions: boolean;
	/** Whether the table is rebuilt. */
	readonly anew: boolean;
	readonly phase: RunPhase;
	/** Columns of the staged rows. */
	readonly columns: readonly CopyColumn[];
	/** The progress of the phase's export. */
	readonly export?: Checkpoint | undefined;
	/** Jobs of the phase's export whose pages are staged. */
	readonly staged: readonly string[];
	/** Jobs of the phase's export that were submitted. */
	readonly submitted: readonly string[];
	/** What the phase's export submitted again because its result was gone. */
	readonly renewed?: readonly string[] | undefined;
	/** How many jobs the export of existing ids took. */
	readonly aliveJobs: number;
	/** The ids that are being requested. */
	readonly asked?: readonly string[] | undefined;
	/** Whether two exports lacked what the org seems to lack. */
	readonly confirmed: boolean;
	/** When the first job that gave rows was created, by Zoho's time. */
	readonly earliest?: string | undefined;
	/** When the run started, by this machine's time, in milliseconds since 1970. */
	readonly begun: number;
	readonly jobs: number;
	/** Staged pages of rows. */
	readonly pages: number;
	readonly read: number;
	readonly invalidCells: number;
}

/** A column of the table. */
export interface KeptColumn extends CopyColumn {
	/** Whether the job no longer requests it: it keeps its values. */
	readonly gone?: boolean | undefined;
}

/** The stored state of a copy, besides its rows. */
export interface TableState {
	/** The version of this format. */
	readonly version: 1;
	/** Whose records they are, as far as known, without secrets. */
	readonly owner?: CheckpointOwner | undefined;
	/** The filter and the view that are copied. */
	readonly filter: string;
	readonly columns: readonly KeptColumn[];
	/** The moment up to which every change is in the table, by Zoho's time. */
	readonly bookmark?: string | undefined;
	/** When the last full run started, by this machine's time, in milliseconds since 1970. */
	readonly wholeAt?: number | undefined;
	/** How many runs in a row were given up after they had submitted jobs. */
	readonly givenUp?: number | undefined;
	/** The run that has not been applied yet. */
	readonly run?: RunState | undefined;
}

const column = { name: P.string, type: P.string };
const pattern = { version: 1 as const, filter: P.string, columns: P.array(column) };

/** Reads the stored state; nothing if it has another version, so that the copy is rebuilt. */
export function readTableState(kept: string | undefined): TableState | undefined {
	if (kept === undefined) return undefined;
	const state: unknown = JSON.parse(kept);
	// What has this version was written by this library, from such a state.
	return isMatching(pattern, state) ? (state as TableState) : undefined;
}
