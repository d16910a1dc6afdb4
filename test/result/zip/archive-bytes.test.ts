import { describe, expect, test } from "vitest";
import { ArchiveBytes } from "../../../src/result/zip/archive-bytes.js";
import { watchedStream } from "../streams.js";

/** Parts of these lengths. Each byte is the number of its part. */
const partsOf = (...lengths: readonly number[]): Uint8Array[] =>
	lengths.map((length, index) => new Uint8Array(length).fill(index));

const archiveOf = (...lengths: readonly number[]): ArchiveBytes =>
	new ArchiveBytes(watchedStream(partsOf(...lengths)).stream);

const joined = (...lengths: readonly number[]): Buffer => Buffer.concat(partsOf(...lengths));

describe("an archive's bytes", () => {
	test("are taken across its parts, fewer only at its end", async () => {
		const archive = archiveOf(3, 4, 5);
		expect(await archive.take(2)).toEqual(Uint8Array.of(0, 0));
		expect(await archive.take(0)).toEqual(new Uint8Array());
		expect(await archive.take(6)).toEqual(Uint8Array.of(0, 1, 1, 1, 1, 2));
		expect(archive.count).toBe(12);
		expect(await archive.take(9)).toEqual(Uint8Array.of(2, 2, 2, 2));
		expect(await archive.take(9)).toEqual(new Uint8Array());
	});

	test("come in parts of at most so many, and none is lost", async () => {
		const archive = archiveOf(5, 2);
		expect(await archive.readUpTo(3)).toEqual(Uint8Array.of(0, 0, 0));
		expect(await archive.readUpTo(2)).toEqual(Uint8Array.of(0, 0));
		expect(await archive.readUpTo(1)).toEqual(Uint8Array.of(1));
		expect(await archive.read()).toEqual(Uint8Array.of(1));
		expect(await archive.readUpTo(1)).toBeUndefined();
		expect(await archive.read()).toBeUndefined();
		expect(archive.count).toBe(7);
	});
});

/** How much of the end is kept. */
const kept = 131_072;

describe("an archive's end", () => {
	test("is all of a short one, whatever was read of it", async () => {
		const archive = archiveOf(10, 20, 30);
		await archive.take(15);
		expect(await archive.readTail()).toEqual(new Uint8Array(joined(10, 20, 30)));
	});

	test("is no more than it needs of a long one, in whole parts", async () => {
		const lengths = [kept, kept, kept / 2, 1, kept / 2 - 1, 0];
		const archive = archiveOf(...lengths);
		await archive.take(2 * kept);
		const tail = await archive.readTail();
		expect(tail?.length).toBe(kept);
		expect(Buffer.from(tail ?? []).equals(joined(...lengths).subarray(2 * kept))).toBe(true);
		expect(archive.count).toBe(3 * kept);
	});

	test("includes the part in which it begins", async () => {
		const archive = archiveOf(kept, 2, kept - 1);
		await archive.take(kept + 1);
		const tail = await archive.readTail();
		expect(Buffer.from(tail ?? []).equals(joined(kept, 2, kept - 1).subarray(kept))).toBe(true);
	});

	test("is too far where more comes than is kept", async () => {
		const enough = archiveOf(10, kept);
		await enough.take(10);
		expect((await enough.readTail())?.length).toBeGreaterThanOrEqual(kept);
		const { stream, pulls } = watchedStream(partsOf(10, kept + 1, 10, 10));
		const more = new ArchiveBytes(stream);
		await more.take(10);
		expect(await more.readTail()).toBeUndefined();
		expect(pulls()).toBe(2);
	});
});

test("cancelling an archive cancels its stream, read before or not, and gives nothing more", async () => {
	for (const length of [0, 3, 4]) {
		const { stream, isCancelled } = watchedStream(partsOf(5, 5, 5));
		const archive = new ArchiveBytes(stream);
		await archive.take(length);
		await archive.cancel();
		expect(isCancelled()).toBe(true);
		expect(await archive.read()).toBeUndefined();
	}
});
