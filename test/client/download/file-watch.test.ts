import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type FilePrefix, FileWatch } from "../../../src/client/download/file-watch.js";

const file = Uint8Array.from({ length: 100 }, (_, at) => (at * 7919) % 251);
const other = file.map((byte) => byte ^ 1);
const prefix = (bytes: number, of = file): FilePrefix => ({ bytes, crc: crc32(of.subarray(0, bytes)) });

/** Cuts a file at these positions. */
const partsOf = (of: Uint8Array, ...ends: readonly number[]): Uint8Array[] =>
	ends.map((end, at) => of.subarray(ends[at - 1] ?? 0, end));

describe("a watch on a file", () => {
	test("that may be any knows how it begins, part by part", () => {
		const watch = new FileWatch();
		expect([watch.isCertain, watch.soFar()]).toEqual([true, { bytes: 0, crc: 0 }]);
		for (const part of partsOf(file, 10, 10, 60)) watch.push(part);
		expect([watch.isCertain, watch.soFar()]).toEqual([true, prefix(60)]);
		watch.end();
	});

	test.each([
		["in one part", [100]],
		["in parts that end where the known beginning does", [20, 40, 60]],
		["in parts across its end", [39, 100]],
		["byte by byte", Array.from({ length: 41 }, (_, at) => at + 1)],
	])("that is the one knows it once all of its beginning is there: %s", (_name, ends) => {
		const watch = new FileWatch(prefix(40));
		for (const [at, part] of partsOf(file, ...ends).entries()) {
			expect(watch.isCertain).toBe((ends[at - 1] ?? 0) >= 40);
			watch.push(part);
		}
		expect([watch.isCertain, watch.soFar()]).toEqual([true, prefix(ends.at(-1) ?? 0)]);
		watch.end();
	});

	test("that is another throws once all of that beginning is there, and not after it", () => {
		const mismatch = new RangeError("another");
		const watch = new FileWatch(prefix(40), () => mismatch);
		watch.push(other.subarray(0, 39));
		expect(() => watch.push(other.subarray(39, 40))).toThrow(mismatch);
		const mixed = new FileWatch(prefix(40), () => mismatch);
		for (const part of [file.subarray(0, 40), other.subarray(40)]) mixed.push(part);
		mixed.end();
		expect(() => new FileWatch(prefix(40)).push(other)).toThrow(new TypeError("the file is a different one"));
	});

	test("that ends too early throws at its end", () => {
		const watch = new FileWatch(prefix(40));
		watch.push(file.subarray(0, 39));
		expect(() => watch.end()).toThrow("the file is a different one");
		watch.push(file.subarray(39, 40));
		watch.end();
	});
});
