import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { ensureBuilt, root } from "../cli/build.js";

beforeAll(ensureBuilt, 120_000);

test("the demo fits on one screen: the rows first, the JSON short, and what to do next at the end", async () => {
	const { stdout } = await promisify(execFile)("npx", ["tsx", "docs/demo.ts"], { cwd: root });
	const lines = stdout.trimEnd().split("\n");
	expect(lines.length).toBeLessThanOrEqual(36);
	expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(90);
	const order = [
		"contacts in",
		"Id ",
		"more.",
		"bulkRead(Contacts)",
		'{"query"',
		"What to do next:",
		"first-export.md",
	];
	const places = order.map((words) => lines.findIndex((line) => line.includes(words)));
	expect(places).toEqual([...places].sort((one, other) => one - other));
	expect(places[0]).toBe(1);
	expect(stdout).not.toContain("\u001B");
});
