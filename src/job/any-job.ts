import type { Criteria } from "../criteria/node/criteria.js";
import type { AnyModule } from "../schema/module-schema.js";
import type { BulkReadRequest, FileType } from "./request.js";

/**
 * A bulk read job, ready to be submitted. It never changes, and it is its own JSON: `JSON.stringify(job)` is the body of
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
	 * The body of the request, as it is compared and copied: `structuredClone` and `postMessage` carry it across, where
	 * `parseJob` makes a job of it.
	 */
	readonly request: BulkReadRequest;
	/** The same job for another page of 200,000 records, from 1. */
	atPage(page: number): Job<Row>;
	/** The body of the request as API v2 spells it. */
	toJSON(): BulkReadRequest;
	/** Carries the type of a row; absent at run time. */
	readonly rowType?: Row;
}

/** Any job, whatever its rows look like: what code takes that works on jobs in general. */
export type AnyJob = Job<unknown>;

/** The rows of a job; of one of several jobs, the rows of any of them. */
export type RowOf<Any extends AnyJob> = Any extends Job<infer Row> ? Row : never;

/** A filter, or `null` for every record, said explicitly; `false` is what `flag && criteria` gives. */
export type FilterOrNull<Module extends string = string> = Criteria<Module> | false | null;
