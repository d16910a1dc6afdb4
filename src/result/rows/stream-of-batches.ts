import type { Rows } from "./rows.js";

/** A stream with a part for each batch of rows. Nothing is read before it is wanted; cancelling it stops the reading. */
export function streamOfBatches<Row>(
	rows: Rows<Row>,
	write: (batch: readonly Row[]) => Uint8Array,
): ReadableStream<Uint8Array> {
	const batches = rows.batches()[Symbol.asyncIterator]();
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = await batches.next();
				if (done) controller.close();
				else controller.enqueue(write(value));
			},
			async cancel() {
				await batches.return?.();
			},
		},
		{ highWaterMark: 0 },
	);
}
