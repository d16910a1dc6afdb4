import type { DataType } from "../../schema/comparators.js";
import { idOf, type ReadValue, type SandboxRecord } from "../org/sandbox-record.js";

/** A column of the file. */
export interface CsvColumn {
	/** The column's name in the first line. */
	readonly header: string;
	readonly dataType: DataType;
	readonly read: ReadValue;
}

/** How the file is written, as far as Zoho does not say. */
export interface CsvFormat {
	/** The line ending. */
	readonly lineEnding: "\n" | "\r\n";
	/** Whether the file begins with a byte order mark. */
	readonly byteOrderMark: boolean;
	/** Whether cells are quoted if they must be, or always. */
	readonly quoting: "needed" | "all";
	/** The separator between the values of a multi-select. */
	readonly multiSelectDelimiter: string;
}

/**
 * Writes records as CSV, in pieces of some 32 KB: a header, then a line per record. A piece is empty if no record was
 * found yet.
 */
export function* writeCsv(
	columns: readonly CsvColumn[],
	records: Iterable<SandboxRecord | undefined>,
	format: CsvFormat,
): Generator<string> {
	const quote = format.quoting === "all" ? quoteAlways : quoteIfNeeded;
	const cells = columns.map(({ read, dataType }) => {
		const write = cellWriter(dataType, format);
		return (record: SandboxRecord): string => quote(write(read(record)));
	});
	const header = columns.map((column) => quote(column.header)).join(",");
	let piece = (format.byteOrderMark ? "\uFEFF" : "") + header + format.lineEnding;
	for (const record of records) {
		if (record === undefined) {
			yield "";
			continue;
		}
		let separator = "";
		for (const cell of cells) {
			piece += separator + cell(record);
			separator = ",";
		}
		piece += format.lineEnding;
		if (piece.length >= pieceLength) {
			yield piece;
			piece = "";
		}
	}
	if (piece !== "") yield piece;
}

const pieceLength = 32_768;

function quoteIfNeeded(cell: string): string {
	return /[",\r\n]/.test(cell) ? quoteAlways(cell) : cell;
}

function quoteAlways(cell: string): string {
	return `"${cell.replaceAll('"', '""')}"`;
}

function cellWriter(dataType: DataType, { multiSelectDelimiter }: CsvFormat): (value: unknown) => string {
	if (dataType === "lookup" || dataType === "owner" || dataType === "user") return (value) => idOf(value) ?? "";
	return (value) => (Array.isArray(value) ? value.map(writeScalar).join(multiSelectDelimiter) : writeScalar(value));
}

function writeScalar(value: unknown): string {
	if (typeof value === "string") return value;
	if (typeof value === "number") return writeNumber(value);
	if (typeof value === "boolean" || typeof value === "bigint") return String(value);
	return value instanceof Date ? `${value.toISOString().slice(0, 19)}+00:00` : "";
}

/** Plain digits, without grouping or an exponent. */
function writeNumber(value: number): string {
	const shortest = String(value);
	return shortest.includes("e")
		? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 })
		: shortest;
}
