import type { Module } from "../criteria/build/define-module.js";
import type { Where } from "../criteria/build/where.js";
import { checkModule } from "../schema/check-module.js";
import type { AnyFields } from "../schema/field.js";
import type { AnyModule } from "../schema/module-schema.js";
import type { FieldAt } from "../schema/path.js";
import type { NotExportable, RefusedPath } from "../schema/path-report.js";
import type { FilterOrNull, Job } from "./any-job.js";
import { BulkReadJob } from "./bulk-read-job.js";
import type { CallbackSecret } from "./callback-url.js";
import type { ColumnsOf, ModuleRow, SelectedCell, SelectedColumns } from "./row.js";

/** What every job offers, whatever its format. */
export interface JobSteps<in out Name extends string, in out Fields> {
	/**
	 * Exports only the records that match the filter. If called again, both filters must match.
	 *
	 * No filter must be explicit: `null` (or `false`, from `flag && criteria`) means every record, while `undefined` is
	 * refused, since a function with a forgotten `return` gives it. So write `and(...list) ?? null` for a list that may
	 * be empty; nothing exports every record by accident.
	 *
	 * @param filter - a filter of this module, or a function that builds one from `where`.
	 * @throws {@link InvalidJobError} for `undefined`, or a filter of another module.
	 * @throws {@link InvalidCriteriaError} for more than 25 conditions, or anything but a filter.
	 */
	where(filter: FilterOrNull<Name> | ((where: Where<Name, Fields>) => FilterOrNull<Name>)): this;
	/**
	 * Exports only the records of a custom view; with `where`, both must match.
	 *
	 * @param id - the view's id, digits.
	 */
	customView(id: string | bigint): this;
	/**
	 * Exports this page of 200,000 records. `client.rows(job)` continues with the next pages by itself.
	 *
	 * @param page - from 1. Zoho documents two different limits (50 and 500) for newer versions, and none for v2.
	 */
	page(page: number): this;
	/**
	 * Has Zoho post the outcome to a URL when the job completes or fails.
	 *
	 * @param url - an absolute http or https URL.
	 * @param secret - Zoho does not sign its calls: the secret, which goes into the query string, identifies them.
	 * {@link callbackHandler} looks for it there.
	 * @throws {@link InvalidJobError} if the URL is not valid, or already has a parameter of that name.
	 * @example
	 * ```ts
	 * bulkRead(Leads).callback("https://example.com/zoho", { secret });
	 * ```
	 */
	callback(url: string | URL, secret?: CallbackSecret): this;
}

/** A job whose fields are not chosen yet: without `select` it exports every field of the module. */
export interface BulkRead<in out Name extends string, in out Fields>
	extends JobSteps<Name, Fields>,
		Job<ModuleRow<Fields>> {
	/**
	 * Exports these fields, in this order, after the record's id.
	 *
	 * @param paths - API names, or paths through a lookup: `"Owner.last_name"`. At most 200: with more the API exports
	 * every field instead.
	 * @throws {@link InvalidJobError} if the module has no such field.
	 */
	// Not type-fest's `NonEmptyTuple`: a library that exports this method would need that package for its declarations.
	select<const Paths extends readonly [string, ...string[]], Descriptors = DescriptorsAt<Fields, Paths>>(
		...paths: CheckedPaths<Fields, Paths, Descriptors>
	): SelectedJobs<Name, Fields, Paths, ColumnsOf<Paths[number]>>["job"];
}

/**
 * The type of a job that selects these paths, to be looked up: editors show what was looked up as it is, with a row's keys and
 * values, and would show an alias by its name.
 *
 * @typeParam Columns - the columns; from their constraint the compiler takes, later, which of them are optional.
 */
export interface SelectedJobs<
	Name extends string,
	Fields,
	Paths extends readonly string[],
	Columns extends keyof SelectedColumns<Paths>,
> {
	/** The job; no value has it. */
	readonly job: SelectedBulkRead<Name, Fields, { [Column in Columns]: SelectedCell<Fields, Column & string, Paths> }>;
}

/** A job whose fields are chosen. */
export interface SelectedBulkRead<in out Name extends string, in out Fields, out Row>
	extends JobSteps<Name, Fields>,
		Job<Row> {}

/** A job on Events, which can also be exported as a calendar. */
export interface EventsBulkRead<in out Fields> extends BulkRead<"Events", Fields> {
	/** Exports a calendar (RFC 5545) instead of CSV, 20,000 events a page; it has no fields to select. */
	ics(): IcsBulkRead<Fields>;
}

/** A job whose result is a calendar. */
export interface IcsBulkRead<in out Fields> extends JobSteps<"Events", Fields>, Job<never> {
	readonly fileType: "ics";
}

/**
 * A job on a module whose fields the compiler does not know. Paths, comparators and values are checked when the job is
 * made, and a cell may be anything that a cell can be.
 */
export interface AnyBulkRead extends JobSteps<string, AnyFields>, Job<ModuleRow<AnyFields>> {
	/**
	 * Exports these fields, in this order, after the record's id.
	 *
	 * @param paths - API names, or paths through a lookup: `"Owner.last_name"`. At most 200.
	 * @throws {@link InvalidJobError} if the module has no such field.
	 */
	select(...paths: readonly [string, ...string[]]): SelectedBulkRead<string, AnyFields, ModuleRow<AnyFields>>;
}

/** What {@link bulkRead} returns for one of several modules, or for any. */
export type BulkReadOf<Any extends AnyModule> =
	Any extends Module<"Events", infer Fields>
		? EventsBulkRead<Fields>
		: Any extends Module<infer Name, infer Fields>
			? BulkRead<Name, Fields>
			: AnyBulkRead;

type DescriptorsAt<Fields, Paths extends readonly string[]> = {
	readonly [Index in keyof Paths]: FieldAt<Fields, Paths[Index]>;
};

type CheckedPaths<Fields, Paths extends readonly string[], Descriptors> = {
	readonly [Index in keyof Paths]: CheckedPath<Descriptors[Index & keyof Descriptors], Paths[Index], Fields>;
};

/** The path, or what the compiler says about one that bulk read does not export. */
type CheckedPath<Descriptor, Path, Fields> = Descriptor extends { readonly exportable: true }
	? Path
	: RefusedPath<Descriptor, Fields, Path, NotExportable<Path, Fields>>;

/**
 * Starts a bulk read job on a module.
 *
 * @example
 * ```ts
 * const job = bulkRead(Contacts)
 *   .select("Last_Name", "Owner.last_name")
 *   .where((where) => where("Lead_Source").equal("Advertisement"));
 * ```
 *
 * For a union of modules, the rows are the union of their rows:
 *
 * ```ts
 * for (const module of [Contacts, Leads]) await save(module.apiName, zoho.rows(bulkRead(module)));
 * ```
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function bulkRead<Fields>(module: Module<"Events", Fields>): EventsBulkRead<Fields>;
export function bulkRead<Name extends string, Fields>(module: Module<Name, Fields>): BulkRead<Name, Fields>;
export function bulkRead<Any extends AnyModule>(module: Any): BulkReadOf<Any>;
export function bulkRead(module: AnyModule): unknown {
	checkModule(module);
	return new BulkReadJob({ module });
}
