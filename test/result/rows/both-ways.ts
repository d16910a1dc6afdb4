import { CsvReader } from "../../../src/result/csv/csv-reader.js";
import { TextWindow } from "../../../src/result/csv/text-window.js";
import { LineParser } from "../../../src/result/rows/line-parser.js";
import type { BatchParser, RowLayout, RowParserOptions } from "../../../src/result/rows/row-layout.js";
import { RowParser } from "../../../src/result/rows/row-parser.js";
import { writeLines } from "../../../src/result/rows/write-lines.js";

export const mebibyte = 2 ** 20;
/** The options by default. */
export const usual: RowParserOptions = {
	invalidCells: "error",
	longNumbers: "error",
	quotes: "strict",
	multiSelectDelimiter: ",",
	maxCellBytes: 4 * mebibyte,
	maxRowBytes: 16 * mebibyte,
};

export interface Written {
	readonly lines: string;
	readonly rows: number;
	readonly error: string | undefined;
}

/** Everything that a parser reads, up to its first error, from a file that arrives in parts of this many bytes. */
export function parse<Batch>(
	csv: Uint8Array,
	partLength: number,
	maxRowBytes: number,
	makeParser: () => BatchParser<Batch>,
	write: (batch: Batch) => Uint8Array,
): Written {
	const parser = makeParser();
	const reader = new CsvReader(new TextWindow(256, true), () => parser, maxRowBytes);
	const lines: Uint8Array[] = [];
	const collect = (): void => {
		if (parser.hasBatch()) lines.push(write(parser.takeBatch()));
	};
	let error: string | undefined;
	try {
		for (let at = 0; at < csv.length; at += partLength) {
			reader.push(csv.subarray(at, at + partLength));
			collect();
		}
		reader.end();
	} catch (thrown) {
		error = `${(thrown as Error).name}: ${(thrown as Error).message}`;
	}
	collect();
	return { lines: Buffer.concat(lines).toString("latin1"), rows: parser.rows, error };
}

/** What is written of a file, by way of objects and from its bytes. */
export function bothWays(
	csv: Uint8Array,
	layout: RowLayout,
	options: RowParserOptions,
	partLength: number,
): [Written, Written] {
	return [
		parse(csv, partLength, options.maxRowBytes, () => new RowParser(layout, options), writeLines),
		parse(
			csv,
			partLength,
			options.maxRowBytes,
			() => new LineParser(layout, options),
			({ bytes }) => bytes,
		),
	];
}
