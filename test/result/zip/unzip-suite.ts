import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { type UnzipOptions, unzip } from "../../../src/result/zip/unzip.js";
import { storedIntoPipe, writers, zipFiles, zipPiped, zipped } from "../archives.js";
import { collect, streamCutAt, streamOf, watchedStream } from "../streams.js";

const csv = `Id,Last_Name,Email
554023000000470421,"Okafor, Ngozi",ngozi@example.com
554023000000470422,"line
break",王@example.com
`;

async function contentOf(archive: Uint8Array, options?: UnzipOptions, partLength?: number): Promise<string> {
	return Buffer.concat(await collect(unzip(streamOf(archive, partLength), options))).toString();
}

async function damageOf(archive: Uint8Array, options?: UnzipOptions): Promise<DamagedResultError> {
	const error: unknown = await contentOf(archive, options).catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(DamagedResultError);
	return error as DamagedResultError;
}

function writerOf(name: string): (content: string | Uint8Array) => Uint8Array {
	const write = writers[name];
	if (write === undefined) throw new TypeError(`There is no writer "${name}".`);
	return write;
}

const archives = new Map<string, Uint8Array>();

/**
 * Tests of `unzip` for every inflater.
 *
 * @param names - of the writers.
 */
export function describeUnzip(names: readonly string[]): void {
	const large = Buffer.from(Array.from({ length: 20_000 }, (_, index) => `${index},${index * 7919}\n`).join(""));
	beforeAll(() => {
		for (const name of names) if (!archives.has(name)) archives.set(name, writerOf(name)(csv));
	});
	const archive = (name = names[0] as string): Uint8Array => archives.get(name) as Uint8Array;

	describe.each(names)("an archive by %s", (name) => {
		test("gives its file", async () => {
			expect(await contentOf(archive(name))).toBe(csv);
		});

		test("gives a file of many parts, and an empty one", async () => {
			const write = writerOf(name);
			expect(await contentOf(write(large))).toBe(large.toString());
			expect(await contentOf(write(""))).toBe("");
		});

		test("gives its file however it comes in parts", async () => {
			const bytes = archive(name);
			expect(await contentOf(bytes, {}, 1)).toBe(csv);
			const cuts = fc.array(fc.nat({ max: bytes.length }), { maxLength: 8 });
			await fc.assert(
				fc.asyncProperty(cuts, async (places) => {
					expect(Buffer.concat(await collect(unzip(streamCutAt(bytes, places)))).toString()).toBe(csv);
				}),
				{ numRuns: 30 },
			);
		});

		test("is refused wherever it is cut off", async () => {
			const bytes = archive(name);
			for (let length = 0; length < bytes.length; length++) {
				const error = await damageOf(bytes.subarray(0, length));
				expect(error.offset).toBe(length);
			}
		});

		test("is refused, or still right, whichever byte is altered", async () => {
			const bytes = archive(name);
			for (let at = 0; at < bytes.length; at++) {
				for (const flip of [0xff, 1 << (at % 8)]) {
					const altered = bytes.slice();
					altered[at] = (bytes[at] as number) ^ flip;
					const given = await contentOf(altered).catch((error: unknown) => error);
					if (!(given instanceof DamagedResultError)) expect(given).toBe(csv);
				}
			}
		});

		test("is refused with anything before or behind it", async () => {
			const bytes = archive(name);
			for (const more of [Buffer.from("x"), Buffer.alloc(22), bytes, Buffer.alloc(300_000)]) {
				await damageOf(Buffer.concat([bytes, more]));
				await damageOf(Buffer.concat([more, bytes]));
			}
		});
	});

	test("every bit of the data counts", async () => {
		const bytes = archive();
		for (let bit = 0; bit < bytes.length * 8; bit++) {
			const altered = bytes.slice();
			altered[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
			const given = await contentOf(altered).catch((error: unknown) => error);
			if (!(given instanceof DamagedResultError)) expect(given).toBe(csv);
		}
	});

	test("a signature of a descriptor in the data ends nothing", async () => {
		const signatures = Buffer.from("PK\x07\x08PK\x01\x02PK\x05\x06".repeat(50), "latin1");
		expect(await contentOf(zipFiles({ "result.csv": signatures }, "-0"))).toBe(signatures.toString());
		expect(await contentOf(zipPiped(signatures))).toBe(signatures.toString());
	});

	test("the file's name is told", async () => {
		const entry = unzip(streamOf(zipFiles({ "5540230000004.ics": "BEGIN:VCALENDAR" })));
		expect(entry.name).toBeUndefined();
		expect(entry.bytesRead).toBe(0);
		await collect(entry);
		expect(entry.name).toBe("5540230000004.ics");
		expect(entry.bytesRead).toBeGreaterThan(100);
	});

	test.each([
		["nothing at all", Buffer.alloc(0), /empty/],
		["an HTML page", Buffer.from("<!DOCTYPE html><html><body>Sign in to Zoho</body></html>"), /HTML/],
		["a JSON document", Buffer.from('{"code":"INVALID_TOKEN","status":"error"}'), /JSON/],
		["a CSV", Buffer.from("Id,Last_Name\n554023000000470421,Okafor\n"), /not a ZIP/],
		["an archive without a file", Buffer.concat([Buffer.from("PK\x05\x06", "latin1"), Buffer.alloc(18)]), /no file/],
	])("%s is refused, and said to be that", async (_, bytes, reason) => {
		expect((await damageOf(bytes)).message).toMatch(reason);
	});

	test("an archive of two files is refused", async () => {
		expect((await damageOf(zipFiles({ "a.csv": csv, "b.csv": csv }))).reason).toContain("2 files");
		const noise = Buffer.from(Array.from({ length: 50_000 }, () => Math.random()).join("\n"));
		expect((await damageOf(zipFiles({ "a.csv": csv, "b.csv": noise }))).reason).toContain("there is something after");
	});

	test("an encrypted file is refused", async () => {
		expect((await damageOf(zipFiles({ "a.csv": csv }, "-P", "secret"))).reason).toContain("encrypted");
	});

	test("a method that is not read is refused", async () => {
		const program = `import sys, zipfile, io
file = io.BytesIO()
with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as archive: archive.writestr("a.csv", "Id")
sys.stdout.buffer.write(file.getvalue())`;
		const bytes = new Uint8Array(execFileSync("python3", ["-c", program]));
		expect((await damageOf(bytes)).reason).toContain("method 12");
	});

	test("a file that is stored without saying how long it is, is refused", async () => {
		expect((await damageOf(storedIntoPipe(csv))).reason).toContain("is not compressed, and");
	});

	test("a file that grows beyond the limit is refused before it is there", async () => {
		const bomb = zipped(Buffer.alloc(5_000_000));
		const { stream, isCancelled } = watchedStream([bomb]);
		let given = 0;
		const read = async (): Promise<void> => {
			for await (const part of unzip(stream, { maxInflatedBytes: 1_000_000 })) given += part.length;
		};
		await expect(read()).rejects.toThrow(/larger than 1000000 bytes.*maxInflatedBytes/);
		expect(given).toBeLessThanOrEqual(1_000_000);
		expect(isCancelled()).toBe(true);
		expect(await contentOf(archive(), { maxInflatedBytes: csv.length + 2 })).toBe(csv);
	});

	test("nothing is asked for before it is wanted, and little ahead of it", async () => {
		const bytes = zipped(randomBytes(4_000_000));
		const parts = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, index) =>
			bytes.subarray(index * 1000, index * 1000 + 1000),
		);
		const { stream, pulls } = watchedStream(parts);
		const entry = unzip(stream)[Symbol.asyncIterator]();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(pulls()).toBe(0);
		await entry.next();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(pulls()).toBeLessThan(parts.length / 10);
		await entry.return();
	});

	test("leaving the loop cancels the archive", async () => {
		const bytes = zipFiles({ "a.csv": large });
		const { stream, pulls, isCancelled } = watchedStream([bytes.subarray(0, 20_000), bytes.subarray(20_000), bytes]);
		for await (const part of unzip(stream)) {
			expect(part.length).toBeGreaterThan(0);
			break;
		}
		expect(isCancelled()).toBe(true);
		expect(pulls()).toBeLessThanOrEqual(2);
	});

	test("what the download throws is thrown as it is", async () => {
		const broken = new Error("the connection broke");
		const bytes = archive();
		for (const length of [0, 10, 40, 60, bytes.length - 5]) {
			const stream = new ReadableStream<Uint8Array>({
				start(controller) {
					controller.enqueue(bytes.slice(0, length));
				},
				pull(controller) {
					controller.error(broken);
				},
			});
			await expect(collect(unzip(stream))).rejects.toBe(broken);
		}
	});
}
