/** Bytes that can be read as text. */
export interface ByteStore {
	readonly bytes: Uint8Array;
	/** A character for each byte: the byte's own if it is ASCII, otherwise any other. */
	ascii(start: number, end: number): string;
	/** The bytes as UTF-8; `undefined` if they are not. */
	utf8(start: number, end: number): string | undefined;
}

/**
 * Allocates room for bytes.
 *
 * @param platform - with Node's `Buffer`, short texts are made in half the time.
 */
export function makeByteStore(length: number, platform: Platform = globalThis): ByteStore {
	return platform.Buffer === undefined ? new DecoderStore(length) : new BufferStore(platform.Buffer.alloc(length));
}

/** The parts of a runtime that are used. */
export interface Platform {
	readonly Buffer?: BufferClass;
}

interface BufferClass {
	alloc(length: number): BufferBytes;
}

/** Bytes with more kinds of `toString`, and what those call once they have looked at their arguments; not every `Buffer` has that. */
type BufferBytes = Uint8Array & {
	toString(encoding: "latin1" | "utf8", start: number, end: number): string;
	readonly latin1Slice?: ((start: number, end: number) => string) | undefined;
	readonly utf8Slice?: ((start: number, end: number) => string) | undefined;
};

const utf8Decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const asciiDecoder = new TextDecoder("latin1");

class DecoderStore implements ByteStore {
	readonly bytes: Uint8Array;

	constructor(length: number) {
		this.bytes = new Uint8Array(length);
	}

	ascii(start: number, end: number): string {
		return asciiDecoder.decode(this.bytes.subarray(start, end));
	}

	utf8(start: number, end: number): string | undefined {
		return decodeStrictly(this.bytes, start, end);
	}
}

class BufferStore implements ByteStore {
	readonly bytes: BufferBytes;

	constructor(bytes: BufferBytes) {
		this.bytes = bytes;
	}

	ascii(start: number, end: number): string {
		const { bytes } = this;
		return bytes.latin1Slice?.(start, end) ?? bytes.toString("latin1", start, end);
	}

	utf8(start: number, end: number): string | undefined {
		const { bytes } = this;
		const text = bytes.utf8Slice?.(start, end) ?? bytes.toString("utf8", start, end);
		return text.includes(replacementCharacter) ? decodeStrictly(this.bytes, start, end) : text;
	}
}

/** What `Buffer` writes for bytes that are not UTF-8; it may also be real text. */
const replacementCharacter = "\uFFFD";

function decodeStrictly(bytes: Uint8Array, start: number, end: number): string | undefined {
	try {
		return utf8Decoder.decode(bytes.subarray(start, end));
	} catch {
		return undefined;
	}
}
