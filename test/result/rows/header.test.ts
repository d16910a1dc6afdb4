import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bigInteger, defineModule, lookup, text } from "../../../src/criteria/build/descriptors.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { MissingColumnsError } from "../../../src/result/rows/missing-columns-error.js";
import type { RowColumns } from "../../../src/result/rows/read-header.js";
import type { ReadRowsOptions } from "../../../src/result/rows/read-options.js";
import { readRows } from "../../../src/result/rows/read-rows.js";
import { toCsv } from "../../../src/result/rows/to-csv.js";
import { toNdjson } from "../../../src/result/rows/to-ndjson.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { zipped } from "../archives.js";
import { type TestRow, Users } from "../rows-of.js";
import { collect, streamOf } from "../streams.js";

const People = defineModule("People", { id: bigInteger, Last_Name: text, Email: text, Boss: lookup(() => Users) });
const selected = bulkRead(People).select("Last_Name", "Email");
const all = bulkRead(People);

function read(csv: string, columns: RowColumns, options?: ReadRowsOptions): Promise<TestRow[]> {
	return collect(readRows(streamOf(zipped(csv)), columns, options)) as Promise<TestRow[]>;
}

async function refusal(csv: string, columns: RowColumns, options?: ReadRowsOptions): Promise<MissingColumnsError> {
	const error: unknown = await read(csv, columns, options).catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(MissingColumnsError);
	return error as MissingColumnsError;
}

describe("a header that is not that of the job", () => {
	test.each([
		["a selected column is missing", "Id,Last_Name\n1,x\n", ["Email"]],
		["the record's id is missing", "Last_Name,Email\nx,y\n", ["Id"]],
		["labels instead of API names", "Record Id,Last Name,Email Address\n1,x,y\n", ["Id", "Last_Name", "Email"]],
		["labels beside the id", "Id,Last Name,Email Address\n1,x,y\n", ["Last_Name", "Email"]],
		["another delimiter", "Id;Last_Name;Email\n1;x;y\n", ["Id", "Last_Name", "Email"]],
		["tabs", "Id\tLast_Name\tEmail\n1\tx\ty\n", ["Id", "Last_Name", "Email"]],
		["another case", "ID,last_name,email\n1,x,y\n", ["Id", "Last_Name", "Email"]],
		["spaces around the names", "Id, Last_Name, Email\n1,x,y\n", ["Last_Name", "Email"]],
		["an empty first line", "\nId,Last_Name,Email\n1,x,y\n", ["Id", "Last_Name", "Email"]],
		["no rows either", "Id,Last_Name\n", ["Email"]],
	])("is an error before the first row: %s", async (_, csv, missing) => {
		const error = await refusal(csv, selected);
		expect(error.expected).toEqual(["Id", "Last_Name", "Email"]);
		expect(error.missing).toEqual(missing);
		expect(error.message).toMatchSnapshot();
	});

	test.each(["", "\uFEFF"])("is an error where there is none, unless Zoho counted no rows: %j", async (csv) => {
		const error = await refusal(csv, selected);
		expect(error).toMatchObject({ found: [], missing: ["Id", "Last_Name", "Email"] });
		expect(error.message).toMatchInlineSnapshot(
			`"The result is empty: it does not even have a header, and Zoho did not count 0 rows. Expected: "Id", "Last_Name", "Email". Submit the job again."`,
		);
		await refusal(csv, all);
		await refusal(csv, selected, { count: 1 });
		expect(await read(csv, selected, { count: 0 })).toEqual([]);
	});

	test("does not let names of any length into the message", async () => {
		const names = Array.from({ length: 300 }, (_, index) => `${index}${"x".repeat(1000)}`);
		const error = await refusal(`${names.join(",")}\n`, selected);
		expect(error.found).toEqual(names);
		expect(error.message.length).toBeLessThan(1500);
		expect(error.message).toContain("and 288 more");
	});
});

describe("what is right", () => {
	test("columns in any order, and more of them than were asked for", async () => {
		expect(await read("Email,New__c,Last_Name,id\ny,z,x,1\n", selected)).toEqual([
			{ Email: "y", New__c: "z", Last_Name: "x", Id: "1" },
		]);
	});

	test("the id alone, where nothing else was selected", async () => {
		expect(await read("Id\n1\n2\n", bulkRead(People).select("id"))).toEqual([{ Id: "1" }, { Id: "2" }]);
	});

	test("null for what is missing, on demand, but not for the id", async () => {
		const options = { missingColumns: "null" } as const;
		expect(await read("Id,Last_Name\n1,x\n", selected, options)).toEqual([{ Id: "1", Last_Name: "x", Email: null }]);
		expect(await read("Id\n1\n", selected, options)).toEqual([{ Id: "1", Last_Name: null, Email: null }]);
		for (const csv of ["Last_Name,Email\nx,y\n", "Id;Last_Name\n1;x\n", "Id,Last Name\n1,x\n", ""]) {
			await refusal(csv, selected, options);
		}
	});

	test("no key for a field that bulk read does not export, unless the file has it", async () => {
		const Files = defineModule("Files", {
			id: bigInteger,
			Name: text,
			Data: { dataType: "text", filterable: false, exportable: false },
		});
		expect(await read("Id\n1\n", { module: Files })).toEqual([{ Id: "1", Name: null }]);
		expect(await read("Id,Data,Name\n1,x,y\n", { module: Files })).toEqual([{ Id: "1", Data: "x", Name: "y" }]);
		expect((await refusal("", { module: Files })).expected).toEqual(["Id", "Name"]);
	});

	test("without a selection, null for each described field that the file lacks", async () => {
		expect(await read("Id,Email,New__c\n1,y,z\n", all)).toEqual([
			{ Id: "1", Email: "y", New__c: "z", Last_Name: null, Boss: null },
		]);
		expect(await read("Id\n1\n", { module: People })).toEqual([{ Id: "1", Last_Name: null, Email: null, Boss: null }]);
		for (const csv of ["Last_Name,Email,Boss\nx,y,1\n", "Id,Last Name\n1,x\n", "Id;Email\n1;y\n"]) {
			await refusal(csv, all);
		}
	});
});

test("a row has every key of its type, or there is no row", async () => {
	const names = ["Id", "id", "Last_Name", "Email", "Boss", "Boss.last_name", "Boss.nothing", "Last Name", "2024", "x"];
	const header = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });
	const selection = fc.option(
		fc.uniqueArray(fc.constantFrom("Last_Name", "Email", "Boss.last_name"), { minLength: 1 }),
		{
			nil: undefined,
		},
	);
	const missingColumns = fc.constantFrom("error", "null", undefined);
	await fc.assert(
		fc.asyncProperty(header, selection, missingColumns, async (columns, paths, missing) => {
			const csv = `${columns.join(",")}\n${columns.map((_, index) => `v${index}`).join(",")}\n`;
			const rows = await read(csv, { module: People, selection: paths }, { missingColumns: missing }).catch(
				(error: unknown) => error,
			);
			const isTwice = columns.includes("Id") && columns.includes("id");
			if (isTwice) {
				expect(rows).toBeInstanceOf(DamagedResultError);
				return;
			}
			const hasId = columns.includes("Id") || columns.includes("id");
			if (!hasId || !Array.isArray(rows)) {
				expect(rows).toBeInstanceOf(MissingColumnsError);
				expect((rows as MissingColumnsError).missing.length).toBeGreaterThan(0);
				return;
			}
			const [row] = rows as TestRow[];
			for (const [index, name] of columns.entries()) expect(row?.[name === "id" ? "Id" : name]).toBe(`v${index}`);
			for (const path of paths ?? ["Last_Name", "Email", "Boss"]) expect(row?.[path]).not.toBeUndefined();
		}),
		{ numRuns: 150 },
	);
});

test.each([
	["plain", "Id,Email\n1,x\n,y\n"],
	["quoted", 'Id,Email\n1,x\n"",y\n'],
	["last", "Email,Id\nx,1\ny,\n"],
	["last, with CRLF", "Email,Id\r\nx,1\r\ny,\r\n"],
	["last of the file", "Email,Id\nx,1\ny,"],
	["alone", "Id\n1\n\n2\n"],
])("an empty id is an error: %s", async (_, csv) => {
	for (const options of [{}, { invalidCells: "text", quotes: "lenient" }] as const) {
		const error: unknown = await read(csv, { module: People }, options).catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(DamagedResultError);
		expect(error).toMatchObject({ record: 2, reason: "the record's id is empty" });
	}
});

describe("columns named like integers", () => {
	const Years = defineModule("Years", { Name: text, "2024": bigInteger, "7": text, "01": text });
	const csv = "Id,Name,2024,7,4294967295,01\n1,b,12,d,e,\n2,,,,,x\n";

	test("have their own values and types", async () => {
		expect(await read(csv, bulkRead(Years).select("Name", "2024", "7", "01"))).toEqual([
			{ Id: "1", Name: "b", "2024": "12", "7": "d", "4294967295": "e", "01": null },
			{ Id: "2", Name: null, "2024": null, "7": null, "4294967295": null, "01": "x" },
		]);
		await expect(read("Id,Name,2024\n1,b,c\n", bulkRead(Years).select("Name", "2024"))).rejects.toThrow(
			'Row 1, column "2024"',
		);
	});

	test("stand in NDJSON and CSV as they stand in the file, and missing ones behind them", async () => {
		expect(await new Response(toNdjson(readRows<TestRow>(streamOf(zipped(csv)), { module: Years }))).text()).toBe(
			'{"Id":"1","Name":"b","2024":"12","7":"d","4294967295":"e","01":null}\n' +
				'{"Id":"2","Name":null,"2024":null,"7":null,"4294967295":null,"01":"x"}\n',
		);
		expect(await new Response(toCsv(readRows<TestRow>(streamOf(zipped(csv)), { module: Years }))).text()).toBe(csv);
		const short = readRows<TestRow>(streamOf(zipped("Id,Name\n1,b\n")), { module: Years });
		expect(await new Response(toNdjson(short)).text()).toBe('{"Id":"1","Name":"b","7":null,"2024":null,"01":null}\n');
	});

	test("whatever their names, each value is under its own, and lines keep the order", async () => {
		const name = fc.oneof(
			fc.nat({ max: 2 ** 33 }).map(String),
			fc.constantFrom("__proto__", "constructor", "-1", "1.5", "01", "a", "toString"),
		);
		await fc.assert(
			fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 30 }), async (names) => {
				const header = ["Id", ...names];
				const file = `${header.join(",")}\n${header.map((_, index) => `v${index}`).join(",")}\n`;
				const columns = { module: People, selection: names };
				const [row] = await read(file, columns);
				for (const [index, key] of header.entries()) {
					expect(Object.getOwnPropertyDescriptor(row, key)?.value).toBe(`v${index}`);
				}
				const lines = await new Response(
					toNdjson(readRows<TestRow>(streamOf(zipped(file)), { module: People, selection: names })),
				).text();
				expect(lines).toBe(`{${header.map((key, index) => `${JSON.stringify(key)}:"v${index}"`).join(",")}}\n`);
			}),
			{ numRuns: 60 },
		);
	});
});

test.skipIf(process.env.MUTANTS)(
	"100,000 columns that are not described are read in a time that is linear",
	async () => {
		const timeOf = async (count: number): Promise<number> => {
			const names = Array.from({ length: count }, (_, index) => `Owner_${index}.last_name`);
			const file = `Id,${names.join(",")}\n1,${names.map((_, index) => index).join(",")}\n`;
			const before = process.cpuUsage();
			const [row] = await read(file, { module: { ...People, fields: new Map() } });
			expect(row?.[`Owner_${count - 1}.last_name`]).toBe(String(count - 1));
			const { user, system } = process.cpuUsage(before);
			return user + system;
		};
		const few = Math.max(await timeOf(10_000), await timeOf(10_000));
		// Ten times as many take ten times as long, where looking through the others for each would take a hundred times.
		expect(await timeOf(100_000)).toBeLessThan(40 * few);
	},
	// On a busy machine the processor's time takes much longer to be had.
	300_000,
);
