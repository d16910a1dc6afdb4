import type { SandboxRecord } from "../org/records.js";

/** What a page of an export is taken from. */
export interface PageSource {
	readonly records: readonly SandboxRecord[];
	readonly matches: (record: SandboxRecord) => boolean;
	/** The page, from 1. */
	readonly page: number;
	/** The most records that a page can have. */
	readonly perPage: number;
}

/** The records of one page. Where it begins is found once; the records themselves are not held, so that jobs stay small. */
export class ExportPage {
	readonly count: number;
	readonly moreRecords: boolean;
	readonly #source: PageSource;
	readonly #start: number;

	constructor(source: PageSource) {
		const { records, matches, page, perPage } = source;
		const skipped = (page - 1) * perPage;
		let matched = 0;
		let start = records.length;
		let more = false;
		for (const [index, record] of records.entries()) {
			if (!matches(record)) continue;
			if (matched === skipped) start = index;
			matched++;
			if (matched > skipped + perPage) {
				more = true;
				break;
			}
		}
		this.count = Math.max(0, Math.min(matched - skipped, perPage));
		this.moreRecords = more;
		this.#source = source;
		this.#start = start;
	}

	/** The records, in the order in which the module holds them. */
	*[Symbol.iterator](): Generator<SandboxRecord> {
		const { records, matches } = this.#source;
		let left = this.count;
		for (let index = this.#start; left > 0 && index < records.length; index++) {
			const record = records[index];
			if (record === undefined || !matches(record)) continue;
			left--;
			yield record;
		}
	}
}
