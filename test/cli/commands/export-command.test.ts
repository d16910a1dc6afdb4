import { execFile } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import type { SandboxOptions } from "../../../src/sandbox/sandbox-options.js";
import { bin, ensureBuilt } from "../build.js";
import { run } from "../command.js";
import { contacts, place, threePages } from "./exported-contacts.js";

beforeAll(ensureBuilt, 120_000);

describe.concurrent("the formats", () => {
	test("CSV is Zoho's own bytes, with one header", async () => {
		const { at, read } = await place();
		expect(await run([...contacts, "-o", "contacts.csv"], at)).toMatchObject({ code: 0 });
		const lines = (await read("contacts.csv")).split("\n");
		expect(lines[0]).toBe("Id,Last_Name,Owner.last_name");
		expect(lines.filter((line) => line.startsWith("Id,"))).toHaveLength(1);
		const ids = lines.slice(1, -1).map((line) => line.split(",")[0]);
		expect(new Set(ids).size).toBe(250);
	});

	test("by windows it is the same rows, in more jobs than pages", async () => {
		const { at, read, sandbox } = await place();
		expect(await run([...contacts, "-o", "pages.csv"], at)).toMatchObject({ code: 0 });
		expect(sandbox.jobs()).toHaveLength(3);
		const windows = ["--windows", "--concurrency", "2"];
		expect(await run([...contacts, "-o", "windows.csv", ...windows], at)).toMatchObject({ code: 0 });
		expect(sandbox.jobs().length).toBeGreaterThan(3 + 3);
		const sorted = async (file: string): Promise<string[]> => (await read(file)).split("\n").sort();
		expect(await sorted("windows.csv")).toEqual(await sorted("pages.csv"));
		const paged = await run([...contacts, "-o", "windows.csv", ...windows, "--pages", "1"], at);
		expect(paged).toMatchObject({ code: 2 });
		expect(paged.stderr).toContain("--windows: windows have no page numbers");
	});

	test("NDJSON has a typed row a line, the same on a pipe as in a file", async () => {
		const { at, read } = await place();
		const filed = await run([...contacts, "-o", "contacts.ndjson", "--quiet"], at);
		expect(filed).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
		const filedText = await read("contacts.ndjson");
		const rows = filedText
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(rows).toHaveLength(250);
		expect(Object.keys(rows[0])).toEqual(["Id", "Last_Name", "Owner.last_name"]);
		const piped = await run([...contacts, "--format", "ndjson", "--quiet"], at);
		expect(piped.stdout).toBe(filedText);
	});

	test("a calendar is ICS, a calendar a page", async () => {
		const { at, read, folder } = await place();
		await writeFile(join(folder, "events.json"), '{"query":{"module":"Events"},"file_type":"ics"}');
		expect(await run(["export", "events.json", "-o", "events.ics"], at)).toMatchObject({ code: 0 });
		const calendars = await read("events.ics");
		expect(calendars.match(/^BEGIN:VEVENT/gm)).toHaveLength(75);
		expect(calendars.match(/^BEGIN:VCALENDAR/gm)).toHaveLength(2);
		const refused = await run(["export", "events.json", "-o", "events.csv"], at);
		expect(refused.code).toBe(2);
		expect(refused.stderr).toContain("can be written as ics or zip, not as csv");
	});

	test("ZIP is an archive a page, as another program reads it", async () => {
		const { at, folder } = await place();
		expect(await run([...contacts, "-o", "contacts.zip", "--pages", "2-"], at)).toMatchObject({ code: 0 });
		expect((await readdir(folder)).sort()).toEqual(["contacts-page3.zip", "contacts.zip"]);
		const { stdout } = await promisify(execFile)("unzip", ["-p", join(folder, "contacts-page3.zip")]);
		expect(stdout.trimEnd().split("\n")).toHaveLength(51);
	});

	test("the name must say the format, or --format", async () => {
		const { at, read } = await place();
		const { code, stderr } = await run([...contacts, "-o", "contacts.txt"], at);
		expect(code).toBe(2);
		expect(stderr).toContain("contacts.txt does not end with .csv, .ndjson, .ics, .zip");
		expect(await run([...contacts, "-o", "contacts.txt", "--format", "csv"], at)).toMatchObject({ code: 0 });
		expect(await read("contacts.txt")).toMatch(/^Id,/);
	});
});

describe.concurrent("the pages", () => {
	test.each([
		["2", 100, ["page 2"]],
		["2-3", 150, ["page 2", "page 3"]],
		["3-", 50, ["page 3"]],
		["1-2", 200, ["page 1", "page 2"]],
	])("--pages %s", async (range, rows, pages) => {
		const { at, read, sandbox } = await place();
		const { stderr } = await run([...contacts, "-o", "part.csv", "--pages", range], at);
		expect((await read("part.csv")).trimEnd().split("\n")).toHaveLength(1 + rows);
		expect([...new Set(stderr.match(/page \d/g))]).toEqual(pages);
		expect(sandbox.jobs()).toHaveLength(pages.length);
	});

	test.each(["0", "3-2", "1,2", "x"])("--pages %s is refused", async (range) => {
		const { at } = await place();
		const { code, stderr } = await run([...contacts, "--pages", range], at);
		expect(code).toBe(2);
		expect(stderr).toContain(`"${range}" is not a range of pages`);
	});

	test("--prefetch submits the next page before a page is read, and gives the same rows", async () => {
		const { at, read } = await place();
		await run([...contacts, "-o", "plain.csv"], at);
		expect(await run([...contacts, "-o", "ahead.csv", "--prefetch"], at)).toMatchObject({ code: 0 });
		expect(await read("ahead.csv")).toBe(await read("plain.csv"));
		expect(await run([...contacts, "-o", "one.csv", "--prefetch", "--pages", "1"], at)).toMatchObject({ code: 2 });
	});
});

describe.concurrent("progress", () => {
	test("where it is piped, it is a line for each change, without escape codes", async () => {
		const { at } = await place({ ...threePages, limits: {} });
		const { stderr } = await run([...contacts, "-o", "contacts.csv"], at);
		const words = stderr
			.trimEnd()
			.split("\n")
			.map((line) => / {2}([a-z][^\d]+\w\)?) {2}/.exec(line)?.[1] ?? line);
		expect(words).toEqual([
			"creating the job (SUBMITTING)",
			"waiting for Zoho (ADDED)",
			"the job is done (COMPLETED)",
			"reading",
			"written",
			expect.stringMatching(/^Wrote 250 rows to contacts.csv in \d+ s.$/),
		]);
		expect(stderr).not.toContain("\u001B");
	});

	test("--json writes the same for machines", async () => {
		const { at, sandbox } = await place({ ...threePages, limits: {} });
		const { stderr } = await run([...contacts, "-o", "contacts.csv", "--json"], at);
		const lines = stderr
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(lines.map(({ state }) => state)).toEqual(["SUBMITTING", "ADDED", "COMPLETED", "READING", "WRITTEN"]);
		expect(lines.at(-1)).toMatchObject({ page: 1, job: sandbox.jobs()[0]?.id, rows: 250, expectedRows: 250 });
		expect(lines.at(-1).bytes).toBeGreaterThan(0);
	});

	test("what is waited for is said, and --verbose prints every request", async () => {
		const faults: SandboxOptions["faults"] = [{ fault: "429", on: "create", nth: 1, amount: 1 }];
		const { at } = await place({ ...threePages, limits: {}, faults });
		const { code, stderr } = await run([...contacts, "-o", "contacts.csv", "--verbose"], at);
		expect(code).toBe(0);
		expect(stderr).toMatch(/POST \/crm\/bulk\/v2\/read {2}429 {2}.* again in \d s/);
		expect(stderr).toMatch(/GET \/crm\/bulk\/v2\/read\/\d+\/result {2}200/);
		const quiet = await place({ ...threePages, limits: {}, faults });
		const { stderr: waited } = await run([...contacts, "-o", "contacts.csv"], quiet.at);
		expect(waited).toMatch(/Zoho asks for a pause \(\w+\): read again at \d\d:\d\d:\d\d, in \d s/);
		expect(waited).not.toContain("POST");
	});

	test("whoever closes the pipe is no error", async () => {
		const { at } = await place();
		const { stdout } = await promisify(execFile)(
			"bash",
			["-c", `"${process.execPath}" "${bin}" ${contacts.join(" ")} --quiet | head -n 1; echo "\${PIPESTATUS[0]}"`],
			{ cwd: at.cwd, env: { PATH: process.env.PATH, ...at.env } },
		);
		expect(stdout).toBe("Id,Last_Name,Owner.last_name\n0\n");
	});
});
