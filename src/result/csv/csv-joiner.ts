import { DamagedResultError } from "../zip/damaged-result-error.js";

/**
 * Joins the CSVs of many pages into one, byte for byte: with one header, a line ending after every record, and a count
 * of the records. Values are not touched. Blank lines are left out: every record has at least an id.
 */
export class CsvJoiner {
	readonly #header: string | undefined;
	#pageHeader: string | undefined;
	#headerParts: Uint8Array[] = [];
	#records = 0;
	#place: Place = "line start";

	/** @param header - that of the pages before; absent for the first page. */
	constructor(header: string | undefined) {
		this.#header = header;
	}

	/** The page's header, once it has been read; for the next page. */
	get header(): string | undefined {
		return this.#pageHeader ?? this.#header;
	}

	/** Records started so far, without the header. */
	get records(): number {
		return this.#records;
	}

	/**
	 * Takes the next part of a page's CSV.
	 *
	 * @returns what to write for it.
	 * @throws {@link DamagedResultError} if the header differs from that of the pages before.
	 */
	push(part: Uint8Array): readonly Uint8Array[] {
		if (this.#pageHeader !== undefined) return this.#withoutBlankLines(part);
		const end = this.#endOfLine(part);
		this.#headerParts.push(part.slice(0, end));
		return end === undefined ? [] : this.#finishHeader(part.subarray(end));
	}

	/**
	 * Ends the page.
	 *
	 * @returns what to write for its end.
	 */
	end(): readonly Uint8Array[] {
		const header = this.#pageHeader === undefined && this.#headerParts.length > 0 ? this.#finishHeader(nothing) : [];
		const isEnded = this.#place === "line start" || this.#place === "blank line";
		return isEnded ? header : [...header, lineEnd];
	}

	#finishHeader(rest: Uint8Array): readonly Uint8Array[] {
		const bytes = this.#headerParts;
		this.#headerParts = [];
		const decoder = new TextDecoder();
		const text = bytes.map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
		this.#pageHeader = text.trimEnd();
		if (this.#header !== undefined && this.#header !== this.#pageHeader) {
			throw new DamagedResultError("its columns differ from those of the pages before", { record: 0 });
		}
		this.#place = this.#header === undefined && !text.endsWith("\n") ? "cell" : "line start";
		const records = this.#withoutBlankLines(rest);
		return [...(this.#header === undefined ? bytes : []), ...records].filter((part) => part.length > 0);
	}

	/** The part without its blank lines, cut where they were. Also counts records. */
	#withoutBlankLines(part: Uint8Array): readonly Uint8Array[] {
		const kept: Uint8Array[] = [];
		let place = this.#place;
		let records = this.#records;
		let start = 0;
		for (let at = 0; at < part.length; at++) {
			const byte = part[at] as number;
			if (place === "line start" || place === "blank line") {
				if (byte === lineFeed || (byte === carriageReturn && place === "line start")) {
					if (start < at) kept.push(part.subarray(start, at));
					start = at + 1;
					place = byte === lineFeed ? "line start" : "blank line";
					continue;
				}
				// A carriage return that does not end a line belongs to the record.
				if (place === "blank line") kept.push(carriage);
				records++;
				place = place === "blank line" ? "cell" : "cell start";
			}
			place = nextPlace(place, byte);
		}
		if (start < part.length) kept.push(part.subarray(start));
		this.#place = place;
		this.#records = records;
		return kept;
	}

	/** Where the line ends in this part, after its line feed; `undefined` if it continues. */
	#endOfLine(part: Uint8Array): number | undefined {
		for (const [index, byte] of part.entries()) {
			// A quote after the byte order mark opens a cell as well.
			if (this.#place === "line start" && byteOrderMark.includes(byte)) continue;
			this.#place = nextPlace(this.#place === "line start" ? "cell start" : this.#place, byte);
			if (this.#place === "line start") return index + 1;
		}
		return undefined;
	}
}

/** The context of the next byte in a CSV. In `"closed"`, the last quote ends the cell, unless another one follows. */
type Place = "line start" | "blank line" | "cell start" | "cell" | "quoted" | "closed";

/** A quote opens a quoted cell only at the cell's start; anywhere else in a plain cell it is a character. */
function nextPlace(place: Place, byte: number): Place {
	if (place === "quoted") return byte === quote ? "closed" : "quoted";
	if (byte === quote && (place === "cell start" || place === "closed")) return "quoted";
	if (byte === lineFeed) return "line start";
	return byte === comma ? "cell start" : "cell";
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const comma = 0x2c;
const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];
const nothing = new Uint8Array();
const lineEnd = Uint8Array.of(lineFeed);
const carriage = Uint8Array.of(carriageReturn);
