import { execFileSync, spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { bin, ensureBuilt } from "./build.js";
import { emptyFolder } from "./command.js";
import { serve } from "./served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const commands: readonly (readonly string[])[] = [
	["--help"],
	["explain", "Contacts"],
	["doctor"],
	["generate", "Leads", "--print"],
	["export", "Contacts", "--select", "Last_Name"],
	["export", "Contacts", "--select", "Last_Name", "--format", "zip", "--pages", "1"],
	["sandbox", "--port", "0"],
];

interface Ended {
	readonly code: number | null;
	readonly stderr: string;
}

/** Runs a command whose standard output is a file descriptor, or a pipe that is closed immediately. */
function runInto(
	output: number | "pipe",
	args: readonly string[],
	env: Readonly<Record<string, string>>,
): Promise<Ended> {
	const child = spawn(process.execPath, [bin, ...args], {
		env: { PATH: process.env.PATH, ...env },
		stdio: ["ignore", output, "pipe"],
	});
	let stderr = "";
	child.stderr?.on("data", (data: Buffer) => {
		stderr += data;
	});
	child.stdout?.destroy();
	return new Promise((resolve) => child.on("close", (code) => resolve({ code, stderr })));
}

describe.concurrent("standard output", () => {
	test.skipIf(process.getuid?.() !== 0).each(commands)("that is full is said in words: %s", async (...args) => {
		const { env } = await serve({});
		const full = join(await emptyFolder(), "full");
		execFileSync("mknod", [full, "c", "1", "7"]);
		const output = await open(full, "w");
		const { code, stderr } = await runInto(output.fd, args, env);
		await output.close();
		expect(code).toBe(2);
		expect(stderr).toMatch(/error: .*The disk is full\. Make room, then try again\.\n/);
		expect(stderr).not.toMatch(/ENOSPC|^ +at /m);
	});

	test.each(commands)("whose reader has gone is no error: %s", async (...args) => {
		const { env } = await serve({});
		const { code, stderr } = await runInto("pipe", args, env);
		expect(code).toBe(0);
		expect(stderr).not.toMatch(/error|EPIPE/);
	});
});
