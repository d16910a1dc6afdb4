import { checkEachOption, checkedLater, filledText, flag, list, type OptionKinds } from "../../checks/option-kinds.js";
import { type CsvDialect, checkDialect, isFormula } from "../csv/csv-dialect.js";
import { columnOrderOf } from "./column-order.js";
import { isRows, type Rows } from "./rows.js";
import { streamOfBatches } from "./stream-of-batches.js";

/** The options for writing rows as CSV. */
export interface ToCsvOptions extends CsvDialect {
	/** The columns, in order; those of the first row by default, so that without rows there is no header either. */
	readonly columns?: readonly string[] | undefined;
	/** Whether the columns' names are the first line. By default `true`. */
	readonly header?: boolean | undefined;
	/** The separator between the values of a multi-select. By default `","`, as for reading. */
	readonly multiSelectDelimiter?: string | undefined;
}

/**
 * Writes rows as CSV (RFC 4180, lines ended by a line feed) that `readRows` could read again: an empty cell for `null`,
 * the values of a multi-select joined. A batch of rows is one part of the stream. Data is read only as needed;
 * cancelling the stream stops the reading.
 *
 * For a single batch it returns the bytes at once. So rows can go to several files in one pass, and with checkpoints:
 * whoever requests the next batch has processed this one. Use `header: false` for all batches but the first.
 *
 * @example
 * ```ts
 * let header = true;
 * for await (const batch of zoho.rows(job).batches()) {
 *   await csv.write(toCsv(batch, { header }));
 *   await ndjson.write(toNdjson(batch));
 *   header = false;
 * }
 * ```
 * @throws {@link InvalidOptionError}
 */
export function toCsv(rows: Rows<object>, options?: ToCsvOptions): ReadableStream<Uint8Array>;
export function toCsv(batch: readonly object[], options?: ToCsvOptions): Uint8Array;
export function toCsv(
	rows: Rows<object> | readonly object[],
	options: ToCsvOptions = {},
): ReadableStream<Uint8Array> | Uint8Array {
	checkEachOption(options, csvKinds);
	const lines = new CsvLines(options);
	const encoder = new TextEncoder();
	const write = (batch: readonly object[]): Uint8Array => encoder.encode(lines.write(batch));
	return isRows(rows) ? streamOfBatches(rows.batches(), write) : write(rows);
}

const csvKinds: OptionKinds<ToCsvOptions> = {
	columns: list,
	header: flag,
	multiSelectDelimiter: filledText,
	delimiter: checkedLater,
	quote: checkedLater,
	lineEnding: checkedLater,
	bom: flag,
	safeForSpreadsheets: flag,
};

class CsvLines {
	readonly #multiSelectDelimiter: string;
	readonly #delimiter: string;
	readonly #lineEnd: string;
	readonly #safe: boolean;
	/** What must be quoted. */
	readonly #special: RegExp;
	#columns: readonly string[] | undefined;
	/** What must still be written before the first line. */
	#start: string;
	#hasHeader: boolean;

	constructor(options: ToCsvOptions) {
		const dialect = checkDialect(options);
		this.#delimiter = dialect?.delimiter ?? ",";
		this.#lineEnd = dialect?.lineEnding === "crlf" ? "\r\n" : "\n";
		this.#safe = dialect?.safeForSpreadsheets ?? false;
		this.#special =
			dialect?.quote === "always" ? /^/ : new RegExp(`["\\r\\n${this.#delimiter.replace(/[\\\]^-]/, "\\$&")}]`);
		this.#start = dialect?.bom ? "\uFEFF" : "";
		this.#multiSelectDelimiter = options.multiSelectDelimiter ?? ",";
		this.#columns = options.columns;
		this.#hasHeader = options.header ?? true;
	}

	write(batch: readonly object[]): string {
		this.#columns ??= columnOrderOf(batch) ?? (batch[0] && Object.keys(batch[0]));
		const columns = this.#columns;
		if (columns === undefined) return "";
		let text = this.#start;
		this.#start = "";
		if (this.#hasHeader) text += this.#line(columns);
		this.#hasHeader = false;
		for (const row of batch) text += this.#line(columns.map((column) => Reflect.get(row, column)));
		return text;
	}

	#line(values: readonly unknown[]): string {
		return values.map((value) => this.#cell(value)).join(this.#delimiter) + this.#lineEnd;
	}

	#cell(value: unknown): string {
		const text = Array.isArray(value) ? value.join(this.#multiSelectDelimiter) : String(value ?? "");
		const safe = this.#safe && isFormula(text) ? `'${text}` : text;
		return this.#special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
	}
}
