import { Deflate } from "fflate";

/** Compresses chunks as they arrive (raw DEFLATE), for runtimes without `node:zlib`. */
export async function* deflateRaw(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	let ready: Uint8Array[] = [];
	const deflate = new Deflate({ level: 6 }, (chunk) => {
		if (chunk.length > 0) ready.push(chunk);
	});
	for await (const chunk of chunks) {
		deflate.push(chunk);
		yield* ready;
		ready = [];
	}
	deflate.push(new Uint8Array(0), true);
	yield* ready;
}

const table = makeTable();

/** The CRC-32 of a chunk, continuing that of the one before. */
export function crc32(chunk: Uint8Array, previous: number): number {
	let crc = ~previous;
	for (const byte of chunk) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
	return ~crc >>> 0;
}

function makeTable(): Uint32Array {
	const made = new Uint32Array(256);
	for (let byte = 0; byte < 256; byte++) {
		let crc = byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
		made[byte] = crc;
	}
	return made;
}
