import { describe, expect, test } from "vitest";
import { readSizes } from "../../../src/result/zip/zip-records.js";

describe("sizes that are too large for 32 bits are in the extra field of ZIP64", () => {
	const tooLarge = 0xffff_ffff;
	const field = (id: number, ...numbers: readonly number[]): Buffer => {
		const bytes = Buffer.alloc(4 + numbers.length * 8);
		bytes.writeUInt16LE(id);
		bytes.writeUInt16LE(numbers.length * 8, 2);
		for (const [index, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 4 + index * 8);
		return bytes;
	};
	const both = { compressed: tooLarge, inflated: tooLarge };

	test.each<[string, { compressed: number; inflated: number }, Buffer, number, number]>([
		["neither", { compressed: 1, inflated: 2 }, field(1, 8, 9), 1, 2],
		["both", both, field(1, 2 ** 40, 2 ** 33), 2 ** 33, 2 ** 40],
		["only the length", { compressed: 5, inflated: tooLarge }, field(1, 2 ** 40), 5, 2 ** 40],
		["only the compressed one", { compressed: tooLarge, inflated: 5 }, field(1, 2 ** 33), 2 ** 33, 5],
		["behind other fields", both, Buffer.concat([field(0x5455, 1), field(7), field(1, 9, 8)]), 8, 9],
		["before another", both, Buffer.concat([field(1, 9, 8), field(1, 3, 4)]), 8, 9],
		["with the number of the disk", both, Buffer.concat([field(1, 9, 8, 7), Buffer.alloc(4)]), 8, 9],
	])("%s", (_, sizes, extra, compressed, inflated) => {
		expect(readSizes(sizes, extra)).toEqual({ compressed, inflated });
	});

	test.each<[string, Buffer]>([
		["no field", Buffer.alloc(0)],
		["another field", field(2, 9, 8)],
		["one size of two", field(1, 9)],
		["a field that goes beyond the end", field(1, 9, 8).subarray(0, 19)],
		["less than a field's head", Buffer.of(1, 0, 16)],
		["a head that goes beyond the end", Buffer.concat([field(2, 9), Buffer.of(1, 0, 16)])],
	])("or missing: %s", (_, extra) => {
		if (extra.length === 0) {
			for (const sizes of [
				{ compressed: 5, inflated: tooLarge },
				{ compressed: tooLarge, inflated: 5 },
			]) {
				expect(() => readSizes(sizes, extra)).toThrow("the archive does not give the sizes");
			}
		}
		expect(() => readSizes(both, extra)).toThrow("the archive does not give the sizes");
	});
});
