import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import { arbitraryCriteria } from "../arbitrary-criteria.js";
import { arbitraryRecord, pooledValue } from "../arbitrary-record.js";
import { nested, restated } from "../record-shapes.js";

test("the short cuts decide nothing by themselves", () => {
	// Your own accessor switches them off.
	const read = (record: Readonly<Record<string, unknown>>, path: string): unknown => {
		if (record[path] !== undefined) return record[path];
		const [lookup = "", field = ""] = path.split(".");
		const target = record[lookup];
		return typeof target === "object" && target !== null ? Reflect.get(target, field) : undefined;
	};
	const options = fc.record({
		caseSensitive: fc.boolean(),
		emptyMatchesNot: fc.boolean(),
		multiSelect: fc.constantFrom("any" as const, "whole" as const),
		emptyInList: fc.constantFrom("empty" as const, "literal" as const),
		dayOffset: fc.constantFrom("Z", "+05:30", "-0800"),
	});
	const records = fc.array(arbitraryRecord({ empties: true }), { minLength: 10, maxLength: 10 });
	fc.assert(
		fc.property(arbitraryCriteria({ value: pooledValue }), records, options, (criteria, flat, chosen) => {
			const [short, general] = [evaluate(criteria, chosen), evaluate(criteria, { ...chosen, read })];
			for (const record of [...flat, ...flat.map(nested), ...flat.map(restated)])
				expect(short(record)).toBe(general(record));
		}),
		{ numRuns: 500 },
	);
});
