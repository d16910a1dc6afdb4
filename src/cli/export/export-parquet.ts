import { createClient } from "../../client/client.js";
import { AbortedError } from "../../client/errors/aborted-error.js";
import type { AnyJob } from "../../job/any-job.js";
import { requiredScopes } from "../../job/required-scopes.js";
import { exportToParquet } from "../../sync/duckdb/export-to-parquet.js";
import { type ConnectionOptions, connect } from "../connection/connection.js";
import { withNeededScopes } from "../connection/lacks-scope.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { listenForInterruption } from "../terminal/interruption.js";
import type { ProgressDisplay } from "../terminal/progress.js";
import { countOf, writeDuration } from "../terminal/quantities.js";
import { stderr } from "../terminal/terminal.js";

/** The options of `export` that apply to a Parquet file, and those that are refused. */
export interface ParquetExportOptions extends ConnectionOptions {
	readonly output?: string;
	readonly pages?: string;
	readonly resume?: true;
	readonly discard?: true;
	readonly mode?: number;
	readonly json?: true;
	readonly quiet?: true;
}

/** Exports a job to a Parquet file: through a database, so an interrupted export starts over. */
export async function exportParquet(
	job: AnyJob,
	options: ParquetExportOptions,
	display: ProgressDisplay,
): Promise<ExitCode> {
	const { output = "", mode, pages, resume, discard } = options;
	const refused = Object.entries({ "--pages": pages, "--resume": resume, "--discard": discard }).find(
		([, given]) => given,
	);
	if (refused !== undefined) {
		throw new CommandError(`A Parquet file always contains the whole job. Leave out ${refused[0]}.`);
	}
	const { signal, release } = listenForInterruption();
	display.say("");
	const { options: client } = await connect(options, { signal, onRequest: display.request }, { quiet: options.quiet });
	const since = performance.now();
	try {
		const { read } = await exportToParquet(createClient(client), job, output, {
			signal,
			mode,
			onProgress: ({ phase, state = "", rows }) => display.say(`${phase}  ${state}  ${countOf(rows, "row")}`),
		});
		display.end();
		const time = writeDuration(performance.now() - since);
		if (!options.quiet && !options.json) stderr.line(`Wrote ${countOf(read, "row")} to ${output} in ${time}.`);
		return exitCodes.done;
	} catch (error) {
		display.end();
		if (!(signal.aborted || error instanceof AbortedError)) {
			throw withNeededScopes(error, "run this job", requiredScopes(job));
		}
		throw new CommandError("Interrupted. A Parquet export cannot be resumed: start over.", "Interrupted");
	} finally {
		release();
	}
}
