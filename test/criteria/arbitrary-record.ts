import fc from "fast-check";
import type { DataType } from "../../src/schema/comparators.js";
import { Everything, pathsOf, type TypedPath } from "./every-data-type.js";

/** A record by the paths of {@link Everything}: one canonical value for each path, or `null`. */
export type FlatRecord = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/**
 * Values that records and criteria share, so that they meet: few, and each beside one that is easily confused with it
 * (another case, another offset, a digit that a float would lose).
 */
export const pool = {
	whole: [-20, -1, 0, 1, 7, 10, 100],
	big: ["-9007199254740993", "-1", "0", "7", "10", "9007199254740992", "9007199254740993", "9223372036854775807"],
	decimal: [-1.5, -1, 0, 0.1, 0.2, 0.3, 1, 1.25, 1000],
	text: ["a", "A", "ab", "AB", "ba", "b%", "b_", "B", "a;b", "a b", "'", '"', "\\", "é", "語", "10", "1"],
	day: ["1999-12-31", "2024-02-29", "2025-12-31", "2026-01-01", "2026-01-02"],
	moment: [
		"2025-12-31T23:59:59Z",
		"2026-01-01T00:00:00+00:00",
		"2026-01-01T05:30:00+05:30",
		"2026-01-01T00:00:00+05:30",
		"2026-01-01T00:00:01-08:00",
		"2026-01-01T08:00:01Z",
	],
	id: ["554023000000000001", "554023000000000002", "9007199254740992", "9007199254740993", "7"],
} as const;

/** A value of the pool, as criteria take it. */
export function pooledValue(dataType: DataType): fc.Arbitrary<unknown> {
	switch (dataType) {
		case "integer":
			return fc.constantFrom(...pool.whole);
		case "bigint":
			return fc.constantFrom(...pool.big);
		case "decimal":
		case "currency":
		case "percent":
			return fc.constantFrom(...pool.decimal);
		case "date":
			return fc.constantFrom(...pool.day);
		case "datetime":
			return fc.constantFrom(...pool.moment);
		case "boolean":
			return fc.boolean();
		case "lookup":
		case "owner":
		case "user":
			return fc.constantFrom(...pool.id);
		case "picklist":
		case "multi-select":
		case "text":
		case "email":
		case "phone":
		case "url":
		case "textarea":
		case "autonumber":
			return fc.constantFrom(...pool.text);
	}
}

function recordValue(dataType: DataType): fc.Arbitrary<FlatRecord[string]> {
	if (dataType === "multi-select") {
		return fc.uniqueArray(fc.constantFrom(...pool.text), { minLength: 1, maxLength: 4 });
	}
	return pooledValue(dataType) as fc.Arbitrary<string | number | boolean>;
}

/** A record of {@link Everything}, as the rows of an export hold it. */
export function arbitraryRecord({
	empties,
	paths = pathsOf(Everything),
}: {
	readonly empties: boolean;
	readonly paths?: readonly TypedPath[];
}): fc.Arbitrary<FlatRecord> {
	const value = (dataType: DataType): fc.Arbitrary<FlatRecord[string]> =>
		empties ? fc.option(recordValue(dataType), { freq: 4, nil: null }) : recordValue(dataType);
	return fc.record(Object.fromEntries(paths.map(({ path, dataType }) => [path, value(dataType)])));
}
