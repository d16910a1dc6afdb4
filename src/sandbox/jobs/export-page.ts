import type { OrderedRecords } from "../org/row-order.js";
import type { SandboxRecord } from "../org/sandbox-record.js";
import type { Work } from "../org/slices.js";

/** What a page of an export is taken from. */
export interface PageSource {
	readonly records: OrderedRecords;
	readonly matches: (record: SandboxRecord) => boolean;
	/** The page, from 1. */
	readonly page: number;
	/** The maximum number of records of a page. */
	readonly perPage: number;
}

/** How many records are examined between two breaks. */
const stride = 64;

/**
 * The records of one page. Its beginning is found once; the records themselves are not kept, so that jobs stay small.
 */
export class ExportPage {
	readonly count: number;
	readonly moreRecords: boolean;
	readonly #source: PageSource;
	readonly #start: number;

	private constructor(source: PageSource, start: number, count: number, moreRecords: boolean) {
		this.#source = source;
		this.#start = start;
		this.count = count;
		this.moreRecords = moreRecords;
	}

	/** Finds where the page begins, and how many records it has. */
	static *find(source: PageSource): Work<ExportPage> {
		const { records, matches, page, perPage } = source;
		const skipped = (page - 1) * perPage;
		let matched = 0;
		let start = records.size;
		for (let position = 0; position < records.size; position++) {
			if (position % stride === 0) yield;
			const record = records.at(position);
			if (record === undefined || !matches(record)) continue;
			if (matched === skipped) start = position;
			matched++;
			if (matched > skipped + perPage) return new ExportPage(source, start, perPage, true);
		}
		return new ExportPage(source, start, Math.max(0, matched - skipped), false);
	}

	/**
	 * The records in page order; now and then `undefined`, after skipping many that do not belong to the page, so that
	 * the reader can take a break.
	 */
	*[Symbol.iterator](): Generator<SandboxRecord | undefined> {
		const { records, matches } = this.#source;
		let left = this.count;
		for (let position = this.#start; left > 0 && position < records.size; position++) {
			const record = records.at(position);
			if (record !== undefined && matches(record)) {
				left--;
				yield record;
			} else if (position % stride === 0) yield undefined;
		}
	}
}
