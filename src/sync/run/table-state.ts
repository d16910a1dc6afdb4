import { isMatching, P } from "ts-pattern";
import type { Checkpoint, CheckpointOwner } from "../../client/export/checkpoint.js";
import type { CopyColumn } from "../copy/copy-column.js";

/** What a run asks for: everything, or what was changed since the bookmark. */
export type RunKind = "whole" | "changes";

/**
 * Where a run stands: it stages the rows; then the ids that are alive; the ids again, where too many differ to ask for each; then
 * the records whose ids differ; then it is made visible.
 */
export type RunPhase = "rows" | "ids" | "ids again" | "asked" | "publish";

/** A run that has begun. */
export interface RunState {
	/** What its job asks for, so that a run is not taken to another job. */
	readonly request: string;
	readonly kind: RunKind;
	/** Why everything is asked for. */
	readonly because?: string | undefined;
	/** The moment from which changes are asked for. */
	readonly since?: string | undefined;
	/** Whether what the org has no more is taken out. */
	readonly deletions: boolean;
	/** Whether the table is made anew. */
	readonly anew: boolean;
	readonly phase: RunPhase;
	/** Columns of the staged rows. */
	readonly columns: readonly CopyColumn[];
	/** How far the phase's export has got. */
	readonly export?: Checkpoint | undefined;
	/** Jobs of the phase's export whose pages are staged. */
	readonly staged: readonly string[];
	/** Jobs of the phase's export that were submitted. */
	readonly submitted: readonly string[];
	/** How many jobs the export of what is alive took. */
	readonly aliveJobs: number;
	/** The ids that are being asked for. */
	readonly asked?: readonly string[] | undefined;
	/** Whether two exports lacked what the org seems not to have. */
	readonly confirmed: boolean;
	/** When the first of the jobs was created that gave rows, by Zoho's time. */
	readonly earliest?: string | undefined;
	/** When the run began, by this machine's time, in milliseconds since 1970. */
	readonly begun: number;
	readonly jobs: number;
	/** Pages of rows that are staged. */
	readonly pages: number;
	readonly read: number;
	readonly invalidCells: number;
}

/** A column that the table has. */
export interface KeptColumn extends CopyColumn {
	/** Whether the job asks for it no longer: what it held is kept as it is. */
	readonly gone?: boolean | undefined;
}

/** What is kept of a copy, beside its rows. */
export interface TableState {
	/** The form of this text. */
	readonly version: 1;
	/** Whose records they are, as far as it is known: no secret is in it. */
	readonly owner?: CheckpointOwner | undefined;
	/** The filter and the view that it is a copy of. */
	readonly filter: string;
	readonly columns: readonly KeptColumn[];
	/** The moment up to which every change is in the table, by Zoho's time. */
	readonly bookmark?: string | undefined;
	/** When the last run began that asked for everything, by this machine's time, in milliseconds since 1970. */
	readonly wholeAt?: number | undefined;
	/** What has begun and is not visible yet. */
	readonly run?: RunState | undefined;
}

const column = { name: P.string, type: P.string };
const pattern = { version: 1 as const, filter: P.string, columns: P.array(column) };

/** Reads what was kept; nothing where it is of another version, so that the copy is made anew. */
export function readTableState(kept: string | undefined): TableState | undefined {
	if (kept === undefined) return undefined;
	const state: unknown = JSON.parse(kept);
	// What has this version was written by this library, from such a state.
	return isMatching(pattern, state) ? (state as TableState) : undefined;
}
