import { describe, expect, test } from "vitest";
import type { CreatedWindow } from "../../../src/client/export/checkpoint.js";
import { cutByIds, cutWindow } from "../../../src/client/export/cut-window.js";

const midnight = Date.UTC(2026, 0, 1) / 1000;
/** Writes the moment this many seconds after midnight. */
const at = (second: number): string => new Date((midnight + second) * 1000).toISOString().replace(".000Z", "+00:00");
/** So many seconds, one after the other. */
const rising = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 10);
const falling = (count: number): number[] => rising(count).reverse();
/** As rising, but for so many pairs that come in the wrong order. */
const swapped = (count: number, pairs: number): number[] =>
	rising(count).map((second, index) => (index < 4 * pairs && index % 4 < 2 ? second + 1 - 2 * (index % 2) : second));

const some = { from: at(10), before: at(20) };

describe("where a window is cut by the moments of its records", () => {
	test.each<[string, CreatedWindow, created: readonly number[], parts: readonly CreatedWindow[]]>([
		["in no order, into quarters", {}, [13, 10, 17, 12, 15, 11, 16, 14], cutAt(12, 14, 16)],
		["rising, where nine tenths are", {}, rising(20), cutAt(28)],
		["falling, where a tenth is", {}, falling(20), cutAt(12)],
		["rising but for one step of twenty", {}, swapped(21, 1), cutAt(28)],
		["rising but for two steps of twenty", {}, swapped(21, 2), cutAt(15, 20, 25)],
		["falling but for one step of twenty", {}, swapped(21, 1).reverse(), cutAt(12)],
		["falling but for two steps of twenty", {}, swapped(21, 2).reverse(), cutAt(15, 20, 25)],
		["steps within a second count neither way", {}, [...swapped(20, 1), 29, 29, 29, 29], cutAt(13 + 3, 22, 28)],
		["the first value is no step", {}, [12, 10, 11, ...rising(17).map((second) => second + 2)], cutAt(14, 19, 24)],
		["most in one second, after the first", {}, [10, 10, 10, 20, 10, 10, 10, 10], cutAt(20)],
		["of two, between them", {}, [10, 11], cutAt(11)],
		["all in one second, around it", {}, [10, 10], cutAt(10, 11)],
		["one record, around it", {}, [10], cutAt(10, 11)],
		["records without a moment say nothing", {}, [Number.NaN, 10, 11, Number.NaN], cutAt(11)],
		[
			"within bounds, without records that have no moment",
			some,
			[10, 19],
			[{ from: at(10), before: at(19) }, since(19)],
		],
		["with them where the window has them", { before: at(20), empty: "too" }, [10, 19], [upTo(19), since(19)]],
		["not after an open start", { from: at(10) }, [10, 11], [{ from: at(10), before: at(11) }, { from: at(11) }]],
		["before an open start without them", { before: at(20) }, [10, 19], [{ before: at(19) }, since(19)]],
		["one second at the start", some, [10], [{ from: at(10), before: at(11) }, since(11)]],
		["one second at the end", some, [19], [{ from: at(10), before: at(19) }, since(19)]],
		["not where a second is the whole window", { from: at(10), before: at(11) }, [10, 10], []],
		[
			"records outside are not counted",
			{ from: at(10), before: at(12) },
			[9, 12, 10, 500],
			[
				{ from: at(10), before: at(11) },
				{ from: at(11), before: at(12) },
			],
		],
		["none if all are outside", some, [9, 20], []],
	])("%s", (_name, window, created, parts) => {
		const seconds = created.map((second) => second + midnight);
		expect(cutWindow(window, { created: seconds, now: midnight })).toStrictEqual(parts);
	});

	/** The parts of a window without bounds. */
	function cutAt(first: number, ...others: readonly number[]): CreatedWindow[] {
		const ends = [...others, undefined];
		return [
			upTo(first),
			...[first, ...others].map((start, index) => {
				const end = ends[index];
				return { from: at(start), ...(end === undefined ? {} : { before: at(end) }) };
			}),
		];
	}

	function upTo(second: number): CreatedWindow {
		return { before: at(second), empty: "too" };
	}

	function since(second: number): CreatedWindow {
		return { from: at(second), before: at(20) };
	}
});

describe("a file that has no moments has its records apart", () => {
	const only = { empty: "only" } as const;
	test.each<[string, CreatedWindow, records: number, parts: readonly CreatedWindow[]]>([
		["from all others, which are cut now", {}, 2, [{ before: at(60) }, { from: at(60) }, only]],
		["from those before a moment", { before: at(20), empty: "too" }, 1, [{ before: at(20) }, only]],
		["unless the window has nothing else", only, 2, []],
		["unless the window cannot have any, from a moment on", { from: at(20) }, 2, []],
		["unless the window cannot have any, before a moment", { before: at(20) }, 2, []],
		["unless it is empty", {}, 0, []],
	])("%s", (_name, window, records, parts) => {
		const created = Array<number>(records).fill(Number.NaN);
		expect(cutWindow(window, { created, now: midnight + 100 - 40 })).toEqual(parts);
	});

	test("what a server sends although it has a moment is not cut by it", () => {
		expect(cutWindow(only, { created: [midnight, midnight + 5], now: midnight })).toEqual([]);
	});
});

describe("where a second is cut by the ids of its records", () => {
	const second = { from: at(10), before: at(11) };
	const digits = "554023000000000000";
	const id = (number: number): string => `${digits}${String(number).padStart(2, "0")}`;
	test.each<[string, CreatedWindow, ids: readonly string[], parts: readonly CreatedWindow[]]>([
		[
			"in no order, into quarters",
			second,
			[3, 1, 4, 2].map(id),
			[
				{ ...second, idBefore: id(2) },
				{ ...second, idFrom: id(2), idBefore: id(3) },
				{ ...second, idFrom: id(3), idBefore: id(4) },
				{ ...second, idFrom: id(4) },
			],
		],
		[
			"as numbers, not as texts",
			second,
			["9", "10"],
			[
				{ ...second, idBefore: "10" },
				{ ...second, idFrom: "10" },
			],
		],
		[
			"within bounds",
			{ empty: "only", idFrom: "5", idBefore: "7" },
			["4", "5", "7", "6"],
			[
				{ empty: "only", idFrom: "5", idBefore: "6" },
				{ empty: "only", idFrom: "6", idBefore: "7" },
			],
		],
		["not if it has one record", second, ["5", "5"], []],
		["not if none is an id", second, ["", "x1", "1x", "-1"], []],
		["not if the others are outside", { ...second, idFrom: "5" }, ["4", "5"], []],
		["not if the others are outside, at the end", { ...second, idBefore: "6" }, ["5", "6"], []],
		["not if it has none", second, [], []],
	])("%s", (_name, window, ids, parts) => {
		expect(cutByIds(window, ids)).toStrictEqual(parts);
	});
});
