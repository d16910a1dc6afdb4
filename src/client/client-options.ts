import type { RequireExactlyOne } from "type-fest";
import { checkDataCenter } from "../checks/check-data-center.js";
import { InvalidOptionError } from "../checks/invalid-option-error.js";
import { isJsonObject } from "../checks/json-object.js";
import {
	abortSignal,
	callback,
	checkEachOption,
	checkedLater,
	numberFrom,
	type OptionKind,
	type OptionKinds,
	wholeFrom,
} from "../checks/option-kinds.js";
import { readUrl } from "../checks/read-url.js";
import {
	accountsOrigin,
	apiOrigin,
	type DataCenter,
	type Environment,
	environmentHosts,
} from "../facts/data-centers.js";
import { limits } from "../facts/limits.js";
import type { ApiVersion } from "../job/request.js";
import { type Clock, longestTimer, minute, systemClock } from "../time/clock.js";
import { untilAborted } from "../time/until-aborted.js";
import { type Backoff, pollBackoff } from "../time/wait-times.js";
import type { Auth } from "./auth/auth.js";
import { bulkReadApi } from "./jobs/bulk-read-api.js";
import type { ClientContext } from "./jobs/client-context.js";
import type { DownloadLimit } from "./transport/download-limit.js";
import type { Fetch } from "./transport/exchange.js";
import { FirstContact } from "./transport/first-contact.js";
import type { OnRequest } from "./transport/request-event.js";

/** Where a client finds Zoho. */
export type ClientTarget = RequireExactlyOne<
	{
		/**
		 * The data centre of the org: `"us"`, `"eu"`, ... The accounts server may name a more specific host, which is
		 * then used.
		 */
		readonly dataCenter: DataCenter;
		/** Address of the API, including a path prefix: a sandbox of this library, or a proxy. */
		readonly baseUrl: string | URL;
		/** The org's environment, for use with a data centre; production by default. The token must be for the same. */
		readonly environment?: Environment;
	},
	"dataCenter" | "baseUrl"
> &
	({ readonly baseUrl?: never } | { readonly environment?: never });

/** How a client talks to Zoho. */
export type ClientOptions = ClientTarget & {
	/** The credentials: `accessToken(...)` or `refreshToken({...})`. */
	readonly auth: Auth;
	/** Origin of the accounts server, if it is not the one that belongs to the API's. */
	readonly accountsUrl?: string | URL;
	/** The version of the API; `"v2"` by default. */
	readonly apiVersion?: ApiVersion;
	/** Sends requests; the platform's own by default. A sandbox's `fetch` needs no port. */
	readonly fetch?: Fetch;
	/** Ends everything that the client does. */
	readonly signal?: AbortSignal;
	/** How often a request that can be repeated is retried; 8 by default, about two minutes. */
	readonly retries?: number;
	/**
	 * Milliseconds for which a server is tried that cannot be reached from the start: no network, no such host, nobody
	 * listening. Without it, as long as `retries` last. A connection that is lost later is not affected.
	 */
	readonly connectWithin?: number;
	/** Milliseconds for one attempt, and between two parts of a download; a minute by default. */
	readonly timeout?: number;
	/** The longest wait, in milliseconds, that Zoho may ask for; ten minutes by default. */
	readonly maxRetryAfter?: number;
	/** The waits between two looks at a job; 1 second to 30 by default. */
	readonly poll?: Backoff;
	/** Downloads that may start per minute; 10 by default, Zoho's limit. Give less if other processes download too. */
	readonly downloadsPerMinute?: number;
	/**
	 * Called after every attempt of a request, including those for tokens: for logs, spans and counters. Events contain
	 * no secrets.
	 */
	readonly onRequest?: OnRequest;
	/** Tells the time, and waits; the machine's clock by default. */
	readonly clock?: Clock;
	/** Random numbers from 0 to 1 for the waits; `Math.random` by default. */
	readonly random?: () => number;
};

/**
 * Turns options into the parts of a client.
 *
 * @throws {@link InvalidOptionError}
 */
export function readClientOptions(options: ClientOptions): ClientContext {
	checkEachOption(options, clientKinds);
	const {
		auth,
		apiVersion = "v2",
		clock = systemClock,
		random = Math.random,
		poll = pollBackoff,
		signal,
		onRequest,
	} = options;
	const { connectWithin } = options;
	const firstContact = connectWithin === undefined ? undefined : new FirstContact(clock, connectWithin);
	const given = options.fetch ?? ((request: Request) => globalThis.fetch(request));
	const fetch = firstContact?.watch(given) ?? given;
	const { retries = 8, timeout = minute, maxRetryAfter = 10 * minute } = options;
	const { downloadsPerMinute = limits.downloadsPerMinute } = options;
	if (typeof auth?.connect !== "function") {
		throw new InvalidOptionError("auth", "give accessToken(...) or refreshToken({...}).");
	}
	if (apiVersion !== "v2" && apiVersion !== "v8") {
		throw new InvalidOptionError("apiVersion", `"${apiVersion}" is not supported; "v2" and "v8" are.`);
	}
	const own = readTarget(options);
	const accountsUrl = readUrl("accountsUrl", options.accountsUrl ?? accountsOrigin(own));
	const follows = options.dataCenter !== undefined && (options.environment ?? "production") === "production";
	const patience = { clock, random, retries, maxRetryAfter, firstContact };
	const origin = (apiDomain: string | undefined): string => (follows && apiDomain !== undefined ? apiDomain : own);
	const tokens = auth.connect({ ...patience, accountsUrl, fetch, timeout, signal, onRequest });
	let downloads: DownloadLimit | undefined;
	const api = bulkReadApi({
		...patience,
		fetch,
		timeout,
		apiVersion,
		origin,
		tokens,
		onRequest,
		downloads: async () => {
			const { DownloadLimit } = await import("./transport/download-limit.js");
			downloads ??= new DownloadLimit(clock, downloadsPerMinute, minute);
			return downloads;
		},
	});
	const target: ClientContext["target"] = (ending, onWait) =>
		untilAborted(
			tokens.apiDomain(ending, onWait).then(async (apiDomain) => ({
				origin: origin(apiDomain),
				identity: await tokens.identity?.(),
			})),
			ending,
		);
	return { ...patience, api, apiVersion, target, poll, timeout, signal };
}

function readTarget({ dataCenter, environment, baseUrl }: ClientTarget): string {
	if (baseUrl !== undefined) {
		if (dataCenter !== undefined) throw new InvalidOptionError("baseUrl", "give either baseUrl or dataCenter.");
		return readUrl("baseUrl", baseUrl);
	}
	const environments = Object.keys(environmentHosts);
	if (environment !== undefined && !environments.includes(environment)) {
		throw new InvalidOptionError("environment", `"${environment}" is not one of ${environments.join(", ")}.`);
	}
	return apiOrigin(checkDataCenter(dataCenter, "baseUrl"), environment);
}

/** Waits that never get shorter, as numbers that a clock can wait. */
const backoff: OptionKind = (given) => {
	const { first, factor, limit } = isJsonObject(given) ? given : {};
	const isBackoff =
		isPositive(first) &&
		isPositive(factor) &&
		factor >= 1 &&
		isPositive(limit) &&
		Number.isFinite(first) &&
		limit >= first;
	return isBackoff
		? undefined
		: "is not { first, factor, limit }: milliseconds, a factor of at least 1, and milliseconds not below first.";
};

function isPositive(given: unknown): given is number {
	return typeof given === "number" && given > 0;
}

const clockKind: OptionKind = (given) =>
	isJsonObject(given) && typeof given.now === "function" && typeof given.sleep === "function"
		? undefined
		: "is not a clock with the functions now and sleep.";

/** The options of a client; those that are checked later depend on one another. */
const clientKinds: OptionKinds<Record<keyof ClientOptions | keyof ClientTarget | "environment", unknown>> = {
	dataCenter: checkedLater,
	environment: checkedLater,
	baseUrl: checkedLater,
	auth: checkedLater,
	accountsUrl: checkedLater,
	apiVersion: checkedLater,
	fetch: callback,
	signal: abortSignal,
	retries: wholeFrom(0),
	connectWithin: numberFrom(0),
	timeout: numberFrom(1, longestTimer),
	maxRetryAfter: numberFrom(0),
	poll: backoff,
	downloadsPerMinute: wholeFrom(1),
	onRequest: callback,
	clock: clockKind,
	random: callback,
};
