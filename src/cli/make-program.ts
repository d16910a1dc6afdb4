import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { dataCenters, environmentHosts } from "../facts/data-centers.js";
import { limits } from "../facts/limits.js";
import { exportFormats } from "../files/export-format.js";
import type { DoctorOptions } from "./commands/doctor-command.js";
import type { ExplainOptions } from "./commands/explain-command.js";
import type { ExportCommandOptions } from "./commands/export-command.js";
import type { GenerateCommandOptions } from "./commands/generate-command.js";
import type { SandboxCommandOptions } from "./commands/sandbox-command.js";
import { CommandError } from "./terminal/command-error.js";
import { tellMistake } from "./terminal/report-error.js";

/**
 * The command line: what there is to say, and what each says to it. What a command does is read when it runs, so that
 * `--help` does not wait for what it does not need.
 */
export function makeProgram(): Command {
	const program = new Command("zoho-bulk-read")
		.description("Typed, chainable filters and whole exports for the Zoho CRM Bulk Read API.")
		.version(readVersion(), "-V, --version", "print the version")
		.helpOption("-h, --help", "print this help")
		.helpCommand("help [command]", "print the help of a command")
		.exitOverride()
		.hook("preAction", (_, command) => refuseEmpty(command))
		.addHelpText("after", overview);
	addGenerate(program);
	addExport(program);
	addExplain(program);
	addSandbox(program);
	addDoctor(program);
	for (const command of [program, ...program.commands]) {
		const help = `See ${[...(command === program ? [] : ["zoho-bulk-read"]), command.name()].join(" ")} --help.`;
		command.configureOutput({
			outputError: (text) =>
				tellMistake(
					`${text
						.trim()
						.replace(/^error: /, "")
						.replace(/\n+/g, " ")} ${help}`,
					"UsageError",
				),
		});
	}
	return program;
}

/**
 * Refuses what is empty: it comes from a variable that is not set, and would mean something else than what was meant.
 *
 * @throws {@link CommandError}
 */
function refuseEmpty(command: Command): void {
	const empty = (value: unknown): boolean =>
		Array.isArray(value) ? value.some(empty) : typeof value === "string" && value.trim() === "";
	const names = [
		...command.registeredArguments.flatMap((argument, at) => (empty(command.args[at]) ? [`<${argument.name()}>`] : [])),
		...command.options.flatMap((option) =>
			empty(command.getOptionValue(option.attributeName())) ? [option.long ?? option.flags] : [],
		),
	];
	// A list's last argument takes all that are left.
	if (names.length === 0 && !command.args.some(empty)) return;
	const [name = "An argument"] = names;
	throw new CommandError(`${name} is empty. Is a variable not set? Give a value, or leave it out.`, "UsageError");
}

const overview = `
Credentials come from the environment, a file (--env) or a prompt:
  ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET, ZOHO_REFRESH_TOKEN
                       those of a self client: https://api-console.zoho.com
  ZOHO_ACCESS_TOKEN    in their place: a token that lives for an hour
  ZOHO_DC, ZOHO_ENVIRONMENT, ZOHO_BASE_URL
                       as --dc, --environment and --base-url
  ZOHO_TOKEN_FILE      keeps access tokens between runs: Zoho gives few

Exit codes:
  0  done, or the same
  1  something differs, or a check failed
  2  it could not be done

Examples:
  $ zoho-bulk-read sandbox                               a Zoho of your own
  $ zoho-bulk-read generate -o src/zoho --dc eu          types for your modules
  $ zoho-bulk-read export contacts.ts -o contacts.csv    an export to a file`;

function addGenerate(program: Command): void {
	withConnection(program.command("generate"))
		.summary("write typed modules from the metadata of your org")
		.description(
			"Writes a typed module for each module of your org, from its metadata (one API credit a module) or from metadata that was saved. " +
				"Modules and fields are named by patterns: Leads, 'Deals.*', '*__c'.",
		)
		.argument("[modules...]", "modules, or fields of them, to generate; all that bulk read serves unless given")
		.option("-o, --output <path>", "a .ts file for everything, or a folder for a file a module")
		.option("--from <file>", "read metadata that --save wrote, instead of asking the org")
		.option("--save <file>", "keep the raw metadata")
		.option("--include <pattern>", "generate only these, as [modules...] does; may be given again", collect)
		.option("--exclude <pattern>", "leave these modules or fields out; may be given again", collect)
		.option("--check", "write nothing; list what drifted, and exit with 1 if anything did")
		.option("--print", "write to standard output instead of files")
		.addOption(
			new Option(
				"--watch [seconds]",
				"go on: generate when the --from file changes, or ask the org again every so often",
			)
				.argParser(readPositive)
				.preset(300),
		)
		.option("--quiet", "say nothing but warnings and errors")
		.addHelpText(
			"after",
			`
Examples:
  $ zoho-bulk-read generate -o src/zoho --dc eu          every module of the org
  $ zoho-bulk-read generate Leads Deals -o src/zoho.ts   two, in one file
  $ zoho-bulk-read generate -o src/zoho --check          for CI: has it drifted?
  $ zoho-bulk-read generate -o src/zoho --save org.json  keep the metadata
  $ zoho-bulk-read generate -o src/zoho --from org.json  and do without the org`,
		)
		.action(async (modules: readonly string[], options: GenerateCommandOptions) => {
			process.exitCode = await (await import("./commands/generate-command.js")).generate(modules, options);
		});
}

function addExport(program: Command): void {
	withQuery(withConnection(program.command("export")))
		.summary("run a job and write its rows to a file")
		.description(
			`Runs a job, page by page (each page costs ${limits.createCredits} API credits), and writes what comes to a file, or to standard output. ` +
				"The job is a .ts or .js file's default export, a .json file with the body of a request, or a module with --select and --where.",
		)
		.option("-o, --output <file>", "a .csv, .ndjson, .ics or .zip file; whole or absent, never half")
		.addOption(
			new Option("--format <format>", "the format, where the file's name does not say it").choices(exportFormats),
		)
		.option("--pages <range>", "pages to export: 3, 2-4 or 2-; all from the job's own unless given")
		.option("--resume", "go on where an interrupted export of this job to this file stopped, if one did")
		.option("--discard", "throw away what an interrupted export to this file left, and begin anew")
		.addOption(
			new Option("--mode <mode>", "permissions of a new file, as chmod takes them; one that is there keeps its own")
				.argParser(readMode)
				.default(0o600, "600"),
		)
		.option("--prefetch", "submit the next page's job while a page is downloaded (charged even if you stop)")
		.addOption(
			new Option(
				"--invalid-cells <what>",
				"for .ndjson: a cell that does not fit its field is an error, or kept as text",
			)
				.choices(["error", "text"])
				.default("error"),
		)
		.option("--delimiter <character>", 'for .csv: what stands between cells, such as ";" or tab')
		.addOption(
			new Option("--quote <which>", "for .csv: quotes where they are needed, or always").choices(["needed", "always"]),
		)
		.addOption(new Option("--line-ending <which>", "for .csv: what ends a line").choices(["lf", "crlf"]))
		.option("--bom", "for .csv: begin with a byte order mark, by which spreadsheets know UTF-8")
		.option("--safe-for-spreadsheets", "for .csv: put a ' before cells that a spreadsheet would run as a formula")
		.option("--json", "say how far it is in JSON, a line a change")
		.option("--quiet", "say nothing but errors")
		.addHelpText(
			"after",
			`
Examples:
  $ zoho-bulk-read export contacts.ts -o contacts.csv
  $ zoho-bulk-read export contacts.ts -o contacts.csv --resume
  $ zoho-bulk-read export body.json -o leads.ndjson --pages 1
  $ zoho-bulk-read export Deals --select Deal_Name,Amount -o deals.csv \\
      --where '{"api_name":"Stage","comparator":"equal","value":"Closed Won"}'
  $ zoho-bulk-read export contacts.ts --format ndjson | head`,
		)
		.action(async (query: string, options: ExportCommandOptions) => {
			process.exitCode = await (await import("./commands/export-command.js")).exportQuery(query, options);
		});
}

function addExplain(program: Command): void {
	withQuery(withConnection(program.command("explain")))
		.summary("show what a job asks for, without running it")
		.description(
			"Shows a job in English, as a tree, as the JSON that is sent and as curl, with the scopes that it needs and the credits that it costs. Nothing is sent.",
		)
		.option("--json", "print the body of the request alone")
		.option("--ts", "print the TypeScript that builds the job alone")
		.option("--as <language>", "print the request alone: curl, http, python, java, php, csharp, go, ruby, nodejs, ...")
		.addHelpText(
			"after",
			`
Examples:
  $ zoho-bulk-read explain contacts.ts
  $ zoho-bulk-read explain contacts.ts --json > body.json
  $ zoho-bulk-read explain body.json --ts > contacts.ts
  $ zoho-bulk-read explain contacts.ts --as python --dc eu
  $ zoho-bulk-read explain Leads \\
      --where '{"api_name":"Lead_Source","comparator":"equal","value":"Web"}'`,
		)
		.action(async (query: string, options: ExplainOptions) => {
			process.exitCode = await (await import("./commands/explain-command.js")).explain(query, options);
		});
}

function addSandbox(program: Command): void {
	program
		.command("sandbox")
		.summary("serve a Zoho CRM of your own, with a company in it")
		.description(
			"Serves the Bulk Read API, the metadata API and the token endpoint on this machine, with the records of a made-up company, and prints the credentials to use. " +
				"Each request is a line. Ctrl-C ends it.",
		)
		.option("--port <port>", "the port; a free one unless given", readPort)
		.option("--host <host>", "the address to listen on; anything but loopback lets others in", "127.0.0.1")
		.option("--records <number>", "contacts of the company; other modules follow", readPositive, 1_000)
		.option("--seed <seed>", "another company, other tokens; the same seed gives the same", "1")
		.option("--latency <milliseconds>", "let every request wait", readPositive)
		.option(
			"--fault <rule>",
			"misbehave: fault[=number][@route][/page][#nth][xtimes][%percent]; may be given again",
			collect,
		)
		.option("--json", "print JSON lines: the address and the credentials, then each request")
		.addHelpText(
			"after",
			`
Examples:
  $ zoho-bulk-read sandbox --port 8025
  $ zoho-bulk-read sandbox --records 200000 --latency 200
  $ zoho-bulk-read sandbox --fault truncate@result%20 --fault 429%5 --seed 7`,
		)
		.action(async (options: SandboxCommandOptions) => {
			process.exitCode = await (await import("./commands/sandbox-command.js")).serveSandbox(options);
		});
}

function addDoctor(program: Command): void {
	withConnection(program.command("doctor"))
		.summary("check credentials, data centre, scopes and clock")
		.description(
			"Checks that credentials are there and get a token, that the token may do what exports and generate need, and that the clock is right. " +
				"It asks for metadata (at most two API credits) and for a job that does not exist; it creates none.",
		)
		.addHelpText(
			"after",
			`
Examples:
  $ zoho-bulk-read doctor --dc eu
  $ zoho-bulk-read doctor --env .env`,
		)
		.action(async (options: DoctorOptions) => {
			process.exitCode = await (await import("./commands/doctor-command.js")).doctor(options);
		});
}

/** What says where Zoho is, and who asks. */
function withConnection(command: Command): Command {
	return (
		command
			.option("--dc <name>", `the data centre of the org: ${Object.keys(dataCenters).join(", ")}`)
			.option(
				"--environment <name>",
				`the org's environment: ${Object.keys(environmentHosts).join(", ")}; the first unless given`,
			)
			.option("--base-url <url>", "another server, such as a sandbox of this library")
			.option("--env <file>", "read credentials and settings from a file of NAME=value lines")
			// The name that other programs have for it. Node 20 takes it for its own, and ends where the file is not there.
			.addOption(new Option("--env-file <file>").hideHelp())
	);
}

/** What says which job is meant. */
function withQuery(command: Command): Command {
	return command
		.argument("<query>", "a .ts, .js or .json file, or the API name of a module")
		.option("--select <fields>", "for a module: the fields, with commas between them")
		.option("--where <criteria>", "for a module: the criteria, as JSON; null for every record")
		.option(
			"--modules <file>",
			"for a module or a .json file: your generated modules, where the standard ones do not do",
		);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, value];
}

function readPositive(text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("Give a whole number from 1.");
	return number;
}

function readMode(text: string): number {
	if (!/^[0-7]{3}$/.test(text)) throw new InvalidArgumentError("Give permissions as chmod takes them, such as 644.");
	return Number.parseInt(text, 8);
}

function readPort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
	return port;
}

function readVersion(): string {
	const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
	return version;
}
