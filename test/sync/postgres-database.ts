import { randomUUID } from "node:crypto";
import driver from "postgres";
import { type PostgresOptions, postgres } from "zoho-bulk-read/sync/postgres";
import type { PostgresServer } from "./start-postgres.js";
import { type SqlDatabase, sqlDatabase } from "./test-database.js";

/** Opens copies in a new schema. */
export async function postgresDatabase(
	{ url, socket: path }: PostgresServer,
	options: PostgresOptions = {},
): Promise<SqlDatabase> {
	const schema = `test "${randomUUID()}"`;
	const quoted = `"${schema.replaceAll('"', '""')}"`;
	const query: SqlDatabase["query"] = async (sql) => {
		const client = driver(url, { path, max: 1, onnotice: () => {}, types: plainTypes });
		try {
			await client.unsafe(`SET search_path TO ${quoted}`);
			return [...(await client.unsafe(sql))];
		} finally {
			await client.end();
		}
	};
	await query(`CREATE SCHEMA ${quoted}`);
	const named = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1";
	return sqlDatabase(await postgres(url, { schema, connection: { path }, ...options }), query, named);
}

/** Numbers as numbers, though they may be long, and days as they are written. */
const plainTypes = {
	numbers: { to: 1700, from: [20, 1700], serialize: String, parse: Number },
	days: { to: 1082, from: [1082], serialize: String, parse: String },
};
