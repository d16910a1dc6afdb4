import { once } from "node:events";
import { makeVisible } from "../../checks/make-visible.js";
import { generateCompany } from "../../sandbox/company/generate-company.js";
import { parseFaultRule } from "../../sandbox/faults/fault-schedule.js";
import { keepBusy } from "../../sandbox/keep-busy.js";
import type { RequestLogEntry } from "../../sandbox/requests/request-log.js";
import { createSandbox } from "../../sandbox/sandbox.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { listenForInterruption } from "../terminal/interruption.js";
import { countOf, writeNumber } from "../terminal/quantities.js";
import { stdout } from "../terminal/terminal.js";

/** The options of `sandbox`. */
export interface SandboxCommandOptions {
	readonly port?: number;
	readonly host: string;
	readonly records: number;
	readonly seed: string;
	readonly latency?: number;
	/** Records that are changed, added or deleted per second. */
	readonly busy?: number;
	readonly fault?: readonly string[];
	readonly json?: true;
}

/** Serves a sandbox until it is interrupted. */
export async function serveSandbox(options: SandboxCommandOptions): Promise<ExitCode> {
	const { port, host, records, seed, json } = options;
	const { signal } = listenForInterruption();
	let requests = 0;
	const sandbox = createSandbox({
		records: generateCompany({ contacts: records, seed }),
		seed,
		faults: readFaults(options),
		onRequest: (entry) => {
			requests++;
			stdout.line(json ? JSON.stringify(entry) : writeEntry(entry));
		},
	});
	const { url, close } = await sandbox.listen({ host, ...(port === undefined ? {} : { port }) });
	const { credentials } = sandbox;
	const grantCode = sandbox.makeGrantCode();
	if (json) stdout.line(JSON.stringify({ url, ...credentials, grantCode }));
	else stdout.write(writeGreeting(url, credentials, grantCode, records));
	const busy = options.busy && keepBusy(sandbox, { perSecond: options.busy, signal, seed });
	if (!signal.aborted) await once(signal, "abort");
	await busy;
	sandbox.close();
	await close();
	if (!json) stdout.line(`${stdout.isTerminal ? "\r" : ""}Stopped: ${countOf(requests, "request")}.`);
	return exitCodes.done;
}

function readFaults({ fault = [], latency }: SandboxCommandOptions): ReturnType<typeof parseFaultRule>[] {
	try {
		const rules = fault.map(parseFaultRule);
		return latency === undefined ? rules : [{ fault: "latency", amount: latency }, ...rules];
	} catch (error) {
		throw error instanceof RangeError ? new CommandError(error.message) : error;
	}
}

type Credentials = ReturnType<typeof createSandbox>["credentials"];

/** The credentials are made up, and work only for this sandbox, so they may be shown. */
function writeGreeting(url: string, credentials: Credentials, grantCode: string, records: number): string {
	const { clientId, clientSecret, refreshToken, accessToken } = credentials;
	const count = writeNumber(records);
	return `${stdout.paint("bold", `A Zoho CRM with ${count} contacts is listening on ${url}`)}

Its credentials, for another shell or for a file for --env:

  export ZOHO_BASE_URL=${url}
  export ZOHO_CLIENT_ID=${clientId}
  export ZOHO_CLIENT_SECRET=${clientSecret}
  export ZOHO_REFRESH_TOKEN=${refreshToken}
  export ZOHO_ACCESS_TOKEN=${accessToken}

A grant code for login, which works once within three minutes, like Zoho's:

  ${grantCode}

Open the address in a browser to see what it is doing.
Requests are listed below, one per line. Ctrl-C stops it.

`;
}

function writeEntry({ time, method, path, status, code, job, milliseconds, faults = [] }: RequestLogEntry): string {
	const outcome = status === undefined ? "cut" : String(status);
	const colour = status === undefined || status >= 500 ? "red" : status >= 400 ? "yellow" : "green";
	// Clients choose what a path says: it is made visible before the colours come, which are ours.
	const more = [
		code,
		job && !path.includes(job) ? `job ${job}` : undefined,
		...faults.map((fault) => `fault ${fault}`),
	];
	return [
		stdout.paint("dim", time.slice(11, 19)),
		method.padEnd(4),
		stdout.paint(colour, outcome),
		`${Math.round(milliseconds)} ms`.padStart(7),
		makeVisible(path),
		stdout.paint("dim", makeVisible(more.filter((word) => word !== undefined).join(" "))),
	]
		.join(" ")
		.trimEnd();
}
