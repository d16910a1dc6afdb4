import { type Command, Option } from "commander";
import { limits } from "../../facts/limits.js";
import { exportFormats } from "../../files/export-format.js";
import type { ExportCommandOptions } from "../commands/export-command.js";
import { readMode, readPositive } from "./option-values.js";
import { withConnection, withQuery } from "./shared-options.js";

/** `export`, on the command line. */
export function addExport(program: Command): void {
	withQuery(withConnection(program.command("export")))
		.summary("run a job and write its rows to a file")
		.description(
			`Runs a job, page by page (each page costs ${limits.createCredits} API credits), and writes the rows to a file, or to standard output. ` +
				"The job is the default export of a .ts or .js file, a .json file with the body of a request, or a module with --select and --where.",
		)
		.option("-o, --output <file>", "a .csv, .ndjson, .ics, .zip or .parquet file; always complete or absent")
		.addOption(new Option("--format <format>", "the format, if the file's name does not say it").choices(exportFormats))
		.option("--pages <range>", "pages to export: 3, 2-4 or 2-; from the job's own page on by default")
		.option("--resume", "resume an interrupted export of this job to this file, if there is one")
		.option("--discard", "throw away what an interrupted export to this file left, and start over")
		.addOption(
			new Option("--mode <mode>", "permissions of a new file, as for chmod; an existing file keeps its own")
				.argParser(readMode)
				.default(0o600, "600"),
		)
		.option("--prefetch", "submit the next page's job while a page is downloaded (charged even if you stop)")
		.option(
			"--windows",
			"split by creation time, so that changes during the export lose or duplicate nothing (2 to 3 jobs per page)",
		)
		.addOption(
			new Option("--concurrency <number>", "with --windows: how many are exported at once; 3 by default").argParser(
				readPositive,
			),
		)
		.addOption(
			new Option(
				"--invalid-cells <what>",
				"for .ndjson: a cell that does not fit its field is an error, or kept as text",
			)
				.choices(["error", "text"])
				.default("error"),
		)
		.addOption(
			new Option("--long-numbers <what>", "for .ndjson: a number too long for JavaScript is an error, or kept as text")
				.choices(["error", "text"])
				.default("error"),
		)
		.addOption(
			new Option("--missing-columns <what>", "for .ndjson: a selected column that the file lacks is an error, or null")
				.choices(["error", "null"])
				.default("error"),
		)
		.option("--lenient-quotes", "for .ndjson: read stray quotes as characters instead of damage")
		.option("--delimiter <character>", 'for .csv: the delimiter between cells, such as ";" or tab')
		.addOption(
			new Option("--quote <which>", "for .csv: quote cells only if needed, or always").choices(["needed", "always"]),
		)
		.addOption(new Option("--line-ending <which>", "for .csv: the line ending").choices(["lf", "crlf"]))
		.option("--bom", "for .csv: start with a byte order mark, so that spreadsheets recognise UTF-8")
		.option("--safe-for-spreadsheets", "for .csv: put a ' before cells that a spreadsheet would run as a formula")
		.option("--json", "print progress as JSON, one line per change")
		.option("--verbose", "print every request: method, path, status, time")
		.option("--quiet", "print nothing but errors")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read export contacts.ts -o contacts.csv
  $ zoho-bulk-read export contacts.ts -o contacts.csv --resume
  $ zoho-bulk-read export body.json -o leads.ndjson --pages 1
  $ zoho-bulk-read export Deals --select Deal_Name,Amount -o deals.csv \\
      --where '{"api_name":"Stage","comparator":"equal","value":"Closed Won"}'
  $ zoho-bulk-read export contacts.ts --format ndjson | head
`,
		)
		.action(async (query: string, options: ExportCommandOptions) => {
			process.exitCode = await (await import("../commands/export-command.js")).exportQuery(query, options);
		});
}
