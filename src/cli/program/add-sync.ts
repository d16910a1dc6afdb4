import { type Command, InvalidArgumentError, Option } from "commander";
import type { SyncCommandOptions } from "../commands/sync-command.js";
import { withConnection, withQueries } from "./shared-options.js";

/** `sync`, on the command line. */
export function addSync(program: Command): void {
	withQueries(withConnection(program.command("sync")))
		.summary("copy jobs to database tables, and keep them up to date")
		.description(
			"Copies each job to a table in a DuckDB file or in PostgreSQL, and updates it on every later run: it asks for what has changed, and finds what was deleted. " +
				"The next run continues one that was interrupted or killed. Needs the package @duckdb/node-api or postgres.",
		)
		.requiredOption("--to <database>", 'a DuckDB file, such as crm.duckdb, or "postgres" for the one at DATABASE_URL')
		.option("--table <name>", "for one query: the table's name; the module's name by default")
		.option("--schema <name>", "for postgres: the schema of the tables; the connection's by default")
		.option("--full", "export everything instead of only what has changed")
		.addOption(
			new Option(
				"--full-every <days>",
				"export everything after this many days: columns behind lookups and formulas change unnoticed",
			).argParser(readDays),
		)
		.addOption(
			new Option("--deletions <what>", "find deleted records by comparing ids, or keep such rows (saves a job)")
				.choices(["compare", "ignore"])
				.default("compare"),
		)
		.addOption(
			new Option("--invalid-cells <what>", "a cell that does not fit its field is an error, or is left empty")
				.choices(["error", "null"])
				.default("error"),
		)
		.option("--rebuild", "rebuild the table beside the old one, and swap them")
		.option("--take-over", "continue a copy made with another user's credentials, if both belong to one org")
		.option("--wait", "wait for another run on the same copy, instead of failing")
		.option("--dry-run", "show what would be requested, and what it costs; send nothing")
		.option("--json", "print the outcome of each run as a line of JSON")
		.option("--quiet", "print nothing but errors")
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
