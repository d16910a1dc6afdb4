import { type ClientOptions, type ClientTarget, readClientOptions } from "../../client/client-options.js";
import type { ClientContext } from "../../client/jobs/client-context.js";
import { type DataCenter, dataCenters, type Environment, environmentHosts } from "../../facts/data-centers.js";
import { keysOf } from "../../facts/table.js";
import { CommandError } from "../terminal/command-error.js";
import { ask, canAsk } from "../terminal/prompt.js";
import { printRequest } from "../terminal/request-line.js";
import { findCredentials } from "./credentials.js";
import { readSettings, type Settings } from "./settings.js";
import type { SharedTokenOptions } from "./shared-token-store.js";

/** The options that say where Zoho is, and who is asking. */
export interface ConnectionOptions {
	readonly dc?: string;
	readonly environment?: string;
	readonly baseUrl?: string;
	readonly env?: string;
	/** The same under the name that other programs use. */
	readonly envFile?: string;
	/** Whether every request is printed. */
	readonly verbose?: true;
}

/** The parts of a client, and their description without secrets. */
export interface Connection {
	/** The options of a client. */
	readonly options: ClientOptions;
	/** The client with those options. */
	readonly context: ClientContext;
	readonly target: ClientTarget;
	/** Where the credentials come from. */
	readonly credentials: string;
}

/** Makes a client from options, the environment and, if a person is there, answers. */
export async function connect(
	options: ConnectionOptions,
	client: Pick<ClientOptions, "signal" | "fetch" | "retries" | "onRequest"> = {},
	sharing: SharedTokenOptions = {},
): Promise<Connection> {
	const settings = await readSettings(options);
	const target = await findTarget(options, settings);
	const { auth, source } = await findCredentials(settings, sharing);
	const printed = options.verbose ? { onRequest: printRequest } : {};
	const made: ClientOptions = { ...target, auth, connectWithin, ...client, ...printed };
	return { options: made, context: readClientOptions(made), target, credentials: source };
}

/** Whoever has no network should hear so soon, in milliseconds: long enough for a few attempts. */
const connectWithin = 5_000;

/** Where Zoho is: from the options, otherwise from the settings. */
export function readTarget(options: ConnectionOptions, settings: Settings): ClientTarget | undefined {
	const environment = readEnvironment(options.environment ?? settings.ZOHO_ENVIRONMENT);
	const inEnvironment = environment === undefined ? {} : { environment };
	if (options.baseUrl !== undefined && options.dc !== undefined) {
		throw new CommandError("--dc and --base-url both say where Zoho is. Give one of them.");
	}
	if (options.dc !== undefined) return { dataCenter: readDataCenter(options.dc), ...inEnvironment };
	const baseUrl = options.baseUrl ?? settings.ZOHO_BASE_URL;
	if (baseUrl !== undefined) return { baseUrl };
	if (settings.ZOHO_DC !== undefined) return { dataCenter: readDataCenter(settings.ZOHO_DC), ...inEnvironment };
	return undefined;
}

/** Where Zoho is: from options and settings, otherwise from a person. */
export async function findTarget(options: ConnectionOptions, settings: Settings): Promise<ClientTarget> {
	const target = readTarget(options, settings);
	if (target !== undefined) return target;
	const known = Object.keys(dataCenters).join(", ");
	if (!canAsk()) {
		throw new CommandError(
			`Which data centre is the org in? Give it with --dc or ZOHO_DC: ${known}. For a sandbox of this library, give its address with --base-url or ZOHO_BASE_URL.`,
		);
	}
	return { dataCenter: readDataCenter(await ask(`Data centre (${known}): `)) };
}

function readDataCenter(name: string): DataCenter {
	const known = keysOf(dataCenters);
	const found = known.find((each) => each === name.toLowerCase());
	if (found === undefined) throw new CommandError(`There is no data centre "${name}". Known: ${known.join(", ")}.`);
	return found;
}

function readEnvironment(name: string | undefined): Environment | undefined {
	const known = keysOf(environmentHosts);
	const found = known.find((each) => each === name?.toLowerCase());
	if (name !== undefined && found === undefined) {
		throw new CommandError(`There is no environment "${name}". Known: ${known.join(", ")}.`);
	}
	return found;
}
