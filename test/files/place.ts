import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { refreshToken } from "../../src/client/auth/refresh-token.js";
import { type Client, createClient } from "../../src/client/client.js";
import type { Fetch } from "../../src/client/transport/exchange.js";
import { bulkRead } from "../../src/job/bulk-read.js";
import { generateCompany } from "../../src/sandbox/company/generate-company.js";
import { virtualClock } from "../../src/sandbox/options/virtual-clock.js";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.js";
import type { SandboxOptions } from "../../src/sandbox/sandbox-options.js";
import { Contacts } from "../../src/standard/index.js";
import { emptyFolder } from "../cli/command.js";

/** Limits that are high enough for several exports. */
const many = 1_000_000;
const noLimits = {
	downloadsPerMinute: many,
	tokensPerTenMinutes: many,
	liveTokens: many,
	jobs: many,
	credits: 1_000 * many,
};

/** 250 contacts on pages of 100, so three of them. */
export const threePages: SandboxOptions = {
	records: generateCompany({ contacts: 250 }),
	limits: { recordsPerPage: 100 },
	timing: { added: 0, queued: 0, inProgress: 0 },
};

export const contactsJob = bulkRead(Contacts).select("Last_Name", "Owner.last_name");

/** An org, and what was asked of it. */
export interface Org {
	readonly sandbox: Sandbox;
	readonly zoho: Client;
	/** Requests that came. */
	requests(): number;
	/** A client whose requests go through something. */
	through(fetch: (send: Fetch) => Fetch): Client;
}

/** An org in a sandbox, without a port. Time does not pass: waits end at once. */
export function makeOrg(options: SandboxOptions = threePages): Org {
	let requests = 0;
	const sandbox = createSandbox({ ...options, limits: { ...noLimits, ...options.limits } });
	const send: Fetch = (request) => {
		requests++;
		return sandbox.fetch(request);
	};
	const through: Org["through"] = (wrap) =>
		createClient({
			baseUrl: "http://zoho.test",
			auth: refreshToken(sandbox.credentials),
			fetch: wrap(send),
			clock: virtualClock({ auto: true, start: Date.now() }),
			downloadsPerMinute: many,
		});
	return { sandbox, zoho: through((fetch) => fetch), requests: () => requests, through };
}

/** A folder, and the names of its files. */
export interface Folder {
	readonly path: string;
	at(name: string): string;
	read(name: string): Promise<string>;
	names(): Promise<readonly string[]>;
}

/**
 * Makes an empty folder: in memory where there is such a disk, since each step of an export waits for its disk, and many
 * exports for many steps.
 */
export async function makeFolder(): Promise<Folder> {
	const path = await emptyFolder(existsSync(memoryDisk) ? memoryDisk : undefined);
	return {
		path,
		at: (name) => join(path, name),
		read: (name) => readFile(join(path, name), "utf8"),
		names: async () => (await readdir(path)).sort(),
	};
}

const memoryDisk = "/dev/shm";

/** Where a process dies: what it asks from then on is never answered. */
export interface Death {
	readonly fetch: (send: Fetch) => Fetch;
	/** Settles when it has died. */
	readonly died: Promise<void>;
}

/**
 * A process that dies at a moment of network traffic: before or after a request is handled, or in the middle of an
 * answer. Nothing runs afterwards, as after `kill -9`.
 *
 * @param moment - counts them.
 */
export function dieAt(moment: number): Death {
	let left = moment;
	let die = (): void => {};
	const died = new Promise<void>((resolve) => {
		die = resolve;
	});
	const mayDie = async (): Promise<void> => {
		if (left-- > 0) return;
		die();
		await new Promise(() => {});
	};
	const fetch = (send: Fetch): Fetch => {
		return async (request) => {
			await mayDie();
			const response = await send(request);
			await mayDie();
			if (response.body === null || !new URL(request.url).pathname.endsWith("/result")) return response;
			const dying = new TransformStream<Uint8Array, Uint8Array>({
				transform: async (part, controller) => {
					const half = part.byteLength >> 1;
					controller.enqueue(part.slice(0, half));
					await mayDie();
					controller.enqueue(part.slice(half));
				},
			});
			return new Response(response.body.pipeThrough(dying), response);
		};
	};
	return { fetch, died };
}

/** The id of no process. */
const nobody = 999_999_999;

/** Lets the process that holds a lock have died. */
export async function bury(path: string): Promise<void> {
	const lock = `${path}.lock`;
	const owner = await readFile(lock, "utf8").then(JSON.parse, () => undefined);
	if (owner === undefined) return;
	await rm(lock);
	await writeFile(lock, JSON.stringify({ ...owner, pid: nobody }));
}
