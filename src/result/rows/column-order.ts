/**
 * The order of columns for batches of rows whose keys an object would reorder: JavaScript puts keys that look like
 * integers first. Only such batches are recorded, so others cost nothing.
 */
const orders = new WeakMap<readonly unknown[], readonly string[]>();

/** Records the order of the columns of a batch. */
export function keepColumnOrder(batch: readonly object[], keys: readonly string[]): void {
	orders.set(batch, keys);
}

/** The order of a batch's columns; `undefined` if it is that of the rows' own keys. */
export function columnOrderOf(batch: readonly object[]): readonly string[] | undefined {
	return orders.get(batch);
}

/** The rows of a batch without the first ones; their columns keep their order. */
export function withoutFirst<Row>(batch: readonly Row[], count: number): readonly Row[] {
	const rest = batch.slice(count);
	const keys = orders.get(batch);
	if (keys !== undefined) orders.set(rest, keys);
	return rest;
}
