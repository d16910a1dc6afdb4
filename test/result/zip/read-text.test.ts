import { expect, test } from "vitest";
import { InvalidOptionError } from "../../../src/checks/invalid-option-error.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { readText, readTextParts } from "../../../src/result/zip/read-text.js";
import { unzip } from "../../../src/result/zip/unzip.js";
import { zipFiles, zipped } from "../archives.js";
import { collect, streamOf, watchedStream } from "../streams.js";

const long = `Id,Name\n${Array.from({ length: 20_000 }, (_, index) => `${index},王 ${index} é 👩‍🚀\n`).join("")}`;

test("the CSV of a result as text", async () => {
	expect(await readText(streamOf(zipped(long), 999))).toBe(long);
});

test("the text part by part, no character cut in two", async () => {
	const parts = await collect(readTextParts(streamOf(zipped(long))));
	expect(parts.length).toBeGreaterThan(1);
	expect(parts.join("")).toBe(long);
	for (const part of parts) expect(part).not.toContain("\uFFFD");
});

test("no part is empty, even where a part of the archive has only the beginning of a character", async () => {
	const text = "Id,Name\n1,王é\n";
	const archive = zipFiles({ "a.csv": text }, "-0");
	const parts = await collect(readTextParts(streamOf(archive, 1)));
	expect(parts).toEqual([...text]);
	expect(await collect(readTextParts(streamOf(zipped(""))))).toEqual([]);
});

test("a byte order mark is no text", async () => {
	expect(await readText(streamOf(zipped("\uFEFFId\n")))).toBe("Id\n");
});

test("the limit is passed on", async () => {
	await expect(readText(streamOf(zipped(long)), { maxInflatedBytes: 9 })).rejects.toThrow("maxInflatedBytes");
});

test("leaving the loop cancels the download", async () => {
	const { stream, isCancelled } = watchedStream([zipped(long), new Uint8Array(1)]);
	for await (const part of readTextParts(stream)) {
		expect(part.startsWith("Id,Name")).toBe(true);
		break;
	}
	expect(isCancelled()).toBe(true);
});

test("text that is not UTF-8 is refused, and a damaged archive too", async () => {
	const latin1 = Buffer.from("Id,Name\n1,Müller\n", "latin1");
	await expect(readText(streamOf(zipped(latin1)))).rejects.toThrow("not UTF-8");
	const cutCharacter = Buffer.from("Id,Name\n1,王").subarray(0, -1);
	await expect(readText(streamOf(zipped(cutCharacter)))).rejects.toThrow("not UTF-8");
	const archive = zipped(long);
	await expect(readText(streamOf(archive.subarray(0, -1)))).rejects.toBeInstanceOf(DamagedResultError);
});

test.each([[null], [undefined], [5], ["x"], [{}], [{ getReader: 1 }], [new Uint8Array()], [() => {}]])(
	"%j is not taken for an archive",
	async (wrong) => {
		const refusal = (use: () => unknown): unknown => {
			try {
				return use();
			} catch (error) {
				return error;
			}
		};
		const error = refusal(() => unzip(wrong as never));
		expect(error).toBeInstanceOf(InvalidOptionError);
		expect((error as InvalidOptionError).option).toBe("zip");
		expect((error as InvalidOptionError).message).toMatch(
			/ is not a ReadableStream of bytes\. Give what download\(\) returns, the body of a Response, or the stream\(\) of a file's blob\.$/,
		);
		await expect(readText(wrong as never)).rejects.toBeInstanceOf(InvalidOptionError);
	},
);

test("a limit is a number from 1", () => {
	for (const maxInflatedBytes of [0, "1", null]) {
		expect(() => unzip(new Blob(["x"]).stream(), { maxInflatedBytes } as never)).toThrow("maxInflatedBytes");
	}
	expect(() => unzip(new Blob(["x"]).stream(), { maxInflatedBytes: 1 })).not.toThrow();
});

test("that an archive cannot be cancelled is no error", async () => {
	const stream = new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(zipped(long));
		},
		cancel() {
			throw new Error("It is too late.");
		},
	});
	let parts = 0;
	for await (const part of unzip(stream)) {
		parts += part.length > 0 ? 1 : 0;
		break;
	}
	expect(parts).toBe(1);
});
