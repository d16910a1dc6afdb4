import { randomUUID } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { DamagedResultError, wrongCount } from "../../result/zip/damaged-result-error.js";
import type { CopyColumn, CopyType } from "../copy/copy-column.js";
import type {
	AskedIds,
	CopyChanges,
	CopyTable,
	IdDifferences,
	KeptCopy,
	LoadedPage,
	Publication,
	StageTarget,
} from "../copy/copy-database.js";
import { CopySql, quoteText, stateTable } from "../copy/copy-sql.js";
import type { CsvPage } from "../copy/csv-page.js";
import { countUnfit, explainFailure, type PageFile, selectIds, selectRows, withPageFile } from "./load-page.js";

/** What a copy in DuckDB needs. */
export interface DuckDbCopyParts {
	readonly name: string;
	readonly connection: DuckDBConnection;
	readonly types: Readonly<Record<CopyType, string>>;
	/** The separator between the values of a list in a cell. */
	readonly listDelimiter: string;
	/** The prefix of the files that pages are written to. */
	readonly pagePath: string;
	readonly close: () => Promise<void>;
}

/** DuckDB ignores the case of names. */
const naming = {
	nameOf: (name: string): string => name.replaceAll("\0", "_") || "_",
	sameAs: (name: string): string => name.toLowerCase(),
};

/** A copy in a DuckDB file. */
export class DuckDbCopy implements CopyTable {
	readonly #parts: DuckDbCopyParts;
	readonly #connection: DuckDBConnection;
	readonly #sql: CopySql;

	constructor(parts: DuckDbCopyParts) {
		this.#parts = parts;
		this.#connection = parts.connection;
		this.#sql = new CopySql(parts.name, naming);
	}

	async read(): Promise<KeptCopy> {
		await this.#run(`CREATE TABLE IF NOT EXISTS ${stateTable} (table_name VARCHAR, state VARCHAR)`);
		const kept = `SELECT state FROM ${stateTable} WHERE table_name = ${quoteText(this.#parts.name)}`;
		const [state] = await this.#first(kept);
		return { exists: await this.#exists(), state: typeof state === "string" ? state : undefined };
	}

	async keep(state: string): Promise<void> {
		await this.#keep(state);
	}

	async begin(columns: readonly CopyColumn[], state: string): Promise<void> {
		const { rows, ids } = this.#sql;
		this.#sql.refuseSameNames(columns);
		await this.#transaction(async () => {
			await this.#run(`DROP TABLE IF EXISTS ${rows}`);
			await this.#run(`DROP TABLE IF EXISTS ${ids}`);
			await this.#run(`CREATE TABLE ${rows} (${columns.map((column) => this.#define(column)).join(", ")})`);
			await this.#run(this.#sql.createIds());
			await this.#keep(state);
		});
	}

	async widen(columns: readonly CopyColumn[], state: string): Promise<void> {
		await this.#transaction(async () => {
			for (const column of columns) {
				await this.#run(`ALTER TABLE ${this.#sql.rows} ADD COLUMN ${this.#define(column)}`);
			}
			await this.#keep(state);
		});
	}

	async stage(page: CsvPage, into: StageTarget, state: (loaded: LoadedPage) => string): Promise<LoadedPage> {
		return withPageFile(page, `${this.#parts.pagePath}${randomUUID()}.csv`, async (file) => {
			const { types } = this.#parts;
			try {
				const invalidCells =
					into.rows && page.invalidCells === "null" ? await countUnfit(this.#connection, file, types) : 0;
				return await this.#transaction(async () => {
					const loaded = { rows: await this.#load(file, into), invalidCells };
					await this.#keep(state(loaded));
					return loaded;
				});
			} catch (error) {
				throw await explainFailure(this.#connection, file, types, error);
			}
		});
	}

	async #load(file: PageFile, into: StageTarget): Promise<number> {
		const { columns, count } = file.page;
		const { rows, ids } = this.#sql;
		let loaded: number;
		if (into.rows) {
			const [last] = await this.#first(`SELECT coalesce(max(rowid), -1) FROM ${rows}`);
			const select = selectRows(file, this.#parts.types, this.#parts.listDelimiter);
			loaded = await this.#run(`INSERT INTO ${rows} (${this.#sql.columns(columns)}) ${select}`);
			const fresh = `FROM ${rows} WHERE rowid > ${last}`;
			await this.#refuseWithoutId(`SELECT count(*) ${fresh} AND "Id" IS NULL`);
			if (into.ids) await this.#run(`INSERT INTO ${ids} ("Id") SELECT "Id" ${fresh}`);
		} else {
			loaded = await this.#run(`INSERT INTO ${ids} ${selectIds(file, into.doubted)}`);
			await this.#refuseWithoutId(`SELECT count(*) FROM ${ids} WHERE "Id" IS NULL`);
		}
		if (loaded === count) return loaded;
		throw wrongCount(loaded, count);
	}

	async #refuseWithoutId(count: string): Promise<void> {
		const [without] = await this.#first(count);
		if (Number(without) > 0) throw new DamagedResultError(`${without} rows have no id`, { archiveIsWhole: true });
	}

	async compare({ after, limit, suspects: withSuspects }: AskedIds): Promise<IdDifferences> {
		const exists = await this.#exists();
		const [missing, suspects] = [this.#sql.missing(exists), this.#sql.suspects(exists)];
		const asked = this.#sql.differing(exists, withSuspects);
		const list = `SELECT "Id" FROM (${asked}) WHERE "Id" > ${quoteText(after)} ORDER BY "Id" LIMIT ${limit}`;
		const found = await this.#connection.runAndReadAll(list);
		return {
			missing: await this.#count(missing),
			suspects: await this.#count(suspects),
			ids: found.getRows().map(([id]) => String(id)),
		};
	}

	async publish(publication: Publication): Promise<CopyChanges> {
		const exists = await this.#exists();
		const anew = publication.anew || !exists;
		await this.#transaction(() => this.#settleStaged(publication, anew));
		// DuckDB 1.5 cannot replay its log if one transaction deletes rows of a table and renames it.
		return this.#transaction(async () => {
			const changes = anew ? await this.#replace(exists) : await this.#merge(publication);
			await this.#run(`DROP TABLE IF EXISTS ${this.#sql.ids}`);
			await this.#keep(publication.state(changes));
			return changes;
		});
	}

	async close(): Promise<void> {
		await this.#parts.close();
	}

	/** Leaves one row per record, the last one, of those that exist and differ from the table. */
	async #settleStaged(publication: Publication, anew: boolean): Promise<void> {
		const { rows } = this.#sql;
		if (publication.mayRepeat && (await this.#isRepeated())) {
			await this.#run(`DELETE FROM ${rows} WHERE rowid NOT IN (SELECT max(rowid) FROM ${rows} GROUP BY "Id")`);
		}
		const compared = anew ? undefined : await this.#staged(publication.columns);
		for (const statement of this.#sql.settleStaged(publication, compared)) await this.#run(statement);
	}

	async #isRepeated(): Promise<boolean> {
		const [all, different] = await this.#first(`SELECT count(*), count(DISTINCT "Id") FROM ${this.#sql.rows}`);
		return all !== different;
	}

	async #replace(exists: boolean): Promise<CopyChanges> {
		const { table, rows } = this.#sql;
		const changes = await this.#sql.countReplaced(exists, async (select) => Number((await this.#first(select))[0]));
		if (exists) await this.#run(`DROP TABLE ${table}`);
		await this.#run(`ALTER TABLE ${rows} RENAME TO ${table}`);
		return changes;
	}

	async #merge({ columns, added, deletions }: Publication): Promise<CopyChanges> {
		const { table, rows } = this.#sql;
		for (const column of added) await this.#run(`ALTER TABLE ${table} ADD COLUMN ${this.#define(column)}`);
		const deleted = deletions ? await this.#run(this.#sql.deleteDead(table)) : 0;
		const staged = await this.#staged(columns);
		const gone = columns.filter((column) => !staged.includes(column));
		// Columns that are no longer requested keep the record's values.
		const kept = `temp.main."_zoho_sync_kept"`;
		const keptColumns = [`${table}."Id"`, ...gone.map((column) => `${table}.${this.#sql.column(column)}`)].join(", ");
		await this.#run(
			`CREATE OR REPLACE TEMP TABLE "_zoho_sync_kept" AS SELECT ${keptColumns} FROM ${table} JOIN ${rows} USING ("Id")`,
		);
		const updated = await this.#run(`DELETE FROM ${table} WHERE "Id" IN (SELECT "Id" FROM ${rows})`);
		const values = [
			this.#sql.columns(staged, `${rows}.`),
			...(gone.length === 0 ? [] : [this.#sql.columns(gone, "kept.")]),
		];
		const put = await this.#run(
			`INSERT INTO ${table} (${this.#sql.columns([...staged, ...gone])}) SELECT ${values.join(", ")} ` +
				`FROM ${rows} LEFT JOIN ${kept} AS kept ON kept."Id" = ${rows}."Id"`,
		);
		// A connection that is kept would hold them in memory until the next run.
		await this.#run(`DROP TABLE ${kept}`);
		await this.#run(`DROP TABLE ${rows}`);
		return { inserted: put - updated, updated, deleted };
	}

	/** The columns that the staged rows have. */
	async #staged(columns: readonly CopyColumn[]): Promise<readonly CopyColumn[]> {
		const described = await this.#connection.runAndReadAll(`SELECT * FROM ${this.#sql.rows} LIMIT 0`);
		const names = new Set(described.columnNames().map(naming.sameAs));
		return columns.filter(({ name }) => names.has(naming.sameAs(this.#sql.columnName(name))));
	}

	#define(column: CopyColumn): string {
		return `${this.#sql.column(column)} ${this.#parts.types[column.type]}`;
	}

	async #exists(): Promise<boolean> {
		const name = quoteText(naming.sameAs(naming.nameOf(this.#parts.name)));
		const [found] = await this.#first(
			`SELECT count(*) FROM duckdb_tables() WHERE NOT temporary AND schema_name = current_schema() AND database_name = current_database() AND lower(table_name) = ${name}`,
		);
		return Number(found) > 0;
	}

	async #count(select: string): Promise<number> {
		return Number((await this.#first(`SELECT count(*) FROM (${select})`))[0]);
	}

	async #keep(state: string): Promise<void> {
		const name = quoteText(this.#parts.name);
		const known = await this.#run(`UPDATE ${stateTable} SET state = ${quoteText(state)} WHERE table_name = ${name}`);
		if (known === 0) await this.#run(`INSERT INTO ${stateTable} VALUES (${name}, ${quoteText(state)})`);
	}

	async #first(select: string): Promise<readonly unknown[]> {
		return (await this.#connection.runAndReadAll(select)).getRows()[0] ?? [];
	}

	async #run(statement: string): Promise<number> {
		return (await this.#connection.run(statement)).rowsChanged;
	}

	async #transaction<Result>(work: () => Promise<Result>): Promise<Result> {
		await this.#run("BEGIN TRANSACTION");
		try {
			const result = await work();
			await this.#run("COMMIT");
			return result;
		} catch (error) {
			await this.#run("ROLLBACK").catch(() => {});
			throw error;
		}
	}
}
