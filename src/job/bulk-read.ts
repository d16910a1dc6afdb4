import { showGiven } from "../checks/show-given.js";
import type { Module } from "../criteria/build/define-module.js";
import type { Where } from "../criteria/build/where.js";
import { and } from "../criteria/node/and-or.js";
import type { Criteria } from "../criteria/node/criteria.js";
import { asNode } from "../criteria/node/criteria-node.js";
import { limits } from "../facts/limits.js";
import type { AnyModule } from "../schema/module-schema.js";
import { type FieldAt, isPathProblem, resolvePath } from "../schema/path.js";
import type { NotExportable, RefusedPath } from "../schema/path-report.js";
import { InvalidJobError, type JobIssue } from "./invalid-job-error.js";
import type { BulkReadRequest, FileType } from "./request.js";
import type { ModuleRow, SelectedCell } from "./row.js";

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
	/** The same job for another page of 200,000 records, from 1. */
	atPage(page: number): Job<Row>;
	/** The body of the request as API v2 spells it. */
	toJSON(): BulkReadRequest;
	/** Carries the type of a row; absent at run time. */
	readonly rowType?: Row;
}

/** A filter, or `null` for every record, said explicitly; `false` is what `flag && criteria` gives. */
export type FilterOrNull<Module extends string = string> = Criteria<Module> | false | null;

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
	 * @param url - an absolute http or https URL. Zoho does not sign the call: put a secret into the query string.
	 */
	callback(url: string | URL): this;
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
	select<const Paths extends readonly [string, ...string[]], Descriptors = DescriptorsAt<Fields, Paths>>(
		...paths: CheckedPaths<Fields, Paths, Descriptors>
	): SelectedBulkRead<
		Name,
		Fields,
		// Written out here and not behind a name, so that editors show a row's keys and values.
		{ [Column in "Id" | Paths[number] as Column extends "id" ? never : Column]: SelectedCell<Fields, Column> }
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
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function bulkRead<Fields>(module: Module<"Events", Fields>): EventsBulkRead<Fields>;
export function bulkRead<Name extends string, Fields>(module: Module<Name, Fields>): BulkRead<Name, Fields>;
export function bulkRead(module: DefinedModule): unknown {
	return new BulkReadJob({ module });
}

/** A module with its `where`, whatever its fields. */
export type DefinedModule = AnyModule & { readonly where: unknown };

/** What a job was told so far. */
export interface JobParts {
	readonly module: DefinedModule;
	readonly selection?: readonly string[];
	readonly criteria?: Criteria;
	readonly customView?: string;
	readonly page?: number;
	readonly callback?: string;
	readonly ics?: true;
}

/** What every job is made of. The types that users see stand in {@link BulkRead} and its kin. */
export class BulkReadJob implements Job<unknown> {
	readonly #parts: JobParts;

	constructor(parts: JobParts) {
		this.#parts = parts;
	}

	get module(): AnyModule {
		return this.#parts.module;
	}

	get fileType(): FileType {
		return this.#parts.ics ? "ics" : "csv";
	}

	get criteria(): Criteria | undefined {
		return this.#parts.criteria;
	}

	get selection(): readonly string[] | undefined {
		return this.#parts.selection;
	}

	select(...paths: readonly string[]): BulkReadJob {
		const { module, selection, ics } = this.#parts;
		if (selection !== undefined)
			throw invalid(
				["query", "fields"],
				"QUERY_NOT_SUPPORTED",
				paths,
				"select was already called. Name all fields in one call.",
			);
		if (ics)
			throw invalid(
				["query", "fields"],
				"QUERY_NOT_SUPPORTED",
				paths,
				"a calendar has no fields to select. Leave out either select or ics.",
			);
		const issues = selectionIssues(module, paths);
		if (issues.length > 0) throw new InvalidJobError(issues);
		return this.#with({ selection: Object.freeze([...paths]) });
	}

	where(filter: FilterOrNull | ((where: unknown) => FilterOrNull)): BulkReadJob {
		const { module, criteria } = this.#parts;
		const given: FilterOrNull | undefined = typeof filter === "function" ? filter(module.where) : filter;
		if (given === null || given === false) return this;
		if (given === undefined) throw noFilter(typeof filter === "function");
		const node = asNode(given);
		if (node.module !== module.apiName) {
			throw invalid(
				["query", "criteria"],
				"FIELD_IN_CRITERIA_NOT_AVAILABLE",
				node.toJSON(),
				`this is a criteria of ${node.module}, and the job reads ${module.apiName}.`,
			);
		}
		return this.#with({ criteria: and(criteria, given) ?? given });
	}

	customView(id: string | bigint): BulkReadJob {
		const digits = String(id);
		if (!/^\d+$/.test(digits))
			throw invalid(["query", "cvid"], "CVID_NOT_SUPPORTED", id, "a custom view's id is a string of digits.");
		return this.#with({ customView: digits });
	}

	page(page: number): BulkReadJob {
		if (!Number.isSafeInteger(page) || page < 1) {
			throw invalid(["query", "page"], "PAGE_NOT_SUPPORTED", page, "pages are whole numbers from 1.");
		}
		return this.#with({ page });
	}

	atPage(page: number): BulkReadJob {
		return this.page(page);
	}

	callback(url: string | URL): BulkReadJob {
		return this.#with({ callback: checkCallback(url) });
	}

	ics(): BulkReadJob {
		const { module, selection } = this.#parts;
		if (module.apiName !== "Events") {
			throw invalid(
				["file_type"],
				"QUERY_NOT_SUPPORTED",
				"ics",
				`only Events can be exported as a calendar, and this job reads ${module.apiName}.`,
			);
		}
		if (selection !== undefined)
			throw invalid(
				["file_type"],
				"QUERY_NOT_SUPPORTED",
				"ics",
				"a calendar has no fields to select. Leave out either select or ics.",
			);
		return this.#with({ ics: true });
	}

	toJSON(): BulkReadRequest {
		const { module, selection, criteria, customView, page, callback, ics } = this.#parts;
		return {
			...(callback === undefined ? {} : { callback: { url: callback, method: "post" } }),
			query: {
				module: module.apiName,
				...(customView === undefined ? {} : { cvid: customView }),
				...(selection === undefined ? {} : { fields: [...selection] }),
				...(criteria === undefined ? {} : { criteria: criteria.toJSON() }),
				...(page === undefined ? {} : { page }),
			},
			...(ics ? { file_type: "ics" } : {}),
		};
	}

	#with(change: Partial<JobParts>): BulkReadJob {
		return new BulkReadJob({ ...this.#parts, ...change });
	}
}

/** A filter that is `undefined` would export the whole module, and nobody asked for that. */
function noFilter(byFunction: boolean): InvalidJobError {
	const problem = byFunction
		? "the function of where returned nothing. Is `return` missing, or the comparator's call?"
		: "this filter came to nothing.";
	return invalid(
		["query", "criteria"],
		"INVALID_CRITERIA",
		undefined,
		`${problem} If every record is meant, give null: where(filter ?? null).`,
	);
}

function invalid(path: readonly string[], code: string, given: unknown, sentence: string): InvalidJobError {
	return new InvalidJobError([{ code, message: `${showGiven(given)}: ${sentence}`, path, given }]);
}

function selectionIssues(module: AnyModule, paths: readonly string[]): JobIssue[] {
	const issues: JobIssue[] = [];
	const at = (index: number): readonly (string | number)[] => ["query", "fields", index];
	if (paths.length === 0 || paths.length > limits.fields) {
		issues.push({
			code: "QUERY_NOT_SUPPORTED",
			message: `${paths.length} fields were selected; select 1 to ${limits.fields}. For every field of the module leave out select: that is also what the API does with more than ${limits.fields}.`,
			path: ["query", "fields"],
			given: paths.length,
		});
	}
	for (const [index, path] of paths.entries()) {
		const found = resolvePath(module, path);
		if (isPathProblem(found)) {
			issues.push({
				code: "FIELD_NOT_AVAILABLE",
				message: found.problem,
				path: at(index),
				given: path,
				allowed: found.allowed,
			});
		} else if (!found.field.exportable) {
			issues.push({
				code: "FIELD_NOT_SUPPORTED",
				message: `"${path}" of ${module.apiName} is not exported by bulk read.`,
				path: at(index),
				given: path,
			});
		}
		if (paths.indexOf(path) !== index) {
			issues.push({
				code: "FIELD_NOT_SUPPORTED",
				message: `"${path}" was selected twice; a row has each column once.`,
				path: at(index),
				given: path,
			});
		}
	}
	return issues;
}

function checkCallback(url: string | URL): string {
	const given = String(url);
	const parsed = URL.canParse(given) ? new URL(given) : undefined;
	if (parsed?.protocol !== "https:" && parsed?.protocol !== "http:") {
		// The query string is left out: it is where a receiver keeps its secret.
		throw invalid(
			["callback", "url"],
			"INVALID_CALLBACK_URL",
			given.split("?")[0],
			"a callback is an absolute http or https URL.",
		);
	}
	return given;
}
