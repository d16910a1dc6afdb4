import { execFile } from "node:child_process";
import { lstat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { createInterface } from "node:readline";
import { exchangeGrantCode, type Granted } from "../../client/auth/exchange-grant-code.js";
import type { ClientTarget } from "../../client/client-options.js";
import { GrantCodeError } from "../../client/errors/grant-code-error.js";
import { hostsOf } from "../../facts/data-centers.js";
import { type ReservedFile, reserveFile } from "../../files/reserve-file.js";
import { type ConnectionOptions, findTarget } from "../connection/connection.js";
import { readSettings, type Settings } from "../connection/settings.js";
import { overridden, tokenFileBeside, writeSettings } from "../connection/settings-text.js";
import { missingScopes, wantedScopes } from "../connection/wanted-scopes.js";
import { readQuery } from "../query/read-query.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { listenForInterruption } from "../terminal/interruption.js";
import { ask, canAsk } from "../terminal/prompt.js";
import { tellMistake, tellWarning } from "../terminal/report-error.js";
import { printRequest } from "../terminal/request-line.js";
import { ownCommand, quoteForShell } from "../terminal/shell.js";
import { stderr } from "../terminal/terminal.js";
import { doctor } from "./doctor-command.js";

/** The options of `login`. */
export interface LoginOptions extends ConnectionOptions {
	/** The uses, separated by commas. */
	readonly for?: string;
	readonly output: string;
	/** `-`: the code comes from standard input. */
	readonly code?: string;
}

/** Exchanges a grant code for a refresh token, stores it in a file, and checks it. */
export async function login(queries: readonly string[], options: LoginOptions): Promise<ExitCode> {
	refuseCode(options);
	const settings = await readSettings(options);
	const scopes = wantedScopes(await Promise.all(queries.map((query) => readQuery(query, {}))), options.for);
	if (!canAsk()) refuseUnasked(options, settings);
	await permitReplacing(options.output);
	// A code works once, so make sure that its token can be stored before using it.
	const file = await reserveFile(options.output);
	try {
		return await loginInto(file, scopes, settings, options);
	} finally {
		await file.release();
	}
}

/** A code in the arguments would also be in the shell's history. */
function refuseCode({ code }: LoginOptions): void {
	if (code === undefined || code === "-") return;
	throw new CommandError(
		"A grant code does not belong in the arguments, where others can see it. Leave out --code to be asked for it, or give --code - and the code on standard input.",
	);
}

function refuseUnasked({ code }: LoginOptions, { ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET }: Settings): void {
	if (code !== undefined && ZOHO_CLIENT_ID !== undefined && ZOHO_CLIENT_SECRET !== undefined) return;
	throw new CommandError(
		"There is no terminal for questions. Run login in one, or set ZOHO_CLIENT_ID and ZOHO_CLIENT_SECRET in the environment or in a file for --env, and give --code - with the grant code on standard input.",
	);
}

async function permitReplacing(output: string): Promise<void> {
	const there = await lstat(output).catch(() => undefined);
	if (there === undefined || there.isDirectory()) return;
	if (!canAsk()) throw new CommandError(`${output} already exists and was left unchanged. Give another file with -o.`);
	const answer = await ask(`${output} already exists. Replace it (y/n)? `);
	if (!/^y(?:es)?$/i.test(answer)) throw new CommandError(`${output} was left unchanged. Give another file with -o.`);
}

async function loginInto(
	file: ReservedFile,
	scopes: readonly string[],
	settings: Settings,
	options: LoginOptions,
): Promise<ExitCode> {
	const { output } = options;
	if (canAsk()) stderr.line(stderr.wrap(whereTheOrgLives));
	const target = await findTarget(options, settings);
	if (canAsk()) stderr.write(instructions(target, scopes));
	const { granted, client } = await obtain(target, settings, options);
	const kept: Settings = {
		...placeSettings(target, granted),
		ZOHO_CLIENT_ID: client.id,
		ZOHO_CLIENT_SECRET: client.secret,
		ZOHO_REFRESH_TOKEN: granted.refreshToken,
	};
	await file.fill(writeSettings({ ...kept, ZOHO_TOKEN_FILE: tokenFileBeside(output) }));
	stderr.line(
		`${stderr.paint("green", "Wrote")} ${output}. Only you can read it; the refresh token is valid until it is revoked.`,
	);
	await hintAtGit(output);
	const before = overridden(kept);
	if (before.length > 0) {
		const [are, them] = before.length === 1 ? ["is", "it"] : ["are", "them"];
		tellWarning(
			`${before.join(", ")} ${are} set in the environment, which takes precedence over the file: unset ${them}.`,
		);
	}
	const lacking = missingScopes(scopes, granted.scopes ?? scopes);
	if (lacking.length > 0) {
		tellWarning(
			`The code was created without ${lacking.join(",")}. Create another one with all of these scopes, and log in again:\n\n  ${scopes.join(",")}`,
		);
	}
	stderr.line();
	const checked = await doctor({ env: output, ...(options.verbose && { verbose: options.verbose }) });
	if (checked !== exitCodes.done || lacking.length > 0) return exitCodes.differs;
	const first = ["export", "Contacts", "--select", "Last_Name,Email", "-o", "contacts.csv"];
	stderr.line(`\nNext: ${ownCommand("init", "--env", output)}\n  or: ${ownCommand(...first, "--env", output)}`);
	return exitCodes.done;
}

const whereTheOrgLives =
	"An org and its tokens belong to one data centre. The address of its CRM shows which: crm.zoho.eu is eu, crm.zoho.com is us.\n";

function instructions(target: ClientTarget, scopes: readonly string[]): string {
	const scope = `  ${stderr.paint("bold", scopes.join(","))}`;
	if (target.dataCenter === undefined) {
		const where =
			"You need a client id, a client secret and a grant code; zoho-bulk-read sandbox prints its own. The scopes are";
		return `${stderr.wrap(where)}\n\n${scope}\n\n`;
	}
	const console = hostsOf(target.dataCenter).accounts.replace("//accounts.", "//api-console.");
	return `  1. Open ${console} and choose Self Client.
  2. Under Generate Code, paste this scope, choose the longest time, and create the code:

${scope}

  3. Copy the id and the secret from Client Secret, and the code: it works once, for a few minutes.

`;
}

interface ClientPair {
	readonly id: string;
	readonly secret: string;
}

/** Asks for whatever is missing, and again for whatever Zoho rejects, if there is somebody to ask. */
async function obtain(
	target: ClientTarget,
	settings: Settings,
	options: LoginOptions,
): Promise<{ readonly granted: Granted; readonly client: ClientPair }> {
	let client = {
		id: settings.ZOHO_CLIENT_ID ?? (await askFilled("Client id: ")),
		secret: settings.ZOHO_CLIENT_SECRET ?? (await askFilled("Client secret (not shown): ", true)),
	};
	let code = canAsk() ? await askFilled("Grant code (not shown): ", true) : await readCode();
	for (let attempts = 1; ; attempts++) {
		try {
			return { client, granted: await exchange(target, client, code, options) };
		} catch (error) {
			if (!(error instanceof GrantCodeError) || !canAsk() || attempts === maxAttempts) throw error;
			tellMistake(error.message, error.name);
			const { wrong } = error;
			if (wrong === "client") client = { ...client, id: await askFilled("Client id, again: ") };
			if (wrong === "client" || wrong === "secret") {
				client = { ...client, secret: await askFilled("Client secret, again (not shown): ", true) };
			}
			code = await askFilled("A new grant code (not shown): ", true);
		}
	}
}

/** Zoho gives ten codes in ten minutes. */
const maxAttempts = 5;

async function exchange(
	target: ClientTarget,
	{ id, secret }: ClientPair,
	code: string,
	{ verbose }: LoginOptions,
): Promise<Granted> {
	const { signal, release } = listenForInterruption();
	const { dataCenter, baseUrl } = target;
	const given = { clientId: id, clientSecret: secret, code, signal, ...(verbose && { onRequest: printRequest }) };
	try {
		return await exchangeGrantCode(
			baseUrl === undefined ? { dataCenter, ...given } : { accountsUrl: baseUrl, ...given },
		);
	} finally {
		release();
	}
}

async function askFilled(question: string, hidden = false): Promise<string> {
	for (;;) {
		const answer = await ask(question, hidden);
		if (answer !== "") return answer;
	}
}

/** The first non-empty line. */
async function readCode(): Promise<string> {
	for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== "") return line.trim();
	throw new CommandError("Standard input is empty, but the grant code was expected there.");
}

/** The data centre in the answer takes precedence over the one that was given. */
function placeSettings(target: ClientTarget, granted: Granted): Settings {
	if (target.baseUrl !== undefined) return { ZOHO_BASE_URL: String(target.baseUrl) };
	const { dataCenter = target.dataCenter, environment: named = "production" } = granted;
	const environment = target.environment ?? named;
	if (dataCenter !== target.dataCenter)
		tellWarning(`According to Zoho, the org is in ${dataCenter}, not in ${target.dataCenter}.`);
	return { ZOHO_DC: dataCenter, ...(environment === "production" ? {} : { ZOHO_ENVIRONMENT: environment }) };
}

/** Warns if git would include the file, or the one with the access token. */
async function hintAtGit(output: string): Promise<void> {
	const folder = dirname(output);
	const names = [basename(output), tokenFileBeside(output)];
	const taken = await Promise.all(names.map((name) => wouldBeTaken(folder, name)));
	const found = names.filter((_, at) => taken[at]);
	if (found.length === 0) return;
	const lines = found.map((name) => `  echo ${quoteForShell(name)} >> .gitignore`).join("\n");
	const them = found.length === 1 ? "it" : "them";
	tellWarning(`git does not ignore ${found.join(" and ")}. Keep ${them} out of the repository:\n${lines}`);
}

async function wouldBeTaken(cwd: string, name: string): Promise<boolean> {
	const exitCode = await new Promise<unknown>((resolve) => {
		const args = ["check-ignore", "-q", "--", name];
		execFile("git", args, { cwd }, (error) => resolve(error === null ? 0 : error.code));
	});
	// Ignored is 0, no repository 128; git itself may be missing.
	return exitCode === 1;
}
