import { type ByteStore, makeByteStore } from "./byte-store.js";
import { lineFeed } from "./csv-bytes.js";
import { decodeShortUtf8, longestShortText } from "./decode-short-utf8.js";

/**
 * The part of a file that is being read: its bytes, and beside them a text in which each byte is one character, so that
 * one position serves both. Searching and slicing happen in the text, since engines do that natively; a piece with
 * non-ASCII characters is decoded from the bytes. Most pieces have none.
 */
export class TextWindow {
	readonly #makeStore: (length: number) => ByteStore;
	readonly #copyText: boolean;
	#store: ByteStore;
	/** All bytes between these two are ASCII. */
	#asciiStart = 0;
	#asciiEnd = 0;
	/** The bytes. At `length` there is a line feed, where a search can end; anything after it is meaningless. */
	bytes: Uint8Array;
	/** The same bytes, for reading several at once: a few more than there are, if need be. */
	view: DataView;
	/** How many bytes there are. */
	length = 0;
	/** A character for each byte; correct if the byte is ASCII. */
	text = "";

	/**
	 * @param copyText - whether pieces get their own memory.
	 * @param makeStore - allocates a number of bytes.
	 */
	constructor(length: number, copyText: boolean, makeStore: (length: number) => ByteStore = makeByteStore) {
		this.#makeStore = makeStore;
		this.#copyText = copyText;
		this.#store = makeStore(length);
		this.bytes = this.#store.bytes;
		this.view = viewOf(this.bytes);
	}

	/** Drops everything before `start`, and adds bytes at the end. The text stays the old one until `refresh`. */
	advance(start: number, added: Uint8Array): void {
		const before = this.bytes;
		const kept = this.length - start;
		const length = kept + added.byteLength;
		if (length + spare > before.byteLength) this.#grow(length + spare);
		this.bytes.set(before.subarray(start, this.length));
		this.bytes.set(added, kept);
		this.bytes[length] = lineFeed;
		this.length = length;
	}

	/** Rebuilds the text. */
	refresh(): void {
		this.text = this.#store.ascii(0, this.length);
		this.#asciiStart = 0;
		this.#asciiEnd = this.#findWide(0);
	}

	/**
	 * The text of a piece; `undefined` if it is not UTF-8.
	 *
	 * A slice of 13 characters or more keeps the whole text alive, while a shorter one is copied anyway. So a longer
	 * one is concatenated from shorter ones, which is twice as fast as copying it.
	 */
	piece(start: number, end: number): string | undefined {
		const length = end - start;
		if (end > this.#asciiEnd || start < this.#asciiStart || length > longestJoined) return this.#decode(start, end);
		const { text } = this;
		if (length <= 12 || !this.#copyText) return text.slice(start, end);
		const most = text.slice(start, start + 12);
		if (length <= 24) return most + text.slice(start + 12, end);
		return most + text.slice(start + 12, start + 24) + text.slice(start + 24, end);
	}

	/** Whether everything from `start` on is UTF-8. The last character may be incomplete. */
	isUtf8(start: number): boolean {
		const from = Math.max(start, this.#findWide(start));
		const end = startOfCut(this.bytes, from, this.length);
		return from >= end || this.#store.utf8(from, end) !== undefined;
	}

	#decode(start: number, end: number): string | undefined {
		if (start >= this.#asciiStart && end <= this.#asciiEnd) {
			return this.#copyText ? this.#store.ascii(start, end) : this.text.slice(start, end);
		}
		this.#asciiStart = end;
		this.#asciiEnd = this.#findWide(end);
		return end - start <= longestShortText ? decodeShortUtf8(this.bytes, start, end) : this.#store.utf8(start, end);
	}

	/** The first byte that is not ASCII, four at a time. */
	#findWide(from: number): number {
		const { view, bytes, length } = this;
		let at = from;
		while (at < length && ((view.getInt32(at, true) | view.getInt32(at + 4, true)) & wideMask) === 0) at += 8;
		while (at < length && (bytes[at] as number) < 0x80) at++;
		return Math.min(at, length);
	}

	#grow(length: number): void {
		this.#store = this.#makeStore(Math.max(length, this.bytes.byteLength * 2));
		this.bytes = this.#store.bytes;
		this.view = viewOf(this.bytes);
	}
}

/** A longer text is copied by the platform. */
const longestJoined = 36;

/** How far one may look beyond the end without leaving the memory, which is slow. */
const spare = 64;

/** Set if one of four bytes is not ASCII. */
const wideMask = 0x80808080 | 0;

/** Where an incomplete last character begins; the end if there is none. */
function startOfCut(bytes: Uint8Array, start: number, end: number): number {
	for (let at = end - 1; at >= Math.max(start, end - 3); at--) {
		const byte = bytes[at] as number;
		if (byte < 0x80) return end;
		if (byte < 0xc0) continue;
		const needed = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
		return at + needed > end ? at : end;
	}
	return end;
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
