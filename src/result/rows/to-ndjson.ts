import { isRows, linesOf, type Rows } from "./rows.js";
import { streamOfBatches } from "./stream-of-batches.js";
import { writeLines } from "./write-lines.js";

/**
 * Writes rows as NDJSON: each row in JSON, each ended by a line feed. A batch of rows is one part of the stream. Data
 * is read only as needed; cancelling the stream stops the reading.
 *
 * For a single batch it returns the bytes at once. So rows can go to several files in one pass, and with checkpoints:
 * whoever requests the next batch has processed this one.
 *
 * The rows of a result are written from its bytes without making objects, which takes little more than half the time.
 *
 * @throws {@link InvalidOptionError} if these are not rows.
 * @see https://github.com/ndjson/ndjson-spec
 */
export function toNdjson(rows: Rows<object>): ReadableStream<Uint8Array>;
export function toNdjson(batch: readonly object[]): Uint8Array;
export function toNdjson(rows: Rows<object> | readonly object[]): ReadableStream<Uint8Array> | Uint8Array {
	return isRows(rows) ? streamOfBatches(linesOf(rows), ({ bytes }) => bytes) : writeLines(rows);
}
