import type { Command } from "commander";
import type { LoginOptions } from "../commands/login-command.js";
import { withConnection } from "./shared-options.js";

/** `login`, on the command line. */
export function addLogin(program: Command): void {
	withConnection(program.command("login"))
		.summary("exchange a grant code for a refresh token, and store it")
		.description(
			"Shows which scopes to enter in Zoho's API console, exchanges the grant code that you get there for a refresh token, writes a file for --env that only you can read, and runs doctor. " +
				"It asks for what it needs. Without a terminal, set ZOHO_CLIENT_ID and ZOHO_CLIENT_SECRET, and give the code on standard input.",
		)
		.argument("[queries...]", "ask only for the scopes of these: .ts, .js or .json files, or modules")
		.option("--for <uses>", "ask for the scopes of export, generate or sync, separated by commas; all by default")
		.option("-o, --output <file>", "the file to write; asks before replacing one", ".env.zoho")
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
