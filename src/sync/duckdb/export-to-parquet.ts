import { chmod, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "../../client/client.js";
import { findDestination } from "../../files/destination.js";
import { FileExportError } from "../../files/file-export-error.js";
import type { Job } from "../../job/any-job.js";
import { quoteText } from "../copy/copy-sql.js";
import { loadDriver } from "../copy/missing-driver-error.js";
import { type SyncOutcome, sync } from "../run/sync.js";
import type { SyncOptions } from "../run/sync-options.js";
import { type DuckDbOptions, duckdb } from "./open-duckdb.js";

/** The options for an export to a Parquet file. */
export interface ParquetOptions
	extends DuckDbOptions,
		Pick<SyncOptions, "signal" | "onProgress" | "concurrency" | "invalidCells" | "multiSelectDelimiter"> {
	/** Permissions of the file; `0o600` by default, since it has people's names in it. */
	readonly mode?: number | undefined;
}

/**
 * Exports a job to a Parquet file, through DuckDB, with the package `@duckdb/node-api`. Its columns have the same types
 * as a copy in DuckDB. The file is complete or absent; an interrupted export leaves nothing, and cannot be resumed.
 *
 * @param job - the contents of the file: every page, without `page` or `ics`.
 * @param path - the file, which is replaced if it exists.
 * @throws {@link MissingDriverError}, {@link FileExportError} if nothing can be written there, and what `sync` throws.
 */
export async function exportToParquet(
	zoho: Client,
	job: Job<unknown>,
	path: string,
	{ mode = 0o600, decimals, ...options }: ParquetOptions = {},
): Promise<SyncOutcome> {
	const driver = await loadDriver("@duckdb/node-api", () => import("@duckdb/node-api"));
	const destination = await findDestination(path);
	if (destination.kind === "stream") {
		throw new FileExportError(
			"destination",
			path,
			`${path} is not a regular file, which Parquet needs. Give the name of a file.`,
		);
	}
	// Beside the file, so that it can be moved into place.
	const folder = await mkdtemp(`${destination.path}.partial-`);
	try {
		const instance = await driver.DuckDBInstance.create(join(folder, "export.duckdb"));
		const connection = await instance.connect();
		try {
			const copies = await duckdb(instance, { decimals });
			const outcome = await sync(zoho, job, copies, { ...options, table, deletions: "ignore" });
			const whole = join(folder, "whole.parquet");
			await connection.run(`COPY "${table}" TO ${quoteText(whole)} (FORMAT parquet, COMPRESSION zstd)`);
			await chmod(whole, mode);
			await rename(whole, destination.path);
			return outcome;
		} finally {
			connection.closeSync();
			instance.closeSync();
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const table = "rows";
