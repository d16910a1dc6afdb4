import { expect, test } from "vitest";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { type EntryReader, readEntry } from "../../../src/result/zip/read-entry.js";
import type { ZipEntry } from "../../../src/result/zip/zip-entry.js";
import { collect } from "../streams.js";

/** Opens an archive that arrives in these parts, and then breaks off with the error, if one is given. */
function entryOf(parts: readonly Uint8Array[], broken?: Error): ZipEntry {
	return {
		name: undefined,
		bytesRead: 0,
		async *[Symbol.asyncIterator]() {
			yield* parts;
			if (broken !== undefined) throw broken;
		},
	};
}

interface Watched extends EntryReader<number> {
	/** What it was given. */
	readonly pushed: Uint8Array[];
	isEnded: boolean;
}

/** Makes a batch of every part, which is the number of its bytes, of two bytes none, and fails at one that begins with a 9. */
function readerOf(failure: unknown, last?: number): Watched {
	let batch = 0;
	return {
		record: 4,
		pushed: [],
		isEnded: false,
		push(part) {
			this.pushed.push(part);
			batch = part.length === 2 ? 0 : part.length;
			if (part[0] === 9) throw failure;
		},
		end() {
			this.isEnded = true;
			if (last === undefined) throw failure;
			batch = last;
		},
		hasBatch: () => batch > 0,
		takeBatch() {
			const taken = batch;
			batch = 0;
			return taken;
		},
	};
}

test("a file is given slice by slice, and every batch is given on, also that of its end", async () => {
	const large = new Uint8Array(140_000).fill(1);
	const reader = readerOf(undefined, 7);
	const parts = [large, new Uint8Array(), large.subarray(0, 3), large.subarray(0, 2), large.subarray(0, 65_536)];
	const batches = await collect(readEntry(entryOf(parts), reader));
	expect(batches).toEqual([65_536, 65_536, 8_928, 3, 65_536, 7]);
	expect(reader.pushed.map(({ length }) => length)).toEqual([65_536, 65_536, 8_928, 3, 2, 65_536]);
	expect(await collect(readEntry(entryOf([]), readerOf(undefined, 0)))).toEqual([]);
});

test("after a mistake nothing more is given, but the archive is read to its end", async () => {
	const damage = new DamagedResultError("why");
	const reader = readerOf(damage, 7);
	const given: number[] = [];
	const parts = [Uint8Array.of(1), new Uint8Array(100_000).fill(9), Uint8Array.of(1)];
	const read = async (from: ZipEntry): Promise<void> => {
		for await (const batch of readEntry(from, reader)) given.push(batch);
	};
	const error: unknown = await read(entryOf(parts)).catch((thrown: unknown) => thrown);
	expect(given).toEqual([1, 65_536]);
	expect(reader.pushed).toHaveLength(2);
	expect(reader.isEnded).toBe(false);
	expect(error).toBeInstanceOf(DamagedResultError);
	expect(error).toMatchObject({ reason: "why", record: 4, archiveIsWhole: true });
	const broken = new Error("the archive is damaged");
	await expect(read(entryOf(parts, broken))).rejects.toBe(broken);
});

test("a mistake that is found at the end, or is no damage, is thrown as well", async () => {
	const error: unknown = await collect(readEntry(entryOf([]), readerOf(new DamagedResultError("why")))).catch(
		(thrown: unknown) => thrown,
	);
	expect(error).toMatchObject({ record: 4, archiveIsWhole: true });
	for (const failure of [new TypeError("else"), undefined]) {
		const read = collect(readEntry(entryOf([Uint8Array.of(9)]), readerOf(failure, 7)));
		expect(
			await read.then(
				() => "read",
				(thrown: unknown) => [thrown],
			),
		).toEqual([failure]);
	}
});
