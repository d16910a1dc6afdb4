import { DamagedResultError } from "./damaged-result-error.js";

/** Reads CSV as it comes: quoted commas, quotes and newlines, CRLF and LF, a byte order mark. */
export class CsvReader {
	#text = "";
	#record = 0;
	#first = true;

	/** The records that are complete with this text. */
	push(text: string): string[][] {
		this.#text += this.#first && text.startsWith("\uFEFF") ? text.slice(1) : text;
		if (text !== "") this.#first = false;
		return this.#records(false);
	}

	/** The last record, where no line end follows it. */
	end(): string[][] {
		return this.#records(true);
	}

	#records(last: boolean): string[][] {
		const records: string[][] = [];
		let start = 0;
		for (;;) {
			const found = this.#readRecord(start, last);
			if (found === undefined) break;
			records.push(found.cells);
			start = found.next;
		}
		this.#text = this.#text.slice(start);
		return records;
	}

	#readRecord(start: number, last: boolean): { cells: string[]; next: number } | undefined {
		const text = this.#text;
		if (start >= text.length) return undefined;
		const cells: string[] = [];
		let at = start;
		for (;;) {
			let end: number;
			if (text[at] === '"') {
				end = this.#closingQuote(at, last);
				if (end < 0) return undefined;
				cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
				end++;
			} else {
				const comma = text.indexOf(",", at);
				const line = text.indexOf("\n", at);
				if (line < 0 && !last) return undefined;
				end = Math.min(comma < 0 ? text.length : comma, line < 0 ? text.length : line);
				if (text[end] !== "," && text[end - 1] === "\r" && end > at) end--;
				cells.push(text.slice(at, end));
			}
			if (text[end] === "\r") end++;
			if (end >= text.length) {
				if (!last) return undefined;
				this.#record++;
				return { cells, next: end };
			}
			if (text[end] === "\n") {
				this.#record++;
				return { cells, next: end + 1 };
			}
			if (text[end] !== ",") throw new DamagedResultError("text follows a closing quote", this.#record + 1);
			at = end + 1;
		}
	}

	#closingQuote(open: number, last: boolean): number {
		for (let at = open + 1; ; ) {
			const quote = this.#text.indexOf('"', at);
			if (quote < 0) {
				if (last) throw new DamagedResultError("a quote is never closed", this.#record + 1);
				return -1;
			}
			if (quote + 1 >= this.#text.length && !last) return -1;
			if (this.#text[quote + 1] !== '"') return quote;
			at = quote + 2;
		}
	}
}
