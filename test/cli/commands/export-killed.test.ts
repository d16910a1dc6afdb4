import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { generateCompany } from "../../../src/sandbox/company/generate-company.js";
import { ensureBuilt } from "../build.js";
import { emptyFolder, run, start } from "../command.js";
import { serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const query = `
import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export default bulkRead(Contacts).select("Full_Name", "Email", "Owner.last_name", "Description", "Created_Time");
`;

test.concurrent.each(["csv", "ndjson"])(
	"200,000 rows as %s: killed half way and resumed, it is the file of an uninterrupted run",
	async (format) => {
		const folder = await emptyFolder();
		await writeFile(join(folder, "contacts.ts"), query);
		let slow = false;
		const { env, sandbox } = await serve({
			records: generateCompany({ contacts: 200_000 }),
			limits: { recordsPerPage: 100_000, downloadsPerMinute: 100 },
			// The third download is that of the first page of the export that is killed, the fourth that of its second.
			faults: ({ url }) => (slow && isSecondPage(url) ? { fault: "drip", amount: 400_000 } : undefined),
		});
		const isSecondPage = (url: string): boolean => url.endsWith(`/${sandbox.jobs()[3]?.id}/result`);
		const at = { cwd: folder, env };
		const whole = join(folder, `whole.${format}`);
		const killed = join(folder, `killed.${format}`);

		const uninterrupted = await run(["export", "contacts.ts", "-o", whole], at);
		expect(uninterrupted).toMatchObject({ code: 0, stdout: "" });
		expect(uninterrupted.stderr).toContain("Wrote 200,000 rows to");

		slow = true;
		const half = start(["export", "contacts.ts", "-o", killed], at);
		const good = await untilSecondPageIsBegun(killed);
		half.process.kill("SIGKILL");
		expect(await half.ended).toMatchObject({ code: null, signal: "SIGKILL" });
		expect((await stat(await partialOf(killed))).size).toBeGreaterThan(good);
		await expect(stat(killed)).rejects.toThrow("ENOENT");

		slow = false;
		const resumed = await run(["export", "contacts.ts", "-o", killed, "--resume"], at);
		expect(resumed).toMatchObject({ code: 0, stdout: "" });
		expect(resumed.stderr).toContain("Wrote 200,000 rows to");
		expect(resumed.stderr).not.toContain("page 1");
		const [expected, found] = await Promise.all([readFile(whole), readFile(killed)]);
		expect(countLines(expected)).toBeGreaterThanOrEqual(200_000);
		expect(found.equals(expected)).toBe(true);

		// Nothing is left behind, and no page was paid for twice.
		expect((await readdir(folder)).sort()).toEqual(["contacts.ts", `killed.${format}`, `whole.${format}`]);
		expect(sandbox.jobs()).toHaveLength(4);
	},
	60_000,
);

/** Waits until the file has rows of the second page that are not in the checkpoint. Returns the number of bytes that are. */
async function untilSecondPageIsBegun(path: string): Promise<number> {
	for (;;) {
		const checkpoint = await readFile(`${path}.checkpoint.json`, "utf8").then(JSON.parse, () => undefined);
		const written = await stat(await partialOf(path)).catch(() => undefined);
		if (checkpoint?.next.page === 2 && written !== undefined && written.size > checkpoint.size) return checkpoint.size;
		await sleep(20);
	}
}

/** The file that is written aside: its name cannot be foreseen. */
async function partialOf(path: string): Promise<string> {
	const names = await readdir(dirname(path));
	return join(dirname(path), names.find((name) => name.startsWith(basename(path)) && name.endsWith(".partial")) ?? "");
}

function countLines(text: Buffer): number {
	let lines = 0;
	for (const byte of text) if (byte === 0x0a) lines++;
	return lines;
}
