import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import type { Inflater, ReadBytes } from "../../../src/result/zip/inflater.js";

const text = Buffer.from(Array.from({ length: 100_000 }, (_, index) => `${index * 7919},`).join(""));
const compressed = new Uint8Array(deflateRawSync(text));

interface Source {
	readonly read: ReadBytes;
	/** How many bytes were asked for. */
	readonly given: () => number;
}

/** Yields bytes in parts of this length. */
function sourceOf(bytes: Uint8Array, length = 10_000): Source {
	let at = 0;
	const read = async (): Promise<Uint8Array | undefined> => {
		if (at >= bytes.length) return undefined;
		const part = bytes.subarray(at, at + length);
		at += part.length;
		return part;
	};
	return { read, given: () => at };
}

async function allOf(inflater: Inflater): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for (let part = await inflater.read(); part !== undefined; part = await inflater.read()) {
		expect(part.length).toBeGreaterThan(0);
		parts.push(part);
	}
	expect(await inflater.read()).toBeUndefined();
	return Buffer.concat(parts);
}

/** Why data cannot be inflated. */
export async function reasonFor(inflate: (compressed: ReadBytes) => Inflater, bytes: Uint8Array): Promise<string> {
	const error: unknown = await allOf(inflate(sourceOf(bytes).read)).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(DamagedResultError);
	return (error as DamagedResultError).reason;
}

/** What holds of whatever inflates. */
export function describeInflater(inflate: (compressed: ReadBytes) => Inflater): void {
	test.each([1_000, 10_000, 1_000_000])("inflates data that comes in parts of %i bytes", async (length) => {
		expect((await allOf(inflate(sourceOf(compressed, length).read))).equals(text)).toBe(true);
	});

	test("inflates what is empty, or comes byte by byte", async () => {
		expect(await allOf(inflate(sourceOf(new Uint8Array(deflateRawSync(""))).read))).toHaveLength(0);
		const small = new Uint8Array(deflateRawSync("a small text"));
		expect(String(await allOf(inflate(sourceOf(small, 1).read)))).toBe("a small text");
	});

	test("discards what comes behind the last block, and does not ask for all of it", async () => {
		const source = sourceOf(Buffer.concat([compressed, new Uint8Array(1_000_000)]));
		expect((await allOf(inflate(source.read))).equals(text)).toBe(true);
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(source.given()).toBeLessThan(compressed.length + 300_000);
	});

	test("asks for little ahead of what is wanted", async () => {
		const source = sourceOf(compressed);
		const inflater = inflate(source.read);
		await inflater.read();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(source.given()).toBeLessThan(compressed.length);
		inflater.close();
	});

	test("refuses data that is not deflated", async () => {
		const reason = await reasonFor(inflate, Buffer.from("\x07 no deflated data at all"));
		expect(reason).toMatch(/^the compressed data cannot be read \(.+\)$/);
	});

	test("throws what its source throws, after what was inflated before", async () => {
		const broken = new Error("the connection broke");
		const source = sourceOf(compressed.subarray(0, 100_000));
		const inflater = inflate(async () => {
			const part = await source.read();
			if (part === undefined) throw broken;
			return part;
		});
		const parts: Uint8Array[] = [];
		const read = async (): Promise<void> => {
			for (let part = await inflater.read(); part !== undefined; part = await inflater.read()) parts.push(part);
		};
		await expect(read()).rejects.toBe(broken);
		const given = Buffer.concat(parts);
		expect(given.length).toBeGreaterThan(50_000);
		expect(given.equals(text.subarray(0, given.length))).toBe(true);
	});
}
