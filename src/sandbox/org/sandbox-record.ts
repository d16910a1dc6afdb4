/**
 * A record of a module: its values by API name, with its `id`. A lookup holds the id of a record of the other module, a
 * multi-select a list; `null`, `undefined`, `""` and `[]` mean no value.
 */
export type SandboxRecord = Readonly<Record<string, unknown>>;

/** The records of each module, by API name. */
export type SandboxRecords = Readonly<Record<string, readonly SandboxRecord[]>>;

/** Under this name, made-up records can offer to be made one by one, so that making them delays nobody. */
export const makeOneByOne: unique symbol = Symbol("makes the records of a module one by one");

/** Records that can be made one by one. */
export interface MadeUpRecords {
	readonly [makeOneByOne]: (module: string) => Iterable<SandboxRecord>;
}

/** Reads one value from a record. */
export type ReadValue = (record: SandboxRecord) => unknown;

/** The id of a lookup: itself, or that of an object. */
export function idOf(reference: unknown): string | undefined {
	if (typeof reference === "string") return reference === "" ? undefined : reference;
	if (typeof reference === "number" || typeof reference === "bigint") return String(reference);
	return typeof reference === "object" && reference !== null && "id" in reference ? idOf(reference.id) : undefined;
}
