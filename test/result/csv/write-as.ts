import { type CsvDialect, CsvDialectWriter, checkDialect } from "../../../src/result/csv/csv-dialect.js";

const encoder = new TextEncoder();

/** Rewrites a CSV in another dialect, in parts of this many bytes. */
export function writeAs(dialect: CsvDialect, csv: string, size = csv.length || 1, isFileStart = true): string {
	const writer = new CsvDialectWriter(checkDialect(dialect) ?? {});
	writer.begin(isFileStart);
	const bytes = encoder.encode(csv);
	let written = "";
	const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	for (let at = 0; at < bytes.length; at += size) {
		written += decoder.decode(writer.push(bytes.subarray(at, at + size)), { stream: true });
	}
	return written;
}
