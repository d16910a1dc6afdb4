import { watch } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Gives a turn at once, and another with each change: of a file, or else whenever some time has passed. It ends when the
 * signal is aborted.
 *
 * @param file - what is watched, if it is a file. Its folder is: editors and others replace a file by moving a new one there.
 * @param seconds - between two turns where there is no file.
 */
export async function* changesOf(file: string | undefined, seconds: number, signal: AbortSignal): AsyncGenerator<void> {
	try {
		if (file === undefined) {
			for (;;) {
				yield;
				await sleep(seconds * 1_000, undefined, { signal });
			}
		}
		const changes = watch(dirname(file), { signal });
		yield;
		for await (const { filename } of changes) if (filename === basename(file)) yield;
	} catch (error) {
		if (!signal.aborted) throw error;
	}
}
