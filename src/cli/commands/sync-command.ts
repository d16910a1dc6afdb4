import { createClient } from "../../client/client.js";
import { AbortedError } from "../../client/errors/aborted-error.js";
import type { AnyJob } from "../../job/any-job.js";
import { requiredScopes } from "../../job/required-scopes.js";
import type { CopyDatabase } from "../../sync/copy/copy-database.js";
import { planSync, type SyncOutcome, type SyncPlan, sync } from "../../sync/run/sync.js";
import type { SyncOptions } from "../../sync/run/sync-options.js";
import { type ConnectionOptions, connect } from "../connection/connection.js";
import { withNeededScopes } from "../connection/lacks-scope.js";
import { readSettings } from "../connection/settings.js";
import { type QueryOptions, readQuery } from "../query/read-query.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { listenForInterruption } from "../terminal/interruption.js";
import { countOf, writeDuration, writeNumber } from "../terminal/quantities.js";
import { tellMistake } from "../terminal/report-error.js";
import { printWait } from "../terminal/request-line.js";
import { stderr, stdout } from "../terminal/terminal.js";

/** The options of `sync`. */
export interface SyncCommandOptions extends QueryOptions, ConnectionOptions {
	readonly to: string;
	readonly table?: string;
	readonly schema?: string;
	readonly full?: true;
	readonly fullEvery?: number;
	readonly deletions: "compare" | "ignore";
	readonly invalidCells: "error" | "null";
	readonly rebuild?: true;
	readonly takeOver?: true;
	readonly wait?: true;
	readonly dryRun?: true;
	readonly json?: true;
	readonly quiet?: true;
}

/** A job, and the table that it is copied to. */
interface Copy {
	readonly job: AnyJob;
	readonly table: string;
}

/** Brings the table of each job up to date, one after the other. A failure does not stop the others. */
export async function syncQueries(queries: readonly string[], options: SyncCommandOptions): Promise<ExitCode> {
	const copies = await readCopies(queries, options);
	const database = await openDatabase(options);
	if (options.dryRun) return tellPlans(copies, database, options);
	const { signal, release } = listenForInterruption();
	const tellsWaits = !options.quiet && !options.json;
	const client = { signal, ...(tellsWaits && { onRequest: printWait }) };
	const connection = await connect(options, client, { quiet: options.quiet });
	const zoho = createClient(connection.options);
	const since = performance.now();
	const outcomes: SyncOutcome[] = [];
	try {
		for (const { job, table } of copies) {
			const status = makeStatus(options);
			const begun = performance.now();
			try {
				const { fullEvery, ...given } = readOptions(options);
				const outcome = await sync(zoho, job, database, {
					...given,
					fullEvery,
					table,
					signal,
					onProgress: status.show,
				});
				status.end();
				outcomes.push(outcome);
				tellOutcome(outcome, performance.now() - begun, options);
			} catch (error) {
				status.end();
				if (signal.aborted || error instanceof AbortedError) {
					tellMistake("Interrupted. What was done is kept: run the same command to continue.", "Interrupted");
					return exitCodes.failed;
				}
				tellFailure(table, withNeededScopes(error, "run this job", requiredScopes(job)));
			}
		}
	} finally {
		release();
		await database.close();
	}
	if (copies.length > 1) tellSummary(outcomes, performance.now() - since, options);
	return outcomes.length === copies.length ? exitCodes.done : exitCodes.failed;
}

async function readCopies(queries: readonly string[], options: SyncCommandOptions): Promise<readonly Copy[]> {
	if (options.table !== undefined && queries.length > 1) {
		throw new CommandError("--table names one table, but there are several queries. Run them one by one.");
	}
	const copies: Copy[] = [];
	for (const query of queries) {
		const job = await readQuery(query, options);
		const table = options.table ?? job.module.apiName;
		if (copies.some((copy) => copy.table === table)) {
			throw new CommandError(
				`Two queries would write the table ${table}. Run them one by one, each with its own --table.`,
			);
		}
		copies.push({ job, table });
	}
	return copies;
}

async function openDatabase(options: SyncCommandOptions): Promise<CopyDatabase> {
	const { to, schema } = options;
	if (to !== "postgres") {
		if (/^postgres(?:ql)?:/.test(to)) {
			throw new CommandError(
				"An address may contain a password, and others can see arguments. Set DATABASE_URL, and give --to postgres.",
			);
		}
		if (schema !== undefined) throw new CommandError("--schema is for --to postgres.");
		const { duckdb } = await import("../../sync/duckdb/index.js");
		return duckdb(to);
	}
	const { DATABASE_URL } = await readSettings(options);
	if (DATABASE_URL === undefined) {
		throw new CommandError("Where is the database? Set DATABASE_URL, such as postgres://user:password@host/name.");
	}
	const { postgres } = await import("../../sync/postgres/index.js");
	return postgres(DATABASE_URL, { schema });
}

function readOptions(options: SyncCommandOptions): SyncOptions {
	const { full, fullEvery, deletions, invalidCells, rebuild, takeOver, wait } = options;
	return {
		...{ full, deletions, invalidCells, rebuild, takeOver, wait },
		fullEvery: fullEvery === undefined ? undefined : { days: fullEvery },
	};
}

async function tellPlans(
	copies: readonly Copy[],
	database: CopyDatabase,
	options: SyncCommandOptions,
): Promise<ExitCode> {
	for (const { job, table } of copies) {
		const plan = await planSync(job, database, { ...readOptions(options), table });
		stdout.line(options.json ? JSON.stringify(plan) : writePlan(plan));
	}
	return exitCodes.done;
}

function writePlan({ table, kind, because, since, requests, credits }: SyncPlan): string {
	const what = kind === "whole" ? `everything, since ${because}` : `what has changed since ${since}`;
	const bodies = requests.map((request) => `  ${JSON.stringify(request)}`);
	return [`${table}: ${what}; ${writeNumber(credits)} API credits at least`, ...bodies].join("\n");
}

/** One line that is updated, if a person is watching. */
function makeStatus({ quiet, json }: SyncCommandOptions): { show: SyncOptions["onProgress"]; end(): void } {
	if (quiet || json || !stderr.isTerminal) return { show: undefined, end: () => {} };
	const clear = "\r\u001B[2K";
	return {
		show: ({ table, phase, state, page, rows }) => {
			const words = [table, phase, page === undefined ? "" : `page ${page}`, state ?? "", countOf(rows, "row")];
			const line = words.filter((word) => word !== "").join("  ");
			stderr.write(`${clear}${stderr.paint("cyan", line.slice(0, stderr.columns - 1))}`);
		},
		end: () => stderr.write(clear),
	};
}

function tellOutcome(outcome: SyncOutcome, milliseconds: number, { json, quiet }: SyncCommandOptions): void {
	if (json) stdout.line(JSON.stringify({ ...outcome, milliseconds: Math.round(milliseconds) }));
	else if (!quiet) stderr.line(writeOutcome(outcome, milliseconds));
}

function writeOutcome(outcome: SyncOutcome, milliseconds: number): string {
	const { table, because, jobs, credits, invalidCells, goneColumns, addedColumns } = outcome;
	const also = [
		...(because === undefined ? [] : [`everything was exported, since ${because}`]),
		...(invalidCells === 0 ? [] : [`${countOf(invalidCells, "cell")} did not fit and were left empty`]),
		...(addedColumns.length === 0 ? [] : [`new columns: ${addedColumns.join(", ")}`]),
		...(goneColumns.length === 0 ? [] : [`no longer selected: ${goneColumns.join(", ")}`]),
	];
	const cost = `${countOf(jobs, "job")}, ${countOf(credits, "credit")}, ${writeDuration(milliseconds)}`;
	return `${table}: ${writeCounts(outcome)} (${cost})${also.map((words) => `; ${words}`).join("")}`;
}

function writeCounts({
	read,
	inserted,
	updated,
	deleted,
}: Pick<SyncOutcome, "read" | "inserted" | "updated" | "deleted">): string {
	const counts = { read, inserted, updated, deleted };
	return Object.entries(counts)
		.map(([what, count]) => `${writeNumber(count)} ${what}`)
		.join(", ");
}

function tellSummary(
	outcomes: readonly SyncOutcome[],
	milliseconds: number,
	{ json, quiet }: SyncCommandOptions,
): void {
	if (json || quiet) return;
	const sum = (of: (outcome: SyncOutcome) => number): number => outcomes.reduce((all, outcome) => all + of(outcome), 0);
	const counts = writeCounts({
		read: sum(({ read }) => read),
		inserted: sum(({ inserted }) => inserted),
		updated: sum(({ updated }) => updated),
		deleted: sum(({ deleted }) => deleted),
	});
	const credits = countOf(
		sum(({ credits }) => credits),
		"credit",
	);
	stderr.line(`${countOf(outcomes.length, "table")}: ${counts} (${credits}, ${writeDuration(milliseconds)})`);
}

/** What the library's errors name, and the command's options for it. */
const namesHere: readonly (readonly [string, string])[] = [
	["wait: true", "--wait"],
	["rebuild: true", "--rebuild"],
	["takeOver: true", "--take-over"],
	['invalidCells: "null"', "--invalid-cells null"],
];

function tellFailure(table: string, error: unknown): void {
	const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
	let words = message;
	for (const [there, here] of namesHere) words = words.replaceAll(there, here);
	tellMistake(words.includes(table) ? words : `${table}: ${words}`, name);
}
