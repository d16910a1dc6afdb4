import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as onNode from "../../../src/sandbox/files/deflate-node.js";
import * as portable from "../../../src/sandbox/files/deflate-portable.js";
import { writeZip, type ZipOptions } from "../../../src/sandbox/files/write-zip.js";
import { unzip } from "../raw-http.js";

async function* chunked(text: string, size: number): AsyncGenerator<Uint8Array> {
	const bytes = Buffer.from(text);
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const all: Uint8Array[] = [];
	for await (const chunk of chunks) all.push(chunk);
	return Buffer.concat(all);
}

const options: ZipOptions = {
	name: "554.csv",
	method: "deflate",
	dataDescriptor: true,
	modified: Date.UTC(2026, 1, 3, 4, 5, 7),
};

describe("writeZip", () => {
	test.each([
		["deflate", true],
		["deflate", false],
		["store", true],
		["store", false],
	] as const)("%s, data descriptor %s: another program reads the same text back", async (method, dataDescriptor) => {
		for (const text of ["", "a", "Id,Last_Name\n1,Ngọzi 𠮷\n".repeat(20_000)]) {
			const archive = await gather(writeZip(chunked(text, 4_097), { ...options, method, dataDescriptor }));
			expect(unzip(archive)).toEqual({
				name: "554.csv",
				text,
				method: method === "deflate" ? 8 : 0,
				flags: dataDescriptor ? 8 : 0,
				modified: "2026-02-03T04:05:06",
			});
		}
	});

	test("fails with its source", async () => {
		const broken = async function* (): AsyncGenerator<Uint8Array> {
			yield Buffer.from("some");
			throw new Error("no more");
		};
		for (const method of ["deflate", "store"] as const) {
			await expect(gather(writeZip(broken(), { ...options, method }))).rejects.toThrow("no more");
		}
	});

	test("stops its source where the reader stops", async () => {
		let stopped = false;
		const endless = async function* (): AsyncGenerator<Uint8Array> {
			try {
				for (;;) yield new Uint8Array(65_536);
			} finally {
				stopped = true;
			}
		};
		for (const method of ["deflate", "store"] as const) {
			stopped = false;
			let pieces = 0;
			for await (const _ of writeZip(endless(), { ...options, method })) if (++pieces === 3) break;
			await expect.poll(() => stopped).toBe(true);
		}
	});
});

describe.each([
	["Node's zlib", onNode],
	["fflate", portable],
])("%s", (_, { deflateRaw, crc32 }) => {
	test("packs any bytes in any pieces so that they can be unpacked", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 5 }), async (pieces) => {
				const packed = await gather(
					deflateRaw(
						(async function* () {
							yield* pieces;
						})(),
					),
				);
				expect(inflateRawSync(packed).equals(Buffer.concat(pieces))).toBe(true);
			}),
			{ numRuns: 50 },
		);
	});

	test("knows the CRC-32 of the textbook, in one piece or in several", () => {
		const check = Buffer.from("123456789");
		expect(crc32(check, 0)).toBe(0xcbf43926);
		expect(crc32(check.subarray(4), crc32(check.subarray(0, 4), 0))).toBe(0xcbf43926);
		expect(crc32(new Uint8Array(0), 0)).toBe(0);
	});
});
