import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import description from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../../", import.meta.url));
const benches = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".bench.ts"));

/** An empty folder for temporary files: a bench must not depend on what is in the machine's own. */
const empty = mkdtempSync(join(tmpdir(), "benches-"));
afterAll(() => rmSync(empty, { recursive: true }));

test.each(benches)("%s runs to its end", { timeout: 180_000 }, (bench) => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		["--import", "tsx", join("test/bench", bench), "--quick"],
		{ cwd: root, encoding: "utf8", env: { ...process.env, TMPDIR: empty } },
	);
	expect({ status, output: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, output: "" });
	expect(stdout).not.toContain("NaN");
	const left = readdirSync(empty).filter((name) => !name.startsWith("tsx-"));
	expect(left, "temporary files that were left").toEqual([]);
});

test.each(benches)("npm run bench runs %s", (bench) => {
	const name = `bench:${bench.replace(".bench.ts", "")}` as keyof typeof description.scripts;
	expect(description.scripts[name]).toContain(`test/bench/${bench}`);
	expect(description.scripts.bench).toContain(`npm run ${name}`);
});
