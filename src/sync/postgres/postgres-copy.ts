import { DamagedResultError, wrongCount } from "../../result/zip/damaged-result-error.js";
import type { CopyColumn } from "../copy/copy-column.js";
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
import { CopySchemaError } from "../copy/copy-schema-error.js";
import { CopySql, quoteName, quoteText, stateTable } from "../copy/copy-sql.js";
import type { CsvPage } from "../copy/csv-page.js";
import { copyFrom, isUnfitCell, loadFitting, unreadableTexts } from "./load-cells.js";
import { postgresNaming, postgresTypes } from "./postgres-names.js";
import { isServerError, type PostgresSession } from "./postgres-session.js";

/** The page that a staged row came with: a later page has the later state of a record. */
const pageColumn = quoteName("_zoho_sync_page");

/** A copy in PostgreSQL. */
export class PostgresCopy implements CopyTable {
	readonly #name: string;
	readonly #session: PostgresSession;
	readonly #sql: CopySql;
	readonly #listDelimiter: string;

	constructor(name: string, session: PostgresSession, listDelimiter: string) {
		this.#listDelimiter = listDelimiter;
		this.#name = name;
		this.#session = session;
		this.#sql = new CopySql(name, postgresNaming);
	}

	async read(): Promise<KeptCopy> {
		await this.#session.transaction(async () => {
			// Two sessions that create the same table at once conflict, even with IF NOT EXISTS.
			await this.#session.run("SELECT pg_advisory_xact_lock(hashtextextended('zoho-bulk-read', 0))");
			await this.#session.run(
				`CREATE TABLE IF NOT EXISTS ${stateTable} (table_name text PRIMARY KEY, state text NOT NULL)`,
			);
		});
		const [state] = await this.#session.first(`SELECT state FROM ${stateTable} WHERE table_name = $1`, [this.#name]);
		return { exists: await this.#exists(), state: typeof state === "string" ? state : undefined };
	}

	async keep(state: string): Promise<void> {
		const put = `INSERT INTO ${stateTable} VALUES ($1, $2) ON CONFLICT (table_name) DO UPDATE SET state = excluded.state`;
		await this.#session.run(put, [this.#name, state]);
	}

	async begin(columns: readonly CopyColumn[], state: string): Promise<void> {
		const { rows, ids } = this.#sql;
		this.#sql.refuseSameNames(columns);
		await this.#session.transaction(async () => {
			await this.#session.run(`DROP TABLE IF EXISTS ${rows}, ${ids}`);
			const raw = columns.filter(isList).map((column) => `${this.#raw(column)} text`);
			const defined = [...columns.map((column) => this.#defineStaged(column)), ...raw];
			await this.#session.run(
				`CREATE TABLE ${rows} (${defined.join(", ")}, ${pageColumn} bigint DEFAULT txid_current())`,
			);
			await this.#session.run(this.#sql.createIds());
			await this.keep(state);
		});
	}

	async widen(columns: readonly CopyColumn[], state: string): Promise<void> {
		await this.#session.transaction(async () => {
			for (const column of columns) {
				if (isList(column))
					await this.#session.run(`ALTER TABLE ${this.#sql.rows} ADD COLUMN ${this.#raw(column)} text`);
				await this.#session.run(`ALTER TABLE ${this.#sql.rows} ADD COLUMN ${this.#defineStaged(column)}`);
			}
			await this.keep(state);
		});
	}

	async stage(page: CsvPage, into: StageTarget, state: (loaded: LoadedPage) => string): Promise<LoadedPage> {
		const load = (cellByCell: boolean): Promise<LoadedPage> =>
			this.#session.transaction(async () => {
				const loaded = into.rows
					? await this.#loadRows(page, into.ids, cellByCell)
					: await this.#loadIds(page, into.doubted);
				await this.keep(state(loaded));
				return loaded;
			});
		try {
			return await load(false);
		} catch (error) {
			if (!isUnfitCell(error)) throw error;
			if (into.rows) return load(true);
			throw unreadableTexts(error);
		}
	}

	async #loadRows(page: CsvPage, withIds: boolean, cellByCell: boolean): Promise<LoadedPage> {
		const { rows, ids } = this.#sql;
		const targets = page.columns.map((column) => (isList(column) ? this.#raw(column) : this.#sql.column(column)));
		let invalidCells = 0;
		if (cellByCell) invalidCells = await loadFitting(this.#session, page, rows, targets);
		else await this.#session.copyIn(copyFrom(rows, targets), page.csv());
		const fresh = `FROM ${rows} WHERE ${pageColumn} = txid_current()`;
		const loaded = await this.#check(page, `SELECT count(*), count("Id") ${fresh}`);
		if (withIds) await this.#session.run(`INSERT INTO ${ids} ("Id") SELECT "Id" ${fresh}`);
		return { rows: loaded, invalidCells };
	}

	async #loadIds(page: CsvPage, doubted: StageTarget["doubted"]): Promise<LoadedPage> {
		const columns = page.columns.map((column) => this.#sql.column(column));
		const defined = columns.map((name) => `${name} text`).join(", ");
		await this.#session.run(`CREATE TEMP TABLE zoho_sync_page (${defined}) ON COMMIT DROP`);
		await this.#session.copyIn(copyFrom("pg_temp.zoho_sync_page", columns), page.csv());
		const rows = await this.#check(page, `SELECT count(*), count("Id") FROM pg_temp.zoho_sync_page`);
		const isDoubted = this.#isDoubted(doubted);
		await this.#session.run(`INSERT INTO ${this.#sql.ids} SELECT "Id", ${isDoubted} FROM pg_temp.zoho_sync_page`);
		return { rows, invalidCells: 0 };
	}

	#isDoubted(doubted: StageTarget["doubted"]): string {
		if (doubted === undefined || doubted === "all") return String(doubted === "all");
		const cell = this.#sql.column(doubted.column);
		return `CASE WHEN ${cell} ~ '^\\d{4}-' THEN ${cell}::timestamptz >= ${quoteText(doubted.since)}::timestamptz ELSE false END`;
	}

	async #check({ count }: CsvPage, select: string): Promise<number> {
		const [rows, withId] = (await this.#session.first(select)).map(Number);
		if (rows !== count) throw wrongCount(rows, count);
		if (rows !== withId) throw new DamagedResultError("there are rows without an id", { archiveIsWhole: true });
		return rows;
	}

	async compare({ after, limit, suspects: withSuspects }: AskedIds): Promise<IdDifferences> {
		const exists = await this.#exists();
		await this.#analyze();
		const [missing, suspects] = [this.#sql.missing(exists), this.#sql.suspects(exists)];
		const asked = this.#sql.differing(exists, withSuspects);
		const { rows } = await this.#session.run(
			`SELECT "Id" FROM (${asked}) AS asked WHERE "Id" COLLATE "C" > $1 ORDER BY "Id" COLLATE "C" LIMIT ${limit}`,
			[after],
		);
		return {
			missing: await this.#count(missing),
			suspects: await this.#count(suspects),
			ids: rows.map(([id]) => String(id)),
		};
	}

	async publish(publication: Publication): Promise<CopyChanges> {
		return this.#session.transaction(async () => {
			const exists = await this.#exists();
			const anew = publication.anew || !exists;
			if (!anew) await this.#analyze();
			await this.#settleStaged(publication, anew);
			const changes = anew ? await this.#replace(exists, publication.columns) : await this.#merge(publication);
			await this.#session.run(`DROP TABLE ${this.#sql.ids}`);
			await this.keep(publication.state(changes));
			return changes;
		});
	}

	async close(): Promise<void> {
		await this.#session.close();
	}

	/** Leaves one row per record, the last one, of those that exist and differ from the table. */
	async #settleStaged(publication: Publication, anew: boolean): Promise<void> {
		const { rows } = this.#sql;
		if (publication.mayRepeat && (await this.#isRepeated())) {
			const ranked = `SELECT ctid AS place, row_number() OVER (PARTITION BY "Id" ORDER BY ${pageColumn} DESC, ctid DESC) AS rank FROM ${rows}`;
			await this.#session.run(
				`DELETE FROM ${rows} USING (${ranked}) AS ranked WHERE ${rows}.ctid = place AND rank > 1`,
			);
		}
		const compared = anew ? undefined : await this.#staged(publication.columns);
		for (const statement of this.#sql.settleStaged(publication, compared)) await this.#session.run(statement);
	}

	async #isRepeated(): Promise<boolean> {
		const counts = `SELECT count(*), count(DISTINCT "Id" COLLATE "C") FROM ${this.#sql.rows}`;
		const [all, different] = await this.#session.first(counts);
		return all !== different;
	}

	async #replace(exists: boolean, columns: readonly CopyColumn[]): Promise<CopyChanges> {
		const { table, rows } = this.#sql;
		const changes = await this.#sql.countReplaced(exists, async (select) =>
			Number((await this.#session.first(select))[0]),
		);
		if (exists) await this.#drop(table);
		for (const column of columns.filter(isList)) {
			await this.#session.run(`ALTER TABLE ${rows} ALTER COLUMN ${this.#sql.column(column)} DROP EXPRESSION`);
			await this.#session.run(`ALTER TABLE ${rows} DROP COLUMN ${this.#raw(column)}`);
		}
		await this.#session.run(`ALTER TABLE ${rows} DROP COLUMN ${pageColumn}`);
		await this.#session.run(`ALTER TABLE ${rows} RENAME TO ${table}`);
		await this.#session.run(`ALTER TABLE ${table} ADD PRIMARY KEY ("Id")`);
		return changes;
	}

	async #drop(table: string): Promise<void> {
		try {
			await this.#session.run(`DROP TABLE ${table}`);
		} catch (error) {
			if (!isServerError(error) || error.code !== "2BP01") throw error;
			throw new CopySchemaError(
				this.#name,
				`other objects, such as views, depend on the table. Drop them first. ${error.message}`,
			);
		}
	}

	async #merge({ columns, added, deletions }: Publication): Promise<CopyChanges> {
		const { table, rows } = this.#sql;
		const run = async (statement: string): Promise<number> => (await this.#session.run(statement)).count;
		for (const column of added) {
			await run(`ALTER TABLE ${table} ADD COLUMN ${this.#sql.column(column)} ${postgresTypes[column.type]}`);
		}
		const deleted = deletions ? await run(this.#sql.deleteDead(table)) : 0;
		const staged = await this.#staged(columns);
		const [names, values] = [this.#sql.columns(staged), this.#sql.columns(staged, `${rows}.`)];
		const updated = await run(
			`UPDATE ${table} SET (${names}) = ROW(${values}) FROM ${rows} WHERE ${rows}."Id" = ${table}."Id"`,
		);
		const isKnown = `SELECT 1 FROM ${table} AS known WHERE known."Id" = ${rows}."Id"`;
		const inserted = await run(
			`INSERT INTO ${table} (${names}) SELECT ${values} FROM ${rows} WHERE NOT EXISTS (${isKnown})`,
		);
		await run(`DROP TABLE ${rows}`);
		return { inserted, updated, deleted };
	}

	/** The columns that the staged rows have. */
	async #staged(columns: readonly CopyColumn[]): Promise<readonly CopyColumn[]> {
		const { rows } = await this.#session.run(
			`SELECT attname FROM pg_attribute WHERE attrelid = ${quoteText(this.#sql.rows)}::regclass AND attnum > 0 AND NOT attisdropped`,
		);
		const names = new Set(rows.map(([name]) => name));
		return columns.filter(({ name }) => names.has(this.#sql.columnName(name)));
	}

	/** New rows have no statistics yet, without which a query may take hours. */
	async #analyze(): Promise<void> {
		await this.#session.run(`ANALYZE ${this.#sql.rows} ("Id")`);
		await this.#session.run(`ANALYZE ${this.#sql.ids} ("Id")`);
	}

	/** A list comes as one text, which the database splits when the row is loaded. */
	#defineStaged(column: CopyColumn): string {
		const defined = `${this.#sql.column(column)} ${postgresTypes[column.type]}`;
		return isList(column)
			? `${defined} GENERATED ALWAYS AS (${split(this.#raw(column), this.#listDelimiter)}) STORED`
			: defined;
	}

	#raw({ name }: CopyColumn): string {
		return quoteName(postgresNaming.nameOf(`_zoho_sync_list_${name}`));
	}

	async #exists(): Promise<boolean> {
		const named =
			"SELECT count(*) FROM pg_class JOIN pg_namespace AS named ON named.oid = relnamespace WHERE nspname = current_schema() AND relname = $1";
		const [found] = await this.#session.first(named, [postgresNaming.nameOf(this.#name)]);
		return Number(found) > 0;
	}

	async #count(select: string): Promise<number> {
		return Number((await this.#session.first(`SELECT count(*) FROM (${select}) AS counted`))[0]);
	}
}

const isList = ({ type }: CopyColumn): boolean => type === "list";

function split(raw: string, delimiter: string): string {
	return `string_to_array(${raw}, ${quoteText(delimiter)})`;
}
