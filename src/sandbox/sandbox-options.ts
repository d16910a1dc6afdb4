import type { AnyModule } from "../schema/module-schema.js";
import type { Clock } from "../time/clock.js";
import type { FaultRule, FaultSchedule } from "./faults/fault-schedule.js";
import type { JobTiming } from "./jobs/job.js";
import type { AssumptionOptions } from "./options/assumptions.js";
import type { SandboxLimits } from "./options/sandbox-limits.js";
import type { CustomView } from "./org/custom-view.js";
import type { RawMetadata } from "./org/field-metadata.js";
import type { SandboxUser } from "./org/org.js";
import type { SandboxRecords } from "./org/sandbox-record.js";
import type { RequestLogEntry } from "./requests/request-log.js";

/** What a sandbox is made of. Without any, it is a small company with Zoho's standard modules. */
export interface SandboxOptions {
	/** The modules. Default: the standard ones. Describe `id` in your own if criteria are to name it. */
	readonly modules?: readonly AnyModule[];
	/**
	 * The records of each module, checked against it: see {@link createSandbox}. One without an `id` gets one. Default: those of
	 * `generateCompany()`.
	 */
	readonly records?: SandboxRecords;
	/** Custom views, besides the one that each module has of all its records. Default: the one of the API page's sample. */
	readonly customViews?: readonly CustomView[];
	/** Metadata to answer with as it stands, in the place of what is made from the modules. */
	readonly metadata?: RawMetadata;
	/** Who creates the jobs. Default: the first user of the generated company. */
	readonly user?: SandboxUser;
	/** What its tokens may do. Default: everything that the sandbox serves. */
	readonly scopes?: readonly string[];
	/** Modules that bulk read does not serve. Default: those that Zoho's pages and users name. */
	readonly unsupportedModules?: readonly string[];
	/** Modules that the user may not read (`NO_PERMISSION`). Default: none. */
	readonly forbiddenModules?: readonly string[];
	/** Whether the user may use the API at all (otherwise `AUTHORIZATION_FAILED`). Default: `true`. */
	readonly apiAccess?: boolean;
	/** Fields that are stored encrypted, by module: they take fewer comparators. Default: none. */
	readonly encryptedFields?: Readonly<Record<string, readonly string[]>>;
	/** How long a job stays in each state. Default: 100 ms, 100 ms, 300 ms. */
	readonly timing?: Partial<JobTiming>;
	/** Limits other than Zoho's. */
	readonly limits?: Partial<SandboxLimits>;
	/** What Zoho does not document; every default is our assumption. */
	readonly assumptions?: AssumptionOptions;
	/** How it misbehaves: a schedule, or rules. Any request may ask for faults besides, by the header `x-sandbox-fault`. */
	readonly faults?: FaultSchedule | readonly FaultRule[];
	/** What tokens, and which requests a rule with a rate befalls, depend on. Default: 1. */
	readonly seed?: number | string;
	/** Its time. Default: the machine's. */
	readonly clock?: Clock;
	/** What posts the callbacks. Default: `fetch`. */
	readonly callbackFetch?: (request: Request) => Promise<Response>;
	/** Called once for each request, when its answer begins. */
	readonly onRequest?: (entry: RequestLogEntry) => void;
}
