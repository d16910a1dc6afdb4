import { readFileSync } from "node:fs";
import { Command } from "commander";
import { settings } from "./connection/settings.js";
import { addCompletion } from "./program/add-completion.js";
import { addDoctor } from "./program/add-doctor.js";
import { addExplain } from "./program/add-explain.js";
import { addExport } from "./program/add-export.js";
import { addGenerate } from "./program/add-generate.js";
import { addInit } from "./program/add-init.js";
import { addLogin } from "./program/add-login.js";
import { addSandbox } from "./program/add-sandbox.js";
import { addSync } from "./program/add-sync.js";
import { CommandError } from "./terminal/command-error.js";
import { tellMistake } from "./terminal/report-error.js";
/**
 * The command line with all its commands. The code of a command is loaded when it runs, so that `--help` does not wait
 * for it.
 */
export function makeProgram(): Command {
	const program = new Command("zoho-bulk-read")
		.description("Typed, chainable filters and whole exports for the Zoho CRM Bulk Read API.")
		.version(readVersion(), "-V, --version", "print the version")
		.helpOption("-h, --help", "print this help")
		.helpCommand("help [command]", "print the help of a command")
		.exitOverride()
		.hook("preAction", (_, command) => refuseEmpty(command))
		.addHelpText("before", examples)
		.addHelpText("after", overview);
	addLogin(program);
	addInit(program);
	addGenerate(program);
	addExport(program);
	addSync(program);
	addExplain(program);
	addSandbox(program);
	addDoctor(program);
	addCompletion(program);
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
 * Refuses empty values: they come from unset variables, and would not mean what was intended.
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
	// The last argument of a list takes the rest.
	if (names.length === 0 && !command.args.some(empty)) return;
	const [name = "An argument"] = names;
	throw new CommandError(`${name} is empty. Is a variable not set? Give a value, or leave it out.`, "UsageError");
}

const examples = `Examples:
  $ zoho-bulk-read sandbox                               your own Zoho CRM
  $ zoho-bulk-read login                                 credentials for your org
  $ zoho-bulk-read generate -o src/zoho --dc eu          types for your modules
  $ zoho-bulk-read export contacts.ts -o contacts.csv    an export to a file
  $ zoho-bulk-read sync contacts.ts --to crm.duckdb      a copy that stays up to date
`;

const overview = `
Settings come from the environment, a file (--env) or a prompt:
${Object.entries(settings)
	.map(([name, { says }]) => `  ${name.padEnd(20)}  ${says}`)
	.join("\n")}

Exit codes:
  0  done, or no differences
  1  differences, or a failed check
  2  an error`;

function readVersion(): string {
	const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
	return version;
}
