import type { AnyModule } from "../../schema/module-schema.js";
import { RecordTable } from "./record-table.js";
import { idOf, type ReadValue, type SandboxRecord } from "./sandbox-record.js";
import { atOnce, inSlices, type Work } from "./slices.js";

/** A table that is made on demand: at once, or in slices beforehand. */
export class LazyTable {
	#table: RecordTable | undefined;
	#work: Work<void> | undefined;
	#loading: Promise<void> | undefined;

	/** @param source - the table, or a function that returns its records. */
	constructor(source: RecordTable | (() => Iterable<SandboxRecord>)) {
		if (typeof source === "function") this.#work = this.#make(source);
		else this.#table = source;
	}

	/** The table; whatever is missing is made now, in one go. */
	get(): RecordTable {
		if (this.#work !== undefined) atOnce(this.#work);
		if (this.#table === undefined) throw new TypeError("The records were requested while they were being made.");
		return this.#table;
	}

	/** How many records it has; `undefined` if they are not made yet. */
	get count(): number | undefined {
		return this.#table?.count;
	}

	/** Makes the table, and lets everything else run in the meantime. */
	async load(): Promise<void> {
		if (this.#work === undefined) return;
		this.#loading ??= inSlices(this.#work);
		await this.#loading;
	}

	*#make(records: () => Iterable<SandboxRecord>): Work<void> {
		this.#table = yield* RecordTable.of(records());
		this.#work = undefined;
	}
}

/** The records of an org at one moment. Immutable. */
export class Snapshot {
	readonly #tables: ReadonlyMap<string, LazyTable>;
	/** The modules that have lost records: lookups to them may lead nowhere. */
	readonly #diminished: ReadonlySet<string>;

	constructor(tables: ReadonlyMap<string, LazyTable>, diminished: ReadonlySet<string>) {
		this.#tables = tables;
		this.#diminished = diminished;
	}

	/** The records of a module, if any. */
	of(module: string): RecordTable {
		return this.#tables.get(module)?.get() ?? emptyTable;
	}

	/** Makes the records of some modules, and lets everything else run in the meantime. */
	async load(modules: Iterable<string> = this.#tables.keys()): Promise<void> {
		for (const module of modules) await this.#tables.get(module)?.load();
	}

	/** How many records each module has; `undefined` if they are not made yet. */
	counts(): ReadonlyMap<string, number | undefined> {
		return new Map(Array.from(this.#tables, ([module, table]) => [module, table.count]));
	}

	/** The same org with a different table for a module. */
	with(module: string, table: LazyTable, diminished: boolean): Snapshot {
		const tables = new Map(this.#tables).set(module, table);
		return new Snapshot(tables, diminished ? new Set(this.#diminished).add(module) : this.#diminished);
	}

	/** Makes the reader of a path, through lookups, for records of a module. A lookup to a deleted record is empty. */
	reader(module: AnyModule, path: string): ReadValue {
		if (module.fields.has(path)) return this.#fieldReader(module, path);
		const names = path.split(".");
		const last = names.pop() ?? "";
		let read: (record: SandboxRecord) => SandboxRecord | undefined = (record) => record;
		let at = module;
		for (const name of names) {
			const target = at.fields.get(name)?.target?.();
			if (target === undefined) return () => undefined;
			const [before, table] = [read, this.of(target.apiName)];
			read = (record) => table.find(idOf(before(record)?.[name]) ?? "");
			at = target;
		}
		const readLast = this.#fieldReader(at, last);
		return (record) => {
			const found = read(record);
			return found === undefined ? undefined : readLast(found);
		};
	}

	/** The records of a module as seen from outside: lookups to deleted records are empty. */
	recordsOf(module: AnyModule): readonly SandboxRecord[] {
		const readers = [...module.fields.values()]
			.filter(({ target }) => target !== undefined && this.#diminished.has(target().apiName))
			.map(({ apiName }) => [apiName, this.#fieldReader(module, apiName)] as const);
		if (readers.length === 0) return [...this.of(module.apiName)];
		return Array.from(this.of(module.apiName), (record) => {
			const emptied = readers.filter(([name, read]) => read(record) !== record[name]);
			return emptied.length === 0
				? record
				: { ...record, ...Object.fromEntries(emptied.map(([name]) => [name, null])) };
		});
	}

	#fieldReader(module: AnyModule, name: string): ReadValue {
		const target = module.fields.get(name)?.target?.();
		if (target === undefined || !this.#diminished.has(target.apiName)) return (record) => record[name];
		const table = this.of(target.apiName);
		return (record) => (table.find(idOf(record[name]) ?? "") === undefined ? null : record[name]);
	}
}

const emptyTable = atOnce(RecordTable.of([]));
