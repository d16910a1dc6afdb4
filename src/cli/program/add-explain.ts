import type { Command } from "commander";
import type { ExplainOptions } from "../commands/explain-command.js";
import { withConnection, withQuery } from "./shared-options.js";

/** `explain`, on the command line. */
export function addExplain(program: Command): void {
	withQuery(withConnection(program.command("explain")))
		.summary("show what a job does, without running it")
		.description(
			"Shows a job in English, as a tree, as the JSON to send and as a curl command, with the scopes that it needs and the credits that it costs. Nothing is sent.",
		)
		.option("--json", "print only the body of the request")
		.option("--ts", "print only the TypeScript that builds the job")
		.option("--as <language>", "print only the request: curl, http, python, java, php, csharp, go, ruby, nodejs, ...")
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
