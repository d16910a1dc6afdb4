/** Returns the next bytes; `undefined` at the end. */
export type ReadBytes = () => Promise<Uint8Array | undefined>;

/**
 * Inflates one deflated entry as it is read. It requests compressed bytes only while inflated ones are requested, and
 * holds only a few parts of them.
 */
export interface Inflater {
	/**
	 * The next inflated bytes; `undefined` once the compressed data has ended with its last block. Input beyond that is
	 * discarded.
	 *
	 * @throws {@link DamagedResultError} if the data is not deflated, or seems to end in the middle. Not every platform
	 * notices an end between two codes, so checksum and length are still to be checked.
	 */
	read(): Promise<Uint8Array | undefined>;
	/** Frees its resources. */
	close(): void;
}
