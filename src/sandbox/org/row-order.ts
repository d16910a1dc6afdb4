import { momentOf } from "../../time/moment.js";
import { compareIds, type RecordTable } from "./record-table.js";
import type { SandboxRecord } from "./sandbox-record.js";
import type { Work } from "./slices.js";

/** The order of an export's records, and so where its pages end. */
export type PageOrder = "id" | "created" | "modified";

/** Records in an order: each has a position from 0, and the position of a deleted one is empty. */
export interface OrderedRecords {
	readonly size: number;
	at(position: number): SandboxRecord | undefined;
}

/** Tables are immutable, so each is sorted once, however many jobs read it. */
const known: Readonly<Record<PageOrder, WeakMap<RecordTable, OrderedRecords>>> = {
	id: new WeakMap(),
	created: new WeakMap(),
	modified: new WeakMap(),
};

/** Sorts the records of a table. Records of the same moment are in the order of their ids. */
export function* orderRecords(table: RecordTable, order: PageOrder): Work<OrderedRecords> {
	if (order === "id" && table.ascending) return table;
	const found = known[order].get(table);
	if (found !== undefined) return found;
	const made = yield* sortTable(table, keys[order]);
	known[order].set(table, made);
	return made;
}

type Key = (record: SandboxRecord) => number;

const keys: Readonly<Record<PageOrder, Key>> = {
	id: () => 0,
	created: (record) => timeOf(record.Created_Time ?? record.created_time),
	modified: (record) => timeOf(record.Modified_Time),
};

/** Records without a time come first. */
function timeOf(value: unknown): number {
	const moment = value instanceof Date ? value.getTime() : momentOf(String(value));
	return Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment;
}

function* sortTable(table: RecordTable, key: Key): Work<OrderedRecords> {
	const numbers = new Float64Array(table.size);
	const ids: string[] = [];
	const positions: number[] = [];
	for (let position = 0; position < table.size; position++) {
		const record = table.at(position);
		ids.push(String(record?.id));
		if (record === undefined) continue;
		numbers[position] = key(record);
		positions.push(position);
		yield;
	}
	const compare = (one: number, other: number): number => {
		const [first = 0, second = 0] = [numbers[one], numbers[other]];
		return first === second ? compareIds(ids[one] ?? "", ids[other] ?? "") : first - second;
	};
	const sorted = Uint32Array.from(yield* sort(positions, compare));
	return { size: sorted.length, at: (position) => table.at(sorted[position] ?? table.size) };
}

/** As many as can be sorted in a millisecond or two. */
const runLength = 1_024;

/** Sorts short runs, then merges them pair by pair. */
function* sort(items: readonly number[], compare: (one: number, other: number) => number): Work<readonly number[]> {
	let runs: (readonly number[])[] = [];
	for (let start = 0; start < items.length; start += runLength) {
		runs.push(items.slice(start, start + runLength).sort(compare));
		yield;
	}
	while (runs.length > 1) {
		const merged: (readonly number[])[] = [];
		for (let index = 0; index < runs.length; index += 2) {
			merged.push(yield* merge(runs[index] ?? [], runs[index + 1] ?? [], compare));
		}
		runs = merged;
	}
	return runs[0] ?? [];
}

function* merge(
	left: readonly number[],
	right: readonly number[],
	compare: (one: number, other: number) => number,
): Work<readonly number[]> {
	const merged: number[] = [];
	let [inLeft, inRight] = [0, 0];
	while (inLeft < left.length && inRight < right.length) {
		const [one = 0, other = 0] = [left[inLeft], right[inRight]];
		if (compare(one, other) <= 0) inLeft++;
		else inRight++;
		merged.push(compare(one, other) <= 0 ? one : other);
		if (merged.length % runLength === 0) yield;
	}
	for (; inLeft < left.length; inLeft++) merged.push(left[inLeft] ?? 0);
	for (; inRight < right.length; inRight++) merged.push(right[inRight] ?? 0);
	return merged;
}
