import { columnOrderOf } from "./column-order.js";

const encoder = new TextEncoder();

/** A batch of rows as lines of JSON, each with its columns in the order of the file. */
export function writeLines(rows: readonly object[]): Uint8Array {
	const keys = columnOrderOf(rows);
	const write = keys === undefined ? JSON.stringify : inOrder(keys);
	let lines = "";
	for (const row of rows) lines += `${write(row)}\n`;
	return encoder.encode(lines);
}

/** Writes a row in JSON with its keys in an order that an object cannot keep. */
function inOrder(keys: readonly string[]): (row: object) => string {
	const names = keys.map((key) => ({ key, name: `${JSON.stringify(key)}:` }));
	return (row) => {
		const values = new Map(Object.entries(row));
		return `{${names.map(({ key, name }) => name + JSON.stringify(values.get(key))).join(",")}}`;
	};
}
