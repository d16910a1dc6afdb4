import fc from "fast-check";
import { expect, test } from "vitest";
import type { CreatedWindow } from "../../../src/client/export/checkpoint.js";
import { countOutside, cutByIds, cutWindow } from "../../../src/client/export/cut-window.js";
import { isCutByIds, windowCriteria } from "../../../src/client/export/window.js";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { Contacts } from "../../../src/standard/index.js";

const begun = Date.UTC(2026, 0, 1) / 1000;
const moment = (second: number): string => new Date((begun + second) * 1000).toISOString().replace(".000Z", "+00:00");

/** Windows of every kind: with both bounds, one or none, and with records that have no moment. */
const windows: fc.Arbitrary<CreatedWindow> = fc
	.record({ from: fc.nat(40), length: fc.integer({ min: 1, max: 40 }), kind: fc.nat(5) })
	.map(({ from, length, kind }): CreatedWindow => {
		const bounds = { from: moment(from), before: moment(from + length) };
		return (
			[
				{},
				bounds,
				{ from: bounds.from },
				{ before: bounds.before, empty: "too" },
				{ before: bounds.before },
				{ empty: "only" },
			] as const
		)[kind] as CreatedWindow;
	});

const created = fc.oneof(
	fc.array(fc.oneof(fc.nat(80), fc.constant(Number.NaN)), { maxLength: 30 }),
	fc.array(fc.nat(80), { maxLength: 30 }).map((seconds) => seconds.sort((left, right) => left - right)),
	fc.array(fc.nat(80), { maxLength: 30 }).map((seconds) => seconds.sort((left, right) => right - left)),
	fc
		.record({ second: fc.nat(80), count: fc.nat(20) })
		.map(({ second, count }) => Array(count).fill(second) as number[]),
);

const holds = (window: CreatedWindow): ((second: number | undefined) => boolean) => {
	const criteria = windowCriteria(Contacts, window);
	const matches = criteria === undefined ? () => true : evaluate(criteria);
	return (second) => matches({ Created_Time: second === undefined ? null : moment(second) });
};

test("the parts of a window hold what it holds, each record once, and nothing else", () => {
	fc.assert(
		fc.property(windows, created, fc.nat(100), (window, seconds, now) => {
			const parts = cutWindow(window, { created: seconds.map((second) => second + begun), now: now + begun });
			if (parts.length === 0) return;
			const whole = holds(window);
			const each = parts.map(holds);
			const probed = [undefined, ...Array.from({ length: 100 }, (_, at) => at - 5)];
			const wrong = probed.filter((second) => each.filter((has) => has(second)).length !== (whole(second) ? 1 : 0));
			expect(wrong).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

test("the records of a file that its window does not hold are counted, without those that have no moment", () => {
	fc.assert(
		fc.property(windows, created, (window, seconds) => {
			const known = seconds.filter((second) => !Number.isNaN(second));
			const outside = known.filter((second) => !holds(window)(second));
			expect(
				countOutside(
					window,
					seconds.map((second) => second + begun),
					[],
				),
			).toBe(outside.length);
		}),
		{ numRuns: 300 },
	);
	const ids = ["4", "5", "6", "7", "none"];
	expect(countOutside({ idFrom: "5", idBefore: "7" }, [], ids)).toBe(2);
	expect(countOutside({ idFrom: "6" }, [], ids)).toBe(2);
	expect(countOutside({ idBefore: "5" }, [], ids)).toBe(3);
	expect(countOutside({}, [], ids)).toBe(0);
});

test("a window is cut whenever possible: no part has all the known records", () => {
	fc.assert(
		fc.property(windows, created, (window, seconds) => {
			const known = seconds.filter((second) => !Number.isNaN(second) && holds(window)(second));
			const parts = cutWindow(window, { created: seconds.map((second) => second + begun), now: begun });
			const isOneSecond =
				window.from !== undefined &&
				window.before !== undefined &&
				Date.parse(window.before) - Date.parse(window.from) === 1000;
			if (known.length === 0) return;
			expect(parts.length > 0).toBe(!isOneSecond);
			if (new Set(known).size === 1) return;
			for (const part of parts) expect(known.every(holds(part))).toBe(false);
		}),
		{ numRuns: 500 },
	);
});

test("cutting ends, whatever the records: at windows that fit, or at seconds that cannot be cut", () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(fc.nat(60), fc.constant(undefined)), { maxLength: 200 }),
			fc.nat(2),
			(records, order) => {
				const perPage = 5;
				const sorted = [...records];
				if (order > 0) sorted.sort((left, right) => ((left ?? 99) - (right ?? 99)) * (order === 1 ? 1 : -1));
				let jobs = 0;
				const given: number[] = [];
				const exportWindow = (window: CreatedWindow): void => {
					jobs += 1;
					expect(jobs).toBeLessThan(1_000);
					const held = sorted.flatMap((second, index) => (holds(window)(second) ? [{ second, index }] : []));
					if (held.length <= perPage) return void given.push(...held.map(({ index }) => index));
					const sample = held
						.slice(0, perPage)
						.map(({ second }) => (second === undefined ? Number.NaN : second + begun));
					const parts = cutWindow(window, { created: sample, now: begun + 70 });
					if (parts.length === 0) {
						expect(new Set(held.map(({ second }) => second)).size).toBe(1);
						given.push(...held.map(({ index }) => index));
					}
					for (const part of parts) exportWindow(part);
				};
				exportWindow({});
				expect(given.sort((left, right) => left - right)).toEqual(records.map((_, index) => index));
			},
		),
		{ numRuns: 100 },
	);
});

test("ids cut what moments cannot: the parts hold each record once, and it ends at windows that fit", () => {
	const digits = fc.bigInt({ min: 1n, max: 9_999_999_999_999_999_999n });
	const ids = fc.uniqueArray(fc.oneof(digits, fc.bigInt({ min: 554023000000000000n, max: 554023000000000060n })), {
		maxLength: 60,
	});
	fc.assert(
		fc.property(ids, fc.nat(2), fc.boolean(), (records, order, hasNoMoment) => {
			const perPage = 5;
			const sorted = [...records];
			if (order > 0) sorted.sort((left, right) => (left < right === (order === 1) ? -1 : 1));
			const second = hasNoMoment ? null : moment(7);
			const start: CreatedWindow = hasNoMoment ? { empty: "only" } : { from: moment(7), before: moment(8) };
			const given: bigint[] = [];
			let jobs = 0;
			const exportWindow = (window: CreatedWindow): void => {
				jobs += 1;
				expect(jobs).toBeLessThan(200);
				const criteria = windowCriteria(Contacts, window);
				const matches = criteria === undefined ? () => true : evaluate(criteria);
				const held = sorted.filter((id) => matches({ id: String(id), Created_Time: second }));
				if (held.length <= perPage) return void given.push(...held);
				expect(isCutByIds(bulkRead(Contacts), window)).toBe(true);
				for (const part of cutByIds(window, held.slice(0, perPage).map(String))) exportWindow(part);
			};
			exportWindow(start);
			expect(given.length).toBe(records.length);
			expect(new Set(given)).toEqual(new Set(records));
		}),
		{ numRuns: 200 },
	);
});
