import { type Command, InvalidArgumentError, Option } from "commander";
import type { SyncCommandOptions } from "../commands/sync-command.js";
import { withConnection, withQueries } from "./shared-options.js";

/** `sync`, as the command line has it. */
export function addSync(program: Command): void {
	withQueries(withConnection(program.command("sync")))
		.summary("make tables of jobs in a database, and keep them true")
		.description(
			"Makes a table of each job in a DuckDB file or in PostgreSQL, and brings it up to the org each time it runs again: it asks for what has changed, and finds what is gone. " +
				"A run that was interrupted or killed is gone on with by the next. It needs the package @duckdb/node-api or postgres.",
		)
		.requiredOption("--to <database>", 'a DuckDB file, such as crm.duckdb, or "postgres": that at DATABASE_URL')
		.option("--table <name>", "for one query: the table's name; that of the module unless given")
		.option("--schema <name>", "for postgres: the schema of the tables; that of the connection unless given")
		.option("--full", "ask for everything, and not only for what has changed")
		.addOption(
			new Option(
				"--full-every <days>",
				"ask for everything when so many days have passed: columns behind lookups and formulas change unseen",
			).argParser(readDays),
		)
		.addOption(
			new Option("--deletions <what>", "find what is gone by comparing ids, or leave such rows (a job less)")
				.choices(["compare", "ignore"])
				.default("compare"),
		)
		.addOption(
			new Option("--invalid-cells <what>", "a cell that does not fit its field is an error, or is left empty")
				.choices(["error", "null"])
				.default("error"),
		)
		.option("--rebuild", "make the table anew beside the old one, and swap them")
		.option("--take-over", "go on with a copy that another user's credentials made, where both are of one org")
		.option("--wait", "wait for another run on the same copy, instead of failing")
		.option("--dry-run", "show what would be asked for, and what it costs; ask for nothing")
		.option("--json", "print what each run came to as a line of JSON")
		.option("--quiet", "say nothing but errors")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read sync contacts.ts deals.ts --to crm.duckdb
  $ zoho-bulk-read sync Contacts --select Last_Name,Email --to crm.duckdb
  $ zoho-bulk-read sync contacts.ts --to postgres --full-every 7 --quiet
  $ zoho-bulk-read sync contacts.ts --to crm.duckdb --dry-run
`,
		)
		.action(async (queries: readonly string[], options: SyncCommandOptions) => {
			process.exitCode = await (await import("../commands/sync-command.js")).syncQueries(queries, options);
		});
}

function readDays(text: string): number {
	const days = Number(text);
	if (!(days > 0 && Number.isFinite(days))) throw new InvalidArgumentError("Give a number of days above 0.");
	return days;
}
