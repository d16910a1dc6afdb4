import { columnOrderOf } from "./column-order.js";
import { isRows, type Rows } from "./rows.js";
import { streamOfBatches } from "./stream-of-batches.js";

/**
 * Writes rows as NDJSON: each row in JSON, each ended by a line feed. A batch of rows is one part of the stream. Nothing is
 * read before it is wanted; cancelling the stream stops the reading.
 *
 * Of one batch it gives the bytes at once. So rows go into several files in one pass, and with checkpoints: who asks for
 * the next batch has dealt with this one.
 *
 * @throws {@link InvalidOptionError} where these are no rows.
 * @see https://github.com/ndjson/ndjson-spec
 */
export function toNdjson(rows: Rows<object>): ReadableStream<Uint8Array>;
export function toNdjson(batch: readonly object[]): Uint8Array;
export function toNdjson(rows: Rows<object> | readonly object[]): ReadableStream<Uint8Array> | Uint8Array {
	return isRows(rows) ? streamOfBatches(rows, writeLines) : writeLines(rows);
}

const encoder = new TextEncoder();

/** A batch of rows as lines of JSON, each with its columns in the order of the file. */
function writeLines(rows: readonly object[]): Uint8Array {
	const keys = columnOrderOf(rows);
	const write = keys === undefined ? JSON.stringify : inOrder(keys);
	let lines = "";
	for (const row of rows) lines += `${write(row)}\n`;
	return encoder.encode(lines);
}

/** Writes a row in JSON with its keys in an order that an object cannot keep. */
function inOrder(keys: readonly string[]): (row: object) => string {
	const names = keys.map((key) => ({ key, name: `${JSON.stringify(key)}:` }));
	return (row) => {
		const values = new Map(Object.entries(row));
		return `{${names.map(({ key, name }) => name + JSON.stringify(values.get(key))).join(",")}}`;
	};
}
