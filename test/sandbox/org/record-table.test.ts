import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecordTable } from "../../../src/sandbox/org/record-table.js";
import type { SandboxRecord } from "../../../src/sandbox/org/sandbox-record.js";
import { atOnce } from "../../../src/sandbox/org/slices.js";

const ids = fc.integer({ min: 1, max: 200 }).map(String);
const change = fc.record({
	put: fc.array(
		ids.map((id) => ({ id })),
		{ maxLength: 40 },
	),
	remove: fc.array(ids, { maxLength: 40 }),
});

describe("a table of records", () => {
	test("holds what a map would, and every table before a change stays what it was", () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
				let table = atOnce(RecordTable.of([]));
				const model = new Map<string, SandboxRecord>();
				const seen: [RecordTable, SandboxRecord[]][] = [];
				changes.forEach(({ put, remove }, version) => {
					const records = put.map(({ id }) => ({ id, version }));
					table = table.changed(records, remove);
					for (const record of records) model.set(record.id, record);
					for (const id of remove) model.delete(id);
					seen.push([table, [...model.values()]]);
				});
				const sorted = (records: Iterable<SandboxRecord>): SandboxRecord[] =>
					[...records].sort((one, other) => Number(one.id) - Number(other.id));
				for (const [version, held] of seen) {
					expect(sorted(version)).toEqual(sorted(held));
					expect(version.count).toBe(held.length);
					for (let id = 1; id <= 200; id++) {
						expect(version.find(String(id))).toBe(held.find((record) => record.id === String(id)));
					}
					const inPlaces = [...version].map(({ id }) => Number(id));
					if (version.ascending) expect(inPlaces).toEqual(inPlaces.toSorted((one, other) => one - other));
				}
			}),
			{ numRuns: 60 },
		);
	});

	test("a change of one record in 200,000 copies a few kilobytes", () => {
		let table = atOnce(
			RecordTable.of(Array.from({ length: 200_000 }, (_, index) => ({ id: String(1_000_000 + index) }))),
		);
		const versions: RecordTable[] = [];
		const started = process.memoryUsage().heapUsed;
		for (let turn = 0; turn < 1_000; turn++) {
			table = table.changed([{ id: String(1_000_000 + turn * 199) }], [String(1_000_001 + turn * 199)]);
			versions.push(table);
		}
		const grown = process.memoryUsage().heapUsed - started;
		expect(versions.map(({ count }) => count)).toEqual(versions.map((_, index) => 199_999 - index));
		expect(grown / versions.length).toBeLessThan(10_000);
	});

	test("the places of deleted records do not pile up", () => {
		let table = atOnce(RecordTable.of([]));
		for (let turn = 0; turn < 20_000; turn++) {
			table = table.changed([{ id: String(turn) }], turn >= 10 ? [String(turn - 10)] : []);
		}
		expect(table.count).toBe(10);
		expect(table.size).toBeLessThan(10_000);
	});
});
