import type { Command } from "commander";
import type { LoginOptions } from "../commands/login-command.js";
import { withConnection } from "./shared-options.js";

/** `login`, as the command line has it. */
export function addLogin(program: Command): void {
	withConnection(program.command("login"))
		.summary("make a refresh token of a grant code, and keep it in a file")
		.description(
			"Says which scopes to ask for in Zoho's API console, exchanges the grant code that you get there for a refresh token, writes a file for --env that only you can read, and runs doctor. " +
				"It asks for what it needs. Without a terminal, ZOHO_CLIENT_ID and ZOHO_CLIENT_SECRET are set and the code comes on standard input.",
		)
		.argument("[queries...]", "ask for the scopes of these alone: .ts, .js or .json files, or modules")
		.option("--for <uses>", "ask for the scopes of export, generate or sync, with commas; of all unless given")
		.option("-o, --output <file>", "the file that is written; never over another without asking", ".env.zoho")
		.option("--verbose", "print every request: method, path, status, time")
		.option("--code <where>", "- to read the grant code from standard input")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read login
  $ zoho-bulk-read login --dc eu --for export,generate
  $ zoho-bulk-read login contacts.ts --dc in -o contacts.env
  $ zoho-bulk-read login --dc eu --code - < code.txt
`,
		)
		.action(async (queries: readonly string[], options: LoginOptions) => {
			process.exitCode = await (await import("../commands/login-command.js")).login(queries, options);
		});
}
