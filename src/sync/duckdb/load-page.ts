import { open, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { CopyCellError } from "../copy/copy-cell-error.js";
import { type CopyColumn, type CopyType, idColumn } from "../copy/copy-column.js";
import type { StageTarget } from "../copy/copy-database.js";
import { quoteText } from "../copy/copy-sql.js";
import type { CsvPage } from "../copy/csv-page.js";
import { unreadableCsv } from "../copy/unreadable-csv.js";
import { cellValue, isChecked, isUnfit } from "./duckdb-values.js";

/** A page for DuckDB to read: a complete file. */
export interface PageFile {
	readonly path: string;
	readonly page: CsvPage;
}

/**
 * Writes a page to a file, since DuckDB reads files; its checksum has been verified at the end. The file is removed
 * when the work is done.
 */
export async function withPageFile<Result>(
	page: CsvPage,
	path: string,
	work: (file: PageFile) => Promise<Result>,
): Promise<Result> {
	try {
		const file = await open(path, "wx", 0o600);
		try {
			for await (const part of page.csv()) await file.writeFile(part);
		} finally {
			await file.close();
		}
		return await work({ path, page });
	} finally {
		await rm(path, { force: true });
	}
}

/** Columns are named by position, because DuckDB would rename columns that differ only in case. */
const cellAt = (index: number): string => `c${index}`;

/** The maximum length of a row. */
const maxRowBytes = 16_777_216;

function readCsv({ path, page }: PageFile): string {
	const columns = page.columns.map((_, index) => `'${cellAt(index)}': 'VARCHAR'`).join(", ");
	return (
		`read_csv(${quoteText(path)}, columns = {${columns}}, auto_detect = false, header = true, delim = ',', quote = '"', ` +
		`escape = '"', nullstr = '', max_line_size = ${maxRowBytes}, encoding = 'utf-8')`
	);
}

/** The name of an error that the load itself raises; then the cell is looked up. */
const unfitCell = "zoho-bulk-read: a cell does not fit";

/** The select for a page's rows, with the values for its columns. */
export function selectRows(file: PageFile, types: Readonly<Record<CopyType, string>>, listDelimiter: string): string {
	const { columns, invalidCells } = file.page;
	const values = columns.map(({ type }, index) => {
		const cell = cellAt(index);
		const value = cellValue(cell, type, types[type], listDelimiter);
		if (!isChecked(type) || invalidCells === "null") return value;
		return `CASE WHEN ${cell} IS NOT NULL THEN coalesce(${value}, error(${quoteText(unfitCell)})) END`;
	});
	return `SELECT ${values.join(", ")} FROM ${readCsv(file)}`;
}

/** The select that gives a page's ids, and whether they are in doubt. */
export function selectIds(file: PageFile, doubted: StageTarget["doubted"]): string {
	return `SELECT ${cellOf(file, idColumn)}, ${isDoubted(file, doubted)} FROM ${readCsv(file)}`;
}

function isDoubted(file: PageFile, doubted: StageTarget["doubted"]): string {
	if (doubted === undefined || doubted === "all") return String(doubted === "all");
	const moment = (text: string): string => cellValue(text, "moment", "TIMESTAMPTZ", "");
	const isLater = `${moment(cellOf(file, doubted.column))} >= ${moment(quoteText(doubted.since))}`;
	return `coalesce(${isLater}, false)`;
}

function cellOf({ page }: PageFile, column: CopyColumn): string {
	return cellAt(page.columns.findIndex(({ name }) => name === column.name));
}

/** How many cells of a page do not fit. */
export async function countUnfit(
	connection: DuckDBConnection,
	file: PageFile,
	types: Readonly<Record<CopyType, string>>,
): Promise<number> {
	const { columns } = file.page;
	const checked = columns.flatMap(({ type }, index) => (isChecked(type) ? [{ type, cell: cellAt(index) }] : []));
	if (checked.length === 0) return 0;
	const counts = checked.map(({ type, cell }) => `count(*) FILTER (WHERE ${isUnfit(cell, type, types[type])})`);
	const counted = await connection.runAndReadAll(`SELECT ${counts.join(" + ")} FROM ${readCsv(file)}`);
	return Number(counted.getRows()[0]?.[0] ?? 0);
}

/**
 * What to report of a load that failed: the first cell that does not fit, or why the file cannot be read; whatever else
 * it was, the load's own error.
 */
export async function explainFailure(
	connection: DuckDBConnection,
	file: PageFile,
	types: Readonly<Record<CopyType, string>>,
	error: unknown,
): Promise<unknown> {
	if (!(error instanceof Error && error.message.includes(unfitCell))) return withoutData(error);
	return findUnfit(connection, file, types).then((cell) => cell ?? error, withoutData);
}

async function findUnfit(
	connection: DuckDBConnection,
	file: PageFile,
	types: Readonly<Record<CopyType, string>>,
): Promise<CopyCellError | undefined> {
	for (const [index, column] of file.page.columns.entries()) {
		if (!isChecked(column.type)) continue;
		const cell = cellAt(index);
		const numbered = `SELECT row_number() OVER () AS row, ${cell} FROM ${readCsv(file)}`;
		const unfit = `SELECT row, ${cell} FROM (${numbered}) WHERE ${isUnfit(cell, column.type, types[column.type])} ORDER BY row LIMIT 1`;
		const found = (await connection.runAndReadAll(unfit)).getRows()[0];
		if (found !== undefined) return new CopyCellError({ row: Number(found[0]), column, text: String(found[1]) });
	}
	return undefined;
}

/** DuckDB's kinds of errors that are about what it reads, and may quote it; others are about the machine. */
const dataErrors = /^(Invalid Input|Conversion|Out of Range|Mismatch Type|Constraint) Error/;

function withoutData(error: unknown): unknown {
	if (!(error instanceof Error && dataErrors.test(error.message))) return error;
	const { message } = error;
	const line = /^[^\n]*CSV Error on Line: (\d+)/.exec(message)?.[1];
	return unreadableCsv("DuckDB", line, problemIn(message));
}

/** What DuckDB may say of a file, after the line that it quotes; in our words, without anything of the line. */
const problems: readonly (readonly [told: RegExp, problem: string])[] = [
	[/Expected Number of Columns: (\d+) Found: (\d+)/g, "it has $2 columns instead of $1"],
	[/unterminated quote/g, "a quote does not end where its cell does"],
	[/Maximum line size of (\d+) bytes/g, "it is longer than $1 bytes"],
	[/not utf-8 encoded/g, "it is not UTF-8"],
	[/reached an invalid state/g, "its rows do not end as they should"],
];

function problemIn(message: string): string | undefined {
	const told = problems.flatMap(([pattern, problem]) =>
		[...message.matchAll(pattern)].map(({ 0: words, index }) => ({ index, words: words.replace(pattern, problem) })),
	);
	// The line itself may read like a remark about it, and comes first.
	return told.sort((one, other) => other.index - one.index)[0]?.words;
}
