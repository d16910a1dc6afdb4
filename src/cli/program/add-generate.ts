import { type Command, Option } from "commander";
import type { GenerateCommandOptions } from "../commands/generate-command.js";
import { collect, readPositive } from "./option-values.js";
import { withConnection } from "./shared-options.js";

/** `generate`, on the command line. */
export function addGenerate(program: Command): void {
	withConnection(program.command("generate"))
		.summary("write typed modules from the metadata of your org")
		.description(
			"Writes a typed module for each module of your org, from its metadata (one API credit per module) or from saved metadata. " +
				"Modules and fields can be patterns: Leads, 'Deals.*', '*__c'.",
		)
		.argument("[modules...]", "modules, or fields of them, to generate; by default all that bulk read serves")
		.option("-o, --output <path>", "a .ts file for everything, or a folder for one file per module")
		.option(
			"--from <files>",
			"read what --save wrote, or Zoho's own answers: Leads=leads.json, or a folder of Leads.json, ...; repeatable",
			collect,
		)
		.option("--save <file>", "save the raw metadata")
		.option("--include <pattern>", "generate only these, like [modules...]; repeatable", collect)
		.option("--exclude <pattern>", "leave out these modules or fields; repeatable", collect)
		.option("--check", "write nothing; list differences, and exit with 1 if there are any")
		.option("--print", "write to standard output instead of files")
		.addOption(
			new Option(
				"--watch [seconds]",
				"keep running: generate again when the --from file changes, or at intervals from the org",
			)
				.argParser(readPositive)
				.preset(300),
		)
		.option("--verbose", "print every request: method, path, status, time")
		.option("--quiet", "print nothing but warnings and errors")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read generate -o src/zoho --dc eu          every module of the org
  $ zoho-bulk-read generate Leads Deals -o src/zoho.ts   two, in one file
  $ zoho-bulk-read generate -o src/zoho --check          for CI: has it drifted?
  $ zoho-bulk-read generate -o src/zoho --save org.json  keep the metadata
  $ zoho-bulk-read generate -o src/zoho --from org.json  and generate without the org
  $ zoho-bulk-read generate -o leads.ts --from Leads=fields.json
`,
		)
		.action(async (modules: readonly string[], options: GenerateCommandOptions) => {
			process.exitCode = await (await import("../commands/generate-command.js")).generate(modules, options);
		});
}
