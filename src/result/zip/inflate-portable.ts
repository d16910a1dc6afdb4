import { Inflate } from "fflate";
import { DamagedResultError } from "./damaged-result-error.js";
import type { Inflater, ReadBytes } from "./inflater.js";

/** Continues a CRC-32 over more bytes. */
export function crc32(bytes: Uint8Array, before: number): number {
	let crc = ~before;
	for (let at = 0; at < bytes.length; at++) {
		crc = (crcTable[((bytes[at] as number) ^ crc) & 0xff] as number) ^ (crc >>> 8);
	}
	return ~crc >>> 0;
}

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
	let crc = index;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	return crc;
});

/** Inflates in plain JavaScript, for runtimes without `node:zlib`. */
export function inflate(compressed: ReadBytes): Inflater {
	return new PortableInflater(compressed);
}

/** A byte can grow to 1,032, so slices limit the output to 16 MB at a time. */
const sliceLength = 16_384;

/** Once this much input gives no output, the data has ended: fflate does not say so, and accepts whatever follows. */
const silence = 131_072;

class PortableInflater implements Inflater {
	readonly #compressed: ReadBytes;
	readonly #inflate = new Inflate((part) => {
		if (part.byteLength > 0) this.#parts.push(part);
	});
	#parts: Uint8Array[] = [];
	#input: Uint8Array = nothing;
	#silent = 0;
	#ended = false;

	constructor(compressed: ReadBytes) {
		this.#compressed = compressed;
	}

	async read(): Promise<Uint8Array | undefined> {
		while (this.#parts.length === 0 && !this.#ended) {
			if (this.#input.byteLength > 0) this.#feed();
			else await this.#refill();
		}
		return this.#parts.shift();
	}

	close(): void {
		this.#parts = [];
		this.#ended = true;
	}

	#feed(): void {
		const slice = this.#input.subarray(0, sliceLength);
		this.#input = this.#input.subarray(slice.byteLength);
		this.#push(slice, false);
		this.#silent = this.#parts.length > 0 ? 0 : this.#silent + slice.byteLength;
		if (this.#silent > silence) this.#ended = true;
	}

	async #refill(): Promise<void> {
		const part = await this.#compressed();
		if (part !== undefined) {
			this.#input = part;
			return;
		}
		this.#push(nothing, true);
		this.#ended = true;
	}

	#push(slice: Uint8Array, last: boolean): void {
		try {
			this.#inflate.push(slice, last);
		} catch (error) {
			throw new DamagedResultError(writeReason(error));
		}
	}
}

const nothing = new Uint8Array();

function writeReason(error: unknown): string {
	// fflate throws nothing but errors.
	const { message } = error as Error;
	return message === "unexpected EOF"
		? "it ends in the middle of the compressed data"
		: `the compressed data cannot be read (${message})`;
}
