import { createDeflateRaw, crc32 as zlibCrc32 } from "node:zlib";

/** Compresses chunks as they arrive (raw DEFLATE): in Node, off the main thread. */
export async function* deflateRaw(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const deflate = createDeflateRaw({ chunkSize: 65_536, level: 6 });
	const feeding = feed(deflate, chunks);
	// A source that fails must fail the reader below, not the process.
	feeding.catch((reason: unknown) => deflate.destroy(reason instanceof Error ? reason : new Error(String(reason))));
	try {
		yield* deflate;
	} finally {
		deflate.destroy();
	}
	await feeding;
}

async function feed(deflate: ReturnType<typeof createDeflateRaw>, chunks: AsyncIterable<Uint8Array>): Promise<void> {
	for await (const chunk of chunks) {
		if (deflate.destroyed) return;
		if (!deflate.write(chunk)) await drained(deflate);
	}
	deflate.end();
}

function drained(deflate: ReturnType<typeof createDeflateRaw>): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			deflate.off("drain", done).off("close", done);
			resolve();
		};
		deflate.on("drain", done).on("close", done);
	});
}

/** The CRC-32 of a chunk, continuing that of the one before. */
export function crc32(chunk: Uint8Array, previous: number): number {
	return zlibCrc32(chunk, previous);
}
