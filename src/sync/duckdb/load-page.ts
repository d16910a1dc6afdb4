import { open, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { CopyCellError } from "../copy/copy-cell-error.js";
import { type CopyColumn, type CopyType, idColumn } from "../copy/copy-column.js";
import type { StageTarget } from "../copy/copy-database.js";
import { quoteText } from "../copy/copy-sql.js";
import type { CsvPage } from "../copy/csv-page.js";
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

/** Finds the first cell that does not fit, if a load failed because of one; otherwise the load's own error. */
export async function explainFailure(
	connection: DuckDBConnection,
	file: PageFile,
	types: Readonly<Record<CopyType, string>>,
	error: unknown,
): Promise<unknown> {
	if (!(error instanceof Error)) return error;
	// The archive is intact: it was written like this.
	if (error.message.includes("CSV Error")) return new DamagedResultError(readReason(error), { archiveIsWhole: true });
	if (!error.message.includes(unfitCell)) return error;
	const { columns } = file.page;
	for (const [index, column] of columns.entries()) {
		if (!isChecked(column.type)) continue;
		const cell = cellAt(index);
		const numbered = `SELECT row_number() OVER () AS row, ${cell} FROM ${readCsv(file)}`;
		const unfit = `SELECT row, ${cell} FROM (${numbered}) WHERE ${isUnfit(cell, column.type, types[column.type])} ORDER BY row LIMIT 1`;
		const found = (await connection.runAndReadAll(unfit)).getRows()[0];
		if (found !== undefined) return cellError(Number(found[0]), column, String(found[1]));
	}
	return error;
}

/** What is wrong, without DuckDB's remarks about its options. */
function readReason({ message }: Error): string {
	const [first = "", second = ""] = message.split("\n");
	return `DuckDB cannot read its CSV (${first.replace(/^.*?CSV Error/, "CSV Error")} ${second})`;
}

function cellError(row: number, column: CopyColumn, text: string): CopyCellError {
	return new CopyCellError({ row, column, text });
}
