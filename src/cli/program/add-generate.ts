import { type Command, Option } from "commander";
import type { GenerateCommandOptions } from "../commands/generate-command.js";
import { collect, readPositive } from "./option-values.js";
import { withConnection } from "./shared-options.js";

/** `generate`, as the command line has it. */
export function addGenerate(program: Command): void {
	withConnection(program.command("generate"))
		.summary("write typed modules from the metadata of your org")
		.description(
			"Writes a typed module for each module of your org, from its metadata (one API credit a module) or from metadata that was saved. " +
				"Modules and fields are named by patterns: Leads, 'Deals.*', '*__c'.",
		)
		.argument("[modules...]", "modules, or fields of them, to generate; all that bulk read serves unless given")
		.option("-o, --output <path>", "a .ts file for everything, or a folder for a file a module")
		.option(
			"--from <files>",
			"read what --save wrote, or Zoho's own answer: Leads=leads.json, a folder of Leads.json, ...; may be given again",
			collect,
		)
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
		.option("--verbose", "print every request: method, path, status, time")
		.option("--quiet", "say nothing but warnings and errors")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read generate -o src/zoho --dc eu          every module of the org
  $ zoho-bulk-read generate Leads Deals -o src/zoho.ts   two, in one file
  $ zoho-bulk-read generate -o src/zoho --check          for CI: has it drifted?
  $ zoho-bulk-read generate -o src/zoho --save org.json  keep the metadata
  $ zoho-bulk-read generate -o src/zoho --from org.json  and do without the org
  $ zoho-bulk-read generate -o leads.ts --from Leads=fields.json
`,
		)
		.action(async (modules: readonly string[], options: GenerateCommandOptions) => {
			process.exitCode = await (await import("../commands/generate-command.js")).generate(modules, options);
		});
}
