import { momentOf } from "../../time/moment.js";
import type { CreatedWindow } from "./checkpoint.js";

/** What is known about a window that has more than a page. */
export interface WindowSample {
	/**
	 * When the records of its file were created, in seconds since 1970, in the order of the file; `NaN` for a record
	 * without a time.
	 */
	readonly created: readonly number[];
	/** The current moment, in seconds since 1970. */
	readonly now: number;
}

/** How many parts a window is split into if its records come in no order. */
const parts = 4;

/**
 * Splits a window into narrower ones, in order, which together have all its records, each once.
 *
 * Records in the order of their creation show one end of the window and say nothing about the rest: a part that nearly
 * fills a page is split off there. In any other order they count as a sample, and the window is split at its quantiles.
 *
 * @returns nothing if it cannot be split: all its records were created in one second.
 */
export function cutWindow(window: CreatedWindow, { created, now }: WindowSample): CreatedWindow[] {
	const known = created.filter((second) => inside(window, second));
	const [first, ...others] = known;
	if (first === undefined) return apartFromEmpty(window, created.length, now);
	const cuts = others.every((second) => second === first) ? [first, first + 1] : quantiles(known);
	const bounds = cuts.filter((cut) => isWithin(window, cut));
	return bounds.length === 0 ? [] : cutAt(window, bounds);
}

/**
 * Splits a window by the ids of its records, if moments do not narrow it. Ids never change and are unique, so this
 * terminates.
 *
 * @returns nothing if it cannot be split: it has one record at most.
 */
export function cutByIds(window: CreatedWindow, given: readonly string[]): CreatedWindow[] {
	const { idFrom, idBefore } = window;
	const known = numbersOf(given).filter((id) => hasId(window, id));
	const cuts = quantiles(known).map(String);
	if (cuts.length === 0) return [];
	const edges = [idFrom, ...cuts, idBefore];
	return edges.slice(1).map((end, at): CreatedWindow => {
		const start = edges[at];
		const { idFrom: _, idBefore: __, ...second } = window;
		return {
			...second,
			...(start === undefined ? {} : { idFrom: start }),
			...(end === undefined ? {} : { idBefore: end }),
		};
	});
}

/**
 * How many of the records of a window's file are outside it; more than a few only if its filter was not applied. Then
 * each narrower window would have the same file.
 */
export function countOutside(window: CreatedWindow, created: readonly number[], ids: readonly string[]): number {
	const moments = created.filter((second) => !Number.isNaN(second) && !inside(window, second));
	const others = numbersOf(ids).filter((id) => !hasId(window, id));
	return moments.length + others.length;
}

/**
 * Where to split: after the first value, but not after the last, so that every part has some of them. Nothing if all
 * are the same.
 */
function quantiles<Value extends number | bigint>(values: readonly Value[]): Value[] {
	const sorted = [...values].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
	const [first] = sorted;
	const second = sorted.find((value) => first !== undefined && value > first);
	if (second === undefined) return [];
	const cuts = shares[orderOf(values)].map((share) => {
		const value = sorted[Math.floor(share * sorted.length)];
		return value === undefined || value < second ? second : value;
	});
	return [...new Set(cuts)];
}

type Order = "rising" | "falling" | "none";

/** The known share before each split, by the order in which records come. */
const shares: Readonly<Record<Order, readonly number[]>> = {
	rising: [0.9],
	falling: [0.1],
	none: [1, 2, 3].map((part) => part / parts),
};

/** How many of a hundred steps must go one way to count as an order. */
const orderly = 95;

function orderOf(values: readonly (number | bigint)[]): Order {
	let up = 0;
	let down = 0;
	let before = values[0] ?? 0;
	for (const value of values) {
		if (value > before) up += 1;
		else if (value < before) down += 1;
		before = value;
	}
	const steps = (up + down) * (orderly / 100);
	if (up >= steps) return "rising";
	return down >= steps ? "falling" : "none";
}

/** Records without a moment crowd the others out of the file, so they get their own window. */
function apartFromEmpty({ from, before, empty }: CreatedWindow, records: number, now: number): CreatedWindow[] {
	const mayBeEmpty = empty === "too" || (from === undefined && before === undefined && empty === undefined);
	if (!mayBeEmpty || records === 0) return [];
	const rest: CreatedWindow[] =
		before === undefined ? [{ before: writeSecond(now) }, { from: writeSecond(now) }] : [{ before }];
	return [...rest, { empty: "only" }];
}

function cutAt(window: CreatedWindow, bounds: readonly number[]): CreatedWindow[] {
	const { from, before, empty } = window;
	const withEmpty = empty ?? (from === undefined && before === undefined ? "too" : undefined);
	const edges = [from, ...bounds.map(writeSecond), before];
	return edges.slice(1).map((end, at): CreatedWindow => {
		const start = edges[at];
		return {
			...(start === undefined ? {} : { from: start }),
			...(end === undefined ? {} : { before: end }),
			...(at === 0 && withEmpty !== undefined ? { empty: withEmpty } : {}),
		};
	});
}

function numbersOf(ids: readonly string[]): bigint[] {
	return ids.filter((id) => /^\d+$/.test(id)).map(BigInt);
}

function hasId({ idFrom, idBefore }: CreatedWindow, id: bigint): boolean {
	return (idFrom === undefined || id >= BigInt(idFrom)) && (idBefore === undefined || id < BigInt(idBefore));
}

/** Whether a moment is in a window; a server that ignored the filter would have it split for ever. */
function inside({ from, before, empty }: CreatedWindow, second: number): boolean {
	if (Number.isNaN(second) || empty === "only") return false;
	return second >= secondOf(from, Number.NEGATIVE_INFINITY) && second < secondOf(before, Number.POSITIVE_INFINITY);
}

/** Whether a split leaves part of a window on both sides. */
function isWithin({ from, before }: CreatedWindow, cut: number): boolean {
	return cut > secondOf(from, Number.NEGATIVE_INFINITY) && cut < secondOf(before, Number.POSITIVE_INFINITY);
}

function secondOf(moment: string | undefined, otherwise: number): number {
	return moment === undefined ? otherwise : Math.floor(momentOf(moment) / 1000);
}

function writeSecond(second: number): string {
	return new Date(second * 1000).toISOString().replace(".000Z", "+00:00");
}
