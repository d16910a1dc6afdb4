/**
 * A Zoho CRM of one's own, that serves the Bulk Read API as it is documented, and can misbehave on demand.
 *
 * @packageDocumentation
 */
export { type Clock, systemClock } from "../client/clock.js";
export { type AssumptionOptions, type Assumptions, assumptionDefaults } from "./assumptions.js";
export type { CallbackOutcome } from "./callback.js";
export type { CompanySize } from "./company/company-plan.js";
export {
	type Company,
	type CompanyModule,
	type CompanyOptions,
	generateCompany,
} from "./company/generate-company.js";
export { ConnectionReset } from "./connection-reset.js";
export type { CsvFormat } from "./csv.js";
export type { CustomView } from "./custom-view.js";
export {
	type Fault,
	type FaultName,
	type FaultPhase,
	type FaultTraits,
	faultHeader,
	faultNames,
	faultTable,
	parseFaults,
} from "./fault.js";
export { type FaultRule, type FaultSchedule, parseFaultRule, scheduleFaults } from "./fault-schedule.js";
export type { RawMetadata } from "./field-metadata.js";
export type { JobTiming } from "./job.js";
export type { Listening, ListenOptions } from "./listen.js";
export type { SandboxUser } from "./org.js";
export type { SandboxRecord, SandboxRecords } from "./records.js";
export type { ErrorDocument } from "./refusal.js";
export type { RequestLogEntry } from "./request-log.js";
export { type RouteName, routeNames } from "./routes.js";
export { createSandbox, type Sandbox, type SandboxCredentials, type SandboxJob } from "./sandbox.js";
export { limitDefaults, type SandboxLimits } from "./sandbox-limits.js";
export type { SandboxOptions } from "./sandbox-options.js";
export { type VirtualClock, type VirtualClockOptions, virtualClock } from "./virtual-clock.js";
