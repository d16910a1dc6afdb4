import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FileWatch } from "../../../src/client/download/file-watch.js";
import { InvalidCheckpointError } from "../../../src/client/errors/invalid-checkpoint-error.js";
import type { TakenProof } from "../../../src/client/export/checkpoint.js";
import { readResult } from "../../../src/client/export/read-result.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { MissingColumnsError } from "../../../src/result/rows/missing-columns-error.js";
import { linesOf } from "../../../src/result/rows/rows.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { Events } from "../../../src/standard/index.js";
import { zipped } from "../../result/archives.js";
import { type Contact, contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { type ApiInMemory, apiInMemory } from "./api-in-memory.js";

const rows: Contact[] = Array.from({ length: 200 }, (_, at) => ({
	Id: String(554023000000000000n + BigInt(at)),
	Last_Name: `Name ${at}`,
	Email_Opt_Out: at % 2 === 0,
}));
const archiveOf = (given: readonly Contact[], header = "Id,Last_Name,Email_Opt_Out"): Uint8Array =>
	zipped(`${header}\n${given.map((row) => `${Object.values(row).join(",")}\n`).join("")}`);
const good = archiveOf(rows);
const other = archiveOf(rows.map((row) => ({ ...row, Last_Name: `${row.Last_Name}!` })));
/** Parts that are so small that each one contains only some of the rows. */
const inParts = (archive: Uint8Array): Uint8Array[] =>
	Array.from({ length: Math.ceil(archive.length / 64) }, (_, at) => archive.subarray(64 * at, 64 * (at + 1)));
/** The archive with another checksum in its data descriptor. */
const damaged = good.slice();
const checksum = Buffer.from(damaged).indexOf(Buffer.from([0x50, 0x4b, 7, 8])) + 4;
damaged[checksum] = (damaged[checksum] ?? 0) ^ 1;

const proofOf = (archive: Uint8Array, bytes: number): TakenProof => {
	const watch = new FileWatch();
	watch.push(archive.subarray(0, bytes));
	return watch.soFar();
};

const serving = (...archives: Uint8Array[]): ApiInMemory => apiInMemory({ files: archives.map(inParts) });
const file = { jobId: "7", count: rows.length, downloadUrl: "/result", taken: 0 };

/** Counts the bytes of a download. */
function counting(): { readonly arrived: { bytes: number }; onBytes(more: number): void } {
	const arrived = { bytes: 0 };
	return {
		arrived,
		onBytes: (more) => {
			arrived.bytes += more;
		},
	};
}

/** The temporary files that are still open, where the system tells. */
const openSpools = (): string[] => {
	const folder = "/proc/self/fd";
	const names = existsSync(folder) ? readdirSync(folder) : [];
	return names.filter((name) => {
		try {
			return readlinkSync(`${folder}/${name}`).includes("zoho-bulk-read-");
		} catch {
			return false;
		}
	});
};

/** Everything that rows give until they fail, and how they do. */
async function outcomeOf(read: AsyncIterable<unknown>): Promise<{ given: unknown[]; failure: unknown }> {
	const given: unknown[] = [];
	try {
		for await (const row of read) given.push(row);
		return { given, failure: undefined };
	} catch (failure) {
		return { given, failure };
	}
}

describe("the rows of a result", () => {
	test("are downloaded each time that they are read, as the call says", async () => {
		const { context, asked } = serving(good);
		const onWait = (): void => {};
		const sizes: number[] = [];
		const watches: FileWatch[] = [];
		const options = { onWait, onBytes: (bytes: number) => void sizes.push(bytes) };
		const read = readResult(context, file, contactsJob, options, (watch) => void watches.push(watch));
		expect(asked).toEqual([]);
		expect(await rowsOf(read)).toEqual(rows);
		expect(await rowsOf(read)).toEqual(rows);
		const download = { call: "download", of: "7", url: "/result", asking: { signal: expect.any(AbortSignal), onWait } };
		expect(asked).toEqual([download, download]);
		expect(sizes.reduce((sum, size) => sum + size)).toBe(2 * good.length);
		expect(watches.map((watch) => watch.soFar().bytes)).toEqual([good.length, good.length]);
	});

	test("come while the file does", async () => {
		const { arrived, onBytes } = counting();
		const read = readResult(serving(good).context, file, contactsJob, { onBytes });
		for await (const _ of read) break;
		expect(arrived.bytes).toBeLessThan(good.length);
	});

	test("end with the call", async () => {
		const controller = new AbortController();
		const read = readResult(serving(good).context, file, contactsJob, { signal: controller.signal });
		const aborted = (async () => {
			for await (const _ of read) controller.abort("enough");
		})();
		expect(await failureOf(aborted)).toMatchObject({ name: "AbortError", jobId: "7" });
	});

	test("are read as the options say", async () => {
		const { context } = apiInMemory({ files: [[archiveOf(rows, "Id,Last_Name,Other")]] });
		const options = { missingColumns: "null", count: 1, onProgress: undefined } as const;
		const read = readResult(context, file, contactsJob, options);
		expect(await rowsOf(read)).toEqual(rows.map((row) => expect.objectContaining({ ...row, Email_Opt_Out: null })));
	});

	test("of a calendar there are none", () => {
		const calendar = bulkRead(Events).ics();
		const message = '"ics": a calendar has no rows. Read it with download(), or leave out ics.';
		expect(() => readResult(serving(good).context, file, calendar, {})).toThrow(
			expect.objectContaining({
				name: "InvalidJobError",
				issues: [{ code: "QUERY_NOT_SUPPORTED", message, path: ["file_type"], given: "ics" }],
			}),
		);
	});

	test("what goes wrong with the file names the job, and all else is thrown as it is", async () => {
		const wrong = await outcomeOf(readResult(serving(good).context, { ...file, count: 201 }, contactsJob, {}));
		expect(wrong.failure).toBeInstanceOf(DamagedResultError);
		expect(wrong.failure).toMatchObject({ jobId: "7" });
		const broken = new RangeError("broken");
		const { failure } = await outcomeOf(readResult(apiInMemory({ files: [broken] }).context, file, contactsJob, {}));
		expect(failure).toBe(broken);
	});
});

describe("rows that were taken before do not come again", () => {
	const ends = async (): Promise<number[]> => {
		const found: number[] = [];
		for await (const { length } of readResult(serving(good).context, file, contactsJob, {}).batches()) {
			found.push((found.at(-1) ?? 0) + length);
		}
		return found;
	};

	test.each<[string, verified: boolean, proof: TakenProof]>([
		["of a file that begins with them", false, proofOf(good, 500)],
		["of a file that is all of it", false, proofOf(good, good.length)],
		["of a file that was checked", false, "verified"],
		["of a file that is checked", true, proofOf(good, 500)],
	])("%s", async (_name, verified, proof) => {
		const [first = 0, second = 0] = await ends();
		for (const taken of [1, first - 1, first, first + 1, second, 199, 200]) {
			const read = readResult(serving(good).context, { ...file, taken, proof }, contactsJob, { verified });
			expect(await rowsOf(read)).toEqual(rows.slice(taken));
			for await (const batch of read.batches()) expect(batch.length).toBeGreaterThan(0);
			const lines = await rowsOf(linesOf(read));
			const written = lines.map(({ bytes }) => Buffer.from(bytes).toString()).join("");
			expect(written).toBe(
				rows
					.slice(taken)
					.map((row) => `${JSON.stringify(row)}\n`)
					.join(""),
			);
		}
	});

	test("and the others as soon as they are known to be of the same file, in their order", async () => {
		const { arrived, onBytes } = counting();
		const known = { ...file, taken: 1, proof: proofOf(good, 500) };
		const seen: number[] = [];
		for await (const _ of readResult(serving(good).context, known, contactsJob, { onBytes }).batches())
			seen.push(arrived.bytes);
		expect(seen[0]).toBe(Math.ceil(500 / 64) * 64);
		expect(new Set(seen).size).toBeGreaterThan(5);
		expect(seen.length).toBeGreaterThan(new Set(seen).size);
	});

	const words = (how: string): string =>
		`This checkpoint says that 5 rows of job 7 were taken, ${how}: some may be wrong. Discard the page's rows, and resume from restartPage(checkpoint).`;
	test.each<[string, proof: TakenProof | undefined, archive: Uint8Array, how: string]>([
		["nothing is known of the file", undefined, good, "but does not say what file they came from"],
		["the file is another one", proofOf(good, 500), other, "but the file does not begin with them"],
		[
			"the file is shorter",
			proofOf(archiveOf([...rows, ...rows]), good.length + 200),
			good,
			"but the file does not begin with them",
		],
	])("unless %s", async (_name, proof, archive, how) => {
		for (const verified of [false, true]) {
			const api = serving(archive);
			const { given, failure } = await outcomeOf(
				readResult(api.context, { ...file, taken: 5, proof }, contactsJob, { verified }),
			);
			expect(given).toEqual([]);
			expect(failure).toBeInstanceOf(InvalidCheckpointError);
			expect((failure as Error).message).toBe(words(how));
			expect(api.count("download")).toBeLessThanOrEqual(1);
			expect(openSpools()).toEqual([]);
		}
	});

	test("where none were, nothing is held against the file", async () => {
		const proof = proofOf(good, 500);
		expect((await rowsOf(readResult(serving(other).context, { ...file, proof }, contactsJob, {}))).length).toBe(200);
	});
});

describe("rows of a file that is checked first", () => {
	const options = { verified: true };

	test("come once all of it was found to be good; it is downloaded up to three times", async () => {
		const { arrived, onBytes } = counting();
		const watches = new Set<FileWatch>();
		const { context, count } = serving(damaged, damaged, good);
		const read = readResult(context, file, contactsJob, { ...options, onBytes }, (watch) => watches.add(watch));
		for await (const row of read) {
			expect(row).toEqual(rows[0]);
			expect(arrived.bytes).toBe(damaged.length * 2 + good.length);
			expect(openSpools().length).toBeLessThanOrEqual(1);
			break;
		}
		expect([count("download"), watches.size]).toEqual([3, 3]);
		expect(openSpools()).toEqual([]);
		expect(await rowsOf(read)).toEqual(rows);
		expect(openSpools()).toEqual([]);
	});

	test.each<[string, archive: Uint8Array, count: number, kind: new (...args: never[]) => Error, downloads: number]>([
		["a file that is damaged on its way", damaged, 200, DamagedResultError, 3],
		["a file that was written with too few rows", good, 201, DamagedResultError, 1],
		["a file without a column", archiveOf(rows, "Id,Last_Name,Other"), 200, MissingColumnsError, 1],
	])("do not come of %s", async (_name, archive, count, kind, downloads) => {
		const api = serving(archive);
		const { given, failure } = await outcomeOf(readResult(api.context, { ...file, count }, contactsJob, options));
		expect(given).toEqual([]);
		expect(failure).toBeInstanceOf(kind);
		expect(failure).toMatchObject({ jobId: "7" });
		expect(api.count("download")).toBe(downloads);
		expect(openSpools()).toEqual([]);
	});
});
