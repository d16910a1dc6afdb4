/** The one file of an archive, part by part. It can be read once. */
export interface ZipEntry extends AsyncIterable<Uint8Array> {
	/** The file's name, once a part was asked for: it tells a table (`.csv`) from a calendar (`.ics`). */
	readonly name: string | undefined;
	/** How many bytes of the archive have been read. */
	readonly bytesRead: number;
	/** The bytes, as they come; leaving early cancels the archive. */
	[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined>;
}
