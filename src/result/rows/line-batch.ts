/** Rows that are written as lines of JSON already. */
export interface LineBatch {
	/** How many rows. */
	readonly length: number;
	/** A line for each, ended by a line feed. */
	readonly bytes: Uint8Array;
}

/** The lines of a batch without the first ones. */
export function withoutFirstLines({ length, bytes }: LineBatch, count: number): LineBatch {
	let at = 0;
	// In JSON a line feed is written as an escape: each that stands there ends a row.
	for (let row = 0; row < count; row++) at = bytes.indexOf(lineFeed, at) + 1;
	return { length: length - count, bytes: bytes.subarray(at) };
}

const lineFeed = 0x0a;
