import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { showGiven } from "../../checks/show-given.js";
import type { LineBatch } from "./line-batch.js";

/**
 * The rows of a result. They arrive in batches, some hundreds at a time; taking them one by one costs no more, since
 * only batches are awaited.
 */
export interface Rows<out Row> extends AsyncIterable<Row> {
	/** The rows in batches, as they arrive. */
	batches(): AsyncIterable<readonly Row[]>;
}

/**
 * Rows from batches of them.
 *
 * @param open - starts to read; called once for each reader.
 * @param openLines - the same, for a reader that only wants lines of JSON.
 */
export function rowsOfBatches<Row>(
	open: () => AsyncIterator<readonly Row[], void, undefined>,
	openLines?: () => AsyncIterator<LineBatch, void, undefined>,
): Rows<Row> {
	const rows: Rows<Row> = {
		batches: () => ({ [Symbol.asyncIterator]: open }),
		[Symbol.asyncIterator]: () => new RowByRow(open()),
	};
	if (openLines !== undefined) lineReaders.set(rows, openLines);
	return rows;
}

/** For rows that are available as lines without an object for each. */
const lineReaders = new WeakMap<Rows<unknown>, () => AsyncIterator<LineBatch, void, undefined>>();

/** The rows as lines of JSON: from the file's bytes if they come from a result. */
export function linesOf(rows: Rows<unknown>): AsyncIterable<LineBatch> {
	const open = lineReaders.get(rows);
	return open === undefined ? writtenRows(rows) : { [Symbol.asyncIterator]: open };
}

async function* writtenRows(rows: Rows<unknown>): AsyncGenerator<LineBatch, void, undefined> {
	const { writeLines } = await import("./write-lines.js");
	// Every row is an object, whatever its type is called.
	for await (const batch of rows.batches() as AsyncIterable<readonly object[]>) {
		yield { length: batch.length, bytes: writeLines(batch) };
	}
}

/**
 * Distinguishes rows that are still to be read from a batch of rows.
 *
 * @throws {@link InvalidOptionError} if this is neither.
 */
export function isRows(given: Rows<object> | readonly object[]): given is Rows<object> {
	if (Array.isArray(given)) {
		const wrong = given.findIndex((row) => typeof row !== "object" || row === null || Array.isArray(row));
		if (wrong < 0) return false;
		throw new InvalidOptionError(`rows[${wrong}]`, `${showGiven(given[wrong])} is not a row.`);
	}
	if (typeof given === "object" && given !== null && "batches" in given) return true;
	throw new InvalidOptionError(
		"rows",
		`${showGiven(given)} is not rows. Give what rows(...) returns, or a list of rows.`,
	);
}

class RowByRow<Row> implements AsyncIterator<Row, void, undefined> {
	readonly #batches: AsyncIterator<readonly Row[], void, undefined>;
	#batch: Iterator<Row, undefined> = noRows();
	#loading: Promise<boolean> | undefined;

	constructor(batches: AsyncIterator<readonly Row[], void, undefined>) {
		this.#batches = batches;
	}

	next(): Promise<IteratorResult<Row, void>> {
		// Of the engine's own results, `Promise.resolve` knows that they have no `then`, and does not look for one.
		const result = this.#batch.next();
		if (!result.done) return Promise.resolve(result);
		this.#loading ??= this.#load();
		return this.#loading.then((more) => (more ? this.next() : { done: true, value: undefined }));
	}

	async return(): Promise<IteratorResult<Row, void>> {
		this.#batch = noRows();
		await this.#batches.return?.();
		return { done: true, value: undefined };
	}

	/** Whoever asks while a batch is under way waits for the same one. */
	async #load(): Promise<boolean> {
		this.#batch = noRows();
		try {
			const { done, value } = await this.#batches.next();
			if (value !== undefined) this.#batch = value.values();
			return done !== true;
		} finally {
			this.#loading = undefined;
		}
	}
}

function noRows(): Iterator<never, undefined> {
	return [].values();
}
