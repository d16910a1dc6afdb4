/** Keeps a downloaded file until it has been read. It can be written once, and then read once. */
export interface Spool {
	write(part: Uint8Array): Promise<void>;
	/** What was written, from its start. */
	read(): ReadableStream<Uint8Array>;
	/** Discards what was written. */
	close(): Promise<void>;
}
