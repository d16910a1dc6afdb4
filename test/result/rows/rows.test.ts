import { describe, expect, test } from "vitest";
import { keepColumnOrder, withoutFirst } from "../../../src/result/rows/column-order.js";
import { linesOf, rowsOfBatches } from "../../../src/result/rows/rows.js";
import { toCsv } from "../../../src/result/rows/to-csv.js";
import { toNdjson } from "../../../src/result/rows/to-ndjson.js";
import { writeLines } from "../../../src/result/rows/write-lines.js";
import { collect } from "../streams.js";

interface Watched<Item> {
	readonly open: () => AsyncIterator<Item, void, undefined>;
	/** What its readers did. */
	readonly told: string[];
}

/** Yields batches, then throws the error, if one is given. */
function watched<Item>(batches: readonly Item[], broken?: Error): Watched<Item> {
	const told: string[] = [];
	const open = (): AsyncIterator<Item, void, undefined> => {
		told.push("open");
		let at = 0;
		return {
			async next() {
				told.push("next");
				const value = batches[at++];
				if (value !== undefined) return { done: false, value };
				if (broken !== undefined) throw broken;
				return { done: true, value: undefined };
			},
			async return() {
				told.push("return");
				return { done: true, value: undefined };
			},
		};
	};
	return { open, told };
}

const numbers = [[{ a: 1 }, { a: 2 }], [], [{ a: 3 }]];
const rows = [{ a: 1 }, { a: 2 }, { a: 3 }];
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("rows of batches", () => {
	test("are given one by one, over batches without any, and batch by batch", async () => {
		const { open, told } = watched(numbers);
		const read = rowsOfBatches(open);
		expect(told).toEqual([]);
		expect(await collect(read)).toEqual(rows);
		expect(told).toEqual(["open", "next", "next", "next", "next"]);
		expect(await collect(read.batches())).toEqual(numbers);
	});

	test("are over once they are left, and say so to where they come from", async () => {
		const { open, told } = watched(numbers);
		const reader = rowsOfBatches(open)[Symbol.asyncIterator]();
		expect(await reader.next()).toEqual({ done: false, value: { a: 1 } });
		expect(await reader.return?.()).toEqual({ done: true, value: undefined });
		expect(told).toEqual(["open", "next", "return"]);
		const unasked = watched(numbers);
		await rowsOfBatches(unasked.open)[Symbol.asyncIterator]().return?.();
		expect(unasked.told).toEqual(["open", "return"]);
		const withoutReturn = rowsOfBatches(() => ({ next: async () => ({ done: false, value: [1, 2] }) }))[
			Symbol.asyncIterator
		]();
		expect([await withoutReturn.next(), await withoutReturn.return?.()]).toEqual([
			{ done: false, value: 1 },
			{ done: true, value: undefined },
		]);
	});

	test("that are asked for at once come each once, with one question for each batch", async () => {
		const { open, told } = watched(numbers);
		const reader = rowsOfBatches(open)[Symbol.asyncIterator]();
		const given = await Promise.all(Array.from({ length: 5 }, () => reader.next()));
		expect(given.map(({ value }) => value)).toEqual([...rows, undefined, undefined]);
		expect(given.map(({ done }) => done)).toEqual([false, false, false, true, true]);
		expect(told.filter((what) => what === "next").length).toBeLessThanOrEqual(5);
	});

	test("throw what their source throws, after the rows before", async () => {
		const broken = new Error("broken");
		const given: unknown[] = [];
		const read = async (): Promise<void> => {
			for await (const row of rowsOfBatches(watched(numbers, broken).open)) given.push(row);
		};
		await expect(read()).rejects.toBe(broken);
		expect(given).toEqual(rows);
	});
});

describe("rows as lines", () => {
	test("are written from objects if there is nothing else", async () => {
		const batches = await collect(linesOf(rowsOfBatches(watched(numbers).open)));
		expect(batches.map(({ length, bytes }) => [length, decode(bytes)])).toEqual([
			[2, '{"a":1}\n{"a":2}\n'],
			[0, ""],
			[1, '{"a":3}\n'],
		]);
		const stream = toNdjson(rowsOfBatches(watched(numbers).open));
		expect(await new Response(stream).text()).toBe('{"a":1}\n{"a":2}\n{"a":3}\n');
	});

	test("may come from what cannot be told to stop", async () => {
		const endless = rowsOfBatches(() => ({ next: async () => ({ done: false, value: [{ a: 1 }] }) }));
		const reader = toNdjson(endless).getReader();
		expect(decode((await reader.read()).value ?? new Uint8Array())).toBe('{"a":1}\n');
		await expect(reader.cancel()).resolves.toBeUndefined();
		expect(await reader.read()).toEqual({ done: true, value: undefined });
		const csv = toCsv(endless).getReader();
		expect(decode((await csv.read()).value ?? new Uint8Array())).toBe("a\n1\n");
		await expect(csv.cancel()).resolves.toBeUndefined();
	});

	test("come from where they are written already", async () => {
		const objects = watched<object[]>(numbers);
		const lines = watched([{ length: 1, bytes: new TextEncoder().encode("{}\n") }]);
		const read = rowsOfBatches(objects.open, lines.open);
		expect(await new Response(toNdjson(read)).text()).toBe("{}\n");
		expect([objects.told, lines.told]).toEqual([[], ["open", "next", "next"]]);
		expect(await collect(read)).toEqual(rows);
	});
});

describe("columns in an order that objects cannot keep", () => {
	const batch = [
		{ "7": 1, b: 2 },
		{ "7": null, b: "x" },
	];
	keepColumnOrder(batch, ["b", "7"]);

	test("stand so in lines and in CSV, also without the first rows", () => {
		expect(decode(writeLines(batch))).toBe('{"b":2,"7":1}\n{"b":"x","7":null}\n');
		expect(decode(toCsv(batch))).toBe("b,7\n2,1\nx,\n");
		const rest = withoutFirst(batch, 1);
		expect(rest).toEqual([{ "7": null, b: "x" }]);
		expect(decode(writeLines(rest))).toBe('{"b":"x","7":null}\n');
	});

	test("are those of the objects if nothing else was said", () => {
		const other = [{ "7": 1, b: 2 }];
		expect(decode(writeLines(other))).toBe('{"7":1,"b":2}\n');
		expect(decode(writeLines(withoutFirst([{ b: 1 }, ...other], 1)))).toBe('{"7":1,"b":2}\n');
	});
});
