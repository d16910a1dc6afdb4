import { randomBytes } from "node:crypto";
import { deflateRawSync, crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32, inflate } from "../../../src/result/zip/inflate-portable.js";
import { describeInflater, reasonFor } from "./inflater-suite.js";

describeInflater(inflate);

test("data that ends in the middle of a code is refused", async () => {
	const compressed = new Uint8Array(deflateRawSync("a text that is long enough to be cut"));
	expect(await reasonFor(inflate, compressed.subarray(0, -5))).toBe("it ends in the middle of the compressed data");
});

test("nothing is kept, and nothing more is given, once it is closed", async () => {
	let asked = 0;
	const compressed = new Uint8Array(deflateRawSync(randomBytes(200_000)));
	const inflater = inflate(async () => compressed.subarray(asked * 100_000, ++asked * 100_000));
	expect((await inflater.read())?.length).toBeGreaterThan(0);
	inflater.close();
	expect(await inflater.read()).toBeUndefined();
	expect(asked).toBe(1);
});

test("the checksum is that of zlib, in one go or in parts", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (one, other) => {
			expect(crc32(one, 0)).toBe(zlibCrc32(one));
			expect(crc32(other, crc32(one, 0))).toBe(zlibCrc32(Buffer.concat([one, other])));
		}),
	);
});
