import { listen } from "#listen";
import { evaluateDefaults } from "../criteria/evaluate/evaluate-options.js";
import * as standard from "../standard/index.js";
import { systemClock } from "../time/clock.js";
import { writeMoment } from "../time/write-moment.js";
import { sampleUsers } from "./company/company-plan.js";
import { generateCompany } from "./company/generate-company.js";
import { type FaultSchedule, scheduleFaults, writeFaultRule } from "./faults/fault-schedule.js";
import { makeHandler } from "./handler.js";
import { type CallbackOutcome, Callbacks } from "./jobs/callback.js";
import { DownloadQuota } from "./jobs/download-quota.js";
import { JobStore } from "./jobs/job-store.js";
import { completeAssumptions } from "./options/assumptions.js";
import { limitDefaults } from "./options/sandbox-limits.js";
import { changeRecords, type RecordChange } from "./org/change-records.js";
import { checkFieldNames, checkRecords } from "./org/check-records.js";
import { convertedLeads } from "./org/custom-view.js";
import { LivingRecords } from "./org/living-records.js";
import { Org } from "./org/org.js";
import type { SandboxRecord } from "./org/sandbox-record.js";
import { RecentRequests } from "./page/sandbox-view.js";
import { servePage } from "./page/serve-page.js";
import type { Listening, ListenOptions } from "./port/listen.js";
import { type CreditBalance, Credits } from "./requests/credits.js";
import { GrantCodes } from "./requests/grant-codes.js";
import { defaultScopes } from "./requests/scopes.js";
import { Tokens } from "./requests/tokens.js";
import { checkSandboxOptions } from "./sandbox-kinds.js";
import type { SandboxOptions } from "./sandbox-options.js";

/** What a client needs to use a sandbox. */
export interface SandboxCredentials {
	/** Id of its one client. */
	readonly clientId: string;
	/** Secret of that client. */
	readonly clientSecret: string;
	/** The refresh token, for getting access tokens. */
	readonly refreshToken: string;
	/** Valid for an hour. */
	readonly accessToken: string;
}

/** What a test may want to know about a job. */
export interface SandboxJob {
	/** Its id, digits. */
	readonly id: string;
	/** Its state now, as the API names it. */
	readonly state: string;
	/** The outcome of its callback; absent if it has none, and until it is known. */
	readonly callback?: CallbackOutcome;
}

/** Your own Zoho CRM, which serves the Bulk Read API. */
export interface Sandbox {
	/** Answers a request, without a port: give it to a client instead of `fetch`. A reset connection is a rejection. */
	readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
	/**
	 * Serves it on a port, in Node.js only. Open the address in a browser to see what the sandbox is doing.
	 *
	 * @param options - where; a free port of 127.0.0.1 by default.
	 */
	listen(options?: ListenOptions): Promise<Listening>;
	/** The credentials for a client. */
	readonly credentials: SandboxCredentials;
	/**
	 * Issues another access token.
	 *
	 * @param scopes - its scopes; default: those of the credentials.
	 * @param seconds - how long it is valid; default: an hour.
	 */
	issueAccessToken(scopes?: readonly string[], seconds?: number): string;
	/** Makes a grant code, as a person gets one from Zoho's console: it works once, for three minutes. */
	makeGrantCode(scopes?: readonly string[]): string;
	/**
	 * Adds, changes and deletes records. `Modified_Time` follows the sandbox's clock, and a record without an id gets
	 * one. Jobs that saw the org before export what there was.
	 *
	 * @param module - API name of the module.
	 * @returns the ids of the records that were added or changed, in order.
	 * @throws RangeError if the module or a field is unknown, or a record to delete does not exist; then nothing
	 * changes.
	 *
	 * @example
	 * ```ts
	 * const [id] = sandbox.change("Contacts", { upsert: [{ Last_Name: "Okafor" }], delete: [gone] });
	 * ```
	 */
	change(module: string, change: RecordChange): readonly string[];
	/**
	 * The current records, in the order in which they were added.
	 *
	 * @throws RangeError if the module is unknown.
	 */
	records(module: string): readonly SandboxRecord[];
	/**
	 * Replaces the records of a module. Jobs that saw the org before export what there was.
	 *
	 * @throws RangeError if the module or a field is unknown.
	 */
	setRecords(module: string, records: readonly SandboxRecord[]): void;
	/**
	 * Makes the records of a made-up company in advance, bit by bit. Otherwise those of a module are made when they are
	 * first needed: by a job also bit by bit, by `records` and `change` in one go.
	 */
	ready(): Promise<void>;
	/** The jobs that were created, oldest first. */
	jobs(): readonly SandboxJob[];
	/**
	 * Completes a job that otherwise never ends.
	 *
	 * @throws RangeError if there is no such job.
	 */
	releaseJob(id: string): void;
	/** The API credits spent in the last 24 hours, and those left. */
	readonly credits: CreditBalance;
	/** Stops posting callbacks. Ports are closed by what `listen` returned. */
	close(): void;
}

const client = {
	clientId: "1000.SANDBOXCLIENTSANDBOXCLIENT0001",
	clientSecret: "5a4db0c5a4db0c5a4db0c5a4db0c5a4db0c5a4db0c",
};

/**
 * Makes a Zoho CRM that follows the documented protocol of the Bulk Read API, and can misbehave on demand: for tests,
 * experiments and teaching. Nothing leaves the process but callbacks.
 *
 * @throws {@link InvalidOptionError} if an option is misspelt, or has the wrong type.
 * @throws RangeError if the records do not fit the modules: an unknown module or field, a duplicate id, a lookup that
 * leads nowhere.
 *
 * @example
 * ```ts
 * const sandbox = createSandbox({ records: generateCompany({ contacts: 20_000 }) });
 * const { url, close } = await sandbox.listen();
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
	checkSandboxOptions(options);
	const { clock = systemClock, seed = 1 } = options;
	const assumptions = completeAssumptions(options.assumptions);
	const limits = { ...limitDefaults, ...options.limits };
	const records = new LivingRecords(options.records ?? generateCompany(), clock);
	const org = makeOrg(options, records);
	if (options.records !== undefined) checkRecords(options.records, org.modules);
	const timing = { added: 100, queued: 100, inProgress: 300, ...options.timing };
	const jobs = new JobStore({ clock, records, timing, limits, assumptions });
	const tokens = new Tokens(clock, limits, seed);
	const codes = new GrantCodes(clock, tokens);
	const scopes = options.scopes ?? defaultScopes;
	const credits = new Credits(clock, limits);
	const callbacks = new Callbacks({
		fetch: options.callbackFetch ?? ((request) => fetch(request)),
		clock,
		assumptions,
		org,
	});

	const requests = new RecentRequests();
	const endpoints = { org, jobs, clock, limits, assumptions, downloads: new DownloadQuota(limits.downloadsPerMinute) };
	const answer = makeHandler({
		jobs: endpoints,
		settings: { org, metadata: options.metadata ?? {} },
		token: {
			client,
			tokens,
			redeemCode: (code) => codes.redeem(code),
			scopes,
			tokenSeconds: limits.tokenSeconds,
			maxBytes: limits.bodyBytes,
		},
		credits,
		faults: scheduleOf(options),
		apiAccess: options.apiAccess ?? true,
		onJob: (job) => callbacks.expect(job),
		onRequest: (entry) => {
			requests.add(entry);
			options.onRequest?.(entry);
		},
	});
	const credentials: SandboxCredentials = {
		...client,
		refreshToken: tokens.grant(scopes).refreshToken,
		accessToken: tokens.issue(scopes, limits.tokenSeconds).value,
	};
	const page = { jobs: endpoints, credits, requests, faults: faultsInWords(options), credentials };
	const handle = async (request: Request): Promise<Response> => (await servePage(request, page)) ?? answer(request);
	return {
		fetch: (input, init) => handle(input instanceof Request && init === undefined ? input : new Request(input, init)),
		listen: (where = {}) => listen(handle, where),
		credentials,
		issueAccessToken: (only = scopes, seconds = limits.tokenSeconds) => tokens.issue(only, seconds).value,
		makeGrantCode: (only = scopes) => codes.make(only),
		change: (module, change) => {
			const time = writeMoment(clock.now(), assumptions.evaluate.dayOffset ?? evaluateDefaults.dayOffset);
			return changeRecords(change, { module: org.module(module), records, time });
		},
		records: (module) => records.now.recordsOf(org.module(module)),
		setRecords: (name, replaced) => {
			const module = org.module(name);
			for (const [index, record] of replaced.entries()) checkFieldNames(record, module, `${name}[${index}]`);
			records.replace(name, replaced);
		},
		ready: () => records.now.load(),
		jobs: () =>
			[...jobs].map((job) => {
				const callback = callbacks.outcome(job);
				return { id: job.id, state: job.stateAt(clock.now()), ...(callback === undefined ? {} : { callback }) };
			}),
		releaseJob: (id) => {
			const job = jobs.find(id);
			if (job === undefined) throw new RangeError(`There is no job ${id}.`);
			job.release();
			callbacks.expect(job);
		},
		get credits() {
			return credits.balance;
		},
		close: () => callbacks.stop(),
	};
}

function makeOrg(options: SandboxOptions, records: LivingRecords): Org {
	return new Org({
		modules: options.modules ?? Object.values(standard),
		records,
		customViews: options.customViews ?? (options.modules === undefined ? [convertedLeads] : []),
		user: options.user ?? { id: sampleUsers[0], name: "Patricia Boyle" },
		unsupportedModules: options.unsupportedModules ?? unsupportedModules,
		forbiddenModules: options.forbiddenModules ?? [],
		encryptedFields: options.encryptedFields ?? {},
	});
}

/** Documented, except for Users, which a client of the API reports. */
const unsupportedModules = ["Notes", "Attachments", "Emails", "Users"];

function scheduleOf({ faults = [], seed = 1 }: SandboxOptions): FaultSchedule {
	return typeof faults === "function" ? faults : scheduleFaults(faults, seed);
}

function faultsInWords({ faults = [] }: SandboxOptions): readonly string[] {
	return typeof faults === "function" ? ["a function decides for each request"] : faults.map(writeFaultRule);
}
