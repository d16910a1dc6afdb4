import type { Job, Row } from "zoho-bulk-read";
import type { CopyDatabase } from "zoho-bulk-read/sync";
import { momentOf } from "../../src/time/moment.js";

/** A database that a test fills and looks into. */
export interface TestDatabase {
	readonly copies: CopyDatabase;
	/** Runs a statement, as somebody else would who uses the database. */
	query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
	/** The names of its tables. */
	tables(): Promise<readonly string[]>;
}

/** The rows of a table by their ids, with what the databases write differently made the same. */
export async function copied(database: TestDatabase, table: string): Promise<ReadonlyMap<string, PlainRow>> {
	return byId(await database.query(`SELECT * FROM "${table.replaceAll('"', '""')}"`));
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

export type JobRow<Any extends Job<unknown>> = Row<Any>;
