/**
 * A stream with a part for each batch of rows. Data is read only as needed; cancelling the stream stops the reading.
 */
export function streamOfBatches<Batch>(
	source: AsyncIterable<Batch>,
	write: (batch: Batch) => Uint8Array,
): ReadableStream<Uint8Array> {
	const batches = source[Symbol.asyncIterator]();
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
