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

/** The options of a sandbox. By default it is a small company with Zoho's standard modules. */
export interface SandboxOptions {
	/** The modules. Default: the standard ones. Describe `id` in your own modules to filter by it. */
	readonly modules?: readonly AnyModule[];
	/**
	 * The records of each module, checked against it: see {@link createSandbox}. A record without an `id` gets one.
	 * Default: those of `generateCompany()`.
	 */
	readonly records?: SandboxRecords;
	/**
	 * Custom views, besides each module's view of all its records. Default: the one in the sample of the API's page.
	 */
	readonly customViews?: readonly CustomView[];
	/** Metadata to serve as it is, instead of what is made from the modules. */
	readonly metadata?: RawMetadata;
	/** The user who creates the jobs. Default: the first user of the made-up company. */
	readonly user?: SandboxUser;
	/** The scopes of its tokens. Default: everything that the sandbox serves. */
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
	/** Limits that differ from Zoho's. */
	readonly limits?: Partial<SandboxLimits>;
	/** What Zoho does not document; every default is our assumption. */
	readonly assumptions?: AssumptionOptions;
	/**
	 * How it misbehaves: a schedule, or rules. Any request may ask for more faults with the header `x-sandbox-fault`.
	 */
	readonly faults?: FaultSchedule | readonly FaultRule[];
	/** Decides the tokens, and which requests a rule with a rate affects. Default: 1. */
	readonly seed?: number | string;
	/** Its clock. Default: the machine's. */
	readonly clock?: Clock;
	/** Posts the callbacks. Default: `fetch`. */
	readonly callbackFetch?: (request: Request) => Promise<Response>;
	/** Called once for each request, when its answer begins. */
	readonly onRequest?: (entry: RequestLogEntry) => void;
}
