import { expect, test } from "vitest";
import { readRows } from "../../../src/result/rows/read-rows.js";
import { toNdjson } from "../../../src/result/rows/to-ndjson.js";
import { zipped } from "../archives.js";
import { columnsOf, rowsOf } from "../rows-of.js";
import { streamOf, watchedStream } from "../streams.js";

const csv =
	"Id,text,currency,multi_select\n" +
	Array.from({ length: 10_000 }, (_, index) => `${index},"王 ""${index}""\nline",${index / 4},"a,b"\n`).join("");

test("every row is a line of JSON, and a batch is a part", async () => {
	const stream = toNdjson(readRows(streamOf(zipped(csv)), columnsOf(csv)));
	const parts: Uint8Array[] = [];
	for await (const part of stream) parts.push(part);
	expect(parts.length).toBeGreaterThan(2);
	expect(parts.length).toBeLessThan(200);
	const lines = Buffer.concat(parts).toString().split("\n");
	expect(lines.pop()).toBe("");
	expect(lines.map((line) => JSON.parse(line))).toEqual(await rowsOf(csv));
});

test("no rows are no lines", async () => {
	const stream = toNdjson(readRows(streamOf(zipped("Id,text\n")), columnsOf("Id,text")));
	expect(await new Response(stream).text()).toBe("");
});

test("nothing is read before it is wanted, and cancelling stops the download", async () => {
	const archive = zipped(csv);
	const { stream, pulls, isCancelled } = watchedStream([archive.subarray(0, 10_000), archive.subarray(10_000)]);
	const reader = toNdjson(readRows(stream, columnsOf(csv))).getReader();
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(pulls()).toBe(0);
	await reader.read();
	await reader.cancel();
	expect(isCancelled()).toBe(true);
});

test("what goes wrong is thrown by the stream", async () => {
	const archive = zipped(csv).subarray(0, 5_000);
	const stream = toNdjson(readRows(streamOf(archive), columnsOf(csv)));
	await expect(new Response(stream).text()).rejects.toThrow("The result is damaged");
});
