import { checkEachOption, numberFrom, type OptionKinds } from "../../checks/option-kinds.js";
import { checkStream } from "./check-stream.js";
import type { ZipEntry } from "./zip-entry.js";

/** The options for reading an archive. */
export interface UnzipOptions {
	/**
	 * The maximum size of the file in the archive, in bytes. By default 4 GiB, or 21 KB for each of the 200,000 rows of
	 * a page; an archive of a few MB can be made to grow without end.
	 */
	readonly maxInflatedBytes?: number | undefined;
}

const unzipKinds: OptionKinds<UnzipOptions> = { maxInflatedBytes: numberFrom(1) };

/**
 * Reads the only file in a ZIP archive as the archive arrives: data is requested only as needed, and leaving the loop
 * early cancels the archive. Checksum, length and directory are checked at the end, so what it gives is reliable only
 * once it has ended without an error.
 *
 * @throws {@link InvalidOptionError} if this is not a stream, or an option is wrong.
 * @throws {@link DamagedResultError} while it is read: if this is not an archive of exactly one file, or it is cut off,
 * altered or encrypted. {@link ResultTooLargeError} if the file is larger than allowed.
 */
export function unzip(zip: ReadableStream<Uint8Array>, options: UnzipOptions = {}): ZipEntry {
	checkStream(zip);
	checkEachOption(options, unzipKinds);
	return new UnopenedEntry(zip, options.maxInflatedBytes);
}

/** The file of an archive of which nothing was asked for yet: what reads it is loaded when something is. */
class UnopenedEntry implements ZipEntry {
	readonly #zip: ReadableStream<Uint8Array>;
	readonly #maxInflatedBytes: number | undefined;
	#opened: ZipEntry | undefined;

	constructor(zip: ReadableStream<Uint8Array>, maxInflatedBytes: number | undefined) {
		this.#zip = zip;
		this.#maxInflatedBytes = maxInflatedBytes;
	}

	get name(): string | undefined {
		return this.#opened?.name;
	}

	get bytesRead(): number {
		return this.#opened?.bytesRead ?? 0;
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
		const { StreamedEntry } = await import("./streamed-entry.js");
		this.#opened ??= new StreamedEntry(this.#zip, this.#maxInflatedBytes);
		yield* this.#opened;
	}
}
