import type { ReadBytes } from "./inflater.js";

/** How much of an archive's end is kept to read its directory from: that of one entry has some 150 bytes. */
const tailLength = 131_072;

/** The bytes of an archive as they arrive, counted; the last ones are kept. */
export class ArchiveBytes {
	readonly #stream: ReadableStream<Uint8Array>;
	#reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
	#pushedBack: Uint8Array | undefined;
	#tail: Uint8Array[] = [];
	#tailLength = 0;
	#count = 0;

	constructor(stream: ReadableStream<Uint8Array>) {
		this.#stream = stream;
	}

	/** How many bytes have arrived. */
	get count(): number {
		return this.#count;
	}

	/** The next part; `undefined` at the end. */
	readonly read: ReadBytes = async () => {
		if (this.#pushedBack) {
			const part = this.#pushedBack;
			this.#pushedBack = undefined;
			return part;
		}
		this.#reader ??= this.#stream.getReader();
		const { value } = await this.#reader.read();
		if (value) this.#keep(value);
		return value;
	};

	/** The next part, but at most this many bytes; `undefined` at the end. */
	async readUpTo(length: number): Promise<Uint8Array | undefined> {
		const part = await this.read();
		if (part === undefined || part.byteLength <= length) return part;
		this.#pushedBack = part.subarray(length);
		return part.subarray(0, length);
	}

	/** The next bytes, as many as requested, or fewer if the archive ends before. */
	async take(length: number): Promise<Uint8Array> {
		const taken = new Uint8Array(length);
		for (let at = 0; at < length; ) {
			const part = await this.readUpTo(length - at);
			if (part === undefined) return taken.subarray(0, at);
			taken.set(part, at);
			at += part.byteLength;
		}
		return taken;
	}

	/**
	 * Reads to the end.
	 *
	 * @returns the last bytes of the archive; `undefined` if more arrived than are kept.
	 */
	async readTail(): Promise<Uint8Array | undefined> {
		for (let rest = 0; rest <= tailLength; ) {
			const part = await this.read();
			if (part === undefined) return this.#joinTail();
			rest += part.byteLength;
		}
		return undefined;
	}

	async cancel(): Promise<void> {
		this.#tail = [];
		this.#pushedBack = undefined;
		this.#reader ??= this.#stream.getReader();
		await this.#reader.cancel();
	}

	#keep(part: Uint8Array): void {
		this.#count += part.byteLength;
		this.#tail.push(part);
		this.#tailLength += part.byteLength;
		while (this.#tailLength - (this.#tail[0]?.byteLength ?? 0) >= tailLength) {
			this.#tailLength -= this.#tail.shift()?.byteLength ?? 0;
		}
	}

	#joinTail(): Uint8Array {
		const tail = new Uint8Array(this.#tailLength);
		let at = 0;
		for (const part of this.#tail) {
			tail.set(part, at);
			at += part.byteLength;
		}
		return tail;
	}
}
