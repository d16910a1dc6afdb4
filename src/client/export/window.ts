import { and, or } from "../../criteria/node/and-or.js";
import type { Criteria } from "../../criteria/node/criteria.js";
import { Condition } from "../../criteria/node/criteria-node.js";
import { emptyText } from "../../criteria/node/empty.js";
import { limits } from "../../facts/limits.js";
import type { Job } from "../../job/any-job.js";
import { InvalidJobError, type JobIssue } from "../../job/invalid-job-error.js";
import { narrowJob } from "../../job/narrow-job.js";
import type { Comparator } from "../../schema/comparators.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { momentOf } from "../../time/moment.js";
import type { CreatedWindow } from "./checkpoint.js";

/** The field that windows are split by: a record gets its value once, when it is created. */
export const createdField = "Created_Time";

/** The maximum number of conditions that a window needs. */
const conditionsOfWindow = 2;

/** The field for splitting a second in which more records were created than a page holds. It never changes either. */
const idField = "id";

/** The job for one window of another job. */
export function windowJob<Row>(job: Job<Row>, window: CreatedWindow): Job<Row> {
	return narrowJob(job, windowCriteria(job.module, window));
}

/** The filter that matches exactly the records of a window; `undefined` if it has all. */
export function windowCriteria(module: AnyModule, window: CreatedWindow): Criteria | undefined {
	const { idFrom, idBefore } = window;
	return and(
		createdCriteria(module, window),
		idFrom !== undefined && conditionOn(module, idField, "greater_equal", idFrom),
		idBefore !== undefined && conditionOn(module, idField, "less_than", idBefore),
	);
}

function createdCriteria(module: AnyModule, { from, before, empty }: CreatedWindow): Criteria | undefined {
	const isEmpty = conditionOn(module, createdField, "equal", emptyText);
	if (empty === "only") return isEmpty;
	const upTo = before === undefined ? undefined : conditionOn(module, createdField, "less_than", before);
	return and(
		from !== undefined && conditionOn(module, createdField, "greater_equal", from),
		upTo !== undefined && empty === "too" ? or(upTo, isEmpty) : upTo,
	);
}

function conditionOn(module: AnyModule, path: string, comparator: Comparator, value: string): Criteria {
	return new Condition({ module, path, field: module.fields.get(path) }, comparator, value);
}

/** Whether a window must be split by ids: moments cannot narrow it further, and ids can be filtered. */
export function isCutByIds({ module, criteria }: Job<unknown>, window: CreatedWindow): boolean {
	const conditions =
		(criteria?.size ?? 0) + (windowCriteria(module, { ...window, idFrom: "0", idBefore: "0" })?.size ?? 0);
	const mayBeAsked = module.fields.get(idField)?.filterable === true && conditions <= limits.conditions;
	return mayBeAsked && (window.empty === "only" || isOneSecond(window));
}

function isOneSecond({ from, before }: CreatedWindow): boolean {
	return from !== undefined && before !== undefined && momentOf(before) - momentOf(from) === 1_000;
}

/**
 * Refuses a job that cannot be split into windows.
 *
 * @throws {@link InvalidJobError}
 */
export function refuseUncuttable(job: Job<unknown>): void {
	const { module, criteria, fileType } = job;
	const { page } = job.toJSON().query;
	const field = module.fields.get(createdField);
	const size = criteria?.size ?? 0;
	const room = limits.conditions - conditionsOfWindow;
	if (field?.dataType !== "datetime" || !field.filterable) {
		const sentence = `${module.apiName} has no field ${createdField} that can be filtered, which windows need. Leave out windows: pages do not need it.`;
		throw refusal("FIELD_IN_CRITERIA_NOT_AVAILABLE", ["query", "module"], module.apiName, sentence);
	}
	if (size > room) {
		const sentence = `${size} conditions leave no room for the ${conditionsOfWindow} of a window: the API takes ${limits.conditions}, so the filter may have ${room}. Use in(...) for a list of values or a custom view, or leave out windows.`;
		throw refusal("CRITERIA_LIMIT_EXCEEDED", ["query", "criteria"], size, sentence);
	}
	if (page !== undefined && page !== 1) {
		const sentence = `page ${page}: windows have no page numbers. Leave out either page or windows.`;
		throw refusal("PAGE_NOT_SUPPORTED", ["query", "page"], page, sentence);
	}
	if (fileType === "ics") {
		const sentence = "a calendar cannot be split into windows. Leave out either ics or windows.";
		throw refusal("QUERY_NOT_SUPPORTED", ["file_type"], fileType, sentence);
	}
}

function refusal(code: string, path: JobIssue["path"], given: unknown, message: string): InvalidJobError {
	return new InvalidJobError([{ code, message, path, given }]);
}
