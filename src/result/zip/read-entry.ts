import { DamagedResultError } from "./damaged-result-error.js";
import type { ZipEntry } from "./zip-entry.js";

/** Processes a file, batch by batch. */
export interface EntryReader<Batch> {
	/** The number of the record being read: the first item is 1. */
	readonly record: number;
	/** Takes the next bytes of the file. */
	push(part: Uint8Array): void;
	/** Called at the file's end. */
	end(): void;
	/** Whether there is anything new since the last time. */
	hasBatch(): boolean;
	/** What is new since the last time. */
	takeBatch(): Batch;
}

/**
 * Processes the file in an archive, batch by batch.
 *
 * If the reader finds a mistake, everything before it is given, and then the archive is read to its end: if that is
 * damaged, so that the file is not Zoho's, the damage is reported instead.
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
			// A batch gets no variable here: that would keep it alive until the next one, and the garbage collector
			// would have to move it.
			if (reader.hasBatch()) yield reader.takeBatch();
		}
	}
	failure ??= failureOf(() => reader.end());
	if (reader.hasBatch()) yield reader.takeBatch();
	if (failure) throw inWholeArchive(failure.error, reader.record);
}

/** The size of one batch: a larger one would not fit the processor's caches. */
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
