import { DamagedResultError } from "./damaged-result-error.js";
import { type UnzipOptions, unzip } from "./unzip.js";

/**
 * The CSV or the calendar of a result as one text. For more than some 500 MB, which no engine can hold, use
 * {@link readTextParts}.
 *
 * @throws {@link DamagedResultError} if the file is incomplete.
 */
export async function readText(zip: ReadableStream<Uint8Array>, options: UnzipOptions = {}): Promise<string> {
	const parts: string[] = [];
	for await (const part of readTextParts(zip, options)) parts.push(part);
	return parts.join("");
}

/**
 * The CSV or the calendar of a result as text, part by part while it is downloaded. What it gives is reliable only once
 * it has ended without an error; leaving the loop early cancels the download.
 *
 * @throws {@link DamagedResultError} while it is read, if the file is incomplete.
 */
export async function* readTextParts(
	zip: ReadableStream<Uint8Array>,
	options: UnzipOptions = {},
): AsyncGenerator<string, void, undefined> {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	for await (const part of unzip(zip, options)) {
		const decoded = decode(() => decoder.decode(part, { stream: true }));
		if (decoded !== "") yield decoded;
	}
	// Nothing is left to give, unless a character was cut.
	decode(() => decoder.decode());
}

function decode(read: () => string): string {
	try {
		return read();
	} catch {
		throw new DamagedResultError("its text is not UTF-8");
	}
}
