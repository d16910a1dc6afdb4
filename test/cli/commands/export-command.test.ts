import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { bigInteger, defineModule, text } from "../../../src/criteria/build/define-module.js";
import { generateCompany } from "../../../src/sandbox/company/generate-company.js";
import { virtualClock } from "../../../src/sandbox/options/virtual-clock.js";
import type { SandboxOptions } from "../../../src/sandbox/sandbox-options.js";
import { bin, ensureBuilt } from "../build.js";
import { emptyFolder, run, start } from "../command.js";
import { type ServedSandbox, serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

/** 250 contacts on pages of 100, so three of them. */
const threePages: SandboxOptions = {
	records: generateCompany({ contacts: 250 }),
	limits: { recordsPerPage: 100, recordsPerIcsPage: 50 },
};

interface Place extends ServedSandbox {
	readonly folder: string;
	readonly at: { readonly cwd: string; readonly env: Readonly<Record<string, string>> };
	read(file: string): Promise<string>;
}

async function place(options: SandboxOptions = threePages): Promise<Place> {
	const served = await serve(options);
	const folder = await emptyFolder();
	return {
		...served,
		folder,
		at: { cwd: folder, env: served.env },
		read: (file) => readFile(join(folder, file), "utf8"),
	};
}

const contacts = ["export", "Contacts", "--select", "Last_Name,Owner.last_name"];

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
		expect(paged.stderr).toContain("--windows: windows are not counted like pages");
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
		expect(stderr).toContain(`"${range}" is no range of pages`);
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

describe.concurrent("an export that does not end", () => {
	test("is left by Ctrl-C with the way to go on, and goes on with the same job", async () => {
		const clock = virtualClock({ start: Date.now() });
		const { at, folder, sandbox, read } = await place({ ...threePages, clock, timing: { inProgress: 60_000 } });
		const waiting = start([...contacts, "-o", "my contacts.csv"], at);
		await waiting.line("ADDED");
		waiting.process.kill("SIGINT");
		const { code, stderr, stdout } = await waiting.ended;
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain("Interrupted.");
		expect(stderr).toContain(
			"zoho-bulk-read export Contacts --select Last_Name,Owner.last_name -o 'my contacts.csv' --resume",
		);
		// The one name is drawn by chance, and stands before or behind the other.
		const kept = (await readdir(folder)).map((name) => name.replace(/[0-9a-f]{12}(?=\.partial$)/, "*"));
		expect(kept.sort()).toEqual(["my contacts.csv.*.partial", "my contacts.csv.checkpoint.json"]);

		await clock.advance(120_000);
		const resumed = run([...contacts, "-o", "my contacts.csv", "--resume", "--pages", "1"], at);
		expect(await resumed).toMatchObject({ code: 0 });
		expect((await read("my contacts.csv")).trimEnd().split("\n")).toHaveLength(101);
		expect(sandbox.jobs()).toHaveLength(1);
		expect(await readdir(folder)).toEqual(["my contacts.csv"]);
	});

	test("is not begun anew unless told, nor resumed as something else", async () => {
		const { at, folder, sandbox, read } = await place({
			...threePages,
			faults: ({ url }) => (url.endsWith(`/${sandbox.jobs()[1]?.id}/result`) ? { fault: "flip" } : undefined),
		});
		const failed = await run([...contacts, "-o", "contacts.csv"], at);
		expect(failed.code).toBe(2);
		const args = (...more: string[]): string[] => [...contacts, "-o", "contacts.csv", ...more];
		expect((await run(args(), at)).stderr).toContain(
			"--resume goes on with it; --discard throws it away and begins anew.",
		);
		expect((await run(args("--resume", "--pages", "2"), at)).stderr).toContain("Resume it as it was begun,");
		expect((await run(args("--resume", "--format", "ndjson"), at)).stderr).toContain("was begun as csv");
		const other = ["export", "Contacts", "--select", "Email", "-o", "contacts.csv", "--resume"];
		expect((await run(other, at)).stderr).toContain("This checkpoint belongs to another job");
		const bom = await run(args("--resume", "--bom"), at);
		expect(bom.stderr).toContain("was begun with its CSV written as");
		const kept = await readFile(join(folder, "contacts.csv.checkpoint.json"));
		await writeFile(join(folder, "contacts.csv.checkpoint.json"), "{}");
		expect((await run(args("--resume"), at)).stderr).toContain("is no checkpoint");
		await writeFile(join(folder, "contacts.csv.checkpoint.json"), kept);
		expect(sandbox.jobs()).toHaveLength(2);
		expect(await run(args("--discard", "--pages", "1"), at)).toMatchObject({ code: 0 });
		expect((await read("contacts.csv")).trimEnd().split("\n")).toHaveLength(101);
		expect(await readdir(folder)).toEqual(["contacts.csv"]);
	});

	test("--resume begins where nothing was begun, so that it can always be given", async () => {
		const { at, read } = await place();
		expect(await run([...contacts, "-o", "contacts.csv", "--resume"], at)).toMatchObject({ code: 0 });
		expect((await read("contacts.csv")).trimEnd().split("\n")).toHaveLength(251);
	});

	test("leaves what stood in the file's place as it was", async () => {
		const { at, folder, read } = await place({ ...threePages, faults: [{ fault: "job-fails", on: "create" }] });
		await writeFile(join(folder, "contacts.csv"), "of yesterday\n");
		expect(await run([...contacts, "-o", "contacts.csv"], at)).toMatchObject({ code: 2 });
		expect(await read("contacts.csv")).toBe("of yesterday\n");
	});

	test("leaves nothing behind where no job was created", async () => {
		const { at, folder } = await place({ ...threePages, scopes: ["ZohoCRM.bulk.READ"] });
		const { code, stderr } = await run([...contacts, "-o", "contacts.csv"], at);
		expect(code).toBe(2);
		expect(stderr).toContain("OAUTH_SCOPE_MISMATCH");
		expect(stderr).not.toContain("--resume");
		expect(await readdir(folder)).toEqual([]);
	});

	test("because a cell does not fit its field is resumed with such cells as text", async () => {
		const records = {
			Rooms: [
				{ id: "1", Size: "12" },
				{ id: "2", Size: "large" },
			],
		};
		const modules = [defineModule("Rooms", { id: bigInteger, Size: text })];
		const { at, folder, read, sandbox } = await place({ modules, records });
		await writeFile(
			join(folder, "modules.ts"),
			'import { defineModule, integer } from "zoho-bulk-read";\nexport const Rooms = defineModule("Rooms", { Size: integer });\n',
		);
		const rooms = ["export", "Rooms", "--modules", "modules.ts", "-o", "rooms.ndjson"];
		const { code, stderr } = await run(rooms, at);
		expect(code).toBe(2);
		expect(stderr).toContain('"large" does not fit the data type integer');
		expect(stderr).toContain("--invalid-cells text");
		expect(await run([...rooms, "--resume", "--invalid-cells", "text"], at)).toMatchObject({ code: 0 });
		const sizes = (await read("rooms.ndjson"))
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line).Size);
		expect(sizes).toEqual([12, "large"]);
		expect(sandbox.jobs()).toHaveLength(1);
	});

	test("because its job failed is resumed with another job", async () => {
		let failing = true;
		const faults: SandboxOptions["faults"] = ({ method }) =>
			failing && method === "POST" ? { fault: "job-fails" } : undefined;
		const { at, read, sandbox } = await place({ ...threePages, faults });
		const { code, stderr } = await run([...contacts, "-o", "contacts.csv"], at);
		expect(code).toBe(2);
		expect(stderr).toMatch(/^error: Job \d+ failed with /m);
		failing = false;
		expect(await run([...contacts, "-o", "contacts.csv", "--resume"], at)).toMatchObject({ code: 0 });
		expect((await read("contacts.csv")).trimEnd().split("\n")).toHaveLength(251);
		expect(sandbox.jobs()).toHaveLength(4);
	});

	test.each(["flip", "truncate", "cut"] as const)("%s: a page that comes damaged is written anew", async (fault) => {
		const downloads = new Map<string, number>();
		const faults: SandboxOptions["faults"] = ({ url }) => {
			const count = (downloads.get(url) ?? 0) + 1;
			downloads.set(url, count);
			return url.endsWith("/result") && count === 1 ? { fault } : undefined;
		};
		const limits = { ...threePages.limits, downloadsPerMinute: 100 };
		const { at, read, sandbox } = await place({ ...threePages, limits, faults });
		expect(await run([...contacts, "-o", "contacts.csv"], at)).toMatchObject({ code: 0 });
		const ids = (await read("contacts.csv")).trimEnd().split("\n").slice(1);
		expect(new Set(ids).size).toBe(250);
		expect(sandbox.jobs()).toHaveLength(3);
	});
});
