import type { AnyModule } from "../../schema/module-schema.js";

/**
 * A record of a module: its values by API name, with its `id`. A lookup holds the id of a record of the other module, a
 * multi-select a list; `null`, `undefined`, `""` and `[]` are no value.
 */
export type SandboxRecord = Readonly<Record<string, unknown>>;

/** The records of each module, by API name. */
export type SandboxRecords = Readonly<Record<string, readonly SandboxRecord[]>>;

/** Reads one value from a record. */
export type ReadValue = (record: SandboxRecord) => unknown;

/** The records that the sandbox exports from. */
export class RecordTables {
	readonly #records: Map<string, () => readonly SandboxRecord[]>;
	readonly #byId = new Map<readonly SandboxRecord[], ReadonlyMap<string, SandboxRecord>>();

	/** @param records - read module by module on first use, so that a generated company costs only what is asked for. */
	constructor(records: SandboxRecords) {
		this.#records = new Map(Object.keys(records).map((module) => [module, () => records[module] ?? []]));
	}

	/** The records of a module; none where it has none. */
	of(module: string): readonly SandboxRecord[] {
		return this.#records.get(module)?.() ?? [];
	}

	/** Puts other records in the place of a module's. Jobs that were created before still export the old ones. */
	replace(module: string, records: readonly SandboxRecord[]): void {
		this.#byId.delete(this.of(module));
		this.#records.set(module, () => records);
	}

	/** Makes what reads the value at a path, through lookups, from a record of a module. */
	reader(module: AnyModule, path: string): ReadValue {
		if (module.fields.has(path)) return (record) => record[path];
		const names = path.split(".");
		const last = names.pop() ?? "";
		let read: ReadValue = (record) => record;
		let at = module;
		for (const name of names) {
			const target = at.fields.get(name)?.target?.();
			if (target === undefined) return () => undefined;
			const before = read;
			read = (record) => this.#find(target.apiName, (before(record) as SandboxRecord | undefined)?.[name]);
			at = target;
		}
		return (record) => (read(record) as SandboxRecord | undefined)?.[last];
	}

	#find(module: string, reference: unknown): SandboxRecord | undefined {
		const id = idOf(reference);
		return id === undefined ? undefined : this.#index(this.of(module)).get(id);
	}

	#index(records: readonly SandboxRecord[]): ReadonlyMap<string, SandboxRecord> {
		const known = this.#byId.get(records);
		if (known !== undefined) return known;
		const made = new Map(records.map((record) => [String(record.id), record]));
		this.#byId.set(records, made);
		return made;
	}
}

/** The id that a lookup holds: itself, or that of an object. */
export function idOf(reference: unknown): string | undefined {
	if (typeof reference === "string") return reference === "" ? undefined : reference;
	if (typeof reference === "number" || typeof reference === "bigint") return String(reference);
	return typeof reference === "object" && reference !== null && "id" in reference ? idOf(reference.id) : undefined;
}
