import { realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { systemClock } from "../../time/clock.js";
import type { CopyDatabase, OpenCopyOptions } from "../copy/copy-database.js";
import { CopyLockedError } from "../copy/copy-locked-error.js";
import { loadDriver } from "../copy/missing-driver-error.js";
import { DuckDbCopy } from "./duckdb-copy.js";
import { duckdbTypes } from "./duckdb-values.js";
import { lockPause, pageSuffix, SharedFile } from "./shared-file.js";

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
		return copiesIn(join(tmpdir(), "zoho-sync-page-"), locks, async () => ({
			instance: database,
			letGo: () => {},
		}));
	}
	const driver = await loadDriver("@duckdb/node-api", () => import("@duckdb/node-api"));
	const path = await settledPath(database);
	const file = fileAt(path, () => driver.DuckDBInstance.create(path));
	return copiesIn(`${path}${pageSuffix}`, file.locks, async (options) => ({
		instance: await file.acquire(options),
		letGo: () => file.release(),
	}));

	function copiesIn(
		pagePath: string,
		locks: Set<string>,
		acquire: (options: OpenCopyOptions) => Promise<Held>,
	): CopyDatabase {
		return {
			open: async (name, options) => {
				const release = await lock(locks, name, options);
				try {
					const { instance, letGo } = await acquire(options);
					try {
						const connection = await connect(instance, options);
						const close = async (): Promise<void> => {
							connection.closeSync();
							letGo();
							release();
						};
						return new DuckDbCopy({ name, connection, types, listDelimiter: options.listDelimiter, pagePath, close });
					} catch (error) {
						letGo();
						throw error;
					}
				} catch (error) {
					release();
					throw error;
				}
			},
			close: async () => {},
		};
	}
}

/** An instance, and what ends its use. */
interface Held {
	readonly instance: Pick<DuckDBInstance, "connect">;
	readonly letGo: () => void;
}

async function connect(
	instance: Pick<DuckDBInstance, "connect">,
	{ signal }: OpenCopyOptions,
): Promise<DuckDBConnection> {
	const connection = await instance.connect();
	if (!signal?.aborted) return connection;
	connection.closeSync();
	throw signal.reason;
}

/** Each file is opened once per process. */
const files = new Map<string, SharedFile>();
const lockedTables = new WeakMap<object, Set<string>>();

function locksOf(instance: object): Set<string> {
	const locks = lockedTables.get(instance) ?? new Set<string>();
	lockedTables.set(instance, locks);
	return locks;
}

function fileAt(path: string, open: () => Promise<DuckDBInstance>): SharedFile {
	const file = files.get(path) ?? new SharedFile(path, open);
	files.set(path, file);
	return file;
}

async function lock(locks: Set<string>, table: string, { wait, signal }: OpenCopyOptions): Promise<() => void> {
	signal?.throwIfAborted();
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
