import { crc32, inflate } from "#inflate";
import { ArchiveBytes } from "./archive-bytes.js";
import { DamagedResultError } from "./damaged-result-error.js";
import type { Inflater, ReadBytes } from "./inflater.js";
import { ResultTooLargeError } from "./result-too-large-error.js";
import type { ZipEntry } from "./zip-entry.js";
import { checkDirectory, type LocalHeader, localHeaderLength, readLocalHeader, readSizes } from "./zip-records.js";

const defaultMaxInflatedBytes = 4 * 2 ** 30;

interface OpenEntry {
	readonly name: string;
	readonly header: LocalHeader;
	readonly dataStart: number;
	readonly content: Inflater;
}

/** The file of an archive that is read as it comes. */
export class StreamedEntry implements ZipEntry {
	readonly #archive: ArchiveBytes;
	readonly #maxInflatedBytes: number;
	name: string | undefined;

	constructor(zip: ReadableStream<Uint8Array>, maxInflatedBytes: number = defaultMaxInflatedBytes) {
		this.#archive = new ArchiveBytes(zip);
		this.#maxInflatedBytes = maxInflatedBytes;
	}

	get bytesRead(): number {
		return this.#archive.count;
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
		let entry: OpenEntry | undefined;
		try {
			entry = await openEntry(this.#archive);
			this.name = entry.name;
			let crc = 0;
			let inflated = 0;
			for (let part = await entry.content.read(); part !== undefined; part = await entry.content.read()) {
				crc = crc32(part, crc);
				inflated += part.byteLength;
				if (inflated > this.#maxInflatedBytes) {
					throw new ResultTooLargeError("maxInflatedBytes", this.#maxInflatedBytes);
				}
				yield part;
			}
			const tail = await this.#archive.readTail();
			if (tail === undefined) throw new DamagedResultError("there is something after the file in the archive");
			checkDirectory(tail, this.#archive.count, { header: entry.header, dataStart: entry.dataStart, crc, inflated });
		} catch (error) {
			throw error instanceof DamagedResultError ? error.at({ offset: this.#archive.count }) : error;
		} finally {
			entry?.content.close();
			await this.#archive.cancel().catch(() => {});
		}
	}
}

async function openEntry(archive: ArchiveBytes): Promise<OpenEntry> {
	const header = readLocalHeader(await archive.take(localHeaderLength));
	const name = new TextDecoder().decode(await archive.take(header.nameLength));
	const extra = await archive.take(header.extraLength);
	const dataStart = localHeaderLength + header.nameLength + header.extraLength;
	if (header.method === "deflated") return { name, header, dataStart, content: inflate(archive.read) };
	if (header.hasDescriptor) {
		throw new DamagedResultError("the file in the archive is not compressed, and its length is not given before it");
	}
	return { name, header, dataStart, content: new StoredContent(archive, readSizes(header, extra).compressed) };
}

/** A stored entry, which is not compressed. */
class StoredContent implements Inflater {
	readonly #archive: ArchiveBytes;
	#left: number;

	constructor(archive: ArchiveBytes, length: number) {
		this.#archive = archive;
		this.#left = length;
	}

	readonly read: ReadBytes = async () => {
		if (this.#left === 0) return undefined;
		const part = await this.#archive.readUpTo(this.#left);
		if (part === undefined) throw new DamagedResultError("it ends in the middle of the file");
		this.#left -= part.byteLength;
		return part;
	};

	close(): void {}
}
