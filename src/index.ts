/**
 * Typed, chainable filters and whole exports for the Zoho CRM Bulk Read API.
 *
 * @packageDocumentation
 */
export { fileTokenStore } from "#token-file";
export { InvalidOptionError } from "./checks/invalid-option-error.js";
export { accessToken } from "./client/auth/access-token.js";
export type { Auth, AuthContext, TokenSource } from "./client/auth/auth.js";
export { exchangeGrantCode, type GrantCodeOptions, type Granted } from "./client/auth/exchange-grant-code.js";
export { type RefreshTokenOptions, refreshToken } from "./client/auth/refresh-token.js";
export type { ClientCredentials } from "./client/auth/request-token.js";
export { memoryTokenStore, type StoredToken, type TokenStore } from "./client/auth/token-store.js";
export type { RowsOptions } from "./client/call-option-kinds.js";
export { type Client, createClient, type ZohoApi } from "./client/client.js";
export type { ClientOptions, ClientTarget } from "./client/client-options.js";
export type { DownloadOptions } from "./client/download/unbroken-download.js";
export { AbortedError } from "./client/errors/aborted-error.js";
export { AuthError } from "./client/errors/auth-error.js";
export { GrantCodeError } from "./client/errors/grant-code-error.js";
export { InvalidCheckpointError } from "./client/errors/invalid-checkpoint-error.js";
export { JobFailedError } from "./client/errors/job-failed-error.js";
export { JobTimeoutError } from "./client/errors/job-timeout-error.js";
export { NetworkError } from "./client/errors/network-error.js";
export { RateLimitError } from "./client/errors/rate-limit-error.js";
export { ResultExpiredError } from "./client/errors/result-expired-error.js";
export { SubmitUncertainError } from "./client/errors/submit-uncertain-error.js";
export { ZohoApiError } from "./client/errors/zoho-api-error.js";
export { beginExport, type ExportPlan, restartPage, resubmitPage } from "./client/export/begin-export.js";
export type {
	Checkpoint,
	CheckpointOwner,
	CreatedWindow,
	DoneCheckpoint,
	ReadCheckpoint,
	ReadTask,
	SplitTask,
	SubmitCheckpoint,
	SubmitTask,
	TakenProof,
	WaitCheckpoint,
	WaitTask,
	WindowNamed,
	WindowsCheckpoint,
	WindowTask,
	WindowWaitTask,
} from "./client/export/checkpoint.js";
export type { ExportOptions } from "./client/export/export-options.js";
export type { AnswerChecks } from "./client/export/hold-answer.js";
export type { Page, PageWindow } from "./client/export/page.js";
export type { AdvanceOptions, Step } from "./client/export/page-tasks.js";
export type { JobHandle, ReadableJobHandle } from "./client/job-handle.js";
export { type CallbackHandlerOptions, callbackHandler, type FailedJob } from "./client/jobs/callback-handler.js";
export type { Progress } from "./client/jobs/progress-teller.js";
export type { CallOptions, CompletedJob, WaitOptions } from "./client/jobs/wait-for-job.js";
export type { Fetch } from "./client/transport/exchange.js";
export type { OnRequest, RequestEvent } from "./client/transport/request-event.js";
export type { OnWait, Wait } from "./client/transport/wait.js";
export type * from "./criteria/build/comparator-types.js";
export type { CheckedDate, CheckedDateTime, InvalidDate, InvalidDateTime } from "./criteria/build/date-literal.js";
export * from "./criteria/build/descriptors.js";
export { type ComparatorFacts, type FieldFacts, fieldFacts, filterableFields } from "./criteria/build/field-facts.js";
export type { HasField } from "./criteria/build/has-field.js";
export { type BuiltCondition, type ChosenCondition, safeCondition } from "./criteria/build/safe-condition.js";
export type { TemporalDay, TemporalMoment } from "./criteria/build/temporal.js";
export type { ComparatorsFor, RawCriteria, RawValue, Where } from "./criteria/build/where.js";
export { describe } from "./criteria/describe/describe.js";
export { type TreeOptions, tree } from "./criteria/describe/tree.js";
export { evaluate, type RecordPredicate } from "./criteria/evaluate/evaluate.js";
export { type EvaluateOptions, evaluateDefaults } from "./criteria/evaluate/evaluate-options.js";
export { and, or } from "./criteria/node/and-or.js";
export type { Criteria, Skipped } from "./criteria/node/criteria.js";
export type {
	GroupOperator,
	WireCondition,
	WireCriteria,
	WireGroup,
	WireScalar,
	WireValue,
} from "./criteria/node/criteria-json.js";
export { EMPTY, type Empty } from "./criteria/node/empty.js";
export { type CriteriaCode, type CriteriaIssue, InvalidCriteriaError } from "./criteria/node/invalid-criteria-error.js";
export { not } from "./criteria/node/not.js";
export { criteriaJsonSchema } from "./criteria/read/criteria-json-schema.js";
export { type CriteriaSchema, criteriaSchema } from "./criteria/read/criteria-schema.js";
export type { JsonSchema } from "./criteria/read/json-schema.js";
export {
	type NamedModule,
	type ParseCriteriaOptions,
	type ParsedCriteria,
	parseCriteria,
	safeParseCriteria,
} from "./criteria/read/parse-criteria.js";
export { type DataCenter, dataCenters, type Environment } from "./facts/data-centers.js";
export { type ErrorCode, errorCodes, type KnownErrorCode, type ZohoErrorCode } from "./facts/error-codes.js";
export { limits } from "./facts/limits.js";
export type { GrantFault } from "./facts/oauth-error-codes.js";
export type { AnyJob, FilterOrNull, Job, RowOf } from "./job/any-job.js";
export {
	type AnyBulkRead,
	type BulkRead,
	type BulkReadOf,
	bulkRead,
	type EventsBulkRead,
	type IcsBulkRead,
	type JobSteps,
	type SelectedBulkRead,
	type SelectedJobs,
} from "./job/bulk-read.js";
export type { CallbackSecret } from "./job/callback-url.js";
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
export { parseJob } from "./job/parse-job.js";
export type * from "./job/request.js";
export { writeRequest } from "./job/request.js";
export { requiredScopes } from "./job/required-scopes.js";
export type { Cell, ColumnsOf, ModuleRow, Row, SelectedCell, SelectedColumns } from "./job/row.js";
export { type SplitOptions, splitJob } from "./job/split-job.js";
export { UnexpectedAnswerError } from "./job/unexpected-answer-error.js";
export type { CalendarEvent, CalendarPerson, CalendarTime } from "./result/calendar/calendar-event.js";
export { type ReadEventsOptions, readEvents } from "./result/calendar/read-events.js";
export type { CsvDialect } from "./result/csv/csv-dialect.js";
export { type InvalidCell, InvalidCellError } from "./result/rows/invalid-cell-error.js";
export { type ColumnMismatch, MissingColumnsError } from "./result/rows/missing-columns-error.js";
export type { HeaderOptions, RowColumns } from "./result/rows/read-header.js";
export type { ReadProgress, ReadRowsOptions } from "./result/rows/read-options.js";
export { readRows } from "./result/rows/read-rows.js";
export type { CellFallback, CellOptions, RowAsRead } from "./result/rows/row-as-read.js";
export type { Rows } from "./result/rows/rows.js";
export { type ToCsvOptions, toCsv } from "./result/rows/to-csv.js";
export { toNdjson } from "./result/rows/to-ndjson.js";
export { UnknownColumnError } from "./result/rows/unknown-column-error.js";
export { DamagedResultError, type DamagePlace } from "./result/zip/damaged-result-error.js";
export { readText, readTextParts } from "./result/zip/read-text.js";
export { ResultError } from "./result/zip/result-error.js";
export { type ResultLimit, ResultTooLargeError } from "./result/zip/result-too-large-error.js";
export { type UnzipOptions, unzip } from "./result/zip/unzip.js";
export type { ZipEntry } from "./result/zip/zip-entry.js";
export type { AnyHops, PathsOfAnyHops } from "./schema/any-hops.js";
export {
	type Arity,
	type Comparator,
	type ComparatorOf,
	type ComparatorTraits,
	comparatorLabel,
	comparators,
	comparatorsFor,
	comparatorTable,
	comparatorTraits,
	type DataType,
	dataTypes,
	type Family,
	type FamilyOf,
	familyOf,
	isComparator,
	type MethodName,
	methodName,
	takesEmpty,
} from "./schema/comparators.js";
export { type Comparable, type Comparison, comparisons } from "./schema/comparisons.js";
export type { FieldNames } from "./schema/field-names.js";
export { type InputKind, inputKinds } from "./schema/input-kinds.js";
export type { AnyModule, FieldDescriptor, Hops, ModuleSchema } from "./schema/module-schema.js";
export type { LookupTargets } from "./schema/packed-fields.js";
export type { FieldAt } from "./schema/path.js";
export type { NotExportable, NotFilterable, RefusedPath, RefusedPaths } from "./schema/path-report.js";
export { type Clock, systemClock } from "./time/clock.js";
export type { Backoff } from "./time/wait-times.js";
