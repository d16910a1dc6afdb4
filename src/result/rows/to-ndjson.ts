import { isRows, linesOf, type Rows } from "./rows.js";
import { streamOfBatches } from "./stream-of-batches.js";
import { writeLines } from "./write-lines.js";

/**
 * Writes rows as NDJSON: each row in JSON, each ended by a line feed. A batch of rows is one part of the stream. Nothing is
 * read before it is wanted; cancelling the stream stops the reading.
 *
 * Of one batch it gives the bytes at once. So rows go into several files in one pass, and with checkpoints: who asks for
 * the next batch has dealt with this one.
 *
 * The rows of a result are written from its bytes, and no object is made of them: that takes little more than half of the time.
 *
 * @throws {@link InvalidOptionError} where these are no rows.
 * @see https://github.com/ndjson/ndjson-spec
 */
export function toNdjson(rows: Rows<object>): ReadableStream<Uint8Array>;
export function toNdjson(batch: readonly object[]): Uint8Array;
export function toNdjson(rows: Rows<object> | readonly object[]): ReadableStream<Uint8Array> | Uint8Array {
	return isRows(rows) ? streamOfBatches(linesOf(rows), ({ bytes }) => bytes) : writeLines(rows);
}
