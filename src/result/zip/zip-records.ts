import { DamagedResultError } from "./damaged-result-error.js";

/**
 * The records of a ZIP archive.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
const signatures = {
	localHeader: 0x04034b50,
	descriptor: 0x08074b50,
	directoryEntry: 0x02014b50,
	end: 0x06054b50,
	end64: 0x06064b50,
	end64Locator: 0x07064b50,
} as const;

/** Length of a local header without its name and its extra fields. */
export const localHeaderLength = 30;

const directoryEntryLength = 46;
const endLength = 22;
const end64Length = 56;
const end64LocatorLength = 20;

/** The 32-bit placeholder for a number that is too large. */
const tooLarge = 0xffff_ffff;
/** The extra field with the numbers that are too large. */
const zip64Field = 0x0001;

/** The sizes of an entry. */
export interface EntrySizes {
	readonly compressed: number;
	readonly inflated: number;
}

/** The header before an entry's data. */
export interface LocalHeader extends EntrySizes {
	readonly method: "deflated" | "stored";
	/** Whether the sizes come after the data instead, as does the checksum. */
	readonly hasDescriptor: boolean;
	readonly nameLength: number;
	readonly extraLength: number;
}

/** Reads the fixed part of a local header. */
export function readLocalHeader(bytes: Uint8Array): LocalHeader {
	const view = viewOf(bytes);
	if (bytes.byteLength < localHeaderLength || view.getUint32(0, true) !== signatures.localHeader) {
		throw new DamagedResultError(writeNoZipReason(bytes));
	}
	const flags = view.getUint16(6, true);
	if ((flags & 0x2041) !== 0) throw new DamagedResultError("the file in the archive is encrypted");
	return {
		method: readMethod(view.getUint16(8, true)),
		hasDescriptor: (flags & 8) !== 0,
		compressed: view.getUint32(18, true),
		inflated: view.getUint32(22, true),
		nameLength: view.getUint16(26, true),
		extraLength: view.getUint16(28, true),
	};
}

function readMethod(method: number): "deflated" | "stored" {
	if (method === 8) return "deflated";
	if (method === 0) return "stored";
	throw new DamagedResultError(`the file in the archive uses an unsupported compression (method ${method})`);
}

function writeNoZipReason(bytes: Uint8Array): string {
	const begin = new TextDecoder("latin1").decode(bytes).trimStart();
	if (bytes.byteLength === 0) return "it is empty";
	if (begin.startsWith("PK\x05\x06")) return "the archive has no file";
	if (begin.startsWith("<")) return "it is not a ZIP archive but an HTML or XML page";
	if (begin.startsWith("{") || begin.startsWith("[")) return "it is not a ZIP archive but a JSON document";
	return bytes.byteLength < localHeaderLength ? "it ends in the archive's first bytes" : "it is not a ZIP archive";
}

/** Replaces sizes that are too large for 32 bits with those of the extra field. */
export function readSizes(sizes: EntrySizes, extra: Uint8Array): EntrySizes {
	if (sizes.compressed !== tooLarge && sizes.inflated !== tooLarge) return sizes;
	const large = readLargeNumbers(extra);
	const inflated = sizes.inflated === tooLarge ? large.shift() : sizes.inflated;
	const compressed = sizes.compressed === tooLarge ? large.shift() : sizes.compressed;
	if (inflated === undefined || compressed === undefined)
		throw new DamagedResultError("the archive does not give the sizes");
	return { compressed, inflated };
}

function readLargeNumbers(extra: Uint8Array): number[] {
	const view = viewOf(extra);
	for (let at = 0; at + 4 <= extra.byteLength; ) {
		const length = view.getUint16(at + 2, true);
		const end = at + 4 + length;
		if (view.getUint16(at, true) === zip64Field && end <= extra.byteLength) {
			return Array.from({ length: Math.floor(length / 8) }, (_, index) => readUint64(view, at + 4 + index * 8));
		}
		at = end;
	}
	return [];
}

function readUint64(view: DataView, at: number): number {
	return Number(view.getBigUint64(at, true));
}

/** What was found in the archive before its directory. */
export interface ReadEntry {
	readonly header: LocalHeader;
	/** Where the data begins. */
	readonly dataStart: number;
	/** What the data turned out to be. */
	readonly crc: number;
	readonly inflated: number;
}

/**
 * Checks that the archive ends as it must: that its directory has this one entry, with the checksum and the length that
 * were found, and that there is nothing before, between or after.
 *
 * @param tail - the last bytes of the archive.
 * @param length - of the whole archive.
 */
export function checkDirectory(tail: Uint8Array, length: number, entry: ReadEntry): void {
	const end = findEnd(tail, length);
	const start = end.directoryOffset - (length - tail.byteLength);
	if (start < 0 || start + end.directoryLength !== end.at) throw notTogether("the directory is not where it should be");
	const listed = readDirectoryEntry(tail.subarray(start, end.at));
	if (entry.header.hasDescriptor) {
		const descriptorStart = start - (end.directoryOffset - entry.dataStart - listed.compressed);
		checkDescriptor(tail.subarray(Math.max(0, descriptorStart), start), listed);
	} else if (entry.dataStart + listed.compressed !== end.directoryOffset) {
		throw notTogether("there is something between the file and the directory");
	}
	if (listed.crc !== entry.crc) throw new DamagedResultError("the checksum of the file differs");
	if (listed.inflated !== entry.inflated) {
		throw new DamagedResultError(`the file has ${entry.inflated} bytes instead of ${listed.inflated}`);
	}
}

function notTogether(how: string): DamagedResultError {
	return new DamagedResultError(`the archive is inconsistent: ${how}`);
}

interface DirectoryEnd {
	/** Where the directory ends, in the tail. */
	readonly at: number;
	readonly entries: number;
	/** Where the directory begins, in the archive. */
	readonly directoryOffset: number;
	readonly directoryLength: number;
}

function findEnd(tail: Uint8Array, length: number): DirectoryEnd {
	const view = viewOf(tail);
	const at = findEndRecord(view);
	if (at === undefined) throw new DamagedResultError("it is cut off, or there is something after the archive");
	const at64 = findEnd64Record(view, at);
	const end: DirectoryEnd = at64 === undefined ? readEnd(view, at, length - tail.byteLength) : readEnd64(view, at64);
	if (end.entries !== 1)
		throw new DamagedResultError(`the archive holds ${end.entries} files, but a result has only one`);
	return end;
}

function readEnd(view: DataView, at: number, tailStart: number): DirectoryEnd {
	const entries = view.getUint16(at + 10, true);
	const directoryLength = view.getUint32(at + 12, true);
	const directoryOffset = view.getUint32(at + 16, true);
	if (entries === 0xffff || directoryLength === tooLarge) throw notTogether("the end of its directory is missing");
	// Info-ZIP's `zip -fz` leaves the offset out where it writes into a pipe.
	const isTold = directoryOffset !== tooLarge;
	return { at, entries, directoryLength, directoryOffset: isTold ? directoryOffset : tailStart + at - directoryLength };
}

function readEnd64(view: DataView, at: number): DirectoryEnd {
	return {
		at,
		entries: readUint64(view, at + 32),
		directoryLength: readUint64(view, at + 40),
		directoryOffset: readUint64(view, at + 48),
	};
}

/** The last record of an archive ends with a comment that names its own length. */
function findEndRecord(view: DataView): number | undefined {
	for (let at = view.byteLength - endLength; at >= 0; at--) {
		if (view.getUint32(at, true) !== signatures.end) continue;
		if (at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
	}
	return undefined;
}

/** Where the large form of the end record stands, if there is one: right before its locator, which is right before the end. */
function findEnd64Record(view: DataView, end: number): number | undefined {
	const at = end - end64LocatorLength - end64Length;
	if (at < 0 || view.getUint32(end - end64LocatorLength, true) !== signatures.end64Locator) return undefined;
	return view.getUint32(at, true) === signatures.end64 ? at : undefined;
}

/** What the directory says of an entry. */
interface ListedEntry extends EntrySizes {
	readonly crc: number;
}

function readDirectoryEntry(bytes: Uint8Array): ListedEntry {
	const view = viewOf(bytes);
	if (bytes.byteLength < directoryEntryLength || view.getUint32(0, true) !== signatures.directoryEntry) {
		throw notTogether("its directory cannot be read");
	}
	const nameLength = view.getUint16(28, true);
	const extraLength = view.getUint16(30, true);
	const commentLength = view.getUint16(32, true);
	if (directoryEntryLength + nameLength + extraLength + commentLength !== bytes.byteLength) {
		throw notTogether("its directory holds more than one file");
	}
	const extraStart = directoryEntryLength + nameLength;
	const sizes = { compressed: view.getUint32(20, true), inflated: view.getUint32(24, true) };
	const extra = bytes.subarray(extraStart, extraStart + extraLength);
	return { crc: view.getUint32(16, true), ...readSizes(sizes, extra) };
}

/** Checksum and sizes behind the data: with a signature or without, the sizes in 4 or in 8 bytes. */
function checkDescriptor(bytes: Uint8Array, listed: ListedEntry): void {
	const view = viewOf(bytes);
	const large = bytes.byteLength === 20 || bytes.byteLength === 24;
	const signed = bytes.byteLength === 16 || bytes.byteLength === 24;
	if (!large && !signed && bytes.byteLength !== 12) {
		throw notTogether("there is something between the file and the directory");
	}
	const at = signed ? 4 : 0;
	const size = (index: number): number =>
		large ? readUint64(view, at + 4 + index * 8) : view.getUint32(at + 4 + index * 4, true);
	const same =
		(!signed || view.getUint32(0, true) === signatures.descriptor) &&
		view.getUint32(at, true) === listed.crc &&
		size(0) === listed.compressed &&
		size(1) === listed.inflated;
	if (!same) throw notTogether("what follows the file is not what its directory says");
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
