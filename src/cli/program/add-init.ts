import type { Command } from "commander";
import type { InitOptions } from "../commands/init-command.js";
import { withConnection } from "./shared-options.js";

/** `init`, on the command line. */
export function addInit(program: Command): void {
	withConnection(program.command("init"))
		.summary("set up a project: modules of your org, a first query, a check")
		.description(
			"Writes typed modules of your org to a folder (one API credit per module), a first query, and the script zoho:check, which fails when the org has changed. " +
				"It shows the modules and asks which you want. Nothing is overwritten.",
		)
		.option("--modules <names>", "the modules, separated by commas, instead of asking")
		.option("-o, --output <folder>", "the folder for the modules", "zoho")
		.option("--verbose", "print every request: method, path, status, time")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read init --env .env.zoho
  $ zoho-bulk-read init --modules Contacts,Deals -o src/zoho --env .env.zoho
`,
		)
		.action(async (options: InitOptions) => {
			process.exitCode = await (await import("../commands/init-command.js")).init(options);
		});
}
