import { showGiven } from "../checks/show-given.js";
import { showInConsole } from "../checks/show-in-console.js";
import { makeWhere } from "../criteria/build/where.js";
import { and } from "../criteria/node/and-or.js";
import type { Criteria } from "../criteria/node/criteria.js";
import type { WireCriteria } from "../criteria/node/criteria-json.js";
import { asNode } from "../criteria/node/criteria-node.js";
import { limits } from "../facts/limits.js";
import type { AnyModule } from "../schema/module-schema.js";
import type { AnyJob, FilterOrNull } from "./any-job.js";
import { type CallbackSecret, writeCallbackUrl } from "./callback-url.js";
import { InvalidJobError } from "./invalid-job-error.js";
import type { BulkReadRequest, FileType } from "./request.js";
import { selectionIssues } from "./selection-issues.js";
import { writeBuilderCalls } from "./write-builder-calls.js";

/** What has been set on a job so far. */
export interface JobParts {
	readonly module: AnyModule;
	readonly selection?: readonly string[];
	readonly criteria?: Criteria;
	readonly customView?: string;
	readonly page?: number;
	readonly callback?: string;
	readonly ics?: true;
}

/**
 * The implementation of every job. Users see the types `BulkRead` and the like. Its data is in `request`, for anything
 * that compares or copies objects.
 */
export class BulkReadJob implements AnyJob {
	declare readonly request: BulkReadRequest;
	readonly #parts: JobParts;

	constructor(parts: JobParts) {
		this.#parts = parts;
		const body = this.#body(parts.criteria && asNode(parts.criteria));
		for (const part of [body.callback, body.query, body]) Object.freeze(part);
		Object.defineProperty(this, "request", { value: body, enumerable: true });
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
		const given: FilterOrNull | undefined = typeof filter === "function" ? filter(whereOf(module)) : filter;
		if (given === null || given === false) return this;
		if (given === undefined) throw noFilter(typeof filter === "function");
		const node = asNode(given);
		if (node.module !== module.apiName) {
			throw invalid(
				["query", "criteria"],
				"FIELD_IN_CRITERIA_NOT_AVAILABLE",
				node.toJSON(),
				`this filter is on ${node.module}, but the job reads ${module.apiName}.`,
			);
		}
		return this.#with({ criteria: and(criteria, given) ?? given });
	}

	customView(id: string | bigint): BulkReadJob {
		const digits = typeof id === "bigint" ? String(id) : id;
		if (typeof digits !== "string" || !/^\d+$/.test(digits)) {
			const sentence =
				typeof id === "number"
					? "a JavaScript number cannot hold every id exactly. Give a custom view's id as a string of digits or a bigint."
					: "a custom view's id is a string of digits.";
			throw invalid(["query", "cvid"], "CVID_NOT_SUPPORTED", id, sentence);
		}
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

	callback(url: string | URL, secret?: CallbackSecret): BulkReadJob {
		return this.#with({ callback: writeCallbackUrl(url, secret) });
	}

	ics(): BulkReadJob {
		const { module, selection } = this.#parts;
		if (module.apiName !== "Events") {
			throw invalid(
				["file_type"],
				"QUERY_NOT_SUPPORTED",
				"ics",
				`only Events can be exported as a calendar, but this job reads ${module.apiName}.`,
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

	/** The same job with a different filter. */
	withCriteria(criteria: Criteria): BulkReadJob {
		return this.#with({ criteria });
	}

	toJSON(): BulkReadRequest {
		const { criteria } = this.#parts;
		if (criteria !== undefined && criteria.size > limits.conditions) throw tooManyLists(criteria);
		return this.#body(criteria?.toJSON());
	}

	#body(criteria: WireCriteria | undefined): BulkReadRequest {
		const { module, selection, customView, page, callback, ics } = this.#parts;
		return {
			...(callback === undefined ? {} : { callback: { url: callback, method: "post" } }),
			query: {
				module: module.apiName,
				...(customView === undefined ? {} : { cvid: customView }),
				...(selection === undefined ? {} : { fields: [...selection] }),
				...(criteria === undefined ? {} : { criteria }),
				...(page === undefined ? {} : { page }),
			},
			...(ics ? { file_type: "ics" } : {}),
		};
	}

	#with(change: Partial<JobParts>): BulkReadJob {
		return new BulkReadJob({ ...this.#parts, ...change });
	}
}

/** Only a long list can have more conditions than the API takes; it can be divided among several jobs. */
function tooManyLists({ size }: Criteria): InvalidJobError {
	const sentence = `its lists of up to ${limits.listValues} values need more conditions than the ${limits.conditions} that the API takes. splitJob(job) splits it into several jobs; if your org accepts longer lists, splitJob(job, { listValues: 200 }) makes fewer.`;
	return invalid(["query", "criteria"], "CRITERIA_LIMIT_EXCEEDED", size, sentence);
}

/** A filter of `undefined` would export the whole module, which nobody asked for. */
function noFilter(byFunction: boolean): InvalidJobError {
	const problem = byFunction
		? "the function given to where returned nothing. Is a `return` or the call of a comparator missing?"
		: "this filter is undefined.";
	return invalid(
		["query", "criteria"],
		"INVALID_CRITERIA",
		undefined,
		`${problem} If you mean every record, give null: where(filter ?? null).`,
	);
}

function invalid(path: readonly string[], code: string, given: unknown, sentence: string): InvalidJobError {
	return new InvalidJobError([{ code, message: `${showGiven(given)}: ${sentence}`, path, given }]);
}

showInConsole(BulkReadJob.prototype, writeBuilderCalls);

/** Modules have their own `where`; a schema without one works just the same. */
function whereOf(module: AnyModule): unknown {
	return "where" in module ? module.where : makeWhere(module);
}
