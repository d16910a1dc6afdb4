import fc from "fast-check";
import { expect, test } from "vitest";
import { exportToFile, FileExportError } from "../../src/files/index.js";
import { bulkRead } from "../../src/job/bulk-read.js";
import { Contacts } from "../../src/standard/index.js";
import { bury, dieAt, makeFolder, makeOrg, threePages } from "./place.js";

const job = bulkRead(Contacts).select("Last_Name", "Created_Time");

test("by windows, killed anywhere and resumed, a file has every row once", async () => {
	const { at, read, names } = await makeFolder();
	let next = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.nat(25), { maxLength: 4 }),
			fc.constantFrom("csv", "ndjson"),
			async (deaths, format) => {
				const name = `contacts-${next++}.${format}`;
				const org = makeOrg(threePages);
				for (const moment of deaths) {
					const { fetch, died } = dieAt(moment);
					const options = { windows: true, resume: true, concurrency: 2 };
					const ended = exportToFile(org.through(fetch), job, at(name), options).then(() => "ended");
					if ((await Promise.race([died, ended])) === "ended") break;
					await bury(at(name));
				}
				const { rows } = await exportToFile(org.zoho, job, at(name), { windows: true, resume: true });
				expect(rows).toBe(250);
				const ids = (await read(name)).match(/\b554023\d{12}\b/g) ?? [];
				expect([ids.length, new Set(ids).size]).toEqual([250, 250]);
				expect((await names()).filter((found) => found.startsWith(name))).toEqual([name]);
			},
		),
		{ numRuns: 25 },
	);
});

test("an export is resumed as it was begun: by windows, or in pages", async () => {
	for (const windows of [true, false]) {
		const { at } = await makeFolder();
		const org = makeOrg(threePages);
		const { fetch, died } = dieAt(8);
		const path = at("contacts.csv");
		void exportToFile(org.through(fetch), job, path, { windows });
		await died;
		await bury(path);
		const other = exportToFile(org.zoho, job, path, { windows: !windows, resume: true });
		await expect(other).rejects.toBeInstanceOf(FileExportError);
		await expect(other).rejects.toThrow(windows ? "started by windows" : "started in pages");
		expect((await exportToFile(org.zoho, job, path, { windows, resume: true })).rows).toBe(250);
	}
});

test("windows have no last page", async () => {
	const { at } = await makeFolder();
	const org = makeOrg(threePages);
	const work = exportToFile(org.zoho, job, at("contacts.csv"), { windows: true, lastPage: 2 });
	await expect(work).rejects.toMatchObject({ name: "InvalidOptionError", option: "windows" });
	expect(org.requests()).toBe(0);
});
