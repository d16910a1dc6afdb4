import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DuckDBInstance } from "@duckdb/node-api";
import { systemClock } from "../../time/clock.js";
import type { OpenCopyOptions } from "../copy/copy-database.js";
import { CopyLockedError } from "../copy/copy-locked-error.js";

/** Pages are stored beside the file while they are loaded. */
export const pageSuffix = ".page-";

/** How often to check a lock again, in milliseconds. */
export const lockPause = 500;

/** A file of this process: open while a copy in it is. Opening it again would take the lock from the first. */
export class SharedFile {
	readonly #path: string;
	readonly #open: () => Promise<DuckDBInstance>;
	/** How many have the file open, or wait until it is. */
	#users = 0;
	#opening: Promise<DuckDBInstance> | undefined;
	#instance: DuckDBInstance | undefined;
	/** The tables that are in use. */
	readonly locks: Set<string> = new Set();

	constructor(path: string, open: () => Promise<DuckDBInstance>) {
		this.#path = path;
		this.#open = open;
	}

	/**
	 * Opens the file, or waits until another process lets go of it. If it rejects, it holds nothing: opening cannot be
	 * interrupted, so the file is closed again when it is open.
	 *
	 * @throws {@link CopyLockedError}, the signal's reason, and what DuckDB throws.
	 */
	async acquire({ wait, signal }: OpenCopyOptions): Promise<DuckDBInstance> {
		for (;;) {
			signal?.throwIfAborted();
			try {
				return await this.#use(signal);
			} catch (error) {
				if (!(error instanceof Error) || !error.message.includes("Could not set lock on file")) throw error;
				const holder = /\(PID (\d+)\)/.exec(error.message)?.[1];
				if (!wait) throw new CopyLockedError(this.#path, holder === undefined ? undefined : `process ${holder}`);
				await systemClock.sleep(lockPause, signal);
			}
		}
	}

	async #use(signal: AbortSignal | undefined): Promise<DuckDBInstance> {
		this.#users++;
		this.#opening ??= this.#start();
		const opening = this.#opening;
		try {
			this.#instance = await opening;
		} catch (error) {
			this.#users--;
			if (this.#opening === opening) this.#opening = undefined;
			throw error;
		}
		if (!signal?.aborted) return this.#instance;
		this.release();
		throw signal.reason;
	}

	async #start(): Promise<DuckDBInstance> {
		const instance = await this.#open();
		try {
			await removeLeftPages(this.#path);
			return instance;
		} catch (error) {
			instance.closeSync();
			throw error;
		}
	}

	/** Lets go of the file, which is closed at once after the last who does: it may be opened again right then. */
	release(): void {
		this.#users--;
		if (this.#users > 0) return;
		const instance = this.#instance;
		this.#opening = undefined;
		this.#instance = undefined;
		instance?.closeSync();
	}
}

/** Leftovers of a run that was killed while it loaded a page. */
async function removeLeftPages(path: string): Promise<void> {
	const prefix = basename(path) + pageSuffix;
	for (const name of await readdir(dirname(path))) {
		if (name.startsWith(prefix) && name.endsWith(".csv")) await rm(join(dirname(path), name), { force: true });
	}
}
