import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { checkEachOption } from "../../checks/option-kinds.js";
import { showGiven } from "../../checks/show-given.js";
import { checkStream } from "../zip/check-stream.js";
import type { InvalidCellError } from "./invalid-cell-error.js";
import type { RowColumns } from "./read-header.js";
import { type ReadRowsOptions, readKinds } from "./read-options.js";
import type { CellFallback, CellOptions, RowAsRead } from "./row-as-read.js";
import { linesOf, type Rows, rowsOfBatches } from "./rows.js";

/**
 * Reads the rows of a result while it is downloaded, with only one part of it in memory. Data is requested only as
 * needed, and leaving the loop early cancels the download.
 *
 * A row has a key for each column, in their order. The record's id is under `Id`, whether the file says `Id` or `id`.
 * An empty cell is `null`, whatever the data type: the file cannot distinguish it from an empty text. Numbers become
 * numbers, booleans booleans, multi-selects lists, and everything else stays text: ids, bigints and autonumbers,
 * because a JavaScript number would round them; days and moments, because a `Date` would lose their offset.
 *
 * @param zip - the archive from Zoho. It can be read once.
 * @throws {@link InvalidOptionError} if the stream, the columns or an option is wrong.
 * @throws While they are read: {@link DamagedResultError} if the file is incomplete: then do not rely on what was given
 * before. {@link InvalidCellError} and {@link UnknownColumnError} if the complete file does not fit the module, and
 * {@link ResultTooLargeError}.
 */
export function readRows<Row, Invalid extends CellFallback = "error", Long extends CellFallback = "error">(
	zip: ReadableStream<Uint8Array>,
	columns: RowColumns<Row>,
	options?: ReadRowsOptions & CellOptions<Invalid, Long>,
): Rows<RowAsRead<Row, Invalid, Long>>;
/** For an explicit row type, with options that are only known at run time. */
export function readRows<Row>(
	zip: ReadableStream<Uint8Array>,
	columns: RowColumns<Row>,
	options: ReadRowsOptions | undefined,
): Rows<RowAsRead<Row, CellFallback, CellFallback>>;
export function readRows<Row>(
	zip: ReadableStream<Uint8Array>,
	columns: RowColumns<Row>,
	options: ReadRowsOptions = {},
): Rows<Row> {
	checkStream(zip);
	checkEachOption(options, readKinds);
	checkColumns(columns);
	const open = async (): Promise<Rows<Row>> => {
		// Loaded when it is needed: a program that only submits jobs reads no row.
		const { openRows } = await import("./open-rows.js");
		return openRows(zip, columns, options);
	};
	return rowsOfBatches(
		async function* () {
			yield* (await open()).batches();
		},
		async function* () {
			yield* linesOf(await open());
		},
	);
}

function checkColumns(columns: unknown): void {
	const module = typeof columns === "object" && columns !== null && "module" in columns ? columns.module : undefined;
	if (typeof module === "object" && module !== null && "fields" in module && module.fields instanceof Map) return;
	const advice = "Give the job that the file is the result of, or { module, selection }.";
	throw new InvalidOptionError("columns", `${showGiven(columns)} has no module. ${advice}`);
}
