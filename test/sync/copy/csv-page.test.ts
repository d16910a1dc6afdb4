import { buffer, text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import {
	bigInteger,
	bulkRead,
	dateTime,
	defineModule,
	integer,
	MissingColumnsError,
	multiSelect,
	text as textField,
} from "zoho-bulk-read";
import { type CsvPageOptions, type DownloadablePage, openCsvPage } from "../../../src/sync/copy/csv-page.js";
import { zipped } from "../../result/archives.js";

const Things = defineModule("Things", {
	...{ id: bigInteger, Name: textField, Count: integer, Tags: multiSelect("a"), Modified_Time: dateTime },
});
const job = bulkRead(Things).select("Name", "Count");
const strict: CsvPageOptions = { invalidCells: "error" };

/** A page that counts its downloads, and those that were stopped early. */
function pageOf(file: string | Uint8Array, count: number): DownloadablePage & { downloads: number; ended: number } {
	const archive = typeof file === "string" ? zipped(file) : file;
	const page = {
		...{ count, downloads: 0, ended: 0 },
		download: () => {
			page.downloads++;
			let at = 0;
			return new ReadableStream<Uint8Array>({
				pull: (controller) => {
					if (at >= archive.length) return controller.close();
					controller.enqueue(archive.subarray(at, at + 50));
					at += 50;
				},
				cancel: () => {
					page.ended++;
				},
			});
		},
	};
	return page;
}

describe("a page for a database", () => {
	test("has the columns of its file, in their order, with their types", async () => {
		const file = "Tags,id,Count,Name,Modified_Time,Other\na,1,2,b,,x\n";
		const page = pageOf(file, 1);
		const opened = await openCsvPage(page, job, { invalidCells: "null" });
		expect(opened).toMatchObject({ count: 1, invalidCells: "null" });
		expect(opened.columns).toEqual([
			{ name: "Tags", type: "list" },
			{ name: "Id", type: "text" },
			{ name: "Count", type: "integer" },
			{ name: "Name", type: "text" },
			{ name: "Modified_Time", type: "moment" },
			{ name: "Other", type: "text" },
		]);
		expect(await text(opened.csv())).toBe(file);
		expect(page.downloads).toBe(1);
	});

	test("has the record's id as text, whatever the module calls by that name", async () => {
		const Odd = defineModule("Odd", { Id: { ...integer, filterable: false, exportable: false }, Name: textField });
		const opened = await openCsvPage(pageOf("Id,Name\n1,a\n", 1), bulkRead(Odd).select("Name"), strict);
		expect(opened.columns[0]).toEqual({ name: "Id", type: "text" });
	});

	test("is downloaded again if it is read again", async () => {
		const file = "Id,Name,Count\n1,a,2\n\n";
		const page = pageOf(file, 1);
		const opened = await openCsvPage(page, job, strict);
		for (const downloads of [1, 2, 3]) {
			expect(await text(opened.csv())).toBe("Id,Name,Count\n1,a,2\n");
			expect(page.downloads).toBe(downloads);
		}
	});

	test.each([
		["a short line", "Id,Name,Count\n", 0],
		["no line end", "Id,Name,Count", 0],
		["a name in quotes, over two lines", 'Id,"Name",Count,"a\n""b"""\n1,a,2,x\n', 1],
		["a name as long as several windows", `Id,Name,Count,"${"x".repeat(300_000)}"\n1,a,2,x\n`, 1],
		["rows as long as several windows", `Id,Name,Count\n${`1,${"é".repeat(500)},2\n`.repeat(500)}`, 500],
	])("is the file byte for byte, with a header of %s", async (_, file, count) => {
		const opened = await openCsvPage(pageOf(file, count), job, strict);
		expect(await text(opened.csv())).toBe(file);
		expect(opened.columns.slice(0, 3).map(({ name }) => name)).toEqual(["Id", "Name", "Count"]);
	});

	test("may be empty if it has no record", async () => {
		const page = pageOf("", 0);
		const opened = await openCsvPage(page, job, strict);
		expect(opened.columns).toEqual([{ name: "Id", type: "text" }]);
		expect(await text(opened.csv())).toBe("Id\n");
		const refused = openCsvPage(pageOf("", 1), job, strict);
		await expect(refused).rejects.toThrow(MissingColumnsError);
		await expect(refused).rejects.toMatchObject({ missing: ["Id", "Name", "Count"], found: [] });
	});

	test.each([
		["none", "1,a,2\n", "1,a,2\n"],
		["no line end at all", "1,a,2", "1,a,2"],
		["one", "1,a,2\n\n", "1,a,2\n"],
		["some of every kind", "1,a,2\r\n\r\n\n\r\n", "1,a,2\n"],
		["more than a part holds", `1,a,2\n${"\n".repeat(200_000)}`, "1,a,2\n"],
		["some within, which are kept", `1,a,2\n${"\n".repeat(200_000)}2,b,3\n\n`, `1,a,2\n${"\n".repeat(200_000)}2,b,3\n`],
	])("has no blank lines at its end: %s", async (_, rows, expected) => {
		const opened = await openCsvPage(pageOf(`Id,Name,Count\n${rows}`, 1), job, strict);
		expect(await text(opened.csv())).toBe(`Id,Name,Count\n${expected}`);
	});

	test("ends its download if it is not read", async () => {
		const file = `Id,Name,Count\n${"1,aé,2\n".repeat(100_000)}`;
		const page = pageOf(file, 100_000);
		const opened = await openCsvPage(page, job, strict);
		expect(page.ended).toBe(0);
		await opened.cancel();
		expect(page.ended).toBe(1);
	});
});

describe("a header is refused", () => {
	test.each([
		["that lacks a selected column", "Id,Name\n1,a\n", { name: "MissingColumnsError", missing: ["Count"] }],
		[
			"that has a column twice",
			"Id,Name,Count,Name\n1,a,2,b\n",
			{ name: "DamagedResultError", reason: 'the column "Name" appears twice' },
		],
		["that does not end", `Id,"${"x".repeat(2 ** 24)}`, { name: "ResultTooLargeError" }],
	])("%s", async (_, file, expected) => {
		await expect(openCsvPage(pageOf(file, 1), job, strict)).rejects.toMatchObject(expected);
	});

	test("but the archive's own damage comes first, since its file is not as Zoho wrote it", async () => {
		const archive = zipped(`Id,Name\n${Array.from({ length: 5_000 }, (_, index) => `${index},a\n`).join("")}`);
		const damaged = archive.slice();
		damaged[archive.length - 3_000] = (damaged[archive.length - 3_000] ?? 0) ^ 1;
		await expect(openCsvPage(pageOf(damaged, 5_000), job, strict)).rejects.toMatchObject({
			...{ name: "DamagedResultError", archiveIsWhole: false },
		});
		await expect(openCsvPage(pageOf(archive, 5_000), job, strict)).rejects.toMatchObject({
			name: "MissingColumnsError",
		});
	});
});

test("a page that is damaged fails while it is read", async () => {
	const archive = zipped(`Id,Name,Count\n${Array.from({ length: 50_000 }, (_, index) => `${index},a,2\n`).join("")}`);
	const damaged = archive.slice(0, archive.length - 500);
	const opened = await openCsvPage(pageOf(damaged, 50_000), job, strict);
	await expect(buffer(opened.csv())).rejects.toMatchObject({ name: "DamagedResultError", archiveIsWhole: false });
});
