/** Gives the next bytes of something; `undefined` at its end. */
export type ReadBytes = () => Promise<Uint8Array | undefined>;

/**
 * Inflates one deflated entry as it is read. It asks for compressed bytes only while inflated ones are asked for, and holds
 * no more than a few parts of them.
 */
export interface Inflater {
	/**
	 * The next inflated bytes; `undefined` once the compressed data has ended by its own last block. What was asked for behind
	 * it is thrown away.
	 *
	 * @throws {@link DamagedResultError} where the data is no deflated data, or ends in the middle.
	 */
	read(): Promise<Uint8Array | undefined>;
	/** Frees what it holds. */
	close(): void;
}
