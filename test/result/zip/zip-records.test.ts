import { describe, expect, test } from "vitest";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { unzip } from "../../../src/result/zip/unzip.js";
import { readLocalHeader } from "../../../src/result/zip/zip-records.js";
import { writers, zipFiles } from "../archives.js";
import { collect, streamOf, watchedStream } from "../streams.js";

/** Long enough for every archiver to compress it. */
const csv = `Id,Last_Name\n${"1,Okafor\n".repeat(20)}`;

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

/** The position of a record, plus this many bytes. */
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

/** An archive with extra bytes before its directory, and an end record that takes them into account. */
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
		["no entry", altered(described, end, 10, 2, 0), "the archive holds 0 files, but a result has only one"],
		["two entries", altered(described, end, 10, 2, 2), "the archive holds 2 files, but a result has only one"],
		["more entries than are counted", altered(described, end, 10, 2, 0xffff), endless],
		["a longer directory than is counted", altered(described, end, 12, 4, 0xffff_ffff), endless],
		["no place of the large end", moved(large64, locator64, 0, 2, 1), endless],
		["no large end", moved(large64, end64, 0, 2, 1), endless],
		[
			"two entries in the large end",
			altered(large64, end64, 32, 2, 2),
			"the archive holds 2 files, but a result has only one",
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

/** What may be beside the sizes in an archive's headers. */
interface Additions {
	readonly name?: string;
	readonly localExtra?: Uint8Array;
	readonly extra?: Uint8Array;
	readonly comment?: string;
}

/** An archive with another name, and with more in its headers. */
function rebuilt(archive: Uint8Array, { name = "result.csv", localExtra, extra, comment = "" }: Additions): Uint8Array {
	const bytes = Buffer.from(archive);
	const at = placeOf(archive, directory, 0);
	const endAt = placeOf(archive, end, 0);
	const nameLength = bytes.readUInt16LE(26);
	const local = bytes.subarray(0, 30);
	const listed = bytes.subarray(at, at + 46);
	for (const [header, place] of [
		[local, 26],
		[listed, 28],
	] as const) {
		header.writeUInt16LE(Buffer.byteLength(name), place);
	}
	local.writeUInt16LE(localExtra?.length ?? 0, 28);
	listed.writeUInt16LE(extra?.length ?? 0, 30);
	listed.writeUInt16LE(comment.length, 32);
	const before = [local, Buffer.from(name), localExtra ?? [], bytes.subarray(30 + nameLength, at)];
	const entry = [listed, Buffer.from(name), extra ?? [], Buffer.from(comment)];
	const last = bytes.subarray(endAt);
	last.writeUInt32LE(Buffer.concat(entry.map((part) => Uint8Array.from(part))).length, 12);
	last.writeUInt32LE(Buffer.concat(before.map((part) => Uint8Array.from(part))).length, 16);
	return Buffer.concat([...before, ...entry, last].map((part) => Uint8Array.from(part)));
}

/** An extra field with this many bytes in total. */
const otherField = (length: number): Buffer => {
	const bytes = Buffer.alloc(length);
	bytes.writeUInt16LE(0x5455);
	bytes.writeUInt16LE(length - 4, 2);
	return bytes;
};

describe("an archive is read", () => {
	test.each(Object.keys(writers).filter((name) => !/^zip/.test(name)))("in the form of a %s", async (name) => {
		expect(await read(made(name))).toBe(csv);
		const long = Buffer.from(Array.from({ length: 40_000 }, () => Math.random()).join());
		const archive = (writers[name] as (content: Uint8Array) => Uint8Array)(long);
		expect(archive.length).toBeGreaterThan(200_000);
		expect(await read(archive)).toBe(long.toString());
	});

	test.each<[string, Additions]>([
		["no name", { name: "" }],
		["a long name", { name: "n".repeat(1000) }],
		["more in its header", { localExtra: otherField(600) }],
		["more in its directory", { extra: otherField(600) }],
		["a comment", { comment: "c".repeat(600) }],
		["all of that", { name: "é", localExtra: otherField(5), extra: otherField(300), comment: "a comment" }],
	])("with %s", async (_, additions) => {
		for (const archive of [described, sized]) expect(await read(rebuilt(archive, additions))).toBe(csv);
	});

	test("with sizes behind other fields of its directory", async () => {
		const sizes = Buffer.alloc(20);
		const bytes = Buffer.from(described);
		sizes.writeUInt16LE(1);
		sizes.writeUInt16LE(16, 2);
		sizes.writeUInt32LE(csv.length, 4);
		sizes.writeUInt32LE(bytes.readUInt32LE(placeOf(described, directory, 20)), 12);
		const more = rebuilt(described, { extra: Buffer.concat([otherField(9), sizes]), comment: "c" });
		expect(await read(altered(altered(more, directory, 20, 4, 0xffff_ffff), directory, 24, 4, 0xffff_ffff))).toBe(csv);
	});
});

test("a directory may be as long as what is kept of an archive, and no longer", async () => {
	const kept = 131_072;
	for (const missing of [0, 5]) {
		const rest = kept - (46 + "result.csv".length + 65_535 + 22) + missing;
		const long = rebuilt(sized, { extra: otherField(65_535), comment: "c".repeat(rest) });
		const cut = long.length - kept;
		// The bytes that are kept start with the last part, which has not been inflated at all.
		const parts = [long.subarray(0, 50), long.subarray(50, cut), long.subarray(cut)];
		const result: unknown = await collect(unzip(watchedStream(parts).stream)).catch((thrown: unknown) => thrown);
		if (missing === 0) expect(Buffer.concat(result as Uint8Array[]).toString()).toBe(csv);
		else {
			expect(result).toBeInstanceOf(DamagedResultError);
			expect(result).toMatchObject({
				reason: "the archive is inconsistent: the directory is not where it should be",
			});
		}
	}
});

test("an archive too short for the large end that it names is refused", async () => {
	const header = Buffer.from(described.subarray(0, 30));
	header.writeUInt16LE(0, 26);
	const locator = Buffer.concat([Buffer.from(locator64, "latin1"), Buffer.alloc(16)]);
	const last = Buffer.from(described.subarray(placeOf(described, end, 0)));
	expect(await reasonFor(Buffer.concat([header, Buffer.of(3, 0), locator, last]))).toMatch(
		/^the archive is inconsistent/,
	);
});

test("an archive whose end does not say where the directory begins is read", async () => {
	expect(await read(altered(described, end, 16, 4, 0xffff_ffff))).toBe(csv);
});

describe("a file that is not compressed", () => {
	const stored = zipFiles({ "a.csv": csv }, "-0");

	test("is read, in whatever parts it comes", async () => {
		for (const length of [1, 7, 40, 10_000]) {
			const parts = await collect(unzip(streamOf(stored, length)));
			expect(Buffer.concat(parts).toString()).toBe(csv);
			expect(parts.every((part) => part.length > 0)).toBe(true);
		}
	});

	test("is refused if it is cut", async () => {
		for (const length of [35, 36, 36 + csv.length - 2]) {
			expect(await reasonFor(stored.subarray(0, length))).toBe("it ends in the middle of the file");
		}
		expect(await reasonFor(stored.subarray(0, 35 + csv.length))).toBe(
			"it is cut off, or there is something after the archive",
		);
	});
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
