import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidCheckpointError } from "../../../src/client/errors/invalid-checkpoint-error.js";
import { restartPage } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { exportPages, exportRows } from "../../../src/client/export/export-pages.js";
import type { ClientContext } from "../../../src/client/jobs/client-context.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { writers } from "../../result/archives.js";
import { type Contact, contactsJob } from "../contact-pages.js";
import { bytesOf, failureOf, rowsOf } from "../outcome.js";
import { apiInMemory, completed } from "./api-in-memory.js";

const rows: Contact[] = Array.from({ length: 2_000 }, (_, at) => ({
	Id: String(554023000000000000n + BigInt(at)),
	Last_Name: `Name ${at}`,
	Email_Opt_Out: at % 2 === 0,
}));
const csv = `Id,Last_Name,Email_Opt_Out\n${rows.map((row) => `${row.Id},${row.Last_Name},${row.Email_Opt_Out}\n`).join("")}`;
// Without compression, a flipped byte only makes a wrong cell, which nothing but the checksum at the end can detect.
const good = writers["zip, stored"]?.(csv) ?? new Uint8Array();
const start = Buffer.from(good).indexOf("Id,Last_Name");

/** The archive with a digit of a row's id changed. */
function flipped(row: number): Uint8Array {
	const at = Buffer.from(good).indexOf(`${rows[row]?.Id},`, start) + 17;
	const copy = good.slice();
	copy[at] = (copy[at] ?? 0) ^ 1;
	return copy;
}

/** Cuts the file into parts that each contain some rows. */
const partsOf = (archive: Uint8Array): Uint8Array[] =>
	Array.from({ length: Math.ceil(archive.length / 8_192) }, (_, at) => archive.subarray(8_192 * at, 8_192 * (at + 1)));

/** An API whose file is given in these forms, one after the other; the last one from then on. */
function serving(...files: readonly Uint8Array[]): ClientContext {
	return apiInMemory({ files: files.map(partsOf), looks: [completed({ count: rows.length })] }).context;
}

test("a damage is found at the end; going on from any checkpoint ends with the right rows, or is refused in words", async () => {
	await fc.assert(
		fc.asyncProperty(fc.nat(rows.length - 1), fc.nat(40), async (row, keptAt) => {
			const context = serving(flipped(row), good);
			const seen: { checkpoint: Checkpoint; ids: string[] }[] = [];
			const given: string[] = [];
			const first = (async () => {
				const onCheckpoint = (checkpoint: Checkpoint): void => void seen.push({ checkpoint, ids: [...given] });
				for await (const { Id } of exportRows(context, contactsJob, { onCheckpoint })) given.push(Id);
			})();
			const failure = await failureOf(first);
			expect(failure).toBeInstanceOf(DamagedResultError);
			expect(String(failure)).toContain("restartPage");
			const kept = seen[Math.min(keptAt, seen.length - 1)];
			if (kept === undefined) throw new Error("no checkpoint");
			const ids = [...kept.ids];
			const second = (async () => {
				for await (const { Id } of exportRows(context, contactsJob, { from: kept.checkpoint })) ids.push(Id);
			})();
			const outcome = await second.catch((error: unknown) => error);
			const isWrong = kept.ids.some((id, at) => id !== rows[at]?.Id);
			if (isWrong || outcome !== undefined) {
				expect(outcome).toBeInstanceOf(InvalidCheckpointError);
				expect(String(outcome)).toContain("restartPage(checkpoint)");
				// Nothing was given before it was refused.
				expect(ids).toEqual(kept.ids);
				const again = await rowsOf(exportRows(context, contactsJob, { from: restartPage(kept.checkpoint) }));
				expect(again).toEqual(rows);
			} else expect(ids).toEqual(rows.map(({ Id }) => Id));
		}),
		{ numRuns: 25 },
	);
});

test("rows whose file nothing is known of are not taken on trust", async () => {
	const context = serving(good);
	for await (const page of exportPages(context, contactsJob, {})) {
		const from = page.after(5);
		await expect(rowsOf(exportRows(context, contactsJob, { from }))).rejects.toThrow(
			"does not say what file they came from",
		);
	}
});

test("a file that was taken as it is proves its rows as well", async () => {
	const context = serving(good);
	for await (const page of exportPages(context, contactsJob, {})) {
		await bytesOf(page.download());
		expect(await rowsOf(exportRows(context, contactsJob, { from: page.after(1_800) }))).toEqual(rows.slice(1_800));
	}
});

test("a file that has become shorter is refused", async () => {
	const shorter = writers["zip, stored"]?.(csv.slice(0, 40_000)) ?? new Uint8Array();
	const context = serving(good, shorter);
	let from: Checkpoint | undefined;
	const onCheckpoint = (next: Checkpoint): void => {
		if (next.step === "read") from = next;
	};
	await rowsOf(exportRows(context, contactsJob, { onCheckpoint }));
	const given: Contact[] = [];
	const read = async (): Promise<void> => {
		for await (const row of exportRows(context, contactsJob, { from })) given.push(row);
	};
	expect(await failureOf(read())).toBeInstanceOf(DamagedResultError);
	expect(given).toEqual([]);
});

test("what was taken of a file that was checked first is certain: any later download goes on from it", async () => {
	const context = serving(good);
	const seen: Checkpoint[] = [];
	const onCheckpoint = (checkpoint: Checkpoint): void => void seen.push(JSON.parse(JSON.stringify(checkpoint)));
	await rowsOf(exportRows(context, contactsJob, { verified: true, onCheckpoint }));
	const inside = seen.filter((checkpoint) => checkpoint.step === "read" && checkpoint.taken > 0);
	expect(inside.length).toBeGreaterThan(1);
	for (const from of [inside[0], inside.at(-1)]) {
		const taken = from?.step === "read" ? from.taken : 0;
		for (const verified of [true, false]) {
			expect(await rowsOf(exportRows(context, contactsJob, { from, verified }))).toEqual(rows.slice(taken));
		}
	}
});
