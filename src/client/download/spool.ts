/** Keeps a file that was downloaded until it was read. It may be written once, and read once afterwards. */
export interface Spool {
	write(part: Uint8Array): Promise<void>;
	/** What was written, from its start. */
	read(): ReadableStream<Uint8Array>;
	/** Forgets what was written. */
	close(): Promise<void>;
}
