import type { CopyColumn } from "./copy-column.js";
import type { CopyChanges, Publication } from "./copy-database.js";
import { CopySchemaError } from "./copy-schema-error.js";

/** Any name, quoted for SQL. */
export function quoteName(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/** Any text, quoted for SQL. */
export function quoteText(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** The differences between the databases. */
export interface SqlNaming {
	/** The name of a table or column that the database accepts: not too long, and without invalid characters. */
	readonly nameOf: (name: string) => string;
	/** The names that would coincide. */
	readonly sameAs: (name: string) => string;
}

/** The table with the state of each copy. */
export const stateTable: string = quoteName("_zoho_sync");

/** Whether an id is in doubt. */
const doubtColumn = quoteName("_zoho_sync_doubted");

/** The prefix of all names that are not the user's. */
const ownPrefix = "_zoho_sync";

/** The statements on one copy that both databases understand. */
export class CopySql {
	/** The table itself. */
	readonly table: string;
	/** The staged rows of a run. */
	readonly rows: string;
	/** The existing ids. */
	readonly ids: string;
	readonly #name: string;
	readonly #naming: SqlNaming;

	constructor(name: string, naming: SqlNaming) {
		this.#name = name;
		this.#naming = naming;
		this.table = quoteName(naming.nameOf(name));
		this.rows = quoteName(naming.nameOf(`_zoho_sync_rows_${name}`));
		this.ids = quoteName(naming.nameOf(`_zoho_sync_ids_${name}`));
	}

	/** A column's name in the table, quoted for SQL. */
	column({ name }: CopyColumn): string {
		return quoteName(this.columnName(name));
	}

	/** A column's name in the table. Names that begin like our own columns get another underscore. */
	columnName(name: string): string {
		return this.#naming.nameOf(name.startsWith(ownPrefix) ? `_${name}` : name);
	}

	/** The names of columns, separated by commas. */
	columns(columns: readonly CopyColumn[], prefix = ""): string {
		return columns.map((column) => prefix + this.column(column)).join(", ");
	}

	/** @throws {@link CopySchemaError} if two columns would have the same name. */
	refuseSameNames(columns: readonly CopyColumn[]): void {
		const seen = new Map<string, string>();
		for (const { name } of columns) {
			const key = this.#naming.sameAs(this.columnName(name));
			const other = seen.get(key);
			if (other !== undefined) {
				const both = `${JSON.stringify(other)} and ${JSON.stringify(name)}`;
				throw new CopySchemaError(
					this.#name,
					`the columns ${both} would have the same name here. Select only one of them.`,
				);
			}
			seen.set(key, name);
		}
	}

	/** Existing ids that are in neither the table nor the staged rows. */
	missing(tableExists: boolean): string {
		return `SELECT "Id" FROM ${this.ids} EXCEPT (${this.#known(tableExists)})`;
	}

	/** Ids in the table or the staged rows that do not exist. */
	suspects(tableExists: boolean): string {
		return `(${this.#known(tableExists)}) EXCEPT SELECT "Id" FROM ${this.ids}`;
	}

	/** Ids that differ: existing or doubtful ones, and suspects if requested. */
	differing(tableExists: boolean, withSuspects: boolean): string {
		const parts = [
			this.missing(tableExists),
			...(tableExists ? [this.#doubted()] : []),
			...(withSuspects ? [this.suspects(tableExists)] : []),
		];
		return parts.map((part) => `(${part})`).join(" UNION ALL ");
	}

	/** Ids in doubt that the table has and no staged row. */
	#doubted(): string {
		const inTable = `SELECT "Id" FROM ${this.ids} WHERE ${doubtColumn} INTERSECT SELECT "Id" FROM ${this.table}`;
		return `(${inTable}) EXCEPT SELECT "Id" FROM ${this.rows}`;
	}

	/** The table of ids. */
	createIds(): string {
		return `CREATE TABLE ${this.ids} ("Id" text, ${doubtColumn} boolean DEFAULT false)`;
	}

	/**
	 * What leaves of the staged rows those that are alive and that the table has not as they are.
	 *
	 * @param compared - the columns that are compared with the table's; `undefined` where the rows take its place.
	 */
	settleStaged({ added, deletions }: Publication, compared: readonly CopyColumn[] | undefined): readonly string[] {
		return [
			...(deletions ? [...this.#settleDoubt(), this.deleteDead(this.rows)] : []),
			...(compared === undefined ? [] : [this.#deleteUnchanged(compared, added)]),
		];
	}

	/** What changes where the staged rows take the place of the table. */
	async countReplaced(tableExists: boolean, count: (select: string) => Promise<number>): Promise<CopyChanges> {
		const staged = await count(`SELECT count(*) FROM ${this.rows}`);
		if (!tableExists) return { inserted: staged, updated: 0, deleted: 0 };
		const updated = await count(`SELECT count(*) FROM ${this.rows} WHERE "Id" IN (SELECT "Id" FROM ${this.table})`);
		const before = await count(`SELECT count(*) FROM ${this.table}`);
		return { inserted: staged - updated, updated, deleted: before - updated };
	}

	/** Takes out of the ids those in doubt that have no staged row. What is left is in doubt no more: this is done once. */
	#settleDoubt(): readonly string[] {
		return [
			`DELETE FROM ${this.ids} WHERE ${doubtColumn} AND NOT EXISTS (SELECT 1 FROM ${this.rows} AS staged WHERE staged."Id" = ${this.ids}."Id")`,
			`UPDATE ${this.ids} SET ${doubtColumn} = false WHERE ${doubtColumn}`,
		];
	}

	#known(tableExists: boolean): string {
		const staged = `SELECT "Id" FROM ${this.rows}`;
		return tableExists ? `SELECT "Id" FROM ${this.table} UNION ${staged}` : staged;
	}

	/** Removes records that do not exist from a table. */
	deleteDead(from: string): string {
		return `DELETE FROM ${from} WHERE NOT EXISTS (SELECT 1 FROM ${this.ids} AS alive WHERE alive."Id" = ${from}."Id")`;
	}

	/** Removes staged rows that the table already has. */
	#deleteUnchanged(columns: readonly CopyColumn[], added: readonly CopyColumn[]): string {
		const isAdded = new Set(added.map(({ name }) => name));
		const same = columns.map((column) => {
			const name = this.column(column);
			return isAdded.has(column.name)
				? `${this.rows}.${name} IS NULL`
				: `${this.rows}.${name} IS NOT DISTINCT FROM ${this.table}.${name}`;
		});
		return `DELETE FROM ${this.rows} USING ${this.table} WHERE ${this.rows}."Id" = ${this.table}."Id" AND ${same.join(" AND ")}`;
	}
}
