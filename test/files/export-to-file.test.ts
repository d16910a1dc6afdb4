import { mkdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { discardExport, exportToFile, type FileExportProgress } from "../../src/files/index.js";
import { inSecondPage, isWhole, killed, place } from "./export-place.js";
import { contactsJob, threePages } from "./place.js";

describe("what stands beside the file", () => {
	test.each(["x.csv.partial", "x.csv.checkpoint.json", "x.csv.lock"])(
		"a link by the name of %s is not written through",
		async (name) => {
			const { zoho, at, read } = await place();
			await writeFile(at("precious"), "precious");
			await symlink("precious", at(name));
			await exportToFile(zoho, contactsJob, at("x.csv"), { resume: true }).catch(() => {});
			expect(await read("precious")).toBe("precious");
		},
	);

	test("the file that is written aside became a link meanwhile: it is not followed", async () => {
		const org = await place();
		const { zoho, at, read, names } = org;
		await killed(org, at("x.csv"), inSecondPage);
		const partial = (await names()).find((name) => name.endsWith(".partial")) ?? "";
		await writeFile(at("precious"), "p".repeat(100_000));
		await rm(at(partial));
		await symlink("precious", at(partial));
		await expect(exportToFile(zoho, contactsJob, at("x.csv"), { resume: true })).rejects.toMatchObject({
			problem: "broken",
		});
		expect(await read("precious")).toBe("p".repeat(100_000));
	});

	test("moved to its place in the middle, the file is not taken for whole", async () => {
		const org = await place();
		const { zoho, at, read, names } = org;
		await killed(org, at("x.csv"), inSecondPage);
		const partial = (await names()).find((name) => name.endsWith(".partial")) ?? "";
		const checkpoint = JSON.parse(await read("x.csv.checkpoint.json"));
		// As much as the checkpoint says, to the byte.
		await writeFile(at(partial), (await readFile(at(partial))).subarray(0, checkpoint.size));
		await rename(at(partial), at("x.csv"));
		const resumed = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
		await expect(resumed).rejects.toMatchObject({ problem: "broken" });
		await expect(resumed).rejects.toThrow("Restore it unchanged, or discard the export and start over.");
		await rename(at("x.csv"), at(partial));
		await exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
		isWhole(await read("x.csv"));
	});

	test.each([
		["before it was moved to its place", false],
		["after it", true],
	])("an export that died when it was whole, %s, is whole when it is resumed", async (_when, isMoved) => {
		const org = await place();
		const { zoho, at, read, names, requests } = org;
		await mkdir(at("x-page2.zip"));
		// An obstacle to a later archive stops the move in the middle.
		await expect(exportToFile(zoho, contactsJob, at("x.zip"))).rejects.toThrow("Move it away, then resume.");
		await rm(at("x-page2.zip"), { recursive: true });
		const partials = (await names()).filter((name) => name.endsWith("page2.partial"));
		if (isMoved) await rename(at(partials[0] ?? ""), at("x-page2.zip"));
		const before = requests();
		const { files, rows } = await exportToFile(zoho, contactsJob, at("x.zip"), { resume: true });
		expect({ files, rows }).toEqual({ files: ["x.zip", "x-page2.zip", "x-page3.zip"].map(at), rows: 250 });
		expect(requests()).toBe(before);
		expect(await names()).toEqual(["x-page2.zip", "x-page3.zip", "x.zip"]);
		expect((await read("x.zip")).length).toBeGreaterThan(0);
	});

	test("another file of the same size in place of a whole one is not taken for it", async () => {
		const { zoho, at, names } = await place();
		await mkdir(at("x-page2.zip"));
		await expect(exportToFile(zoho, contactsJob, at("x.zip"))).rejects.toThrow();
		await rm(at("x-page2.zip"), { recursive: true });
		const partial = (await names()).find((name) => name.endsWith("page2.partial")) ?? "";
		await writeFile(at("x-page2.zip"), Buffer.alloc((await stat(at(partial))).size));
		await rm(at(partial));
		await expect(exportToFile(zoho, contactsJob, at("x.zip"), { resume: true })).rejects.toMatchObject({
			problem: "broken",
		});
	});

	test("an export that was begun and not ended is refused unless it is resumed or discarded", async () => {
		const org = await place();
		const { zoho, at, read, names, sandbox } = org;
		await killed(org, at("x.csv"), inSecondPage);
		await expect(exportToFile(zoho, contactsJob, at("x.csv"))).rejects.toMatchObject({ problem: "unfinished" });
		const asNdjson = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true, format: "ndjson" });
		await expect(asNdjson).rejects.toMatchObject({ problem: "mismatch" });
		const withMark = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true, csv: { bom: true } });
		await expect(withMark).rejects.toMatchObject({ problem: "mismatch" });
		const other = exportToFile(
			zoho,
			contactsJob.where((w) => w("Last_Name").equal("Boyle")),
			at("x.csv"),
			{
				resume: true,
			},
		);
		await expect(other).rejects.toMatchObject({ name: "InvalidCheckpointError" });
		const jobs = sandbox.jobs().length;
		expect(await discardExport(at("x.csv"))).toBe(true);
		expect(await names()).toEqual([]);
		expect(await discardExport(at("x.csv"))).toBe(false);
		await exportToFile(zoho, contactsJob, at("x.csv"));
		isWhole(await read("x.csv"));
		expect(sandbox.jobs()).toHaveLength(jobs + 3);
	});

	test("an export that was killed before anything was paid for starts over silently", async () => {
		const org = await place();
		const { zoho, at, read, names } = org;
		await killed(org, at("x.csv"), 0);
		expect(await names()).toHaveLength(3);
		await exportToFile(zoho, contactsJob, at("x.csv"));
		isWhole(await read("x.csv"));
		expect(await names()).toEqual(["x.csv"]);
	});
});

test("progress is told at each change, with what is known of the page and of the whole", async () => {
	const { zoho, at } = await place();
	const seen: FileExportProgress[] = [];
	await exportToFile(zoho, contactsJob, at("x.csv"), { onProgress: (progress) => seen.push(progress) });
	const steps = ["SUBMITTING", "ADDED", "COMPLETED", "READING", "WRITTEN"];
	expect(seen.map(({ page, state }) => `${page} ${state}`)).toEqual(
		[1, 2, 3].flatMap((page) => steps.map((step) => `${page} ${step}`)),
	);
	expect(seen[0]).toMatchObject({ jobId: undefined, rows: 0 });
	expect(seen[8]).toMatchObject({ rows: 100, pageRows: 0, pageCount: 100, expectedRows: 200, isLastPage: false });
	expect(seen.at(-1)).toMatchObject({ rows: 250, pageRows: 50, pageCount: 50, expectedRows: 250, isLastPage: true });
});

test.each([
	[{ format: "ics" as const }, "format: this job exports"],
	[{ lastPage: 0 }, "lastPage: 0"],
	[{ lastPage: Number.NaN }, "lastPage: NaN"],
	[{ prefetch: true, lastPage: 2 }, "prefetch: "],
	[{ csv: { delimiter: "ab" } }, "delimiter: "],
	[{ csv: { delimiter: "" } }, "delimiter: "],
	[{ format: "ndjson" as const, csv: { bom: true } }, "csv: only CSV"],
])("%j is refused before anything is sent", async (options, words) => {
	const { zoho, at, requests, names } = await place();
	await expect(exportToFile(zoho, contactsJob, at("x.csv"), options)).rejects.toThrow(words);
	expect(requests()).toBe(0);
	expect(await names()).toEqual([]);
});

test("a name that says no format is refused", async () => {
	const { zoho, at } = await place();
	await expect(exportToFile(zoho, contactsJob, at("x.txt"))).rejects.toThrow("does not end with .csv, .ndjson");
	expect(threePages.limits?.recordsPerPage).toBe(100);
});
