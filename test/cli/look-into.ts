import { DuckDBInstance } from "@duckdb/node-api";

/** Runs a statement on a DuckDB file that no other process has open. */
export async function lookInto(path: string, sql: string): Promise<readonly (readonly unknown[])[]> {
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	try {
		return (await connection.runAndReadAll(sql)).getRowsJson();
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}
