import { or } from "../../criteria/node/and-or.js";
import type { Criteria } from "../../criteria/node/criteria.js";
import type { WireValue } from "../../criteria/node/criteria-json.js";
import { Condition } from "../../criteria/node/criteria-node.js";
import { limits } from "../../facts/limits.js";
import type { Job } from "../../job/any-job.js";
import { InvalidJobError } from "../../job/invalid-job-error.js";
import { narrowJob, probeJob } from "../../job/narrow-job.js";
import type { Comparator } from "../../schema/comparators.js";
import type { AnyModule } from "../../schema/module-schema.js";
import type { CopyColumn } from "../copy/copy-column.js";
import type { RunKind } from "./table-state.js";

/** The field with a record's last change. */
const changeField = "Modified_Time";
/** The field that never changes, by which exports are split. */
const windowField = "Created_Time";
const idField = "id";

/** The conditions of a window: from one moment, and before another. */
const windowConditions = 2;

/** Whether changes can be requested: a filter needs no selection. */
export function tellsChanges(module: AnyModule): boolean {
	return isMoment(module, changeField);
}

/** Whether an export of a module can be split into windows. */
export function hasWindows(module: AnyModule): boolean {
	return isMoment(module, windowField);
}

function isMoment(module: AnyModule, name: string): boolean {
	const field = module.fields.get(name);
	return field?.dataType === "datetime" && field.filterable;
}

/** Whether records can be requested by id. */
export function asksById(module: AnyModule): boolean {
	return module.fields.get(idField)?.filterable ?? false;
}

/**
 * Refuses jobs that cannot be copied.
 *
 * @throws {@link InvalidJobError}
 */
export function refuseUnfitJob(job: Job<unknown>): void {
	const { query, file_type } = job.toJSON();
	if (file_type === "ics") throw refusal(["file_type"], "ics", "a calendar is not a table. Leave out ics.");
	if (query.page !== undefined) throw refusal(["query", "page"], query.page, "a copy has every page. Leave out page.");
	const added = (tellsChanges(job.module) ? 1 : 0) + (hasWindows(job.module) ? windowConditions : 0);
	const room = limits.conditions - added;
	const size = job.criteria?.size ?? 0;
	if (size <= room) return;
	const message =
		`its filter has ${size} conditions, which leaves no room for the ${added} that a sync adds; the API takes ${limits.conditions}. ` +
		"Use in(...) for a list of values, or a custom view.";
	throw refusal(["query", "criteria"], size, message, "CRITERIA_LIMIT_EXCEEDED");
}

function refusal(
	path: readonly string[],
	given: unknown,
	message: string,
	code = "QUERY_NOT_SUPPORTED",
): InvalidJobError {
	return new InvalidJobError([{ code, message, path, given }]);
}

/**
 * The rows of a run.
 *
 * @param since - only changes at or after this moment; everything by default.
 */
export function rowsJob(job: Job<unknown>, since: string | undefined): Job<unknown> {
	return narrowJob(job, since === undefined ? undefined : condition(job, changeField, "greater_equal", since));
}

/**
 * The ids of everything that matches the job's filter.
 *
 * @param kind - in a run of changes the ids come with the time of the last change, where {@link doubtsChanges} says so.
 */
export function idsJob(job: Job<unknown>, kind: RunKind): Job<unknown> {
	const { fields } = job.module;
	const shown = fields.get(idField)?.exportable
		? idField
		: [...fields.values()].find(({ exportable }) => exportable)?.apiName;
	const withChange = kind === "changes" && doubtsChanges(job);
	return probeJob(job, [shown ?? idField, ...(withChange ? [changeField] : [])], undefined);
}

/**
 * Whether a record may have left the filter before the rows were read, and be back when the ids are: its id is alive then, and its
 * row was not among those that changed.
 */
function doubtsChanges(job: Job<unknown>): boolean {
	const { cvid, criteria } = job.toJSON().query;
	const isFiltered = cvid !== undefined || criteria !== undefined;
	return isFiltered && asksById(job.module) && (job.module.fields.get(changeField)?.exportable ?? false);
}

/** The column of the time of a record's last change. */
export const changeColumn: CopyColumn = { name: changeField, type: "moment" };

/** The rows of these records, if they match the job's filter. */
export function askedJob(job: Job<unknown>, ids: readonly string[]): Job<unknown> {
	const lists: Criteria[] = [];
	for (let at = 0; at < ids.length; at += limits.listValues) {
		lists.push(condition(job, idField, "in", ids.slice(at, at + limits.listValues)));
	}
	return narrowJob(job, or(...lists));
}

/** How many records one job can request by id. */
export function idsPerJob(job: Job<unknown>): number {
	const taken = (job.criteria?.size ?? 0) + (hasWindows(job.module) ? windowConditions : 0);
	return Math.max(1, limits.conditions - taken) * limits.listValues;
}

function condition({ module }: Job<unknown>, path: string, comparator: Comparator, value: WireValue): Criteria {
	return new Condition({ module, path, field: module.fields.get(path) }, comparator, value);
}
