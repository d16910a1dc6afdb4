/**
 * Typed, chainable filters and whole exports for the Zoho CRM Bulk Read API.
 *
 * @packageDocumentation
 */
export { and, or } from "./criteria/and-or.js";
export type { Criteria, Skipped } from "./criteria/criteria.js";
export * from "./criteria/descriptors.js";
export { EMPTY, type Empty } from "./criteria/empty.js";
export { type CriteriaCode, type CriteriaIssue, InvalidCriteriaError } from "./criteria/invalid-criteria-error.js";
export type { RawCriteria, Where } from "./criteria/where.js";
export type { GroupOperator, WireCondition, WireCriteria, WireGroup, WireScalar, WireValue } from "./criteria/wire.js";
export {
	type BulkRead,
	bulkRead,
	type EventsBulkRead,
	type IcsBulkRead,
	type Job,
	type SelectedBulkRead,
} from "./job/bulk-read.js";
export { InvalidJobError, type JobIssue } from "./job/invalid-job-error.js";
export {
	type AddedJob,
	type JobCreator,
	type JobDetails,
	type JobFailure,
	type JobResult,
	parseAddedJob,
	parseJobDetails,
} from "./job/job-details.js";
export { isFinal, type JobState, jobStates, type KnownJobState } from "./job/job-state.js";
export { parseCallback } from "./job/parse-callback.js";
export type * from "./job/request.js";
export { writeRequest } from "./job/request.js";
export type { Cell, ModuleRow, Row, SelectedCell } from "./job/row.js";
export { UnexpectedAnswerError } from "./job/unexpected-answer-error.js";
export {
	type Comparator,
	type ComparatorOf,
	comparators,
	comparatorsFor,
	comparatorTable,
	type DataType,
	dataTypes,
	type Family,
	type FamilyOf,
	familyOf,
	type MethodName,
	methodName,
} from "./schema/comparators.js";
export { limits } from "./schema/limits.js";
export type { AnyModule, FieldDescriptor, Hops, ModuleSchema } from "./schema/module-schema.js";
