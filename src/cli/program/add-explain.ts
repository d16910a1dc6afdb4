import type { Command } from "commander";
import type { ExplainOptions } from "../commands/explain-command.js";
import { withConnection, withQuery } from "./shared-options.js";

/** `explain`, as the command line has it. */
export function addExplain(program: Command): void {
	withQuery(withConnection(program.command("explain")))
		.summary("show what a job asks for, without running it")
		.description(
			"Shows a job in English, as a tree, as the JSON that is sent and as curl, with the scopes that it needs and the credits that it costs. Nothing is sent.",
		)
		.option("--json", "print the body of the request alone")
		.option("--ts", "print the TypeScript that builds the job alone")
		.option("--as <language>", "print the request alone: curl, http, python, java, php, csharp, go, ruby, nodejs, ...")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read explain contacts.ts
  $ zoho-bulk-read explain contacts.ts --json > body.json
  $ zoho-bulk-read explain body.json --ts > contacts.ts
  $ zoho-bulk-read explain contacts.ts --as python --dc eu
  $ zoho-bulk-read explain Leads \\
      --where '{"api_name":"Lead_Source","comparator":"equal","value":"Web"}'
`,
		)
		.action(async (query: string, options: ExplainOptions) => {
			process.exitCode = await (await import("../commands/explain-command.js")).explain(query, options);
		});
}
