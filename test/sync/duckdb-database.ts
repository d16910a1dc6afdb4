import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { onTestFinished } from "vitest";
import type { CopyDatabase } from "zoho-bulk-read/sync";
import { type DuckDbOptions, duckdb } from "zoho-bulk-read/sync/duckdb";
import { type SqlDatabase, sqlDatabase } from "./test-database.js";

/** A folder that is deleted when the test ends. */
export function testFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "sync-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

/** Copies in a DuckDB file. */
export async function duckdbDatabase(
	options?: DuckDbOptions,
	path = join(testFolder(), "copy.duckdb"),
): Promise<SqlDatabase> {
	return lookingInto(await duckdb(path, options), async (look) => {
		const instance = await DuckDBInstance.create(path);
		const connection = await instance.connect();
		try {
			return await look(connection);
		} finally {
			connection.closeSync();
			instance.closeSync();
		}
	});
}

/** Copies in memory. */
export async function memoryDatabase(instance: DuckDBInstance, options?: DuckDbOptions): Promise<SqlDatabase> {
	const connection = await instance.connect();
	return lookingInto(await duckdb(instance, options), (look) => look(connection));
}

type Rows = Awaited<ReturnType<SqlDatabase["query"]>>;

function lookingInto(
	copies: CopyDatabase,
	connected: (look: (connection: DuckDBConnection) => Promise<Rows>) => Promise<Rows>,
): SqlDatabase {
	const query: SqlDatabase["query"] = (sql) =>
		connected(async (connection) => {
			const result = await connection.runAndReadAll(sql);
			const types = result.columnTypes().map(String);
			const names = result.columnNames();
			return result
				.getRowsJson()
				.map((row) =>
					Object.fromEntries(row.map((value, index) => [names[index] ?? "", plainJson(value, types[index] ?? "")])),
				);
		});
	return sqlDatabase(copies, query, "SELECT table_name FROM duckdb_tables() ORDER BY 1");
}

/** DuckDB's JSON writes large numbers and moments as text. */
function plainJson(value: unknown, type: string): unknown {
	if (value === null) return null;
	if (type === "BIGINT" || type.startsWith("DECIMAL")) return Number(value);
	if (type === "TIMESTAMP WITH TIME ZONE") return Date.parse(String(value).replace(" ", "T").replace(/\+00$/, "Z"));
	return value;
}
