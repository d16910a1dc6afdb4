/** Reads all rows. */
export async function rowsOf<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
	const all: Row[] = [];
	for await (const row of rows) all.push(row);
	return all;
}

/** Every byte of a stream. */
export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What work fails with; it is a failure of the test if it does not. */
export function failureOf(work: Promise<unknown>): Promise<unknown> {
	return work.then(
		() => {
			throw new Error("it should have failed");
		},
		(error: unknown) => error,
	);
}
