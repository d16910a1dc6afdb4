import type { Page } from "../client/export/page.js";
import type { CsvDialectWriter } from "../result/csv/csv-dialect.js";
import { CsvJoiner } from "../result/csv/csv-joiner.js";
import { linesOf } from "../result/rows/rows.js";
import { wrongCount } from "../result/zip/damaged-result-error.js";
import { unzip } from "../result/zip/unzip.js";
import type { ExportFormat } from "./export-format.js";

/** A page to write. */
export interface PageToWrite {
	readonly page: Page<unknown>;
	/** The CSV header of the previous pages. */
	readonly header: string | undefined;
	readonly isCalendar: boolean;
	/** Rewrites CSV in another dialect, if requested. */
	readonly dialect: CsvDialectWriter | undefined;
	write(bytes: Uint8Array): Promise<void>;
	/** Called with the number of records read so far. */
	onRecords(records: number): void;
}

/**
 * How each format writes a page. Returns the CSV header, if it wrote one, and throws a {@link DamagedResultError} if
 * the file is incomplete or does not have the records that Zoho counted.
 */
export const pageWriters: Readonly<Record<ExportFormat, (task: PageToWrite) => Promise<string | undefined>>> = {
	csv: (task) => writeCsv(task, task.page.download()),
	ndjson: writeNdjson,
	ics: (task) => writeIcs(task, task.page.download()),
	zip: writeZip,
};

async function writeCsv(
	{ page, header, dialect, write, onRecords }: PageToWrite,
	zip: ReadableStream<Uint8Array>,
): Promise<string | undefined> {
	const joiner = new CsvJoiner(header);
	const writeAll = async (parts: readonly Uint8Array[]): Promise<void> => {
		for (const part of parts) await write(dialect === undefined ? part : dialect.push(part));
	};
	dialect?.begin(header === undefined);
	for await (const part of unzip(zip)) {
		await writeAll(joiner.push(part));
		onRecords(joiner.records);
	}
	await writeAll(joiner.end());
	onRecords(joiner.records);
	if (joiner.records !== page.count) throw wrongCount(joiner.records, page.count);
	return joiner.header;
}

async function writeNdjson({ page, write, onRecords }: PageToWrite): Promise<undefined> {
	let records = 0;
	for await (const { length, bytes } of linesOf(page.rows())) {
		await write(bytes);
		records += length;
		onRecords(records);
	}
}

/** An iCalendar stream may have several calendars, one after the other (RFC 5545, 3.4). */
async function writeIcs({ page, write, onRecords }: PageToWrite, zip: ReadableStream<Uint8Array>): Promise<undefined> {
	for await (const part of unzip(zip)) await write(part);
	onRecords(page.count);
}

/** The archive is written unchanged, and read at the same time to detect damage. */
async function writeZip(task: PageToWrite): Promise<undefined> {
	const written = task.page.download().pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform: async (part, controller) => {
				await task.write(part);
				controller.enqueue(part);
			},
		}),
	);
	const reading = { ...task, header: undefined, dialect: undefined, write: async (): Promise<void> => {} };
	await (task.isCalendar ? writeIcs(reading, written) : writeCsv(reading, written));
}
