import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidCellError } from "../../../src/result/rows/invalid-cell-error.js";
import type { ReadProgress } from "../../../src/result/rows/read-options.js";
import { readRows } from "../../../src/result/rows/read-rows.js";
import { UnknownColumnError } from "../../../src/result/rows/unknown-column-error.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { writers, zipFiles, zipped } from "../archives.js";
import { columnsOf, rowsOf, type TestRow, Things } from "../rows-of.js";
import { collect, streamCutAt, streamOf, watchedStream } from "../streams.js";

const small = `Id,text,currency,datetime,boolean
554023000000470421,"Okafor, Ngozi",12.50,2026-01-31T09:30:00+05:30,true
554023000000470422,王,,2026-02-28T00:00:00+05:30,false
`;
const columns = columnsOf(small);
const smallRows = [
	{
		Id: "554023000000470421",
		text: "Okafor, Ngozi",
		currency: 12.5,
		datetime: "2026-01-31T09:30:00+05:30",
		boolean: true,
	},
	{ Id: "554023000000470422", text: "王", currency: null, datetime: "2026-02-28T00:00:00+05:30", boolean: false },
];

const people = columnsOf("Id,text,email");

/** A table with this many rows, in an archive that arrives in parts of 1,000 bytes. */
function manyRows(count: number): { readonly parts: readonly Uint8Array[]; readonly ids: readonly string[] } {
	const ids = Array.from({ length: count }, (_, index) => String(554023000000000000n + BigInt(index * 7919)));
	const lines = ids.map((id) => `${id},${Math.random()},person${id.slice(-6)}@example.com\n`);
	const bytes = zipped(`Id,text,email\n${lines.join("")}`);
	const parts = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, index) =>
		bytes.subarray(index * 1000, (index + 1) * 1000),
	);
	return { parts, ids };
}

describe("a row", () => {
	test("has a key for each column, in their order, and is a plain object", async () => {
		const [row] = await rowsOf("owner,Id,text,lookup.last_name\n1,2,3,4\n");
		expect(Object.keys(row as object)).toEqual(["owner", "Id", "text", "lookup.last_name"]);
		expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
		expect(JSON.stringify(row)).toBe('{"owner":"1","Id":"2","text":"3","lookup.last_name":"4"}');
	});

	test("has the record's id under Id, whether the file writes Id or id", async () => {
		expect(await rowsOf("id,text\n554023000000470421,x\n")).toEqual([{ Id: "554023000000470421", text: "x" }]);
		expect(await rowsOf("text,Id\nx,554023000000470421\n")).toEqual([{ text: "x", Id: "554023000000470421" }]);
		await expect(rowsOf("Id,id\n1,2\n")).rejects.toThrow('the column "Id" appears twice');
	});

	test("has no column twice", async () => {
		await expect(rowsOf("Id,text,text\n1,2,3\n")).rejects.toThrow(/damaged in its header: the column "text".*twice/);
	});

	test("takes names of columns that objects have already for names like any other", async () => {
		const names = ["Id", "__proto__", "constructor", "toString", "hasOwnProperty", "__defineGetter__"];
		const [row] = await rowsOf(`${names.join(",")}\n${names.map((_, index) => index).join(",")}\n`);
		expect(Object.keys(row as object)).toEqual(names);
		expect(Object.getOwnPropertyDescriptor(row, "__proto__")?.value).toBe("1");
		expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
		expect(JSON.stringify(row)).toContain('{"Id":"0","__proto__":"1","constructor":"2"');
	});

	test("is not changed by another", async () => {
		const [one, other] = await rowsOf("Id,a,b\n1,2,\n3,,4\n");
		expect(one).toEqual({ Id: "1", a: "2", b: null });
		expect(other).toEqual({ Id: "3", a: null, b: "4" });
	});

	test.each([1, 11, 12, 13, 99, 100, 101, 127, 128, 250, 1100])("may have %i columns", async (count) => {
		const names = Array.from({ length: count }, (_, index) =>
			index === 0 ? "Id" : index === 110 ? "__proto__" : `Field_${index}`,
		);
		const records = [1, 2].map((record) => names.map((_, index) => `${record}-${index}`));
		const rows = await rowsOf([names, ...records].map((cells) => cells.join(",")).join("\n"));
		expect(rows.map((row) => Object.keys(row))).toEqual([names, names]);
		expect(rows.map((row) => Object.values(row))).toEqual(records);
	});
});

describe("a column that the module does not describe", () => {
	test("is text, by default", async () => {
		expect(await rowsOf("Id,New__c,owner.nothing\n1,007,true\n")).toEqual([
			{ Id: "1", New__c: "007", "owner.nothing": "true" },
		]);
	});

	test("is refused on demand", async () => {
		const error: unknown = await rowsOf("Id,New__c\n1,007\n", { unknownColumns: "error" }).catch((reason) => reason);
		expect(error).toBeInstanceOf(UnknownColumnError);
		expect(error).toMatchObject({ column: "New__c", module: "Things" });
		expect(await rowsOf("Id,text\n1,2\n", { unknownColumns: "error" })).toHaveLength(1);
	});
});

test("no rows in a file of a header alone", async () => {
	expect(await rowsOf("Id,text\n")).toEqual([]);
	expect(await rowsOf("Id,text")).toEqual([]);
});

test("a calendar is refused, and said to be one", async () => {
	const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
	await expect(rowsOf(calendar)).rejects.toThrow(/calendar.*readEvents/);
});

describe.each(Object.keys(writers))("an archive by %s", (name) => {
	const write = writers[name] as (content: string) => Uint8Array;

	test("gives the same rows however it comes in parts", async () => {
		const archive = write(small);
		const cuts = fc.array(fc.nat({ max: archive.length }), { maxLength: 10 });
		await fc.assert(
			fc.asyncProperty(cuts, async (places) => {
				expect(await collect(readRows(streamCutAt(archive, places), columns))).toEqual(smallRows);
			}),
			{ numRuns: 20 },
		);
	});
});

describe("a damaged archive", () => {
	const archive = zipped(small);

	test("is a DamagedResultError wherever it is cut off, and gives no row twice", async () => {
		for (let length = 0; length < archive.length; length++) {
			const given: unknown[] = [];
			const read = async (): Promise<void> => {
				for await (const row of readRows(streamOf(archive.subarray(0, length)), columns)) given.push(row);
			};
			await expect(read()).rejects.toBeInstanceOf(DamagedResultError);
			expect(smallRows.slice(0, given.length)).toEqual(given);
		}
	});

	test("is a DamagedResultError, or gives the right rows, whichever byte is altered", async () => {
		for (let at = 0; at < archive.length; at++) {
			for (const flip of [0xff, 0x01, 0x10, 0x80]) {
				const altered = archive.slice();
				altered[at] = (archive[at] as number) ^ flip;
				const given = await collect(readRows(streamOf(altered, 50), columns)).catch((error: unknown) => error);
				if (!(given instanceof DamagedResultError)) expect(given).toEqual(smallRows);
			}
		}
	});

	test("is not taken for a cell that does not fit", async () => {
		const stored = zipFiles({ "a.csv": small }, "-0");
		const at = Buffer.from(stored).indexOf("12.50");
		stored[at] = "x".charCodeAt(0);
		await expect(collect(readRows(streamOf(stored), columns))).rejects.toThrow(/checksum.*Download it again/);
	});
});

test("an intact archive with a broken CSV is a different error: another download would not help", async () => {
	const error: unknown = await rowsOf('Id,text\n1,2\n3,"4"5\n').catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(DamagedResultError);
	expect(error).toMatchObject({ record: 2, archiveIsWhole: true });
	expect((error as Error).message).toBe(
		"The result is damaged at row 2: there is text between a closing quote and the next comma. " +
			'Zoho wrote the file this way, and would do so again. To read such quotes as characters, use quotes: "lenient".',
	);
});

test("the rows before a mistake are given first, each once", async () => {
	const lines = Array.from({ length: 5_000 }, (_, index) => `${index},${index}`);
	const csv = `Id,currency\n${lines.join("\n")}\n5000,many\n5001,1\n`;
	const given: TestRow[] = [];
	const read = async (): Promise<void> => {
		for await (const row of readRows<TestRow>(streamOf(zipped(csv), 500), columnsOf(csv))) given.push(row);
	};
	await expect(read()).rejects.toBeInstanceOf(InvalidCellError);
	expect(given.map((row) => row.currency)).toEqual(lines.map((_, index) => index));
});

describe("the reading", () => {
	test("gives batches that are the rows, in order", async () => {
		const { parts, ids } = manyRows(20_000);
		const batches = await collect(readRows<TestRow>(watchedStream(parts).stream, people).batches());
		expect(batches.length).toBeGreaterThan(5);
		for (const batch of batches) expect(batch.length).toBeGreaterThan(0);
		expect(batches.flat().map((row) => row.Id)).toEqual(ids);
		const rows = await collect(readRows<TestRow>(watchedStream(parts).stream, people));
		expect(rows).toEqual(batches.flat());
	});

	test("asks for nothing before it is wanted, and for little ahead", async () => {
		const { parts } = manyRows(20_000);
		const { stream, pulls } = watchedStream(parts);
		const rows = readRows(stream, people);
		const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));
		await settled();
		expect(pulls()).toBe(0);
		const iterator = rows[Symbol.asyncIterator]();
		for (let row = 0; row < 100; row++) await iterator.next();
		await settled();
		expect(pulls()).toBeGreaterThan(0);
		expect(pulls()).toBeLessThan(parts.length / 2);
		await iterator.return?.();
	});

	test.each(["rows", "batches"])("cancels the download where the loop over %s is left", async (way) => {
		const { parts } = manyRows(20_000);
		const { stream, pulls, isCancelled } = watchedStream(parts);
		const rows = readRows<TestRow>(stream, people);
		for await (const item of way === "rows" ? rows : rows.batches()) {
			expect(item).toBeDefined();
			break;
		}
		expect(isCancelled()).toBe(true);
		expect(pulls()).toBeLessThan(parts.length);
	});

	test("gives each row once to whoever asks without waiting", async () => {
		const { parts, ids } = manyRows(3_000);
		const rows = readRows<TestRow>(watchedStream(parts).stream, people)[Symbol.asyncIterator]();
		const asked = await Promise.all(Array.from({ length: 3_010 }, () => rows.next()));
		expect(asked.filter(({ done }) => done !== true).map(({ value }) => value.Id)).toEqual(ids);
		expect(asked.slice(3_000).every(({ done }) => done === true)).toBe(true);
	});

	test("ends with an error once, and is over then", async () => {
		const rows = readRows(streamOf(new Uint8Array(5)), people)[Symbol.asyncIterator]();
		await expect(rows.next()).rejects.toBeInstanceOf(DamagedResultError);
		expect(await rows.next()).toEqual({ done: true, value: undefined });
	});

	test("tells how far it is", async () => {
		const { parts } = manyRows(20_000);
		const told: ReadProgress[] = [];
		const rows = readRows(watchedStream(parts).stream, people, { onProgress: (progress) => told.push(progress) });
		const batches = await collect(rows.batches());
		expect(told).toHaveLength(batches.length);
		let given = 0;
		for (const [index, batch] of batches.entries()) {
			given += batch.length;
			expect(told[index]?.rows).toBe(given);
		}
		const bytes = told.map((progress) => progress.bytes);
		expect(bytes).toEqual([...bytes].sort((one, other) => one - other));
		// Behind the last batch comes the archive's directory, which may be a part of its own.
		const total = parts.reduce((sum, part) => sum + part.length, 0);
		expect(bytes.at(-1)).toBeGreaterThanOrEqual(total - 1000);
		expect(bytes.at(-1)).toBeLessThanOrEqual(total);
	});

	test("holds to the limits that it is given", async () => {
		await expect(rowsOf(small, { maxCellBytes: 20 })).rejects.toThrow("maxCellBytes");
		await expect(rowsOf(small, { maxRowBytes: 50 })).rejects.toThrow("maxRowBytes");
		await expect(rowsOf(small, { maxInflatedBytes: 100 })).rejects.toThrow("maxInflatedBytes");
	});
});

test.skipIf(process.env.MUTANTS)("a kept text keeps nothing else alive, unless that is asked for", async () => {
	const emails = Array.from({ length: 4_000 }, (_, index) => `somebody.${index}@a-long-example.com`);
	const padding = "x".repeat(5_000);
	const archive = zipped(`Id,email,text\n${emails.map((email) => `1,${email},${padding}\n`).join("")}`);
	const keep = async (copyText: boolean): Promise<number> => {
		const kept: unknown[] = [];
		collectGarbage();
		const before = process.memoryUsage().heapUsed;
		for await (const row of readRows<TestRow>(streamOf(archive), { module: Things }, { copyText }))
			kept.push(row.email);
		collectGarbage();
		const grown = process.memoryUsage().heapUsed - before;
		expect(kept).toEqual(emails);
		return grown;
	};
	await keep(true);
	expect(await keep(true)).toBeLessThan(3_000_000);
	expect(await keep(false)).toBeGreaterThan(15_000_000);
});

/** Node's garbage collector, without a flag for the whole run. */
const collectGarbage = (() => {
	setFlagsFromString("--expose-gc");
	return runInNewContext("gc") as () => void;
})();
