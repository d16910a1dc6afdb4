import { DamagedResultError } from "../zip/damaged-result-error.js";

/**
 * Makes one CSV of the CSVs of many pages, byte for byte: the header stands once, every record ends its line, and the
 * records are counted. Values are not looked at.
 */
export class CsvJoiner {
	readonly #header: string | undefined;
	#pageHeader: string | undefined;
	#headerParts: Uint8Array[] = [];
	#records = 0;
	#quoted = false;
	#lineEnded = true;

	/** @param header - that of the pages before; absent for the first page. */
	constructor(header: string | undefined) {
		this.#header = header;
	}

	/** The page's header, once it was read; for the next page. */
	get header(): string | undefined {
		return this.#pageHeader ?? this.#header;
	}

	/** Records that were begun so far, the header aside. */
	get records(): number {
		return this.#records;
	}

	/**
	 * Takes the next part of a page's CSV.
	 *
	 * @returns what is to be written for it.
	 * @throws {@link DamagedResultError} where the header is not that of the pages before.
	 */
	push(part: Uint8Array): readonly Uint8Array[] {
		if (this.#pageHeader !== undefined) {
			this.#count(part);
			return [part];
		}
		const end = this.#endOfLine(part);
		this.#headerParts.push(part.slice(0, end));
		return end === undefined ? [] : this.#finishHeader(part.subarray(end));
	}

	/**
	 * Ends the page.
	 *
	 * @returns what is to be written for its end.
	 */
	end(): readonly Uint8Array[] {
		const header = this.#pageHeader === undefined && this.#headerParts.length > 0 ? this.#finishHeader(nothing) : [];
		return this.#lineEnded ? header : [...header, lineEnd];
	}

	#finishHeader(rest: Uint8Array): readonly Uint8Array[] {
		const bytes = this.#headerParts;
		this.#headerParts = [];
		const decoder = new TextDecoder();
		const text = bytes.map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
		this.#pageHeader = text.trimEnd();
		if (this.#header === undefined) this.#lineEnded = text.endsWith("\n");
		else if (this.#header !== this.#pageHeader) {
			throw new DamagedResultError("its columns are not those of the pages before", { record: 0 });
		}
		this.#count(rest);
		return [...(this.#header === undefined ? bytes : []), rest].filter((part) => part.length > 0);
	}

	#count(part: Uint8Array): void {
		for (const byte of part) {
			if (this.#lineEnded) {
				this.#records++;
				this.#lineEnded = false;
			}
			if (byte === quote) this.#quoted = !this.#quoted;
			else if (byte === lineFeed && !this.#quoted) this.#lineEnded = true;
		}
	}

	/** Where the line ends in this part, behind its line feed; `undefined` where it goes on. */
	#endOfLine(part: Uint8Array): number | undefined {
		for (const [index, byte] of part.entries()) {
			if (byte === quote) this.#quoted = !this.#quoted;
			else if (byte === lineFeed && !this.#quoted) return index + 1;
		}
		return undefined;
	}
}

const lineFeed = 0x0a;
const quote = 0x22;
const nothing = new Uint8Array();
const lineEnd = Uint8Array.of(lineFeed);
