import type { Criteria } from "../criteria/node/criteria.js";
import type { AnyModule } from "../schema/module-schema.js";
import type { BulkReadRequest, FileType } from "./request.js";

/**
 * A bulk read job, ready to be submitted. It is immutable, and it is its own JSON: `JSON.stringify(job)` is the body of
 * the request.
 *
 * @typeParam Row - what a record of its result looks like.
 */
export interface Job<out Row> {
	/** The module that it reads, with its fields. */
	readonly module: AnyModule;
	/** The format of its result. */
	readonly fileType: FileType;
	/** Its filter, if it has one. */
	readonly criteria: Criteria | undefined;
	/** The paths that it selects; `undefined` means every field of the module. */
	readonly selection: readonly string[] | undefined;
	/**
	 * The body of the request, for comparing and copying: it survives `structuredClone` and `postMessage`, after which
	 * `parseJob` turns it back into a job.
	 */
	readonly request: BulkReadRequest;
	/** The same job for another page of 200,000 records, from 1. */
	atPage(page: number): Job<Row>;
	/** The body of the request as API v2 spells it. */
	toJSON(): BulkReadRequest;
	/** Carries the type of a row; absent at run time. */
	readonly rowType?: Row;
}

/** Any job, whatever its rows: for code that works on jobs in general. */
export type AnyJob = Job<unknown>;

/** The rows of a job; for a union of jobs, the union of their rows. */
export type RowOf<Any extends AnyJob> = Any extends Job<infer Row> ? Row : never;

/** A filter, or an explicit `null` for every record; `false` is what `flag && criteria` gives. */
export type FilterOrNull<Module extends string = string> = Criteria<Module> | false | null;
