import { crc32 } from "#inflate";

/** The beginning of a file, by its number of bytes and their CRC-32. */
export interface FilePrefix {
	readonly bytes: number;
	readonly crc: number;
}

/** Watches a file come: how much of it did, and whether it begins as another download of it did. */
export class FileWatch {
	readonly #expected: FilePrefix | undefined;
	readonly #mismatch: () => Error;
	#bytes = 0;
	#crc = 0;

	/**
	 * @param expected - how the file has to begin.
	 * @param mismatch - what to say where it does not.
	 */
	constructor(expected?: FilePrefix, mismatch = (): Error => new TypeError("the file is another one")) {
		this.#expected = expected;
		this.#mismatch = mismatch;
	}

	/** Whether as much came as is expected to be known. */
	get isCertain(): boolean {
		return this.#expected === undefined || this.#bytes >= this.#expected.bytes;
	}

	/** Takes the next part of the file. It throws where the file turns out to be another one. */
	push(part: Uint8Array): void {
		if (this.#expected !== undefined && !this.isCertain) {
			const left = this.#expected.bytes - this.#bytes;
			const differs = left <= part.byteLength && crc32(part.subarray(0, left), this.#crc) !== this.#expected.crc;
			if (differs) throw this.#mismatch();
		}
		this.#crc = crc32(part, this.#crc);
		this.#bytes += part.byteLength;
	}

	/** Takes note of the file's end. It throws where it ended too early to be the same. */
	end(): void {
		if (!this.isCertain) throw this.#mismatch();
	}

	/** What came so far. */
	soFar(): FilePrefix {
		return { bytes: this.#bytes, crc: this.#crc };
	}
}
