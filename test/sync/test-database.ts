import type { CopyDatabase } from "zoho-bulk-read/sync";
import { momentOf } from "../../src/time/moment.js";

/** A database that a test can fill and query. */
export interface TestDatabase {
	readonly copies: CopyDatabase;
	/** The rows of a table. */
	rows(table: string): Promise<readonly PlainRow[]>;
	/** The names of its tables, but for the one with the states. */
	tables(): Promise<readonly string[]>;
	/** Makes a table as somebody else would who uses the database. */
	occupy(table: string): Promise<void>;
	/** Drops a table. */
	drop(table: string): Promise<void>;
	/** Replaces a part of the stored states. */
	editStates(from: string, to: string): Promise<void>;
}

/** One that understands SQL. */
export interface SqlDatabase extends TestDatabase {
	/** Runs a statement, as somebody else would who uses the database. */
	query(sql: string): Promise<readonly PlainRow[]>;
}

/** What a test does with a database that understands SQL. */
export function sqlDatabase(copies: CopyDatabase, query: SqlDatabase["query"], named: string): SqlDatabase {
	const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
	return {
		copies,
		query,
		rows: (table) => query(`SELECT * FROM ${quoted(table)}`),
		tables: async () => {
			const names = (await query(named)).flatMap((row) => Object.values(row).map(String));
			return names.filter((name) => name !== "_zoho_sync");
		},
		occupy: async (table) => void (await query(`CREATE TABLE ${quoted(table)} (a integer)`)),
		drop: async (table) => void (await query(`DROP TABLE ${quoted(table)}`)),
		editStates: async (from, to) => {
			await query(`UPDATE "_zoho_sync" SET state = replace(state, '${from}', '${to}')`);
		},
	};
}

/** The rows of a table by their ids, with what the databases write differently made the same. */
export async function copied(database: TestDatabase, table: string): Promise<ReadonlyMap<string, PlainRow>> {
	return byId(await database.rows(table));
}

/** The rows of an export in the same form. */
export async function exported<Row extends object>(rows: AsyncIterable<Row>): Promise<ReadonlyMap<string, PlainRow>> {
	const all: Row[] = [];
	for await (const row of rows) all.push(row);
	return byId(all as unknown as readonly Readonly<Record<string, unknown>>[]);
}

export type PlainRow = Readonly<Record<string, unknown>>;

function byId(rows: readonly PlainRow[]): ReadonlyMap<string, PlainRow> {
	const sorted = [...rows].sort((one, other) => (String(one.Id) < String(other.Id) ? -1 : 1));
	const found = new Map(sorted.map((row) => [String(row.Id), plain(row)]));
	if (found.size !== rows.length) throw new Error("An id appears twice.");
	return found;
}

function plain(row: PlainRow): PlainRow {
	return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
	if (value instanceof Date) return value.getTime();
	if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return momentOf(value);
	return value;
}
