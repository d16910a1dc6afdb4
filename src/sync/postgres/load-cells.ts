import type { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { CopyCellError } from "../copy/copy-cell-error.js";
import type { CopyColumn, CopyType } from "../copy/copy-column.js";
import { quoteText } from "../copy/copy-sql.js";
import type { CsvPage } from "../copy/csv-page.js";
import { unreadableCsv } from "../copy/unreadable-csv.js";
import { postgresTypes } from "./postgres-names.js";
import { isServerError, type PostgresSession, type ServerError } from "./postgres-session.js";

/** The options of every `COPY`: an empty cell is no value, in quotes or without. */
export function copyFrom(target: string, columns: readonly string[]): string {
	const names = columns.join(", ");
	return `COPY ${target} (${names}) FROM STDIN WITH (FORMAT csv, HEADER true, FORCE_NULL (${names}), ENCODING 'UTF8')`;
}

/** Whether a load failed because a cell does not fit. */
export function isUnfitCell(error: unknown): error is ServerError {
	return isServerError(error) && error.code.startsWith("22");
}

/** A failure to load texts: every cell fits a text, so the file itself is not valid. */
export function unreadableTexts({ code, message, copyLine }: ServerError): DamagedResultError {
	return unreadableCsv("PostgreSQL", copyLine, problems.get(code)?.(message));
}

/** What the server says of a file that is no CSV names columns, but quotes no cell. Other messages may, to a few bytes. */
const problems: ReadonlyMap<string, (message: string) => string> = new Map([
	["22P04", (message: string) => message],
	["22021", () => "it has bytes that are not UTF-8, or a zero byte"],
	["22007", () => "a time has the wrong format"],
	["22008", () => "a time does not exist"],
]);

const cells = "pg_temp.zoho_sync_cells";
const cellAt = (index: number): string => `c${index}`;

const checked = ({ type }: CopyColumn): boolean => type !== "text" && type !== "list";

/** Loads a page as texts, within a transaction, and creates the function that checks whether a text fits. */
async function loadTexts(session: PostgresSession, page: CsvPage): Promise<void> {
	const columns = page.columns.map((_, index) => cellAt(index));
	await session.run(
		`CREATE TEMP TABLE zoho_sync_cells ("row" bigserial, ${columns.map((name) => `${name} text`).join(", ")}) ON COMMIT DROP`,
	);
	await session.run(
		`CREATE OR REPLACE FUNCTION pg_temp.zoho_sync_fits(cell text, type text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN EXECUTE format('SELECT %L::%s', cell, type); RETURN true; EXCEPTION WHEN data_exception THEN RETURN false; END $$`,
	);
	try {
		await session.copyIn(copyFrom(cells, columns), page.csv());
	} catch (error) {
		throw isUnfitCell(error) ? unreadableTexts(error) : error;
	}
}

/** A whole number may have zeros after a point, which the type itself refuses. */
const casts: Readonly<Record<CopyType, string>> = { ...postgresTypes, integer: "numeric::bigint" };
const wholeNumber = String.raw`^-?\d+(\.0+)?$`;

function fits(cell: string, { type }: CopyColumn): string {
	const isWhole = type === "integer" ? `${cell} ~ ${quoteText(wholeNumber)} AND ` : "";
	return `(${cell} IS NULL OR (${isWhole}pg_temp.zoho_sync_fits(${cell}, ${quoteText(casts[type])})))`;
}

/**
 * Loads a page via texts, within a transaction: slower, but it checks each cell.
 *
 * @param targets - the names of the target columns, in order.
 * @returns how many cells did not fit and were left empty.
 * @throws {@link CopyCellError} for the first cell that does not fit, unless such cells may be left empty.
 */
export async function loadFitting(
	session: PostgresSession,
	page: CsvPage,
	table: string,
	targets: readonly string[],
): Promise<number> {
	await loadTexts(session, page);
	if (page.invalidCells === "error") await refuseUnfit(session, page);
	const values = page.columns.map((column, index) => {
		const cell = cellAt(index);
		return checked(column) ? `CASE WHEN ${fits(cell, column)} THEN ${cell}::${casts[column.type]} END` : cell;
	});
	await session.run(
		`INSERT INTO ${table} (${targets.join(", ")}) SELECT ${values.join(", ")} FROM ${cells} ORDER BY "row"`,
	);
	const unfit = page.columns.flatMap((column, index) =>
		checked(column) ? [`count(*) FILTER (WHERE NOT ${fits(cellAt(index), column)})`] : [],
	);
	if (unfit.length === 0) return 0;
	const [count] = await session.first(`SELECT ${unfit.join(" + ")} FROM ${cells}`);
	return Number(count);
}

async function refuseUnfit(session: PostgresSession, page: CsvPage): Promise<void> {
	for (const [index, column] of page.columns.entries()) {
		if (!checked(column)) continue;
		const cell = cellAt(index);
		const [row, text] = await session.first(
			`SELECT "row", ${cell} FROM ${cells} WHERE NOT ${fits(cell, column)} ORDER BY "row" LIMIT 1`,
		);
		if (row !== undefined) throw new CopyCellError({ row: Number(row), column, text: String(text) });
	}
}
