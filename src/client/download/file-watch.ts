import { crc32 } from "#inflate";

/** The beginning of a file, as its number of bytes and their CRC-32. */
export interface FilePrefix {
	readonly bytes: number;
	readonly crc: number;
}

/** Watches a file arrive: how much of it has, and whether it begins like an earlier download of it. */
export class FileWatch {
	readonly #expected: FilePrefix | undefined;
	readonly #mismatch: () => Error;
	#bytes = 0;
	#crc = 0;

	/**
	 * @param expected - how the file must begin.
	 * @param mismatch - the error if it does not.
	 */
	constructor(expected?: FilePrefix, mismatch = (): Error => new TypeError("the file is a different one")) {
		this.#expected = expected;
		this.#mismatch = mismatch;
	}

	/** Whether all of the expected beginning has arrived. */
	get isCertain(): boolean {
		return this.#expected === undefined || this.#bytes >= this.#expected.bytes;
	}

	/** Takes the next part of the file. Throws if the file turns out to be a different one. */
	push(part: Uint8Array): void {
		if (this.#expected !== undefined && !this.isCertain) {
			const left = this.#expected.bytes - this.#bytes;
			const differs = left <= part.byteLength && crc32(part.subarray(0, left), this.#crc) !== this.#expected.crc;
			if (differs) throw this.#mismatch();
		}
		this.#crc = crc32(part, this.#crc);
		this.#bytes += part.byteLength;
	}

	/** Notes the file's end. Throws if it ended too early to be the same file. */
	end(): void {
		if (!this.isCertain) throw this.#mismatch();
	}

	/** What has arrived so far. */
	soFar(): FilePrefix {
		return { bytes: this.#bytes, crc: this.#crc };
	}
}
