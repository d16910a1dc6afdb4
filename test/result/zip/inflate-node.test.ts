import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { crc32, inflate } from "../../../src/result/zip/inflate-node.js";
import { describeInflater, reasonFor } from "./inflater-suite.js";

describeInflater(inflate);

test("data that ends in the middle is refused", async () => {
	const compressed = new Uint8Array(deflateRawSync("a text that is long enough to be cut"));
	for (let length = 0; length < compressed.length; length++) {
		const reason = await reasonFor(inflate, compressed.subarray(0, length));
		expect(reason).toBe("it ends in the middle of the compressed data");
	}
});

test("the checksum is that of the standard, in one go or in parts", () => {
	const bytes = Buffer.from("123456789");
	expect(crc32(bytes, 0)).toBe(0xcbf4_3926);
	expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4), 0))).toBe(0xcbf4_3926);
});

test("parts are large, since each goes to another thread and back", async () => {
	const compressed = new Uint8Array(deflateRawSync(Buffer.alloc(1_000_000)));
	let given = false;
	const inflater = inflate(async () => {
		if (given) return undefined;
		given = true;
		return compressed;
	});
	expect((await inflater.read())?.length).toBeGreaterThan(200_000);
	inflater.close();
});

test("nothing more is asked for once it is closed", async () => {
	let asked = 0;
	const noise = new Uint8Array(deflateRawSync(Buffer.from(Array.from({ length: 50_000 }, () => Math.random()).join())));
	const inflater = inflate(async () => noise.subarray(asked * 1000, ++asked * 1000));
	await inflater.read();
	inflater.close();
	const before = asked;
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(asked).toBeLessThanOrEqual(before + 1);
});
