import { describe, expect, test } from "vitest";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { unzip } from "../../../src/result/zip/unzip.js";
import { readLocalHeader, readSizes } from "../../../src/result/zip/zip-records.js";
import { writers, zipFiles } from "../archives.js";
import { collect, streamOf } from "../streams.js";

const csv = "Id,Last_Name\n1,Okafor\n";

/** Sizes before the data. */
const sized = zipFiles({ "result.csv": csv });
const made = (name: string): Uint8Array => (writers[name] as (content: string) => Uint8Array)(csv);
/** Sizes behind the data. */
const described = made("descriptor of 16 bytes");
const unsigned = made("descriptor of 12 bytes");
const large = made("descriptor of 24 bytes");
const large64 = made("ZIP64 throughout");

const directory = "PK\x01\x02";
const descriptor = "PK\x07\x08";
const end = "PK\x05\x06";
const end64 = "PK\x06\x06";
const locator64 = "PK\x06\x07";

/** Where a record begins, and so many bytes behind that. */
function placeOf(archive: Uint8Array, signature: string, behind: number): number {
	const at = Buffer.from(archive).indexOf(signature, 0, "latin1");
	expect(at).toBeGreaterThan(0);
	return at + behind;
}

/** An archive with another number at a place of a record. */
function altered(archive: Uint8Array, signature: string, behind: number, length: 1 | 2 | 4, value: number): Uint8Array {
	const bytes = Buffer.from(archive);
	bytes.writeUIntLE(value, placeOf(archive, signature, behind), length);
	return bytes;
}

/** An archive with a number that differs by so much. */
function moved(archive: Uint8Array, signature: string, behind: number, length: 2 | 4, by: number): Uint8Array {
	const value = Buffer.from(archive).readUIntLE(placeOf(archive, signature, behind), length);
	return altered(archive, signature, behind, length, value + by);
}

/** An archive with something before its directory, of which the end knows. */
function parted(archive: Uint8Array, between: string): Uint8Array {
	const at = placeOf(archive, directory, 0);
	const more = Buffer.concat([archive.subarray(0, at), Buffer.from(between), archive.subarray(at)]);
	return moved(more, end, 16, 4, between.length);
}

async function read(archive: Uint8Array): Promise<string> {
	return Buffer.concat(await collect(unzip(streamOf(archive)))).toString();
}

async function reasonFor(archive: Uint8Array): Promise<string> {
	const error: unknown = await read(archive).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(DamagedResultError);
	return (error as DamagedResultError).reason;
}

const localHeader = (at: number, value: number): Uint8Array => {
	const bytes = Buffer.from(described);
	bytes.writeUInt16LE(value, at);
	return bytes;
};

describe("what is wrong with an archive is said:", () => {
	const encrypted = "the file in the archive is encrypted";
	const nowhere = "the archive is inconsistent: the directory is not where it should be";
	const between = "the archive is inconsistent: there is something between the file and the directory";
	const unlike = "the archive is inconsistent: what follows the file is not what its directory says";
	const more = "the archive is inconsistent: its directory holds more than one file";
	const unread = "the archive is inconsistent: its directory cannot be read";
	const endless = "the archive is inconsistent: the end of its directory is missing";
	const cut = "it is cut off, or there is something after the archive";
	const noSizes = "the archive does not give the sizes";
	test.each<[string, Uint8Array, string]>([
		["encrypted", localHeader(6, 0x0001), encrypted],
		["encrypted strongly", localHeader(6, 0x0040), encrypted],
		["with an encrypted directory", localHeader(6, 0x2000), encrypted],
		["another compression", localHeader(8, 9), "the file in the archive uses an unsupported compression (method 9)"],
		[
			"not compressed, of a length that is told later",
			localHeader(8, 0),
			"the file in the archive is not compressed, and its length is not given before it",
		],
		["another checksum in the directory", moved(sized, directory, 16, 4, 1), "the checksum of the file differs"],
		[
			"another length in the directory",
			moved(sized, directory, 24, 4, 1),
			`the file has ${csv.length} bytes instead of ${csv.length + 1}`,
		],
		["another compressed length in the directory", moved(sized, directory, 20, 4, 1), between],
		["something behind the data", parted(sized, "x"), between],
		["another signature behind the data", moved(described, descriptor, 0, 2, 1), unlike],
		["another checksum behind the data", moved(described, descriptor, 4, 2, 1), unlike],
		["another compressed length behind the data", moved(described, descriptor, 8, 2, 1), unlike],
		["another length behind the data", moved(described, descriptor, 12, 2, 1), unlike],
		["another length in large form", moved(large, descriptor, 16, 2, 1), unlike],
		["another checksum, both in the directory and the data", moved(described, directory, 16, 4, 1), unlike],
		["something behind the descriptor", parted(described, "x"), between],
		["something behind a short descriptor", parted(unsigned, "xxxx"), unlike],
		["something behind a long descriptor", parted(large, "x".repeat(200)), between],
		["nothing behind the data", moved(unsigned, directory, 20, 4, 12), between],
		["a descriptor that begins before the file", altered(unsigned, directory, 20, 4, 0), between],
		["a directory that begins later", moved(described, end, 16, 4, 1), nowhere],
		["a directory that begins earlier", moved(described, end, 16, 4, -1), nowhere],
		["a directory that is longer", moved(described, end, 12, 4, 1), nowhere],
		["another directory", moved(described, directory, 3, 2, 1), unread],
		["an empty directory", altered(altered(described, end, 12, 4, 0), end, 16, 4, placeOf(described, end, 0)), unread],
		["a longer name", moved(described, directory, 28, 2, 1), more],
		["a longer extra field", moved(described, directory, 30, 2, 1), more],
		["a longer comment", moved(described, directory, 32, 2, 1), more],
		["no end", moved(described, end, 0, 2, 1), cut],
		["a comment that is not there", altered(described, end, 20, 2, 1), cut],
		["no entry", altered(described, end, 10, 2, 0), "the archive holds 0 files, and a result is one"],
		["two entries", altered(described, end, 10, 2, 2), "the archive holds 2 files, and a result is one"],
		["more entries than are counted", altered(described, end, 10, 2, 0xffff), endless],
		["a longer directory than is counted", altered(described, end, 12, 4, 0xffff_ffff), endless],
		["no place of the large end", moved(large64, locator64, 0, 2, 1), endless],
		["no large end", moved(large64, end64, 0, 2, 1), endless],
		[
			"two entries in the large end",
			altered(large64, end64, 32, 2, 2),
			"the archive holds 2 files, and a result is one",
		],
		["a longer directory in the large end", moved(large64, end64, 40, 2, 1), nowhere],
		["a directory that begins later in the large end", moved(large64, end64, 48, 2, 1), nowhere],
		["sizes that are nowhere", altered(described, directory, 20, 4, 0xffff_ffff), noSizes],
	])("%s", async (_, archive, reason) => {
		expect(await reasonFor(archive)).toBe(reason);
	});

	test.each<[string, string, string]>([
		["nothing", "", "it is empty"],
		["spaces and an HTML page", " \r\n<html>", "it is not a ZIP archive but an HTML or XML page"],
		["a JSON object", '\n{"code":1}', "it is not a ZIP archive but a JSON document"],
		["a JSON list", "[1]", "it is not a ZIP archive but a JSON document"],
		["a short text that ends like a page", "1 < 2 {} []", "it ends in the archive's first bytes"],
		["29 bytes", "PK\x03\x04".padEnd(29), "it ends in the archive's first bytes"],
		["30 bytes of text", "Id,Last_Name".padEnd(30, "x"), "it is not a ZIP archive"],
		["an archive of no file", "PK\x05\x06".padEnd(22, "\0"), "the archive has no file"],
	])("%s", async (_, text, reason) => {
		expect(await reasonFor(Buffer.from(text, "latin1"))).toBe(reason);
	});
});

test("an archive whose end does not say where the directory begins is read", async () => {
	expect(await read(altered(described, end, 16, 4, 0xffff_ffff))).toBe(csv);
});

test("what looks like an end in the comment is none", async () => {
	const comment = Buffer.concat([Buffer.from(end, "latin1"), Buffer.alloc(30)]);
	const commented = Buffer.concat([altered(described, end, 20, 2, comment.length), comment]);
	expect(await read(commented)).toBe(csv);
});

test("the header before the data", () => {
	const header = { method: "deflated", hasDescriptor: true, nameLength: 10, extraLength: 0 };
	expect(readLocalHeader(described.subarray(0, 30))).toEqual({ ...header, compressed: 0, inflated: 0 });
	const stored = zipFiles({ "a.csv": csv }, "-0");
	const sizes = { compressed: csv.length, inflated: csv.length };
	expect(readLocalHeader(stored)).toEqual({
		...{ method: "stored", hasDescriptor: false, nameLength: 5, extraLength: 0 },
		...sizes,
	});
});

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
		expect(() => readSizes(both, extra)).toThrow("the archive does not give the sizes");
	});
});
