/** A stream of bytes, and what its reader did with it. */
export interface WatchedStream {
	readonly stream: ReadableStream<Uint8Array>;
	/** How many parts were asked for. */
	readonly pulls: () => number;
	readonly isCancelled: () => boolean;
}

/** Gives parts one by one, each only when it is asked for. */
export function watchedStream(parts: Iterable<Uint8Array>): WatchedStream {
	const iterator = parts[Symbol.iterator]();
	let pulls = 0;
	let cancelled = false;
	const stream = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				pulls++;
				const { done, value } = iterator.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			cancel() {
				cancelled = true;
			},
		},
		{ highWaterMark: 0 },
	);
	return { stream, pulls: () => pulls, isCancelled: () => cancelled };
}

/** A stream of bytes in parts of the same length. */
export function streamOf(bytes: Uint8Array, partLength = 65_536): ReadableStream<Uint8Array> {
	return watchedStream(partsOf(bytes, partLength)).stream;
}

/** A stream of bytes that is cut at the given places, in any order. */
export function streamCutAt(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
	const places = [0, ...[...cuts].sort((one, other) => one - other), bytes.length];
	return watchedStream(places.slice(1).map((end, index) => bytes.subarray(places[index], end))).stream;
}

export function* partsOf(bytes: Uint8Array, partLength: number): Generator<Uint8Array, void> {
	for (let at = 0; at < bytes.length; at += partLength) yield bytes.subarray(at, at + partLength);
}

/** All that something gives. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
	const collected: Item[] = [];
	for await (const item of items) collected.push(item);
	return collected;
}
