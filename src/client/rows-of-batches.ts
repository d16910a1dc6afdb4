import type { Rows } from "../result/read-rows.js";

/**
 * Rows from batches of them. One by one they cost no more than in batches: only a batch is waited for.
 *
 * @param open - begins to read; called once for each reader.
 */
export function rowsOfBatches<Row>(open: () => AsyncIterator<readonly Row[], void, undefined>): Rows<Row> {
	return {
		batches: () => ({ [Symbol.asyncIterator]: open }),
		[Symbol.asyncIterator]: () => new RowByRow(open()),
	};
}

class RowByRow<Row> implements AsyncIterator<Row, void, undefined> {
	readonly #batches: AsyncIterator<readonly Row[], void, undefined>;
	#batch: readonly Row[] = [];
	#at = 0;

	constructor(batches: AsyncIterator<readonly Row[], void, undefined>) {
		this.#batches = batches;
	}

	next(): Promise<IteratorResult<Row, void>> {
		if (this.#at === this.#batch.length) return this.#nextBatch();
		const value = this.#batch[this.#at] as Row;
		this.#at += 1;
		return Promise.resolve({ done: false, value });
	}

	async return(): Promise<IteratorResult<Row, void>> {
		this.#batch = [];
		this.#at = 0;
		await this.#batches.return?.();
		return { done: true, value: undefined };
	}

	async #nextBatch(): Promise<IteratorResult<Row, void>> {
		const { done, value } = await this.#batches.next();
		if (done) return { done, value: undefined };
		this.#batch = value;
		this.#at = 0;
		return this.next();
	}
}
