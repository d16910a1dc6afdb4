import type { FlatRecord } from "./arbitrary-record.js";
import { Everything } from "./every-data-type.js";

/** A record in the record API's form: a lookup is an object with an `id`, and fields without a value are absent. */
export function nested(record: FlatRecord): Record<string, unknown> {
	const shaped: Record<string, unknown> = {};
	for (const [path, value] of Object.entries(record)) {
		if (value === null) continue;
		const [name = "", inner] = path.split(".");
		if (inner === undefined && Everything.fields.get(name)?.target === undefined) shaped[name] = value;
		else shaped[name] = { ...(shaped[name] as object | undefined), [inner ?? "id"]: value };
	}
	return shaped;
}

/**
 * The record with each value in another form that means the same: digits for numbers, a Date for text, `""` for null.
 */
export function restated(record: FlatRecord): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).map(([path, value]) => [path, restate(path, value)]));
}

function restate(path: string, value: FlatRecord[string]): unknown {
	if (value === null) return path.length % 2 === 0 ? "" : undefined;
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (typeof value !== "string") return value;
	if (/^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value);
	return /^-?\d{15,}$/.test(value) ? BigInt(value) : value;
}
