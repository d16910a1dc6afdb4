/** The only file of an archive, part by part. It can be read once. */
export interface ZipEntry extends AsyncIterable<Uint8Array> {
	/** The file's name, once a part was requested: it says whether it is a table (`.csv`) or a calendar (`.ics`). */
	readonly name: string | undefined;
	/** How many bytes of the archive have been read. */
	readonly bytesRead: number;
	/** The bytes, as they arrive; leaving early cancels the archive. */
	[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined>;
}
