import { crc32, deflateRaw } from "#deflate";

/** How the only file of an archive is written. */
export interface ZipOptions {
	/** Name of the file inside. */
	readonly name: string;
	/** Compressed, or stored. */
	readonly method: "deflate" | "store";
	/**
	 * Whether the checksum and sizes come after the data, for a writer that does not know them in advance. Otherwise
	 * the whole file is held in memory until they are known.
	 */
	readonly dataDescriptor: boolean;
	/** Milliseconds since 1970: the file's date, in UTC, to the format's precision of two seconds. */
	readonly modified: number;
}

/**
 * Writes a ZIP archive with one file, chunk by chunk.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function* writeZip(content: AsyncIterable<Uint8Array>, options: ZipOptions): AsyncGenerator<Uint8Array> {
	const entry: Entry = { options, name: new TextEncoder().encode(options.name), crc: 0, size: 0, packed: 0 };
	const packed = pack(content, entry);
	if (options.dataDescriptor) {
		yield localHeader(entry);
		yield* packed;
		yield dataDescriptor(entry);
	} else {
		const chunks: Uint8Array[] = [];
		for await (const chunk of packed) chunks.push(chunk);
		yield localHeader(entry);
		yield* chunks;
	}
	yield centralDirectory(entry);
}

interface Entry {
	readonly options: ZipOptions;
	readonly name: Uint8Array;
	crc: number;
	size: number;
	packed: number;
}

async function* pack(content: AsyncIterable<Uint8Array>, entry: Entry): AsyncGenerator<Uint8Array> {
	const measured = measure(content, entry);
	for await (const chunk of entry.options.method === "deflate" ? deflateRaw(measured) : measured) {
		entry.packed += chunk.length;
		yield chunk;
	}
}

async function* measure(content: AsyncIterable<Uint8Array>, entry: Entry): AsyncGenerator<Uint8Array> {
	for await (const chunk of content) {
		entry.crc = crc32(chunk, entry.crc);
		entry.size += chunk.length;
		if (entry.size > 0xffffffff) throw new RangeError("The file is larger than 4 GiB, which this archive cannot hold.");
		yield chunk;
	}
}

const versionNeeded = 20;
/** Bit 3 of the general purpose flags: the checksum and sizes come after the data. */
const dataDescriptorFlag = 8;

function localHeader(entry: Entry): Uint8Array {
	return record(0x04034b50, 30, entry.name, (view) => {
		const known = !entry.options.dataDescriptor;
		writeCommon(view, 4, entry);
		view.setUint32(14, known ? entry.crc : 0, true);
		view.setUint32(18, known ? entry.packed : 0, true);
		view.setUint32(22, known ? entry.size : 0, true);
		view.setUint16(26, entry.name.length, true);
	});
}

function dataDescriptor(entry: Entry): Uint8Array {
	return record(0x08074b50, 16, none, (view) => {
		view.setUint32(4, entry.crc, true);
		view.setUint32(8, entry.packed, true);
		view.setUint32(12, entry.size, true);
	});
}

function centralDirectory(entry: Entry): Uint8Array {
	const directory = record(0x02014b50, 46, entry.name, (view) => {
		view.setUint16(4, versionNeeded, true);
		writeCommon(view, 6, entry);
		view.setUint32(16, entry.crc, true);
		view.setUint32(20, entry.packed, true);
		view.setUint32(24, entry.size, true);
		view.setUint16(28, entry.name.length, true);
	});
	const localSize = 30 + entry.name.length + entry.packed + (entry.options.dataDescriptor ? 16 : 0);
	const end = record(0x06054b50, 22, none, (view) => {
		view.setUint16(8, 1, true);
		view.setUint16(10, 1, true);
		view.setUint32(12, directory.length, true);
		view.setUint32(16, localSize, true);
	});
	const both = new Uint8Array(directory.length + end.length);
	both.set(directory);
	both.set(end, directory.length);
	return both;
}

const none = new Uint8Array(0);

function record(signature: number, size: number, name: Uint8Array, fill: (view: DataView) => void): Uint8Array {
	const bytes = new Uint8Array(size + name.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, signature, true);
	fill(view);
	bytes.set(name, size);
	return bytes;
}

/** Version, flags, method, time and date: ten bytes that the local header and the directory share. */
function writeCommon(view: DataView, at: number, { options }: Entry): void {
	const modified = new Date(options.modified);
	const time = (modified.getUTCHours() << 11) | (modified.getUTCMinutes() << 5) | (modified.getUTCSeconds() >> 1);
	const date = ((modified.getUTCFullYear() - 1980) << 9) | ((modified.getUTCMonth() + 1) << 5) | modified.getUTCDate();
	view.setUint16(at, versionNeeded, true);
	view.setUint16(at + 2, options.dataDescriptor ? dataDescriptorFlag : 0, true);
	view.setUint16(at + 4, options.method === "deflate" ? 8 : 0, true);
	view.setUint16(at + 6, time, true);
	view.setUint16(at + 8, date, true);
}
