import type { Rows } from "./rows.js";
import { streamOfBatches } from "./stream-of-batches.js";

/**
 * Writes rows as NDJSON: each row in JSON, each ended by a line feed. A batch of rows is one part of the stream. Nothing is
 * read before it is wanted; cancelling the stream stops the reading.
 *
 * Of one batch it gives the bytes at once. So rows go into several files in one pass, and with checkpoints: who asks for
 * the next batch has dealt with this one.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export function toNdjson(rows: Rows<object>): ReadableStream<Uint8Array>;
export function toNdjson(batch: readonly object[]): Uint8Array;
export function toNdjson(rows: Rows<object> | readonly object[]): ReadableStream<Uint8Array> | Uint8Array {
	const encoder = new TextEncoder();
	const write = (batch: readonly object[]): Uint8Array => encoder.encode(writeLines(batch));
	return "batches" in rows ? streamOfBatches(rows, write) : write(rows);
}

function writeLines(rows: readonly object[]): string {
	let lines = "";
	for (const row of rows) lines += `${JSON.stringify(row)}\n`;
	return lines;
}
