import { expect, test } from "vitest";
import { makeEmptyRow, setCell } from "../../../src/result/rows/plain-row.js";

test.each([0, 1, 2, 63, 64, 65, 99, 100, 101, 130])("a row of %i columns has every key, in order, empty", (count) => {
	const keys = Array.from({ length: count }, (_, index) => `key ${index}`);
	const row = makeEmptyRow(keys);
	expect(Object.keys(row)).toEqual(keys);
	expect(Object.values(row)).toEqual(keys.map(() => null));
	const copy = { ...row };
	for (const [index, key] of keys.entries()) setCell(copy, index, key, index);
	expect(Object.values(copy)).toEqual(keys.map((_, index) => index));
	expect(Object.values(row)).toEqual(keys.map(() => null));
	for (const key of keys) {
		expect(Object.getOwnPropertyDescriptor(row, key)).toMatchObject({
			writable: true,
			enumerable: true,
			configurable: true,
		});
	}
});

test.each([1, 110])("a key may have any name, as the %i. too", (before) => {
	const keys = [...Array.from({ length: before }, (_, index) => `key ${index}`), "__proto__", 'a"b', "constructor"];
	const row = { ...makeEmptyRow(keys) };
	for (const [index, key] of keys.entries()) setCell(row, index, key, `${index}`);
	expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
	expect(Object.entries(row)).toEqual(keys.map((key, index) => [key, `${index}`]));
});
