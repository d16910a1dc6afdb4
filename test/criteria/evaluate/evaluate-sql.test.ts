import fc from "fast-check";
import sqlite from "node-sqlite3-wasm";
import { afterAll, expect, test } from "vitest";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import type { EvaluateOptions } from "../../../src/criteria/evaluate/evaluate-options.js";
import type { WireScalar } from "../../../src/criteria/node/criteria-json.js";
import { comparators } from "../../../src/schema/comparators.js";
import { arbitraryCriteria } from "../arbitrary-criteria.js";
import { arbitraryRecord, type FlatRecord, pooledValue } from "../arbitrary-record.js";
import { nested, restated } from "../record-shapes.js";
import { type SqlAssumptions, writeSql, writeTable } from "./sql-oracle.js";

/**
 * SQLite decides which of 100 random records match random criteria. The test writes the SQL itself, from the criteria's wire
 * form.
 */
const database = new sqlite.Database();
afterAll(() => database.close());

const criteria = arbitraryCriteria({ value: pooledValue });
const shapes = [(record: FlatRecord): object => record, nested, restated];
const seen = new Set<string>();

function agreesWithSql(batches: number, assumptions: SqlAssumptions, options: EvaluateOptions): void {
	for (let batch = 0; batch < batches; batch++) {
		const seed = Math.floor(Math.random() * 2 ** 31);
		const records = fc.sample(arbitraryRecord({ empties: true }), { numRuns: 100, seed });
		const shaped = shapes.map((shape) => records.map(shape));
		database.exec(writeTable(records));
		const agrees = fc.property(criteria, (filter) => {
			const sql = writeSql(filter.toJSON(), assumptions);
			const expected = matchedBy(sql);
			const matches = evaluate(filter, options);
			for (const form of shaped) {
				const actual = form.flatMap((record, id) => (matches(record) ? [id] : []));
				expect(actual, `records of seed ${seed}, ${JSON.stringify(filter)}, ${sql}`).toEqual(expected);
			}
			for (const [, used = ""] of JSON.stringify(filter).matchAll(/"comparator":"(\w+)"/g)) seen.add(used);
		});
		fc.assert(agrees, { numRuns: 100 });
	}
}

function matchedBy(sql: string): number[] {
	const found = database.get(`SELECT json_group_array(id ORDER BY id) AS ids FROM records WHERE ${sql}`);
	return JSON.parse(String((found as { ids: WireScalar }).ids)) as number[];
}

test("no difference in 10,000 random criteria", () => {
	agreesWithSql(100, {}, {});
	expect([...seen].sort()).toEqual([...comparators].sort());
}, 120_000);

test("no difference where case matters", () => {
	agreesWithSql(10, { caseSensitive: true }, { caseSensitive: true });
});

test("no difference where a record without a value matches not_equal and its like", () => {
	agreesWithSql(10, { emptyMatchesNot: true }, { emptyMatchesNot: true });
});

test("no difference where a multi-select is compared as a whole", () => {
	agreesWithSql(10, { whole: true }, { multiSelect: "whole" });
});

test("no difference where EMPTY in a list is text", () => {
	agreesWithSql(10, { emptyInListIsText: true }, { emptyInList: "literal" });
});
