import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import type {
	AskedIds,
	CopyChanges,
	CopyColumn,
	CopyDatabase,
	CopyTable,
	CopyType,
	CsvPage,
	IdDifferences,
	KeptCopy,
	LoadedPage,
	Publication,
	StageTarget,
} from "zoho-bulk-read/sync";
import { CopyCellError, CopyLockedError, CopySchemaError } from "zoho-bulk-read/sync";
import { DamagedResultError, wrongCount } from "../../src/result/zip/damaged-result-error.js";
import { momentOf } from "../../src/time/moment.js";
import type { TestDatabase } from "./test-database.js";

type Row = Readonly<Record<string, unknown>>;

/** What a run has staged: rows in order of arrival, and the ids that exist in the org. */
interface Staged {
	readonly columns: readonly CopyColumn[];
	readonly rows: readonly Row[];
	readonly ids: readonly { readonly id: string; readonly doubted: boolean }[];
}

/** A table's rows by their ids. */
type Rows = ReadonlyMap<string, Row>;

interface Tables {
	readonly rows: Map<string, Rows>;
	readonly staged: Map<string, Staged>;
	readonly states: Map<string, string>;
	/** Who holds a table, and when it is free. */
	readonly locks: Map<string, Promise<void>>;
}

/**
 * Copies in objects: a database like the others, which the same suites prove, for tests of what a run asks for and when. It is a
 * little stricter than they are, where the interface leaves something open.
 */
export function objectDatabase(): TestDatabase {
	const tables: Tables = { rows: new Map(), staged: new Map(), states: new Map(), locks: new Map() };
	const copies: CopyDatabase = {
		open: async (name, { wait, signal, listDelimiter }) => {
			signal?.throwIfAborted();
			for (let held = tables.locks.get(name); held !== undefined; held = tables.locks.get(name)) {
				if (!wait) throw new CopyLockedError(name);
				await Promise.race([held, aborted(signal)]);
			}
			let release = (): void => {};
			tables.locks.set(
				name,
				new Promise((resolve) => {
					release = resolve;
				}),
			);
			return new ObjectCopy(name, tables, listDelimiter, () => {
				tables.locks.delete(name);
				release();
			});
		},
		close: async () => {},
	};
	return {
		copies,
		rows: async (table) => [...(tables.rows.get(table)?.values() ?? missingTable(table))],
		tables: async () => [...tables.rows.keys(), ...[...tables.staged.keys()].map((name) => `staged ${name}`)].sort(),
		occupy: async (table) => void tables.rows.set(table, new Map()),
		drop: async (table) => void tables.rows.delete(table),
		editStates: async (from, to) => {
			for (const [name, state] of tables.states) tables.states.set(name, state.replaceAll(from, to));
		},
	};
}

function missingTable(table: string): never {
	throw new Error(`There is no table ${table}.`);
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
	return new Promise((_, reject) => {
		signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
	});
}

class ObjectCopy implements CopyTable {
	readonly #name: string;
	readonly #tables: Tables;
	readonly #listDelimiter: string;
	readonly #release: () => void;

	constructor(name: string, tables: Tables, listDelimiter: string, release: () => void) {
		this.#name = name;
		this.#tables = tables;
		this.#listDelimiter = listDelimiter;
		this.#release = release;
	}

	get #staged(): Staged {
		const staged = this.#tables.staged.get(this.#name);
		if (staged === undefined) throw new Error("No run was begun.");
		return staged;
	}

	get #rows(): Rows | undefined {
		return this.#tables.rows.get(this.#name);
	}

	async read(): Promise<KeptCopy> {
		return { exists: this.#rows !== undefined, state: this.#tables.states.get(this.#name) };
	}

	async keep(state: string): Promise<void> {
		this.#tables.states.set(this.#name, state);
	}

	async begin(columns: readonly CopyColumn[], state: string): Promise<void> {
		const twice = columns.find(({ name }, at) => columns.findIndex((other) => other.name === name) < at)?.name;
		if (twice !== undefined) {
			const sentence = `the columns "${twice}" and "${twice}" would have the same name here. Select only one of them.`;
			throw new CopySchemaError(this.#name, sentence);
		}
		this.#tables.staged.set(this.#name, { columns, rows: [], ids: [] });
		await this.keep(state);
	}

	async widen(columns: readonly CopyColumn[], state: string): Promise<void> {
		const { columns: known, ...staged } = this.#staged;
		this.#tables.staged.set(this.#name, { ...staged, columns: [...known, ...columns] });
		await this.keep(state);
	}

	async stage(page: CsvPage, into: StageTarget, state: (loaded: LoadedPage) => string): Promise<LoadedPage> {
		const file: readonly (readonly string[])[] = readCells(await buffer(page.csv()));
		const lines = file
			.slice(1)
			.map((cells) => new Map(page.columns.map((column, at) => [column.name, cells[at] ?? ""])));
		if (lines.length !== page.count) throw wrongCount(lines.length, page.count);
		const ids = lines.map((line) => line.get("Id") ?? "");
		if (ids.includes("")) throw new DamagedResultError("there are rows without an id", { archiveIsWhole: true });
		const { columns, ...staged } = this.#staged;
		const unknown = page.columns.filter(({ name }) => !columns.some((known) => known.name === name));
		if (into.rows && unknown.length > 0) throw new Error(`No columns: ${unknown.map(({ name }) => name).join(", ")}.`);
		let invalidCells = 0;
		const read = ({ name, type }: CopyColumn, text: string, at: number): unknown => {
			const value = text === "" ? null : readCell(type, text, this.#listDelimiter);
			if (value !== undefined) return value;
			if (page.invalidCells === "error") throw new CopyCellError({ row: at + 1, column: { name, type }, text });
			invalidCells++;
			return null;
		};
		const rows: Row[] = lines.map(() => ({}));
		// By columns, as the other databases look for the first cell that does not fit.
		for (const column of into.rows ? columns : []) {
			for (const [at, line] of lines.entries()) {
				rows[at] = { ...rows[at], [column.name]: read(column, line.get(column.name) ?? "", at) };
			}
		}
		const doubted = lines.map((line) => isDoubted(into.doubted, line));
		const loaded = { rows: lines.length, invalidCells };
		const stored = state(loaded);
		this.#tables.staged.set(this.#name, {
			columns,
			rows: [...staged.rows, ...(into.rows ? rows : [])],
			ids: [...staged.ids, ...(into.ids ? ids.map((id, at) => ({ id, doubted: doubted[at] ?? false })) : [])],
		});
		await this.keep(stored);
		return loaded;
	}

	async compare({ after, limit, suspects: withSuspects }: AskedIds): Promise<IdDifferences> {
		const { rows, ids } = this.#staged;
		const table = this.#rows ?? new Map();
		const staged = new Set(rows.map(({ Id }) => String(Id)));
		const alive = new Set(ids.map(({ id }) => id));
		const known = new Set([...table.keys(), ...staged]);
		const missing = [...alive].filter((id) => !known.has(id));
		const suspects = [...known].filter((id) => !alive.has(id));
		const inDoubt = ids.flatMap(({ id, doubted }) => (doubted && table.has(id) && !staged.has(id) ? [id] : []));
		return {
			missing: missing.length,
			suspects: suspects.length,
			ids: [...new Set([...missing, ...inDoubt, ...(withSuspects ? suspects : [])])]
				.filter((id) => id > after)
				.sort()
				.slice(0, limit),
		};
	}

	async publish(publication: Publication): Promise<CopyChanges> {
		const { deletions, mayRepeat } = publication;
		const { rows, ids, columns } = this.#staged;
		const staged = new Map(rows.map((row) => [String(row.Id), row]));
		if (!mayRepeat && staged.size < rows.length) throw new Error("A record was staged twice.");
		const alive = new Set(ids.flatMap(({ id, doubted }) => (doubted && !staged.has(id) ? [] : [id])));
		const living = (given: Rows): Rows => (deletions ? new Map([...given].filter(([id]) => alive.has(id))) : given);
		const before = this.#rows;
		const isReplaced = publication.anew || before === undefined;
		const [kept, fresh] = [living(before ?? new Map()), living(staged)];
		const changes = isReplaced
			? replaced(before, fresh)
			: { ...merged(publication, columns, before, fresh), deleted: before.size - kept.size };
		const after = merge(publication, isReplaced ? new Map() : kept, fresh);
		const state = publication.state(changes);
		this.#tables.rows.set(this.#name, after);
		this.#tables.staged.delete(this.#name);
		await this.keep(state);
		return changes;
	}

	async close(): Promise<void> {
		this.#release();
	}
}

function replaced(before: Rows | undefined, fresh: Rows): CopyChanges {
	const updated = [...fresh.keys()].filter((id) => before?.has(id)).length;
	return { inserted: fresh.size - updated, updated, deleted: (before?.size ?? 0) - updated };
}

function merged({ added }: Publication, staged: readonly CopyColumn[], before: Rows, fresh: Rows): CopyChanges {
	const isAdded = new Set(added.map(({ name }) => name));
	const differs = ([id, row]: readonly [string, Row]): boolean => {
		const was = before.get(id);
		const values = ({ name }: CopyColumn): unknown[] => [was?.[name] ?? null, row[name]];
		for (const { name } of staged) {
			if (!isAdded.has(name) && was !== undefined && !(name in was))
				throw new Error(`The table has no column ${name}.`);
		}
		return (
			was !== undefined &&
			JSON.stringify(staged.map(values)) !== JSON.stringify(staged.map(({ name }) => [row[name], row[name]]))
		);
	};
	const updated = [...fresh].filter(differs).length;
	return { inserted: [...fresh.keys()].filter((id) => !before.has(id)).length, updated, deleted: 0 };
}

/** Columns that were not staged keep their values. */
function merge({ columns }: Publication, kept: Rows, fresh: Rows): Rows {
	const empty: Row = Object.fromEntries(columns.map(({ name }) => [name, null]));
	const all = [...kept.keys(), ...fresh.keys()];
	return new Map(all.map((id) => [id, { ...empty, ...kept.get(id), ...fresh.get(id) }]));
}

function readCells(file: Buffer): string[][] {
	try {
		return parse(file, { relax_column_count: false });
	} catch (error) {
		throw new DamagedResultError(`its CSV cannot be read (${error})`, { archiveIsWhole: true });
	}
}

const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/** A cell's value; `undefined` if it does not fit. */
function readCell(type: CopyType, text: string, listDelimiter: string): unknown {
	const found = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
	switch (type) {
		case "text":
			return text;
		case "list":
			return text.split(listDelimiter);
		case "integer":
			return /^-?\d+(\.0+)?$/.test(text) ? Number(text) : undefined;
		case "number":
			return found(Number(text));
		case "date":
			return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(momentOf(text)) ? text : undefined;
		case "moment":
			return isoMoment.test(text) ? found(momentOf(text)) : undefined;
		case "boolean":
			return { true: true, false: false }[text.toLowerCase()];
	}
}

function isDoubted(doubted: StageTarget["doubted"], line: ReadonlyMap<string, string>): boolean {
	if (doubted === undefined || doubted === "all") return doubted === "all";
	return momentOf(line.get(doubted.column.name) ?? "") >= momentOf(doubted.since);
}
