/** Rows that are already written as lines of JSON. */
export interface LineBatch {
	/** The number of rows. */
	readonly length: number;
	/** One line per row, ended by a line feed. */
	readonly bytes: Uint8Array;
}

/** The lines of a batch without the first ones. */
export function withoutFirstLines({ length, bytes }: LineBatch, count: number): LineBatch {
	let at = 0;
	// JSON escapes line feeds, so every one here ends a row.
	for (let row = 0; row < count; row++) at = bytes.indexOf(lineFeed, at) + 1;
	return { length: length - count, bytes: bytes.subarray(at) };
}

const lineFeed = 0x0a;
