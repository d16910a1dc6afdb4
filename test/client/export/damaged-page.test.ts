import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openSpool } from "../../../src/client/download/spool-node.js";
import { openSpool as openSpoolInMemory } from "../../../src/client/download/spool-portable.js";
import { InvalidCheckpointError } from "../../../src/client/errors/invalid-checkpoint-error.js";
import { restartPage } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { writers } from "../../result/archives.js";
import { clientOf } from "../client-of.js";
import { type Contact, contactsJob } from "../contact-pages.js";
import { bytesOf, failureOf, rowsOf } from "../outcome.js";
import type { Reply } from "../script-server.js";
import { file, type ZohoServer, zohoServer } from "../zoho-server.js";

const rows: Contact[] = Array.from({ length: 9_000 }, (_, at) => ({
	Id: String(554023000000000000n + BigInt(at)),
	Last_Name: `Name ${at}`,
	Email_Opt_Out: at % 2 === 0,
}));
const csv = `Id,Last_Name,Email_Opt_Out\n${rows.map((row) => `${row.Id},${row.Last_Name},${row.Email_Opt_Out}\n`).join("")}`;
// Stored, a flipped byte is a wrong cell and nothing else, until the checksum comes at the end.
const good = writers["zip, stored"]?.(csv) ?? new Uint8Array();
const start = Buffer.from(good).indexOf("Id,Last_Name");

/** The archive with a digit of a row's id changed. */
function flipped(row: number): Uint8Array {
	const at = Buffer.from(good).indexOf(`${rows[row]?.Id},`, start) + 17;
	const copy = good.slice();
	copy[at] = (copy[at] ?? 0) ^ 1;
	return copy;
}

/** A server whose file is given in these forms, one after the other; the last one from then on. */
function serving(...files: [Uint8Array, ...Uint8Array[]]): Promise<ZohoServer> {
	let next = 0;
	const reply: Reply = (response, request) => {
		file(files[Math.min(next, files.length - 1)] ?? good)(response, request);
		next += 1;
	};
	return zohoServer({
		pages: [{ zip: good, count: rows.length }],
		states: ["COMPLETED"],
		instead: ({ path }) => (path.endsWith("/result") ? reply : undefined),
	});
}

test("a damage is found at the end; going on from any checkpoint ends with the right rows, or is refused in words", async () => {
	await fc.assert(
		fc.asyncProperty(fc.nat(rows.length - 1), fc.nat(40), async (row, keptAt) => {
			const server = await serving(flipped(row), good);
			const client = clientOf(server.url);
			const seen: { checkpoint: Checkpoint; ids: string[] }[] = [];
			const given: string[] = [];
			const first = (async () => {
				const onCheckpoint = (checkpoint: Checkpoint): void => void seen.push({ checkpoint, ids: [...given] });
				for await (const { Id } of client.rows(contactsJob, { onCheckpoint })) given.push(Id);
			})();
			const failure = await failureOf(first);
			expect(failure).toBeInstanceOf(DamagedResultError);
			expect(String(failure)).toContain("restartPage");
			const kept = seen[Math.min(keptAt, seen.length - 1)];
			if (kept === undefined) throw new Error("no checkpoint");
			const ids = [...kept.ids];
			const second = (async () => {
				for await (const { Id } of client.rows(contactsJob, { from: kept.checkpoint })) ids.push(Id);
			})();
			const outcome = await second.catch((error: unknown) => error);
			const isWrong = kept.ids.some((id, at) => id !== rows[at]?.Id);
			if (isWrong || outcome !== undefined) {
				expect(outcome).toBeInstanceOf(InvalidCheckpointError);
				expect(String(outcome)).toContain("restartPage(checkpoint)");
				// Nothing was given before it was refused.
				expect(ids).toEqual(kept.ids);
				const again = await rowsOf(client.rows(contactsJob, { from: restartPage(kept.checkpoint) }));
				expect(again).toEqual(rows);
			} else expect(ids).toEqual(rows.map(({ Id }) => Id));
		}),
		{ numRuns: 25 },
	);
});

test("rows whose file nothing is known of are not taken on trust", async () => {
	const server = await serving(good);
	const client = clientOf(server.url);
	for await (const page of client.pages(contactsJob)) {
		const from = page.after(5);
		await expect(rowsOf(client.rows(contactsJob, { from }))).rejects.toThrow("does not say what file they came from");
	}
});

test("a file that was taken as it is proves its rows as well", async () => {
	const server = await serving(good);
	const client = clientOf(server.url);
	for await (const page of client.pages(contactsJob)) {
		await bytesOf(page.download());
		expect(await rowsOf(client.rows(contactsJob, { from: page.after(8_000) }))).toEqual(rows.slice(8_000));
	}
});

test("a file that has become shorter is refused", async () => {
	const shorter = writers["zip, stored"]?.(csv.slice(0, 200_000)) ?? new Uint8Array();
	const server = await serving(good, shorter);
	const client = clientOf(server.url);
	let from: Checkpoint | undefined;
	const onCheckpoint = (next: Checkpoint): void => {
		if (next.step === "read") from = next;
	};
	await rowsOf(client.rows(contactsJob, { onCheckpoint }));
	const given: Contact[] = [];
	const read = async (): Promise<void> => {
		for await (const row of client.rows(contactsJob, { from })) given.push(row);
	};
	expect(await failureOf(read())).toBeInstanceOf(DamagedResultError);
	expect(given).toEqual([]);
});

describe("verified", () => {
	const spools = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("zoho-bulk-read-"));

	test("no row is given before the whole file was found to be good; a damaged one is downloaded again", async () => {
		const server = await serving(flipped(3), flipped(8_999), good);
		const client = clientOf(server.url);
		const before = spools();
		expect(await rowsOf(client.rows(contactsJob, { verified: true }))).toEqual(rows);
		expect(server.count("GET /crm/bulk/v2/read/1001/result")).toBe(3);
		expect(spools()).toEqual(before);
	});

	test.each([
		["damaged however often it is downloaded", [flipped(3)], 3],
		["not as long as Zoho counted", [writers["zip, stored"]?.(csv.slice(0, -40)) ?? good], 1],
	] as const)("where it is %s, no row was given", async (_what, files, downloads) => {
		const server = await serving(files[0] ?? good);
		const given: Contact[] = [];
		const read = async (): Promise<void> => {
			const options = { verified: true };
			for await (const row of clientOf(server.url).rows(contactsJob, options)) given.push(row);
		};
		expect(await failureOf(read())).toBeInstanceOf(DamagedResultError);
		expect(given).toEqual([]);
		expect(server.count("GET /crm/bulk/v2/read/1001/result")).toBe(downloads);
	});

	test("what was taken is certain: any later download goes on from it", async () => {
		const server = await serving(good);
		const client = clientOf(server.url);
		const seen: Checkpoint[] = [];
		const onCheckpoint = (checkpoint: Checkpoint): void => void seen.push(JSON.parse(JSON.stringify(checkpoint)));
		await rowsOf(client.rows(contactsJob, { verified: true, onCheckpoint }));
		const inside = seen.filter((checkpoint) => checkpoint.step === "read" && checkpoint.taken > 0);
		expect(inside.length).toBeGreaterThan(2);
		for (const from of [inside[0], inside.at(-1)]) {
			const taken = from?.step === "read" ? from.taken : 0;
			for (const verified of [true, false]) {
				expect(await rowsOf(client.rows(contactsJob, { from, verified }))).toEqual(rows.slice(taken));
			}
		}
	});

	test("who leaves early leaves nothing behind", async () => {
		const server = await serving(good);
		const before = spools();
		for await (const _ of clientOf(server.url).rows(contactsJob, { verified: true })) break;
		expect(spools()).toEqual(before);
	});

	test.each([
		["on the disk", openSpool],
		["in memory", openSpoolInMemory],
	])("%s a file is kept as it came", async (_where, open) => {
		const spool = await open();
		const parts = [good.subarray(0, 100_001), good.subarray(100_001, 100_001), good.subarray(100_001)];
		for (const part of parts) await spool.write(part);
		expect(Buffer.from(await bytesOf(spool.read())).equals(Buffer.from(good))).toBe(true);
		await spool.close();
	});
});
