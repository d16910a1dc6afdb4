/**
 * Reads one result in its own process, and prints the time and memory that this took. It is plain JavaScript and uses the built
 * library, since a loader in the process would be measured too.
 *
 *     node read-result.mjs MODE URL COLUMNS [TIMES]
 *
 * COLUMNS is JSON: pairs of a name and a data type.
 */
import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";

const [mode = "", url = "", columns = "[]", times = "1"] = process.argv.slice(2);

const built = () => import(new URL("../../dist/index.js", import.meta.url).href);

/** @returns {Promise<ReadableStream<Uint8Array>>} */
async function download() {
	const { body } = await fetch(url);
	if (body === null) throw new Error(`${url} has no body.`);
	return body;
}

/** What is there whatever is made of the rows: the download, zlib and the checksum, written out as plainly as it can be. */
async function readFloor() {
	const reader = (await download()).getReader();
	const inflate = createInflateRaw({ chunkSize: 65_536 });
	let crc = 0;
	let length = 0;
	inflate.on("data", (part) => {
		crc = crc32(part, crc);
		length += part.length;
	});
	const ended = new Promise((resolve, reject) => inflate.on("end", resolve).on("error", reject));
	let isFirst = true;
	for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
		const header = 30 + (value[26] | (value[27] << 8)) + (value[28] | (value[29] << 8));
		const part = isFirst ? value.subarray(header) : value;
		isFirst = false;
		if (!inflate.write(part)) await new Promise((resolve) => inflate.once("drain", resolve));
	}
	inflate.end();
	await ended;
	return length;
}

async function prepareRows(options) {
	const { readRows } = await built();
	const fields = new Map(
		JSON.parse(columns).map(([apiName, dataType]) => [
			apiName,
			{ apiName, dataType, filterable: true, exportable: true, values: [] },
		]),
	);
	const module = { apiName: "Made", fields, hops: 1 };
	return async () => readRows(await download(), { module }, options);
}

async function count(items) {
	let counted = 0;
	for await (const _ of items) counted++;
	return counted;
}

/** The text of the file, for parsers that take text: given bytes, some of them break characters at the borders of parts. */
async function prepareText() {
	const { readTextParts } = await built();
	return async () => Readable.from(readTextParts(await download()));
}

/** Each loads what it needs, and gives what is measured. */
const modes = {
	floor: async () => readFloor,
	rows: async () => {
		const open = await prepareRows({});
		return async () => count(await open());
	},
	batches: async () => {
		const open = await prepareRows({});
		return async () => {
			let counted = 0;
			for await (const batch of (await open()).batches()) counted += batch.length;
			return counted;
		};
	},
	"rows, not copied": async () => {
		const open = await prepareRows({ copyText: false });
		return async () => count(await open());
	},
	"rows to NDJSON": async () => {
		const open = await prepareRows({});
		const { toNdjson } = await built();
		return async () => {
			let lines = 0;
			for await (const part of toNdjson(await open())) {
				for (let at = part.indexOf(0x0a); at >= 0; at = part.indexOf(0x0a, at + 1)) lines++;
			}
			return lines;
		};
	},
	papaparse: async () => {
		const { default: papaparse } = await import("papaparse");
		const open = await prepareText();
		return async () => count((await open()).pipe(papaparse.parse(papaparse.NODE_STREAM_INPUT, { header: true })));
	},
	"csv-parser": async () => {
		const { default: csvParser } = await import("csv-parser");
		const open = await prepareText();
		return async () => count((await open()).pipe(csvParser()));
	},
	"csv-parse": async () => {
		const { parse } = await import("csv-parse");
		const open = await prepareText();
		return async () => count((await open()).pipe(parse({ columns: true })));
	},
};

const prepare = modes[mode];
if (prepare === undefined) throw new Error(`There is no mode "${mode}".`);
const run = await prepare();
const rounds = [];
for (let round = 0; round < Number(times); round++) {
	const cpuBefore = process.cpuUsage();
	const begun = performance.now();
	const items = await run();
	const wall = performance.now() - begun;
	const { user, system } = process.cpuUsage(cpuBefore);
	rounds.push({ items, wall, cpu: (user + system) / 1000 });
}
console.log(JSON.stringify({ rounds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
