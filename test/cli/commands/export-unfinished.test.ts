import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { bigInteger, defineModule, text } from "../../../src/criteria/build/define-module.js";
import { virtualClock } from "../../../src/sandbox/options/virtual-clock.js";
import type { SandboxOptions } from "../../../src/sandbox/sandbox-options.js";
import { ensureBuilt } from "../build.js";
import { run, start } from "../command.js";
import { contacts, place, threePages } from "./exported-contacts.js";

beforeAll(ensureBuilt, 120_000);

describe.concurrent("an export that does not end", () => {
	test("stops at Ctrl-C, says how to resume, and resumes with the same job", async () => {
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

	test("only starts over if told to, and is not resumed as something else", async () => {
		const { at, folder, sandbox, read } = await place({
			...threePages,
			faults: ({ url }) => (url.endsWith(`/${sandbox.jobs()[1]?.id}/result`) ? { fault: "flip" } : undefined),
		});
		const failed = await run([...contacts, "-o", "contacts.csv"], at);
		expect(failed.code).toBe(2);
		const args = (...more: string[]): string[] => [...contacts, "-o", "contacts.csv", ...more];
		expect((await run(args(), at)).stderr).toContain(
			"--resume continues it; --discard throws it away and starts over.",
		);
		expect((await run(args("--resume", "--pages", "2"), at)).stderr).toContain("Resume it the same way,");
		expect((await run(args("--resume", "--format", "ndjson"), at)).stderr).toContain("was started as csv");
		const other = ["export", "Contacts", "--select", "Email", "-o", "contacts.csv", "--resume"];
		expect((await run(other, at)).stderr).toContain("This checkpoint does not belong to this job");
		const bom = await run(args("--resume", "--bom"), at);
		expect(bom.stderr).toContain("was started with its CSV written as");
		const kept = await readFile(join(folder, "contacts.csv.checkpoint.json"));
		await writeFile(join(folder, "contacts.csv.checkpoint.json"), "{}");
		expect((await run(args("--resume"), at)).stderr).toContain("is not a checkpoint");
		await writeFile(join(folder, "contacts.csv.checkpoint.json"), kept);
		expect(sandbox.jobs()).toHaveLength(2);
		expect(await run(args("--discard", "--pages", "1"), at)).toMatchObject({ code: 0 });
		expect((await read("contacts.csv")).trimEnd().split("\n")).toHaveLength(101);
		expect(await readdir(folder)).toEqual(["contacts.csv"]);
	});

	test("--resume starts an export if there is nothing to resume, so it can always be given", async () => {
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
		expect(stderr).toContain("\n  ZohoCRM.bulk.READ,ZohoCRM.modules.contacts.READ\n");
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
