import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSandbox, generateCompany } from "../../src/sandbox/index.js";

/**
 * One session of the first hour at a terminal, mistakes included, in a folder where the package is installed. `record.ts`
 * records it for the guides, and `test/package` tests it.
 */
export interface Session {
	/** The name of its recording in this folder, if it is recorded. */
	readonly name: string;
	readonly recorded: boolean;
	/** Whether the session needs a full disk: `disk` in its folder, filled by `disk/old.csv`. */
	readonly onFullDisk?: true;
	readonly steps: readonly Step[];
}

/** A line that a person types, and its effect. */
export interface Step {
	readonly line: string;
	/** What to type next, in order, whenever a question appears on the screen. */
	readonly answers?: readonly Answer[];
	/** What the screen must contain; line breaks do not matter. */
	readonly says?: readonly string[];
	/** Exit code. A step that fails must not change a file. */
	readonly code: 0 | 1 | 2;
	/** The file that the step creates. A step that fails may leave parts of it, for resuming. */
	readonly makes?: string;
}

/** What is typed, and when. A grant code is only created then, since it expires soon. */
export interface Answer {
	readonly at: string;
	readonly type: string | (() => string);
	/** Whether a key is pressed, without Enter. */
	readonly key?: true;
}

/** The ports in recordings: the org's, and one on which nothing listens. */
export const recordedPorts = [8027, 8028] as const;

/** A Zoho CRM to log in to, and what a newcomer knows about it. */
export interface NewOrg {
	readonly url: string;
	/** An address on which nothing listens. */
	readonly nobody: string;
	readonly clientId: string;
	readonly clientSecret: string;
	makeCode(kind: CodeKind): string;
	close(): Promise<void>;
}

/** A grant code that works, is used up, is from another data centre, is not a code, or lacks most scopes. */
export type CodeKind = "right" | "used" | "elsewhere" | "none" | "few scopes";

/**
 * Starts a sandbox as the org. Its second download is slow, so that a person can interrupt it.
 *
 * @param ports - of the sandbox, and one on which nothing listens; free ones by default.
 */
export async function startOrg(ports: readonly [org: number, nobody: number] = [0, 0]): Promise<NewOrg> {
	let downloads = 0;
	const sandbox = createSandbox({
		records: generateCompany({ contacts: 600 }),
		timing: { added: 0, queued: 0, inProgress: 0 },
		// A test does in seconds what takes a person an hour, and would exceed the usual limits.
		limits: { tokensPerTenMinutes: 100, downloadsPerMinute: 100 },
		faults: ({ url }) => (url.endsWith("/result") && ++downloads === 2 ? { fault: "drip", amount: 1_500 } : undefined),
	});
	const elsewhere = createSandbox({ seed: "elsewhere" });
	const { url, close } = await sandbox.listen({ port: ports[0] });
	const { clientId, clientSecret } = sandbox.credentials;
	const used = sandbox.makeGrantCode();
	const query = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, code: used });
	await fetch(`${url}/oauth/v2/token?grant_type=authorization_code&${query}`, { method: "POST" });
	const codes: Readonly<Record<CodeKind, () => string>> = {
		right: () => sandbox.makeGrantCode(),
		used: () => used,
		elsewhere: () => elsewhere.makeGrantCode(),
		none: () => "1000.what-somebody-mistyped-or-copied-in-part",
		"few scopes": () => sandbox.makeGrantCode(["ZohoCRM.modules.READ"]),
	};
	return {
		url,
		nobody: `http://127.0.0.1:${await closedPort(ports[1])}`,
		...{ clientId, clientSecret },
		makeCode: (kind) => codes[kind](),
		close,
	};
}

async function closedPort(wanted: number): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** For a root shell: mounts a disk of 16 blocks at `disk`, 12 of which are used. */
export const fullDisk: string = `mount -t tmpfs -o size=64k none disk && head -c ${12 * 4096} /dev/zero > disk/old.csv`;

/** The sessions in order: each one needs the files of those before. */
export function firstHour({ url, nobody, clientId, clientSecret, makeCode }: NewOrg): readonly Session[] {
	const loginWith = (...kinds: readonly CodeKind[]): readonly Answer[] => [
		{ at: "Client id:", type: clientId },
		{ at: "Client secret (not shown):", type: clientSecret },
		...kinds.map((kind, index) => ({
			at: index === 0 ? "Grant code (not shown):" : "A new grant code (not shown):",
			type: () => makeCode(kind),
		})),
	];
	const ctrlC = (at: string): readonly Answer[] => [{ at, type: "C-c", key: true }];
	const login = `npx zoho-bulk-read login --base-url ${url}`;
	const init = "npx zoho-bulk-read init --env .env.zoho";
	const exportTo = (file: string): string => `npx zoho-bulk-read export first-export.ts -o ${file} --env .env.zoho`;
	const sync = "npx zoho-bulk-read sync first-export.ts --to crm.duckdb --env .env.zoho";
	const badCode = "invalid_code, HTTP 200. The grant code has already been used, has expired, or belongs to another";
	const lacks = "(OAUTH_SCOPE_MISMATCH). That needs these scopes:";
	const again = "Create a grant code with them, and log in again: npx zoho-bulk-read login";
	const noAnswer = "got no answer: connect ECONNREFUSED";
	return [
		{
			name: "login",
			recorded: true,
			steps: [
				{
					line: login,
					answers: loginWith("used", "elsewhere", "right"),
					says: [badCode, "Wrote .env.zoho.", "Next: npx zoho-bulk-read init --env .env.zoho"],
					code: 0,
					makes: ".env.zoho",
				},
			],
		},
		{
			name: "login with few scopes",
			recorded: false,
			steps: [
				{
					line: `${login} -o few.env`,
					answers: loginWith("none", "few scopes"),
					says: [badCode, "Wrote few.env.", "Create another one with all of these scopes, and log in again:"],
					code: 1,
					makes: "few.env",
				},
			],
		},
		{
			name: "missing-scope",
			recorded: true,
			steps: [
				{
					line: "npx zoho-bulk-read init --modules Contacts --env few.env",
					says: [lacks, "ZohoCRM.settings.modules.READ,ZohoCRM.settings.fields.READ", again],
					code: 2,
				},
				{
					line: "npx zoho-bulk-read export Contacts --select Email -o contacts.csv --env few.env",
					says: [lacks, "ZohoCRM.bulk.READ,ZohoCRM.modules.contacts.READ", again],
					code: 2,
				},
			],
		},
		{
			name: "no-network",
			recorded: true,
			steps: [
				{
					line: `${init} --modules Contacts --base-url ${nobody}`,
					says: ["Zoho cannot be reached (ECONNREFUSED)", noAnswer, "Check the connection, then try again."],
					code: 2,
				},
				{
					line: `npx zoho-bulk-read export Contacts -o all.csv --env .env.zoho --base-url ${nobody}`,
					says: [noAnswer, "Check the connection, then try again."],
					code: 2,
				},
			],
		},
		{
			name: "init",
			recorded: true,
			steps: [
				{
					line: init,
					answers: [{ at: "for all)?", type: "Contacts Deals" }],
					says: [
						"2 Appointments__s Appointments",
						"wrote zoho/ 2 modules, typed: Contacts, Deals",
						exportTo("first-export.csv"),
					],
					code: 0,
					makes: "zoho",
				},
				{ line: "cat first-export.ts", says: ['import { Contacts } from "./zoho/index.js";'], code: 0 },
				{ line: `${exportTo("first-export.csv")} --quiet`, code: 0, makes: "first-export.csv" },
				{ line: "head -n 3 first-export.csv", says: ["Id,Full_Name,Last_Name"], code: 0 },
			],
		},
		{
			name: "init-again",
			recorded: true,
			steps: [
				{
					line: init,
					says: [
						"zoho already exists and was left unchanged.",
						"npx zoho-bulk-read generate Contacts Deals -o zoho --env .env.zoho",
					],
					code: 2,
				},
				{
					line: "npx zoho-bulk-read generate Contacts Deals -o zoho --env .env.zoho",
					says: ["zoho is up to date (2 modules)."],
					code: 0,
				},
			],
		},
		{
			name: "stopped",
			recorded: false,
			steps: [
				{
					line: exportTo("contacts.csv"),
					answers: ctrlC("% "),
					says: ["What was done is kept. Continue with:", `${exportTo("contacts.csv")} --resume`],
					code: 2,
					makes: "contacts.csv",
				},
				{
					line: `${exportTo("contacts.csv")} --resume`,
					says: ["rows to contacts.csv"],
					code: 0,
					makes: "contacts.csv",
				},
			],
		},
		{
			name: "full-disk",
			recorded: true,
			onFullDisk: true,
			steps: [
				{
					line: exportTo("disk/contacts.csv"),
					says: ["The disk is full. Make room, then try again.", `${exportTo("disk/contacts.csv")} --resume`],
					code: 2,
					makes: "disk/contacts.csv",
				},
				{ line: "rm disk/old.csv", code: 0 },
				{
					line: `${exportTo("disk/contacts.csv")} --resume`,
					says: ["rows to disk/contacts.csv"],
					code: 0,
					makes: "disk/contacts.csv",
				},
			],
		},
		{
			name: "no-driver",
			recorded: true,
			steps: [{ line: sync, says: ["is not installed. Run: npm install @duckdb/node-api"], code: 2 }],
		},
		{
			name: "sync, once its driver is installed",
			recorded: false,
			steps: [
				{ line: sync, says: ["Contacts:", "0 deleted", "there is no copy yet"], code: 0, makes: "crm.duckdb" },
				{
					line: `${sync} --base-url ${nobody}`,
					answers: ctrlC("Zoho cannot be reached"),
					says: ["Interrupted. What was done is kept: run the same command to continue."],
					code: 2,
					makes: "crm.duckdb",
				},
				{ line: sync, says: ["0 inserted, 0 updated, 0 deleted"], code: 0, makes: "crm.duckdb" },
			],
		},
	];
}
