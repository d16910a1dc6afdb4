/**
 * Your own Zoho CRM, which serves the Bulk Read API as documented, and can misbehave on demand.
 *
 * @packageDocumentation
 */
export { type Clock, systemClock } from "../time/clock.js";
export type { CompanySize } from "./company/company-plan.js";
export {
	type Company,
	type CompanyModule,
	type CompanyOptions,
	generateCompany,
} from "./company/generate-company.js";
export { ConnectionReset } from "./faults/connection-reset.js";
export {
	type Fault,
	type FaultName,
	type FaultPhase,
	type FaultTraits,
	faultHeader,
	faultNames,
	faultTable,
	parseFaults,
} from "./faults/fault.js";
export {
	type FaultCall,
	type FaultRule,
	type FaultSchedule,
	parseFaultRule,
	scheduleFaults,
} from "./faults/fault-schedule.js";
export type { CsvFormat } from "./files/write-csv.js";
export type { CallbackOutcome } from "./jobs/callback.js";
export type { JobTiming } from "./jobs/job.js";
export { type BusyModule, type BusyOptions, keepBusy } from "./keep-busy.js";
export { type AssumptionOptions, type Assumptions, assumptionDefaults } from "./options/assumptions.js";
export { limitDefaults, type SandboxLimits } from "./options/sandbox-limits.js";
export { type VirtualClock, type VirtualClockOptions, virtualClock } from "./options/virtual-clock.js";
export type { RecordChange } from "./org/change-records.js";
export type { CustomView } from "./org/custom-view.js";
export type { RawMetadata } from "./org/field-metadata.js";
export type { SandboxUser } from "./org/org.js";
export type { PageOrder } from "./org/row-order.js";
export type { SandboxRecord, SandboxRecords } from "./org/sandbox-record.js";
export type { Listening, ListenOptions } from "./port/listen.js";
export type { ErrorDocument } from "./requests/api-refusal.js";
export type { CreditBalance } from "./requests/credits.js";
export type { RequestLogEntry } from "./requests/request-log.js";
export { type RouteName, routeNames } from "./requests/routes.js";
export { createSandbox, type Sandbox, type SandboxCredentials, type SandboxJob } from "./sandbox.js";
export type { SandboxOptions } from "./sandbox-options.js";
