import type { Job } from "../../job/any-job.js";
import { CsvReader, windowLength } from "../../result/csv/csv-reader.js";
import { TextWindow } from "../../result/csv/text-window.js";
import { noHeader, readHeader } from "../../result/rows/read-header.js";
import { unzip } from "../../result/zip/unzip.js";
import { type CopyColumn, columnAt, idColumn } from "./copy-column.js";

/** A page for a database to load: its CSV, unzipped while it is downloaded. */
export interface CsvPage {
	/** The columns in the order of the file. */
	readonly columns: readonly CopyColumn[];
	/** How many rows it must have. */
	readonly count: number;
	/** What happens to a cell that does not fit its column's type. */
	readonly invalidCells: "error" | "null";
	/**
	 * The file with its header: UTF-8, `,` and `"`. The checksum and length are checked at its end: on an error, undo
	 * what was loaded before. Calling it again downloads it again.
	 */
	csv(): AsyncIterable<Uint8Array>;
	/** Ends the download of a page that is not loaded after all. */
	cancel(): Promise<void>;
}

/** The options for reading a page. */
export interface CsvPageOptions {
	readonly invalidCells: "error" | "null";
}

/** What is needed from a page of an export. */
export interface DownloadablePage {
	readonly count: number;
	download(): ReadableStream<Uint8Array>;
}

/**
 * Starts the download of a page, and checks its header against the request.
 *
 * @throws {@link MissingColumnsError} if a selected column or the `Id` is missing, {@link DamagedResultError} where a
 * column appears twice.
 */
export async function openCsvPage(
	page: DownloadablePage,
	job: Job<unknown>,
	options: CsvPageOptions,
): Promise<CsvPage> {
	const parts = unzip(page.download())[Symbol.asyncIterator]();
	const cancel = async (): Promise<void> => void (await parts.return());
	try {
		const begun: Uint8Array[] = [];
		const names = (await readNames(parts, begun)) ?? [];
		if (names.length === 0 && page.count > 0) throw noHeader(job);
		const columns = names.length === 0 ? [idColumn] : columnsIn(names, job);
		let opened: AsyncIterable<Uint8Array> | undefined =
			names.length === 0 ? onlyHeader() : withoutBlankEnd(continued(begun, parts));
		return {
			columns,
			count: page.count,
			invalidCells: options.invalidCells,
			csv: () => {
				const csv = opened ?? withoutBlankEnd(unzip(page.download()));
				opened = undefined;
				return csv;
			},
			cancel,
		};
	} catch (error) {
		// If the archive is damaged, report that instead: then the file is not as Zoho wrote it.
		for await (const _ of parts);
		throw error;
	}
}

/** Reads the header, and keeps the parts that were read. */
async function readNames(
	parts: AsyncGenerator<Uint8Array, void, undefined>,
	begun: Uint8Array[],
): Promise<readonly string[] | undefined> {
	let header: readonly string[] | undefined;
	const open = (names: readonly string[]): { parse(window: TextWindow): number } => {
		header = names;
		return { parse: (window) => window.length };
	};
	const reader = new CsvReader(new TextWindow(windowLength, true), open, maxHeaderBytes);
	while (header === undefined) {
		const { value, done } = await parts.next();
		if (done === true) {
			reader.end();
			break;
		}
		begun.push(value);
		// The window gets small parts, which it is designed for.
		for (let at = 0; at < value.length && header === undefined; at += windowLength / 2) {
			reader.push(value.subarray(at, at + windowLength / 2));
		}
	}
	return header;
}

const maxHeaderBytes = 2 ** 24;

/** What a file without records may leave out. */
async function* onlyHeader(): AsyncGenerator<Uint8Array, void, undefined> {
	yield new TextEncoder().encode(`${idColumn.name}\n`);
}

async function* continued(
	begun: readonly Uint8Array[],
	rest: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
	yield* begun;
	yield* rest;
}

/** Blank lines at the end are not records, but some loaders would take them for such. */
async function* withoutBlankEnd(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
	let held: Uint8Array[] = [];
	for await (const part of parts) {
		let end = part.length;
		while (isLineEnd(part[end - 1])) end--;
		if (end > 0) {
			yield* held;
			held = [];
			yield part.subarray(0, end);
		}
		if (end < part.length) held.push(part.subarray(end));
	}
	if (held.length > 0) yield lineEnd;
}

const lineEnd = new TextEncoder().encode("\n");
const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;

function columnsIn(header: readonly string[], job: Job<unknown>): readonly CopyColumn[] {
	const { columns } = readHeader(header, job, {});
	return columns.map(({ key }) => (key === idColumn.name ? idColumn : columnAt(job.module, key)));
}
