import { crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { crc32 } from "../../../src/result/zip/inflate-portable.js";
import { describeUnzip } from "./unzip-suite.js";

/** What runtimes without `node:zlib` get. */
vi.mock("#inflate", () => import("../../../src/result/zip/inflate-portable.js"));

test("the checksum is that of zlib, in one go or in parts", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (one, other) => {
			expect(crc32(one, 0)).toBe(zlibCrc32(one));
			expect(crc32(other, crc32(one, 0))).toBe(zlibCrc32(Buffer.concat([one, other])));
		}),
	);
});

describeUnzip(["zip", "zip, stored", "zipfile, piped as ZIP64", "descriptor of 12 bytes"]);
