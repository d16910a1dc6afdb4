import type { Rows } from "./rows.js";

/**
 * Writes rows as NDJSON: each row in JSON, each ended by a line feed. A batch of rows is one part of the stream. Nothing is
 * read before it is wanted; cancelling the stream stops the reading.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export function toNdjson(rows: Rows<object>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	const batches = rows.batches()[Symbol.asyncIterator]();
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = await batches.next();
				if (done) controller.close();
				else controller.enqueue(encoder.encode(writeLines(value)));
			},
			async cancel() {
				await batches.return?.();
			},
		},
		{ highWaterMark: 0 },
	);
}

function writeLines(rows: readonly object[]): string {
	let lines = "";
	for (const row of rows) lines += `${JSON.stringify(row)}\n`;
	return lines;
}
