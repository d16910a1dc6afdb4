import { createInflateRaw, crc32 as zlibCrc32 } from "node:zlib";
import { DamagedResultError } from "./damaged-result-error.js";
import type { Inflater, ReadBytes } from "./inflater.js";

/** Continues a CRC-32 over more bytes. */
export function crc32(bytes: Uint8Array, before: number): number {
	return zlibCrc32(bytes, before);
}

/** Inflates with Node's zlib, off the main thread. */
export function inflate(compressed: ReadBytes): Inflater {
	return new NodeInflater(compressed);
}

class NodeInflater implements Inflater {
	/** The default parts of 16 KB cost 1.6 times as much, since each one goes to another thread and back. */
	readonly #stream = createInflateRaw({ chunkSize: 262_144 });
	#failure: { readonly reason: unknown } | undefined;
	#ended = false;
	#wake: () => void = () => {};

	constructor(compressed: ReadBytes) {
		this.#stream.on("readable", () => this.#wake());
		this.#stream.on("end", () => {
			this.#ended = true;
			this.#wake();
		});
		this.#stream.on("error", (error) => this.#fail(new DamagedResultError(writeReason(error))));
		void this.#feed(compressed);
	}

	async read(): Promise<Uint8Array | undefined> {
		for (;;) {
			const part: Uint8Array | null = this.#stream.read();
			if (part !== null) return part;
			if (this.#failure) throw this.#failure.reason;
			if (this.#ended) return undefined;
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
	}

	close(): void {
		this.#stream.destroy();
	}

	/** One part at a time: the next is requested when zlib has taken this one. */
	async #feed(compressed: ReadBytes): Promise<void> {
		try {
			let fed = 0;
			for (let part = await compressed(); part !== undefined; part = await compressed()) {
				await this.#write(part);
				fed += part.byteLength;
				if (this.#stream.destroyed || this.#stream.bytesWritten < fed) return;
			}
			this.#stream.end();
		} catch (error) {
			this.#fail(error);
		}
	}

	#write(part: Uint8Array): Promise<void> {
		return new Promise((resolve) => {
			this.#stream.write(part, () => resolve());
		});
	}

	#fail(reason: unknown): void {
		this.#failure ??= { reason };
		this.#wake();
	}
}

function writeReason(error: Error): string {
	return error.message === "unexpected end of file"
		? "it ends in the middle of the compressed data"
		: `the compressed data cannot be read (${error.message})`;
}
