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
import type { ModuleRow, SelectedCell, SelectedColumns } from "./row.js";

/** What every job can be asked for, whatever its format. */
export interface JobSteps<in out Name extends string, in out Fields> {
	/**
	 * Exports only the records that the criteria holds for. Called again, both must hold.
	 *
	 * A filter that came to nothing has to be said: `null` (or `false`, as `flag && criteria` gives it) filters nothing,
	 * `undefined` is refused, since it is what a function gives that forgot its `return`. So what `and(...)` makes of a list
	 * that may be empty is given as `and(...list) ?? null`, and every record is never exported by accident.
	 *
	 * @param filter - a criteria of this module, or a function that builds one from `where`.
	 * @throws {@link InvalidJobError} for `undefined`, or a criteria of another module.
	 * @throws {@link InvalidCriteriaError} for more than 25 conditions, or what is no criteria.
	 */
	where(filter: FilterOrNull<Name> | ((where: Where<Name, Fields>) => FilterOrNull<Name>)): this;
	/**
	 * Exports only the records of a custom view; with `where`, both must hold.
	 *
	 * @param id - the view's id, digits.
	 */
	customView(id: string | bigint): this;
	/**
	 * Exports this page of 200,000 records. `client.rows(job)` goes on to the next pages by itself.
	 *
	 * @param page - from 1; Zoho's limit is documented two ways (50 or 500) for newer versions and not for v2.
	 */
	page(page: number): this;
	/**
	 * Has Zoho post the outcome to a URL when the job completes or fails.
	 *
	 * @param url - an absolute http or https URL.
	 * @param secret - Zoho does not sign the call: the secret, which is put into the query string, tells it from others.
	 * {@link callbackHandler} looks for it there.
	 * @throws {@link InvalidJobError} where the URL is none, or has a parameter of that name already.
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
	 * @throws {@link InvalidJobError} where the module has no such field.
	 */
	// Not type-fest's `NonEmptyTuple`: a library that exports this method would have to name that package in its declarations.
	select<const Paths extends readonly [string, ...string[]], Descriptors = DescriptorsAt<Fields, Paths>>(
		...paths: CheckedPaths<Fields, Paths, Descriptors>
	): SelectedBulkRead<
		Name,
		Fields,
		// Written out here and not behind a name, so that editors show a row's keys and values.
		{ [Column in keyof SelectedColumns<Paths>]: SelectedCell<Fields, Column & string> }
	>;
}

/** A job whose fields are chosen. */
export interface SelectedBulkRead<in out Name extends string, in out Fields, out Row>
	extends JobSteps<Name, Fields>,
		Job<Row> {}

/** A job on Events, which may also be exported as a calendar. */
export interface EventsBulkRead<in out Fields> extends BulkRead<"Events", Fields> {
	/** Exports a calendar (RFC 5545) instead of CSV, 20,000 events a page; it has no fields to select. */
	ics(): IcsBulkRead<Fields>;
}

/** A job whose result is a calendar. */
export interface IcsBulkRead<in out Fields> extends JobSteps<"Events", Fields>, Job<never> {
	readonly fileType: "ics";
}

/**
 * A job on a module of which the compiler knows no field. Paths, comparators and values are checked when the job is made, and a
 * cell is whatever a cell can be.
 */
export interface AnyBulkRead extends JobSteps<string, AnyFields>, Job<ModuleRow<AnyFields>> {
	/**
	 * Exports these fields, in this order, after the record's id.
	 *
	 * @param paths - API names, or paths through a lookup: `"Owner.last_name"`. At most 200.
	 * @throws {@link InvalidJobError} where the module has no such field.
	 */
	select(...paths: readonly [string, ...string[]]): SelectedBulkRead<string, AnyFields, ModuleRow<AnyFields>>;
}

/** What {@link bulkRead} begins on one of several modules, or on any. */
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

/** The path, or what the compiler says of one that bulk read does not export. */
type CheckedPath<Descriptor, Path, Fields> = Descriptor extends { readonly exportable: true }
	? Path
	: RefusedPath<Descriptor, Fields, Path, NotExportable<Path, Fields>>;

/**
 * Begins a bulk read job on a module.
 *
 * @example
 * ```ts
 * const job = bulkRead(Contacts)
 *   .select("Last_Name", "Owner.last_name")
 *   .where((where) => where("Lead_Source").equal("Advertisement"));
 * ```
 *
 * One of several modules gives one of several jobs, whose rows are the rows of any:
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
