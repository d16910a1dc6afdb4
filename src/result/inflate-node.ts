import { crc32 as zlibCrc32, createInflateRaw } from "node:zlib";
import type { Inflater } from "./inflater.js";

/** Continues a CRC-32 over more bytes. */
export function crc32(bytes: Uint8Array, before: number): number {
	return zlibCrc32(bytes, before);
}

/** An inflater on Node's own zlib. */
export function createInflater(): Inflater {
	const stream = createInflateRaw({ chunkSize: 65_536 });
	let parts: Uint8Array[] = [];
	let failure: Error | undefined;
	let ended = false;
	let wake: (() => void) | undefined;
	stream.on("data", (part: Uint8Array) => parts.push(part));
	stream.on("error", (error) => {
		failure = error;
		wake?.();
	});
	stream.on("end", () => {
		ended = true;
		wake?.();
	});
	return {
		async push(bytes) {
			const before = stream.bytesWritten;
			await new Promise<void>((resolve) => {
				wake = resolve;
				stream.write(bytes, () => resolve());
			});
			if (failure) throw failure;
			const output = parts;
			parts = [];
			return { output, consumed: stream.bytesWritten - before, done: ended };
		},
		close() {
			stream.destroy();
		},
	};
}
