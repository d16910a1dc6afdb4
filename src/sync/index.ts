/**
 * Keeps tables in a database equal to modules of Zoho CRM.
 *
 * @packageDocumentation
 */
export { CopyCellError, type UnfitCell } from "./copy/copy-cell-error.js";
export type { CopyColumn, CopyType } from "./copy/copy-column.js";
export type {
	AskedIds,
	CopyChanges,
	CopyDatabase,
	CopyTable,
	DoubtedSince,
	IdDifferences,
	KeptCopy,
	LoadedPage,
	OpenCopyOptions,
	Publication,
	StageTarget,
} from "./copy/copy-database.js";
export { CopyLockedError } from "./copy/copy-locked-error.js";
export { CopyOwnerError } from "./copy/copy-owner-error.js";
export { CopySchemaError } from "./copy/copy-schema-error.js";
export type { CsvPage } from "./copy/csv-page.js";
export { MissingDriverError } from "./copy/missing-driver-error.js";
export { planSync, type SyncOutcome, type SyncPlan, type SyncStep, sync, syncStep } from "./run/sync.js";
export type { SyncOptions, SyncProgress } from "./run/sync-options.js";
export type { RunKind, RunPhase } from "./run/table-state.js";
