import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { openSpool as openOnDisk } from "../../../src/client/download/spool-node.js";
import { openSpool as openInMemory } from "../../../src/client/download/spool-portable.js";
import { bytesOf, failureOf } from "../outcome.js";

const content = Uint8Array.from({ length: 200_003 }, (_, at) => (at * 7919) % 251);
const names = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("zoho-bulk-read-"));

describe.each([
	["on the disk", openOnDisk],
	["in memory", openInMemory],
])("a file that is kept %s", (_where, open) => {
	test("is given as it came, and only as it is wanted", async () => {
		const spool = await open();
		// Whoever gave a part may use its memory for the next.
		const part = new Uint8Array(100_001);
		for (const [from, to] of [
			[0, 100_001],
			[100_001, 100_001],
			[100_001, 200_002],
			[200_002, 200_003],
		] as const) {
			part.set(content.subarray(from, to));
			await spool.write(part.subarray(0, to - from));
		}
		expect(Buffer.from(await bytesOf(spool.read())).equals(Buffer.from(content))).toBe(true);
		await spool.close();
	});

	test("may be empty", async () => {
		const spool = await open();
		expect(await bytesOf(spool.read())).toEqual(new Uint8Array());
		await spool.close();
	});
});

test("on the disk it has no name where the system allows, and is gone once it is closed", async () => {
	const before = names();
	const spool = await openOnDisk();
	if (process.platform !== "win32") expect(names()).toEqual(before);
	await spool.write(content);
	await spool.close();
	expect(names()).toEqual(before);
	await failureOf(spool.write(content));
	await failureOf(bytesOf(spool.read()));
});

test("in memory nothing is left once it is closed", async () => {
	const spool = await openInMemory();
	await spool.write(content);
	await spool.close();
	expect(await bytesOf(spool.read())).toEqual(new Uint8Array());
});
