/** What came of some compressed bytes. */
export interface Inflated {
	readonly output: readonly Uint8Array[];
	/** How many of the bytes belonged to the compressed data; the rest comes after it. */
	readonly consumed: number;
	/** Whether the compressed data has ended. */
	readonly done: boolean;
}

/** Inflates one deflated entry, part by part. */
export interface Inflater {
	push(bytes: Uint8Array): Promise<Inflated>;
	close(): void;
}
