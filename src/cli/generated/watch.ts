import { watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { untilAborted } from "../../time/until-aborted.js";

/**
 * Yields at once, and again after each change of a file, or else at intervals. Ends when the signal is aborted.
 *
 * @param file - the file to watch, if any.
 * @param seconds - between two turns without a file.
 */
export async function* changesOf(file: string | undefined, seconds: number, signal: AbortSignal): AsyncGenerator<void> {
	const change = file === undefined ? undefined : new FileChange(file, signal);
	try {
		for (;;) {
			yield;
			if (change === undefined) await sleep(seconds * 1_000, undefined, { signal });
			else await change.next();
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	}
}

/** Programs write a file in several steps: changes in quick succession count as one. */
const settleTime = 50;

/** Reports the changes of a file, including those that come while nobody waits. */
class FileChange {
	readonly #signal: AbortSignal;
	#tell: () => void = () => {};
	#change: Promise<unknown> = this.#nextChange();

	constructor(file: string, signal: AbortSignal) {
		this.#signal = signal;
		// Its folder is watched, because editors and other programs replace a file by moving a new one into place.
		const watcher = watch(dirname(resolve(file)), { signal });
		watcher.on("change", (_kind, name) => {
			if (name === basename(file)) this.#tell();
		});
	}

	/** Waits for the next change. */
	async next(): Promise<void> {
		await untilAborted(this.#change, this.#signal);
		await sleep(settleTime, undefined, { signal: this.#signal });
		this.#change = this.#nextChange();
	}

	#nextChange(): Promise<unknown> {
		return new Promise((resolve) => {
			this.#tell = () => resolve(undefined);
		});
	}
}
