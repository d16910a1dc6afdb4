import type { EvaluateOptions } from "./evaluate-options.js";

type AnyRecord = Readonly<Record<string, unknown>>;

/** Makes what reads the value at a path from a record: under the path as a key, else by going into nested objects. */
export function pathReader(path: string, custom: EvaluateOptions["read"]): (record: AnyRecord) => unknown {
	if (custom !== undefined) return (record) => custom(record, path);
	// The rows of an export have their id as "Id", records of the other APIs as "id".
	if (path === "id") return (record) => record.id ?? record.Id;
	const names = path.split(".");
	if (names.length === 1) return (record) => record[path];
	return (record) => {
		const flat = record[path];
		return flat === undefined ? readNested(record, names) : flat;
	};
}

function readNested(record: AnyRecord, names: readonly string[]): unknown {
	let value: unknown = record;
	for (const name of names) {
		if (typeof value !== "object" || value === null) return undefined;
		// Every object can be asked for what stands under a name.
		value = (value as AnyRecord)[name];
	}
	return value;
}
