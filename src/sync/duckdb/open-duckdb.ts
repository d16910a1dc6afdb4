import { readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { systemClock } from "../../time/clock.js";
import type { CopyDatabase, CopyTable, OpenCopyOptions } from "../copy/copy-database.js";
import { CopyLockedError } from "../copy/copy-locked-error.js";
import { loadDriver } from "../copy/missing-driver-error.js";
import { DuckDbCopy } from "./duckdb-copy.js";
import { duckdbTypes } from "./duckdb-values.js";

/** The options for copies in DuckDB. */
export interface DuckDbOptions {
	/**
	 * The type of decimal numbers: `"double"`, or `"exact"` for `DECIMAL(28, 9)`, which loads four times slower. By
	 * default `"double"`. Applies to tables that are created from now on.
	 */
	readonly decimals?: "double" | "exact" | undefined;
}

/**
 * Keeps copies in a DuckDB file, with the package `@duckdb/node-api`. The file is only open during a run: DuckDB lets
 * nobody else read a file that is being written.
 *
 * @param database - the path of the file, which is created if necessary; or an instance that is already open.
 * @throws {@link MissingDriverError} if `@duckdb/node-api` is not installed.
 * @example
 * ```ts
 * const outcome = await sync(zoho, bulkRead(Contacts).select("Last_Name", "Email"), await duckdb("crm.duckdb"));
 * ```
 */
export async function duckdb(
	database: string | Pick<DuckDBInstance, "connect">,
	{ decimals = "double" }: DuckDbOptions = {},
): Promise<CopyDatabase> {
	const types = duckdbTypes(decimals);
	if (typeof database !== "string") {
		const locks = locksOf(database);
		return {
			open: async (name, options) => {
				const release = await lock(locks, name, options);
				const connection = await database.connect();
				return copyIn(name, options, connection, join(tmpdir(), "zoho-sync-page-"), async () => release());
			},
			close: async () => {},
		};
	}
	const driver = await loadDriver("@duckdb/node-api", () => import("@duckdb/node-api"));
	const path = await settledPath(database);
	const file = fileAt(path, () => driver.DuckDBInstance.create(path));
	return {
		open: async (name, options) => {
			const release = await lock(file.locks, name, options);
			try {
				const instance = await file.acquire(options);
				const connection = await instance.connect();
				return copyIn(name, options, connection, `${path}${pageSuffix}`, async () => {
					await file.release();
					release();
				});
			} catch (error) {
				release();
				throw error;
			}
		},
		close: async () => {},
	};

	function copyIn(
		name: string,
		{ listDelimiter }: OpenCopyOptions,
		connection: DuckDBConnection,
		pagePath: string,
		release: () => Promise<void>,
	): CopyTable {
		return new DuckDbCopy({
			name,
			connection,
			types,
			listDelimiter,
			pagePath,
			close: async () => {
				connection.closeSync();
				await release();
			},
		});
	}
}

/** Pages are stored beside the file while they are loaded. */
const pageSuffix = ".page-";

/** How often to check a lock again, in milliseconds. */
const lockPause = 500;

/** A file of this process: open while a copy in it is. */
interface SharedFile {
	readonly locks: Set<string>;
	acquire(options: OpenCopyOptions): Promise<DuckDBInstance>;
	release(): Promise<void>;
}

/** Each file is opened once per process: opening it again would take the lock from the first. */
const files = new Map<string, SharedFile>();
const lockedTables = new WeakMap<object, Set<string>>();

function locksOf(instance: object): Set<string> {
	const locks = lockedTables.get(instance) ?? new Set<string>();
	lockedTables.set(instance, locks);
	return locks;
}

function fileAt(path: string, open: () => Promise<DuckDBInstance>): SharedFile {
	const known = files.get(path);
	if (known !== undefined) return known;
	let users = 0;
	let opened: Promise<DuckDBInstance> | undefined;
	const file: SharedFile = {
		locks: new Set(),
		acquire: async (options) => {
			users++;
			try {
				opened ??= openWhenFree(path, open, options);
				return await opened;
			} catch (error) {
				users--;
				opened = undefined;
				throw error;
			}
		},
		release: async () => {
			users--;
			if (users > 0) return;
			const closing = opened;
			opened = undefined;
			(await closing)?.closeSync();
		},
	};
	files.set(path, file);
	return file;
}

async function openWhenFree(
	path: string,
	open: () => Promise<DuckDBInstance>,
	{ wait, signal }: OpenCopyOptions,
): Promise<DuckDBInstance> {
	for (;;) {
		try {
			const instance = await open();
			await removeLeftPages(path);
			return instance;
		} catch (error) {
			if (!(error instanceof Error) || !error.message.includes("Could not set lock on file")) throw error;
			const holder = /\(PID (\d+)\)/.exec(error.message)?.[1];
			if (!wait) throw new CopyLockedError(path, holder === undefined ? undefined : `process ${holder}`);
			await systemClock.sleep(lockPause, signal);
		}
	}
}

/** Leftovers of a run that was killed while it loaded a page. */
async function removeLeftPages(path: string): Promise<void> {
	const prefix = basename(path) + pageSuffix;
	for (const name of await readdir(dirname(path))) {
		if (name.startsWith(prefix) && name.endsWith(".csv")) await rm(join(dirname(path), name), { force: true });
	}
}

async function lock(locks: Set<string>, table: string, { wait, signal }: OpenCopyOptions): Promise<() => void> {
	while (locks.has(table)) {
		if (!wait) throw new CopyLockedError(table, "in this process");
		await systemClock.sleep(lockPause, signal);
	}
	locks.add(table);
	return () => locks.delete(table);
}

/** The file's canonical path, even if links lead to it. */
async function settledPath(path: string): Promise<string> {
	const absolute = resolve(path);
	const folder = await realpath(dirname(absolute));
	return realpath(absolute).catch(() => join(folder, basename(absolute)));
}
