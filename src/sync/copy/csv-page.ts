import type { Job } from "../../job/any-job.js";
import { CsvReader, windowLength } from "../../result/csv/csv-reader.js";
import { TextWindow } from "../../result/csv/text-window.js";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { unzip } from "../../result/zip/unzip.js";
import { type CopyColumn, columnAt, idColumn, isId } from "./copy-column.js";

/** A page as a database loads it: its CSV, unzipped as it is downloaded. */
export interface CsvPage {
	/** The columns in the order of the file. */
	readonly columns: readonly CopyColumn[];
	/** How many rows it must have. */
	readonly count: number;
	/** What becomes of a cell that does not fit its column's type. */
	readonly invalidCells: "error" | "null";
	/**
	 * The file with its header: UTF-8, `,` and `"`. Checksum and length are checked at its end, by an error: whatever was loaded
	 * before is then to be taken back. Called again, it is downloaded again.
	 */
	csv(): AsyncIterable<Uint8Array>;
	/** Ends the download of a page that is not loaded after all. */
	cancel(): Promise<void>;
}

/** What a page is read with. */
export interface CsvPageOptions {
	readonly invalidCells: "error" | "null";
}

/** What is needed of a page of an export. */
export interface DownloadablePage {
	readonly count: number;
	download(): ReadableStream<Uint8Array>;
}

/**
 * Begins the download of a page, and holds its header against what was asked for.
 *
 * @throws {@link DamagedResultError} where a selected column is missing, there is no `Id`, or a column stands there twice.
 */
export async function openCsvPage(
	page: DownloadablePage,
	job: Job<unknown>,
	options: CsvPageOptions,
): Promise<CsvPage> {
	const parts = unzip(page.download())[Symbol.asyncIterator]();
	const cancel = async (): Promise<void> => void (await parts.return());
	try {
		const { header, begun } = await readHeader(parts);
		let opened: AsyncIterable<Uint8Array> | undefined = continued(begun, parts);
		return {
			columns: arrange(header, job),
			count: page.count,
			invalidCells: options.invalidCells,
			csv: () => {
				const csv = opened ?? unzip(page.download());
				opened = undefined;
				return csv;
			},
			cancel,
		};
	} catch (error) {
		await cancel();
		throw error;
	}
}

interface BegunCsv {
	readonly header: readonly string[];
	/** The parts of the file that have been read, header included. */
	readonly begun: readonly Uint8Array[];
}

async function readHeader(parts: AsyncGenerator<Uint8Array, void, undefined>): Promise<BegunCsv> {
	let header: readonly string[] | undefined;
	const open = (names: readonly string[]): { parse(window: TextWindow): number } => {
		header = names;
		return { parse: (window) => window.length };
	};
	const reader = new CsvReader(new TextWindow(windowLength, true), open, 2 ** 24);
	const begun: Uint8Array[] = [];
	while (header === undefined) {
		const { value, done } = await parts.next();
		if (done === true) {
			reader.end();
			break;
		}
		// The window is given small parts, as it is made for.
		for (let at = 0; at < value.length && header === undefined; at += windowLength / 2) {
			reader.push(value.subarray(at, at + windowLength / 2));
		}
		begun.push(value);
	}
	if (header === undefined) throw damaged("it has no header");
	return { header, begun };
}

async function* continued(
	begun: readonly Uint8Array[],
	rest: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
	try {
		yield* begun;
		yield* rest;
	} finally {
		await rest.return();
	}
}

function arrange(header: readonly string[], { module, selection = [] }: Job<unknown>): readonly CopyColumn[] {
	const names = header.map((name) => (isId(name) ? idColumn.name : name));
	const found = new Set(names);
	if (found.size < names.length) throw damaged(`a column stands twice in its header: ${names.join(", ")}`);
	const wanted = [idColumn.name, ...selection.filter((path) => !isId(path))];
	const missing = wanted.filter((name) => !found.has(name));
	if (missing.length > 0) {
		throw damaged(`the job asked for ${wanted.join(", ")}, and the file has ${names.join(", ")}`);
	}
	return names.map((name) => (name === idColumn.name ? idColumn : columnAt(module, name)));
}

function damaged(reason: string): DamagedResultError {
	return new DamagedResultError(reason, { record: 0, archiveIsWhole: true });
}
