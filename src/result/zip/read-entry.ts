import { DamagedResultError } from "./damaged-result-error.js";
import type { ZipEntry } from "./zip-entry.js";

/** What makes something of a file, batch by batch. */
export interface EntryReader<Batch> {
	/** The number of the record that is being read: the first item is 1. */
	readonly record: number;
	/** Takes the next bytes of the file. */
	push(part: Uint8Array): void;
	/** Takes note of the file's end. */
	end(): void;
	/** Whether something was made since the last time. */
	hasBatch(): boolean;
	/** What was made since the last time. */
	takeBatch(): Batch;
}

/**
 * What is made of the file in an archive, batch by batch.
 *
 * Where the reader finds something wrong, what was made before it is given, and then the archive is read to its end: if that
 * is damaged, so that the file is not Zoho's, it is the damage that is reported.
 */
export async function* readEntry<Batch>(
	entry: ZipEntry,
	reader: EntryReader<Batch>,
): AsyncGenerator<Batch, void, undefined> {
	let failure: Failure | undefined;
	for await (const part of entry) {
		for (let at = 0; at < part.byteLength && !failure; at += sliceLength) {
			const slice = part.subarray(at, at + sliceLength);
			failure = failureOf(() => reader.push(slice));
			// A batch is not named here: what has a name is kept until the next, and the garbage collector has to move it about.
			if (reader.hasBatch()) yield reader.takeBatch();
		}
	}
	failure ??= failureOf(() => reader.end());
	if (reader.hasBatch()) yield reader.takeBatch();
	if (failure) throw inWholeArchive(failure.error, reader.record);
}

/** As much as is read into one batch: a larger one leaves the caches of a processor. */
const sliceLength = 65_536;

interface Failure {
	readonly error: unknown;
}

function failureOf(read: () => void): Failure | undefined {
	try {
		read();
		return undefined;
	} catch (error) {
		return { error };
	}
}

function inWholeArchive(error: unknown, record: number): unknown {
	return error instanceof DamagedResultError ? error.at({ record, archiveIsWhole: true }) : error;
}
